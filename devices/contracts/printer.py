"""A printer: what it is given, what it says while it prints, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
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
class Pdf:
    """A document as the seu sealed it, for a printer that reads PDF itself."""

    data: bytes = field(repr=False)
    sheets: int

    def __len__(self) -> int:
        return self.sheets


CODE_PAGE = "cp1252"
"""What a printer's own letters are written in: every letter of the kiosk's languages, in one page."""


@dataclass(frozen=True, slots=True)
class PlainLine:
    """A line of the printer's own letters, all of them in CODE_PAGE; it fits the paper."""

    text: str
    size: int = 1
    """How many times as wide and as high as usual, 1 to 8."""
    bold: bool = False
    inverted: bool = False
    """White on black."""


@dataclass(frozen=True, slots=True)
class PlainCode:
    """A QR code that the printer draws by itself; its correction is of level M."""

    address: str
    """In ASCII."""
    side: int
    """Modules."""
    module: int
    """Dots."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A sheet in the printer's own letters, for a line that is too slow for dots; see `Printer.columns`."""

    lines: tuple[PlainLine | PlainCode, ...]


Pages = Sequence[Dots] | Pdf
"""A document; its length is its sheets."""

Work = Pages | Sequence[Plain]
"""What a printer is given; see `Printer.takes_pdf` and `Printer.columns`. Its length is its sheets."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a printer says of itself before a sheet's first byte, to tell later what became of the sheet.

    All empty where the printer says nothing that outlasts its loss of power.
    """

    serial: str = ""
    """The printer's serial number."""
    cuts: int | None = None
    """Cuts since it was made."""
    starts: int | None = None
    """Times that it was switched on since it was made."""
    job: int | None = None
    """The number under which it knows this job (IPP)."""


@dataclass(frozen=True, slots=True)
class Sending:
    """The first byte of `sheet`, counted from 1, is about to leave."""

    sheet: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class Cutting:
    """Every row of `sheet` is on paper; its cut, or the line to tear it by, is about to leave."""

    sheet: int


@dataclass(frozen=True, slots=True)
class CutDone:
    """The printer said that `sheet` is cut."""

    sheet: int


JobStep = Sending | Cutting | CutDone

Note = Callable[[JobStep], Future[None]]
"""Writes a step down where it lasts; called in the printer's thread. The step is taken once that is done, and
not at all where it raises."""


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


class Found(StrEnum):
    """What a printer can tell of a sheet that was on its way when the kiosk, or its power, ended."""

    CUT = "cut"
    """It came out whole."""
    NOT_CUT = "not_cut"
    """It did not, and cannot any more."""
    UNKNOWN = "unknown"


class Handover(StrEnum):
    """What became of a sheet that a presenter held out."""

    TAKEN = "taken"
    RETRACTED = "retracted"
    """Nobody took it; the printer drew it back."""
    UNKNOWN = "unknown"
    """The printer says neither."""


class Printer(Protocol):
    """One printer. Its transport lives in a thread and a loop of its own; callers await in theirs."""

    name: str
    """The name in settings: `document` or `ticket`."""
    width: int
    """Dots in a row of the head."""
    takes_pdf: bool
    """It is given a `Pdf`; else sheets of dots, none wider than `width`."""
    columns: int
    """Letters in a line, where tickets should come to it as `Plain`; 0 where it takes dots only."""
    sees_taken: bool
    """It has a presenter whose sensor tells whether the sheet was taken."""

    @property
    def status(self) -> PrinterStatus:
        """What is known now, without asking."""

    def watch(self, heard: Callable[[PrinterStatus], None]) -> Callable[[], None]:
        """Call `heard` in the caller's event loop at every change; the answer ends it."""

    async def ask(self) -> PrinterStatus:
        """Ask the printer now. Never raises: silence is OFFLINE or UNKNOWN."""

    async def print(self, work: Work, report: Callable[[JobReport], None], note: Note) -> PrintOutcome:
        """Print each sheet of `work` and cut after each; `report` is called in the caller's event loop.

        When cancelled it stops at the next strip; the caller then owes a `make_unprintable`, and so it does
        where this raises what `note` raised.
        """

    async def look_back(self) -> Found:
        """What became of the sheet whose mark an earlier run left, see the driver's `left_over`.

        After an `Uncertain` it is that job's sheet: where it waited for its printer, this tells more, later.
        Waits until the printer answers, for ever if it must; UNKNOWN at once where that would tell nothing.
        What else that run left is thrown away and cut off, by the driver itself.
        """

    async def await_taken(self, within: float) -> Handover:
        """Wait until the cut sheet is taken; after `within` seconds it is drawn back. See `sees_taken`."""

    async def make_unprintable(self) -> bool:
        """Throw away what a cancelled job left in the printer, and draw back what its presenter holds.

        False where the printer did not confirm it.
        """

    async def close(self) -> None:
        """End the thread and its loop."""
