"""Devices that this kiosk does not have: they say so, and do nothing."""

from __future__ import annotations

from collections.abc import Callable

from devices.card.pkcs11.secret import zero
from devices.contracts import (
    Can,
    CardReading,
    Found,
    Handover,
    JobReport,
    Mrz,
    Note,
    NotPrinted,
    PinTries,
    PrinterStatus,
    PrintOutcome,
    ReaderState,
    ReadFailure,
    ReadProgress,
    Scan,
    Signed,
    SigningFailure,
    Work,
)

EIGHTY_MM = 576
"""Dots of the narrow head that a page for nobody is laid out for."""


def _nothing_to_end() -> None:
    return None


class AbsentPrinter:
    """No printer here."""

    takes_pdf = False
    columns = 0
    sees_taken = False

    def __init__(self, name: str) -> None:
        self.name = name
        self.width = EIGHTY_MM

    @property
    def status(self) -> PrinterStatus:
        return PrinterStatus.OFFLINE

    def watch(self, heard: Callable[[PrinterStatus], None]) -> Callable[[], None]:
        return _nothing_to_end

    async def ask(self) -> PrinterStatus:
        return PrinterStatus.OFFLINE

    async def print(self, work: Work, report: Callable[[JobReport], None], note: Note) -> PrintOutcome:
        return NotPrinted(PrinterStatus.OFFLINE)

    async def look_back(self) -> Found:
        return Found.UNKNOWN

    async def await_taken(self, within: float) -> Handover:
        return Handover.UNKNOWN

    async def make_unprintable(self) -> bool:
        return True

    async def close(self) -> None:
        return None


class AbsentReader:
    """No reader here."""

    @property
    def state(self) -> ReaderState:
        return ReaderState.GONE

    def watch(self, heard: Callable[[ReaderState], None]) -> Callable[[], None]:
        return _nothing_to_end

    async def read(
        self, secret: Can | Mrz, report: Callable[[ReadProgress], None], challenge: bytes
    ) -> CardReading | ReadFailure:
        return ReadFailure.READER_GONE

    async def close(self) -> None:
        return None


class AbsentScanner:
    """No scanner here."""

    @property
    def present(self) -> bool:
        return False

    def watch(self, heard: Callable[[Scan], None]) -> Callable[[], None]:
        return _nothing_to_end

    async def close(self) -> None:
        return None


class AbsentSigningCard:
    """No reader with contacts here."""

    @property
    def state(self) -> ReaderState:
        return ReaderState.GONE

    def watch(self, heard: Callable[[ReaderState], None]) -> Callable[[], None]:
        return _nothing_to_end

    async def tries(self) -> PinTries | SigningFailure:
        return SigningFailure.READER_GONE

    async def sign(self, pin: bytearray, challenge: bytes) -> Signed | SigningFailure:
        zero(pin)
        return SigningFailure.READER_GONE

    async def close(self) -> None:
        return None
