"""What can be plugged in, as small protocols; what it says, as frozen unions that a screen can explain.

Nothing here knows a citizen service, a screen or Qt. Types with personal data redact themselves in `repr`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

# --- printers ---------------------------------------------------------------------------------------------


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


# --- identity documents -----------------------------------------------------------------------------------


class ReaderState(StrEnum):
    """What lies on the reader."""

    GONE = "gone"
    """No reader, or no smart card service."""
    EMPTY = "empty"
    CARD = "card"
    TWO_CARDS = "two_cards"


class ReadStep(StrEnum):
    """How far a read has come, in this order."""

    OPENING = "opening"
    """The chip answers; access is being opened with CAN or MRZ."""
    OPENED = "opened"
    """CAN or MRZ was right."""
    DATA = "data"
    """The data groups are being read."""
    CHECKING = "checking"
    """Hashes are compared with the document security object."""


@dataclass(frozen=True, slots=True)
class ReadProgress:
    """`done` (0 to 1) counts bytes against the lengths that the files declare."""

    step: ReadStep
    done: float


class ReadFailure(StrEnum):
    """Why a document was not read. Nothing of it was kept."""

    WRONG_SECRET = "wrong_secret"
    MRZ_NEEDED = "mrz_needed"
    """The chip knows no CAN (an older passport): only the MRZ opens it."""
    CARD_PULLED = "card_pulled"
    NOT_A_DOCUMENT = "not_a_document"
    TWO_CARDS = "two_cards"
    UNREADABLE = "unreadable"
    READER_GONE = "reader_gone"
    TIMED_OUT = "timed_out"


@dataclass(frozen=True, slots=True, repr=False)
class Can:
    """Card access number: the six digits printed on the front (ICAO 9303-11, 4.4)."""

    digits: str

    def __repr__(self) -> str:
        return "Can(…)"


@dataclass(frozen=True, slots=True, repr=False)
class Mrz:
    """The three fields of the machine readable zone that open a chip (ICAO 9303-11, 4.3)."""

    document_number: str
    birth_date: date
    expiry_date: date

    def __repr__(self) -> str:
        return "Mrz(…)"


class DocumentKind(StrEnum):
    """What a person calls it."""

    DNI = "dni"
    TIE = "tie"
    EU_CARD = "eu_card"
    PASSPORT = "passport"
    OTHER = "other"


@dataclass(frozen=True, slots=True, repr=False)
class Document:
    """What DG1 says, and DG11 or DG13 where present for names with their diacritics."""

    kind: DocumentKind
    number: str
    """DNI, NIE or the document's own number: what the register knows the person by."""
    support_number: str
    """The document number field of DG1 (on Spanish cards the number of the plastic)."""
    issuer: str
    """Three letters (ICAO 9303-3, 5)."""
    nationality: str
    surnames: str
    given_names: str
    birth_date: date
    expiry_date: date

    def __repr__(self) -> str:
        return "Document(…)"


@dataclass(frozen=True, slots=True, repr=False)
class CardReading:
    """A document that was read: what it says, and the raw files as evidence for the seu."""

    document: Document
    dg1: bytes
    sod: bytes
    hashes_agree: bool
    """Every data group read has the hash that the SOD declares. It does not prove a genuine chip."""

    def __repr__(self) -> str:
        return "CardReading(…)"


class CardReader(Protocol):
    """One contactless reader, with one worker thread of its own."""

    @property
    def state(self) -> ReaderState:
        """What lies on the reader now."""

    def watch(self, heard: Callable[[ReaderState], None]) -> Callable[[], None]:
        """Call `heard` in the caller's event loop at every change; the answer ends it."""

    async def read(
        self, secret: Can | Mrz, report: Callable[[ReadProgress], None]
    ) -> CardReading | ReadFailure:
        """Read the document on the reader. When cancelled it stops at the next APDU and keeps nothing."""

    async def close(self) -> None:
        """End the watcher and the worker."""
