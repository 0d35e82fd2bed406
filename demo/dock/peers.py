"""The demo's other processes, over their control ports: looks at all of them, and does what is asked."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import httpx
from pydantic import TypeAdapter, ValidationError

from demo.dock.dials import DNIE_PIN, HOLD_S, PIN, SHORT_HOLD_S, settings
from demo.dock.seen import (
    Card,
    Cards,
    Contact,
    HelpCall,
    Network,
    Overview,
    Paper,
    PrintedSheet,
    Printer,
    Proofs,
    Reader,
    Scanner,
    Seen,
    Shown,
    Sms,
)

PRINTERS = ("document", "ticket")
PEERS = ("seu", "card", "scanner", *PRINTERS)
_LOOK_S = 2.0
_ACT_S = 15.0
"""The first card waits until all cards are made."""

_CALLS, _SHEETS = TypeAdapter(tuple[HelpCall, ...]), TypeAdapter(tuple[PrintedSheet, ...])

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Places:
    """The addresses of the control ports, and the folder with one of paper for each printer."""

    seu: str
    card: str
    scanner: str
    document: str
    ticket: str
    papers: Path

    def printer(self, name: str) -> str:
        return {"document": self.document, "ticket": self.ticket}[name]


class Peers:
    """A context. A peer that does not answer is not seen, and does nothing; neither raises."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._http = httpx.AsyncClient(trust_env=False, timeout=_LOOK_S)
        self._cards: tuple[Card, ...] = ()
        self._papers: dict[str, tuple[Paper, ...]] = {}
        self._put_away: set[Path] = set()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._http.aclose()

    # --- looking ------------------------------------------------------------------------------------------

    async def look(self) -> Seen:
        """Ask everyone at once."""
        seu, card = self._places.seu, self._places.card
        async with asyncio.TaskGroup() as asked:
            reader = asked.create_task(self._get(Reader.model_validate_json, f"{card}/state"))
            contact = asked.create_task(self._get(Contact.model_validate_json, f"{card}/contact"))
            sms = asked.create_task(self._get(Sms.model_validate_json, f"{seu}/sms"))
            network = asked.create_task(self._get(Network.model_validate_json, f"{seu}/network"))
            proofs = asked.create_task(self._get(Proofs.model_validate_json, f"{seu}/proofs"))
            scanner = asked.create_task(
                self._get(Scanner.model_validate_json, f"{self._places.scanner}/state")
            )
            overview = asked.create_task(self._get(Overview.model_validate_json, f"{seu}/overview"))
            calls = asked.create_task(self._get(_CALLS.validate_json, f"{seu}/help-calls"))
            states = {
                name: asked.create_task(
                    self._get(Printer.model_validate_json, f"{self._places.printer(name)}/state")
                )
                for name in PRINTERS
            }
        if reader.result() and not self._cards:
            told = await self._get(Cards.model_validate_json, f"{card}/cards")
            self._cards = told.cards if told else ()
        printers = {name: state for name, task in states.items() if (state := task.result())}
        await self._look_for_paper(printers)
        return Seen(
            self._cards,
            reader.result(),
            contact.result(),
            sms.result(),
            network.result(),
            proofs.result(),
            scanner.result(),
            overview.result(),
            calls.result(),
            printers,
            self._newest_first(),
        )

    async def _look_for_paper(self, printers: Mapping[str, Printer]) -> None:
        for name, state in printers.items():
            if state.sheets != len(self._papers.get(name, ())):
                sheets = await self._get(_SHEETS.validate_json, f"{self._places.printer(name)}/papers")
                self._papers[name] = tuple(self._paper(name, sheet) for sheet in sheets or ())

    def _paper(self, printer: str, sheet: PrintedSheet) -> Paper:
        file = self._places.papers / printer / f"paper-{sheet.number}.png"
        came_at = file.stat().st_mtime if file.exists() else 0.0
        return Paper(printer, sheet.number, file, sheet.width, sheet.rows, came_at)

    def _newest_first(self) -> tuple[Paper, ...]:
        lying = [
            paper for papers in self._papers.values() for paper in papers if paper.file not in self._put_away
        ]
        return tuple(sorted(lying, key=lambda paper: (paper.came_at, paper.number), reverse=True))

    # --- doing --------------------------------------------------------------------------------------------

    async def act(self, what: str, which: str) -> None:
        """What was touched on the dock. Raises ValueError where there is no such thing."""
        match what:
            case "card":
                await self._move_card(which)
            case "contact":
                await self._move_contact(which)
            case "document" | "ticket":
                await self._turn(what, which)
            case "network" if which == PIN:
                await self._accept_pin()
            case "network":
                await self._post(f"{self._places.seu}/network", {"mode": which})
            case "scanner":
                await self._scan(which)
            case "turns" | "procedures":
                await self._turn_of_the_hall(which)
            case "help":
                await self._post(f"{self._places.seu}/help-calls/{which}", {})
            case "afresh":
                await self._start_afresh()
            case _:
                raise ValueError(f"nothing on the dock is called {what}")

    async def _move_card(self, card: str) -> None:
        """In, or out where it is in: the reader knows, the window may be late."""
        reader = await self._get(Reader.model_validate_json, f"{self._places.card}/state")
        if reader is not None and reader.card == card:
            await self._post(f"{self._places.card}/remove", {})
        else:
            await self._post(f"{self._places.card}/insert", {"card": card})

    async def _move_contact(self, card: str) -> None:
        """The same at the reader with contacts."""
        there = await self._get(Contact.model_validate_json, f"{self._places.card}/contact")
        if there is not None and there.card == card:
            await self._post(f"{self._places.card}/contact/remove", {})
        else:
            await self._post(f"{self._places.card}/contact/insert", {"card": card})

    async def _accept_pin(self) -> None:
        """Besides the code, or no longer."""
        address = f"{self._places.seu}/proofs"
        if (known := await self._get(Proofs.model_validate_json, address)) is None:
            return
        wanted = [proof for proof in known.proofs if proof != DNIE_PIN]
        if DNIE_PIN not in known.proofs:
            wanted.insert(-1, DNIE_PIN)  # the last one is always a person
        await self._post(address, {"proofs": wanted})

    async def _scan(self, which: str) -> None:
        """Hold it before the scanner: the seu says what stands in it."""
        address = f"{self._places.seu}/arrivals/shown"
        if shown := await self._ask(Shown.model_validate_json, address, {"which": which}):
            await self._post(f"{self._places.scanner}/read", {"text": shown.text})

    async def _turn_of_the_hall(self, dial: str) -> None:
        """One dial of turns, appointments or procedures: the seu knows how it stands."""
        seu = self._places.seu
        if (now := await self._get(Overview.model_validate_json, f"{seu}/overview")) is None:
            return
        match dial:
            case "next":
                # Of the queue in which somebody came last: that is the one that is played.
                await self._post(f"{seu}/turns/next", {"queue": now.turn.queue} if now.turn else {})
            case "none_left":
                await self._post(f"{seu}/turns/finished", {"finished": now.turns_left})
            case "from_blue":
                await self._post(f"{seu}/handovers/given", {})
            case "rival":
                await self._post(f"{seu}/appointments", {"rival": not now.rival})
            case "short_hold":
                seconds = SHORT_HOLD_S if now.hold_seconds != SHORT_HOLD_S else HOLD_S
                await self._post(f"{seu}/appointments", {"hold_seconds": seconds})
            case "withdrawn":
                await self._post(f"{seu}/withdrawn", {"withdrawn": not now.withdrawn})
            case _:
                raise ValueError(f"no dial of the town hall is called {dial}")

    async def _turn(self, printer: str, dial: str) -> None:
        address = self._places.printer(printer)
        state = await self._get(Printer.model_validate_json, f"{address}/state")
        await self._set(address, settings(dial, state.causes if state else ()))

    async def _set(self, address: str, steps: Sequence[Mapping[str, object]]) -> None:
        for step in steps:
            await self._post(f"{address}/dials", step)

    async def _start_afresh(self) -> None:
        """Everybody has gone home: no card, nothing remembered, nothing broken, no paper on the table."""
        await asyncio.gather(
            self._post(f"{self._places.card}/remove", {}),
            self._post(f"{self._places.card}/contact/afresh", {}),
            self._post(f"{self._places.seu}/reset", {}),
            *(self._turn(printer, "fine") for printer in PRINTERS),
        )
        self._put_away.update(paper.file for paper in self._newest_first())

    # --- HTTP ---------------------------------------------------------------------------------------------

    async def _get(self, read: Callable[[bytes], T], address: str) -> T | None:
        try:
            answer = await self._http.get(address)
            return read(answer.raise_for_status().content)
        except (httpx.HTTPError, ValidationError):
            return None

    async def _ask(self, read: Callable[[bytes], T], address: str, body: Mapping[str, object]) -> T | None:
        try:
            answer = await self._http.post(address, json=dict(body), timeout=_ACT_S)
            return read(answer.raise_for_status().content)
        except (httpx.HTTPError, ValidationError):
            return None

    async def _post(self, address: str, body: Mapping[str, object]) -> None:
        # Who does not answer is seen to be silent at the next look.
        with suppress(httpx.HTTPError):
            await self._http.post(address, json=dict(body), timeout=_ACT_S)
