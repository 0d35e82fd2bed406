"""A printer: what it is given, what it says while it prints, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


class PrinterStatus(StrEnum):
    """What a printer says of itself, worst news first when several are true."""

    READY = "ready"
    PAPER_LOW = "paper_low"
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    CUTTER_FAULT = "cutter_fault"
    PAPER_JAM = "paper_jam"
    OVERHEATED = "overheated"
    PAPER_NOT_TAKEN = "paper_not_taken"
    OFFLINE = "offline"
    UNKNOWN = "unknown"

    @property
    def can_print(self) -> bool:
        """True where a job may be started now."""
        return self in (PrinterStatus.READY, PrinterStatus.PAPER_LOW)


@dataclass(frozen=True, slots=True)
class Dots:
    """A page as a thermal head sees it: one bit a dot, 1 is black, the leftmost dot is the highest bit.

    `rows` holds the rows one after the other, each of `stride` bytes; bits beyond `width` are 0.
    """

    width: int
    """Dots in a row."""
    rows: bytes = field(repr=False)

    @property
    def stride(self) -> int:
        """Bytes in a row."""
        return (self.width + 7) // 8

    @property
    def height(self) -> int:
        """Rows of the page."""
        return len(self.rows) // self.stride


@dataclass(frozen=True, slots=True)
class Advancing:
    """The printer has acknowledged `done` (0 to 1) of the job's rows."""

    done: float
    sheet: int
    """The sheet that is being printed, counted from 1."""


@dataclass(frozen=True, slots=True)
class Held:
    """The job waits for somebody to put `status` right; it goes on by itself."""

    status: PrinterStatus


JobReport = Advancing | Held


@dataclass(frozen=True, slots=True)
class Printed:
    """The printer confirmed every row and the cut."""

    sheets: int


@dataclass(frozen=True, slots=True)
class NotPrinted:
    """No byte of the job reached the printer."""

    status: PrinterStatus


@dataclass(frozen=True, slots=True)
class Uncertain:
    """The printer stopped answering after the first byte: nobody knows what lies in the slot."""

    status: PrinterStatus


PrintOutcome = Printed | NotPrinted | Uncertain


class Printer(Protocol):
    """One printer. Its transport lives in a thread and a loop of its own; callers await in theirs."""

    name: str
    """The name in settings: `document` or `ticket`."""
    width: int
    """Dots in a row of the head."""

    @property
    def status(self) -> PrinterStatus:
        """What is known now, without asking."""

    def watch(self, heard: Callable[[PrinterStatus], None]) -> Callable[[], None]:
        """Call `heard` in the caller's event loop at every change; the answer ends it."""

    async def ask(self) -> PrinterStatus:
        """Ask the printer now. Never raises: silence is OFFLINE or UNKNOWN."""

    async def print(self, sheets: Sequence[Dots], report: Callable[[JobReport], None]) -> PrintOutcome:
        """Print each of `sheets` and cut after each; `report` is called in the caller's event loop.

        When cancelled it stops at the next strip; the caller then owes a `make_unprintable`.
        """

    async def make_unprintable(self) -> bool:
        """Throw away what a cancelled job left in the printer; False where the printer did not confirm it."""

    async def close(self) -> None:
        """End the thread and its loop."""
