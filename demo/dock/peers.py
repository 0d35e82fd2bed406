"""The demo's other processes, over their control ports: looks at all of them, and does what is asked."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import httpx
from pydantic import TypeAdapter, ValidationError

from demo.dock.dials import settings
from demo.dock.seen import Card, Cards, HelpCall, Network, Paper, PrintedSheet, Printer, Reader, Seen, Sms

PRINTERS = ("document", "ticket")
_LOOK_S = 2.0
_ACT_S = 15.0
"""The first card waits until all cards are made."""

_CARDS, _READER = TypeAdapter(Cards), TypeAdapter(Reader)
_SMS, _NETWORK, _CALLS = TypeAdapter(Sms), TypeAdapter(Network), TypeAdapter(tuple[HelpCall, ...])
_PRINTER, _SHEETS = TypeAdapter(Printer), TypeAdapter(tuple[PrintedSheet, ...])

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Places:
    """The addresses of the control ports, and the folder with one of paper for each printer."""

    seu: str
    card: str
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
        reader, sms, network, calls, document, ticket = await asyncio.gather(
            self._get(_READER, f"{card}/state"),
            self._get(_SMS, f"{seu}/sms"),
            self._get(_NETWORK, f"{seu}/network"),
            self._get(_CALLS, f"{seu}/help-calls"),
            self._get(_PRINTER, f"{self._places.document}/state"),
            self._get(_PRINTER, f"{self._places.ticket}/state"),
        )
        if reader and not self._cards:
            told = await self._get(_CARDS, f"{card}/cards")
            self._cards = told.cards if told else ()
        printers = {
            name: state for name, state in zip(PRINTERS, (document, ticket), strict=True) if state is not None
        }
        await self._look_for_paper(printers)
        return Seen(self._cards, reader, sms, network, calls, printers, self._newest_first())

    async def _look_for_paper(self, printers: Mapping[str, Printer]) -> None:
        for name, state in printers.items():
            if state.sheets != len(self._papers.get(name, ())):
                sheets = await self._get(_SHEETS, f"{self._places.printer(name)}/papers")
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
            case "document" | "ticket":
                await self._turn(what, which)
            case "network":
                await self._post(f"{self._places.seu}/network", {"mode": which})
            case "help":
                await self._post(f"{self._places.seu}/help-calls/{which}", {})
            case "afresh":
                await self._start_afresh()
            case _:
                raise ValueError(f"nothing on the dock is called {what}")

    async def _move_card(self, card: str) -> None:
        """In, or out where it is in: the reader knows, the window may be late."""
        reader = await self._get(_READER, f"{self._places.card}/state")
        if reader is not None and reader.card == card:
            await self._post(f"{self._places.card}/remove", {})
        else:
            await self._post(f"{self._places.card}/insert", {"card": card})

    async def _turn(self, printer: str, dial: str) -> None:
        address = self._places.printer(printer)
        state = await self._get(_PRINTER, f"{address}/state")
        await self._set(address, settings(dial, state.causes if state else ()))

    async def _set(self, address: str, steps: Sequence[Mapping[str, object]]) -> None:
        for step in steps:
            await self._post(f"{address}/dials", step)

    async def _start_afresh(self) -> None:
        """Everybody has gone home: no card, nothing remembered, nothing broken, no paper on the table."""
        await asyncio.gather(
            self._post(f"{self._places.card}/remove", {}),
            self._post(f"{self._places.seu}/reset", {}),
            *(self._turn(printer, "fine") for printer in PRINTERS),
        )
        self._put_away.update(paper.file for paper in self._newest_first())

    # --- HTTP ---------------------------------------------------------------------------------------------

    async def _get(self, kind: TypeAdapter[T], address: str) -> T | None:
        try:
            answer = await self._http.get(address)
            return kind.validate_json(answer.raise_for_status().content)
        except (httpx.HTTPError, ValidationError):
            return None

    async def _post(self, address: str, body: Mapping[str, object]) -> bool:
        try:
            answer = await self._http.post(address, json=dict(body), timeout=_ACT_S)
        except httpx.HTTPError:
            return False
        return answer.is_success
