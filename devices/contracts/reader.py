"""A card reader: what lies on it, how far a read has come, and why it failed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from devices.contracts.document import Can, CardReading, Mrz


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
    """A card of no kind that is known here; the next three are none of ours either, and told apart."""
    TRANSPORT_CARD = "transport_card"
    HEALTH_CARD = "health_card"
    BANK_CARD = "bank_card"
    TWO_CARDS = "two_cards"
    FORGED = "forged"
    """What it says of its holder cannot be read, and is not what was signed."""
    UNREADABLE = "unreadable"
    READER_GONE = "reader_gone"
    TIMED_OUT = "timed_out"


class CardReader(Protocol):
    """One contactless reader, with one worker thread of its own."""

    @property
    def state(self) -> ReaderState:
        """What lies on the reader now."""

    def watch(self, heard: Callable[[ReaderState], None]) -> Callable[[], None]:
        """Call `heard` in the caller's event loop at every change; the answer ends it."""

    async def read(
        self, secret: Can | Mrz, report: Callable[[ReadProgress], None], challenge: bytes
    ) -> CardReading | ReadFailure:
        """Read the document on the reader. When cancelled it stops at the next APDU and keeps nothing.

        `challenge` is 8 bytes that are new for this read: what active authentication signs (9303-11, 6.1).
        """

    async def close(self) -> None:
        """End the watcher and the worker."""
