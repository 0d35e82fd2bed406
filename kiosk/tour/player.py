"""Plays a journey: waits for screens, touches items, turns the town's dials."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from kiosk.tour.steps import (
    At,
    Booked,
    CopyBirth,
    CopyExpiry,
    Copying,
    CopyNumber,
    Counted,
    Dial,
    HoldMark,
    HoldRecords,
    Journey,
    Network,
    Printing,
    PutCard,
    PutSigner,
    ScanAppointment,
    ScanCode,
    ScanLines,
    Seen,
    SeuDial,
    Step,
    TakeCard,
    TakePaper,
    TakeSigner,
    Touch,
    TurnElsewhere,
    TypeCan,
    TypeCode,
    TypePhone,
    TypePin,
    TypeTechnicianPin,
    TypeWords,
    Until,
)
from screens.i18n.words import split_strong, words

PATIENCE = 30.0
"""Seconds that a screen or an event may take to come."""
LOOK_EVERY = 0.02
BEFORE_SCAN = 0.35
"""Seconds that a person takes at least to bring something before the scanner."""
SETTLED_AFTER = 0.15
"""Seconds that a screen is given before its picture; the camera itself waits for the end of its movement."""


class Dials(Protocol):
    """What a journey asks of the town."""

    async def put_card(self, card: str) -> None: ...
    async def take_card(self) -> None: ...
    async def pull_card_after(self, commands: int) -> None: ...
    async def put_contact_card(self, resident: str) -> None: ...
    async def take_contact_card(self) -> None: ...
    async def seu(self, dial: str, stand: Mapping[str, object]) -> None: ...
    async def dial(self, printer: str, dials: Mapping[str, bool | int | str]) -> None: ...
    async def rows(self, printer: str) -> int: ...
    async def take_paper(self, printer: str) -> None: ...
    async def hold_records(self, held: bool) -> None: ...
    async def count(self, rows: Sequence[tuple[str, str, str, int]]) -> None: ...
    async def network(self, mode: str) -> None: ...
    async def scan(self, text: str) -> None: ...
    async def booked(self, minutes: int, resident: str, office: str, procedure: str) -> None: ...
    async def code_shown(self, which: str) -> str: ...
    async def turn_elsewhere(self, language: str, handover: Mapping[str, str]) -> None: ...
    async def sms(self) -> dict[str, str]: ...
    def technician_pin(self) -> str: ...
    def resident(self, name: str) -> dict[str, object]: ...
    def zone(self, name: str) -> tuple[str, ...]: ...


class Hands(Protocol):
    """How a journey touches the kiosk and looks at it."""

    async def touch(self, item: str) -> None: ...
    async def hold_mark(self) -> None: ...
    def shows(self, text: str) -> bool: ...
    async def picture(self, path: Path) -> None: ...


class Lost(RuntimeError):
    """The kiosk was not where the journey expected it."""


class Player:
    """One journey. `heard` is called by the trace with each event and state."""

    def __init__(self, out: Path | None, language: str) -> None:
        self._out = out
        self._language = language
        self._lines: list[tuple[str, str]] = []
        self._read = 0
        self._pictures = 0

    def heard(self, event: str, state: str) -> None:
        """The trace's line, as it is written."""
        self._lines.append((event, state))

    async def play(self, journey: Journey, hands: Hands, dials: Dials, closed: Callable[[], object]) -> None:
        """Play all steps once nothing is `closed` any more; raises Lost, or what the hands raise."""
        self._hands, self._dials = hands, dials
        await self._wait(lambda: not closed(), "an open kiosk")
        for step in journey.steps:
            await self._play(step)

    async def _play(self, step: Step) -> None:
        match step:
            case At(state):
                await self._wait(
                    lambda: bool(self._lines) and self._lines[-1][1] == state, f"the screen {state}"
                )
                self._read = len(self._lines)
                await self._picture(state)
            case Until(event, picture):
                await self._wait(lambda: any(line[0] == event for line in self._lines[self._read :]), event)
                self._read = len(self._lines)
                if picture:
                    await self._picture(event)
            case Seen(sentence):
                _, text = split_strong(words(self._language)(sentence))
                await self._wait(lambda: self._hands.shows(text), sentence)
            case Touch(item):
                await self._touch(item.format(language=self._language))
            case TypeCan(resident, wrong):
                document = self._dials.resident(resident)["document"]
                assert isinstance(document, dict)
                await self._type(_another(document["can"]) if wrong else document["can"])
            case CopyNumber() | CopyBirth() | CopyExpiry():
                await self._copy(step)
            case ScanLines(resident):
                await self._scan("\n".join(self._dials.zone(resident)))
            case ScanCode(code):
                await self._scan(code)
            case Booked(minutes, resident, office, procedure):
                await self._dials.booked(minutes, resident, office, procedure)
            case TurnElsewhere(language, handover):
                await self._dials.turn_elsewhere(language, handover)
            case ScanAppointment(which):
                await self._scan(await self._dials.code_shown(which))
            case TypePhone(resident):
                person = self._dials.resident(resident)
                await self._type(str(person["idcat_phone"] or person.get("municipal_phone", "")))
            case TypePin(resident, wrong):
                document = self._dials.resident(resident)["document"]
                assert isinstance(document, dict)
                for digit in _another(document["pin"]) if wrong else document["pin"]:
                    await self._touch(f"character:{digit}")
            case HoldMark():
                await self._answered(self._hands.hold_mark(), "the mark")
            case TypeTechnicianPin(wrong):
                pin = self._dials.technician_pin()
                await self._type(_another(pin) if wrong else pin)
            case TypeWords(text):
                for letter in text:
                    await self._touch(f"character:{letter}")
            case TypeCode(wrong):
                digits = (await self._dials.sms())["code"]
                await self._type(_another(digits) if wrong else digits)
            case PutCard(card, pulled_after):
                await self._dials.put_card(card)
                if pulled_after:
                    await self._dials.pull_card_after(pulled_after)
            case TakeCard():
                await self._dials.take_card()
            case PutSigner(resident):
                await self._dials.put_contact_card(resident)
            case TakeSigner():
                await self._dials.take_contact_card()
            case SeuDial(dial, stand):
                await self._dials.seu(dial, stand)
            case Dial(printer, dials):
                await self._dials.dial(printer, dials)
            case Printing(printer):
                await self._paper_moves(printer)
            case TakePaper(printer):
                await self._dials.take_paper(printer)
            case HoldRecords(held):
                await self._dials.hold_records(held)
            case Counted(rows):
                await self._dials.count(rows)
            case Network(mode):
                await self._dials.network(mode)

    async def _type(self, digits: str) -> None:
        for digit in digits:
            await self._touch(f"digit:{digit}")

    async def _copy(self, step: Copying) -> None:
        lines = self._dials.zone(step.resident)
        passport = len(lines) == 2
        match step:
            case CopyNumber(_, wrong):
                run = lines[1][0:10] if passport else lines[0][5:15]
            case CopyBirth(_, wrong):
                run = lines[1][13:20] if passport else lines[1][0:7]
            case CopyExpiry():
                run, wrong = (lines[1][21:28] if passport else lines[1][8:15]), False
        event = "character" if isinstance(step, CopyNumber) else "digit"
        for letter in run[:-1] + (_another(run[-1]) if wrong else run[-1]):
            await self._touch(f"{event}:{letter}")

    async def _scan(self, text: str) -> None:
        """Once the screen is at rest: nobody lifts a document to a scanner sooner."""
        await asyncio.sleep(BEFORE_SCAN)
        await self._dials.scan(text)

    async def _touch(self, item: str) -> None:
        await self._answered(self._hands.touch(item), item)

    async def _answered(self, doing: Awaitable[None], what: str) -> None:
        before = len(self._lines)
        await doing
        await self._wait(lambda: len(self._lines) > before, f"an answer to {what}")

    async def _paper_moves(self, printer: str) -> None:
        before, deadline = await self._dials.rows(printer), time.monotonic() + PATIENCE
        while await self._dials.rows(printer) == before:
            if time.monotonic() > deadline:
                raise Lost(f"the {printer} printer moves no paper")
            await asyncio.sleep(LOOK_EVERY)

    async def _picture(self, name: str) -> None:
        if self._out is None:
            return
        before = self._lines[-1][1]
        await asyncio.sleep(SETTLED_AFTER)
        self._pictures += 1
        at = self._lines[-1][1]
        await self._hands.picture(self._out / f"{self._pictures:02d}-{name}.png")
        if before != at:
            raise Lost(f"the kiosk had left {before} before its picture was taken")

    async def _wait(self, there: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while not there():
            if time.monotonic() > deadline:
                at = self._lines[-1][1] if self._lines else "nowhere"
                raise Lost(f"{what} did not come; the kiosk is at {at}")
            await asyncio.sleep(LOOK_EVERY)


def _another(digits: str) -> str:
    """As many digits, none of them right."""
    return "".join(str((int(digit) + 1) % 10) for digit in digits)
