"""What an Epson says, read byte by byte: each reply is known by its fixed bits, whatever comes in between.

    DLE EOT n   0xx1xx10
    ASB         0xx1xx00, then three of 0xx0xxxx
    GS r        0xx0xxxx
    GS ( H      37 22 d1 d2 d3 d4 00
    DLE DC4 8   37 25 00
    GS I 68     5F, the serial number, 00
    XON, XOFF   11, 13

Bit tables: Epson TM-T88III specification, DLE EOT and GS a. Bytes that fit nothing are dropped.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import Protocol

from devices.contracts import PrinterStatus
from devices.printer import commands

XON, XOFF = 0x11, 0x13
NAME = 0x5F
LONGEST_NAME = 80
BLOCK, PROCESS, CLEARED, NUL = 0x37, 0x22, 0x25, 0x00


@dataclass(frozen=True, slots=True)
class Condition:
    """What a printer has said of itself, one field a bit of the maker's tables."""

    offline: bool = False
    cover_open: bool = False
    near_end: bool = False
    paper_end: bool = False
    recoverable: bool = False
    """Mechanical trouble that a person can put right."""
    cutter: bool = False
    unrecoverable: bool = False
    heat: bool = False
    """Recovers by itself: the head's temperature."""
    in_output: bool = False
    """A sheet waits in the presenter."""

    @property
    def status(self) -> PrinterStatus:
        """The worst news. An open cover comes first, since it explains the others."""
        if self.cover_open:
            return PrinterStatus.COVER_OPEN
        if self.paper_end:
            return PrinterStatus.PAPER_OUT
        if self.cutter:
            return PrinterStatus.CUTTER_FAULT
        if self.recoverable:
            return PrinterStatus.PAPER_JAM
        if self.heat:
            return PrinterStatus.OVERHEATED
        if self.offline or self.unrecoverable:
            return PrinterStatus.OFFLINE
        if self.in_output:
            return PrinterStatus.PAPER_NOT_TAKEN
        return PrinterStatus.PAPER_LOW if self.near_end else PrinterStatus.READY


@dataclass(frozen=True, slots=True)
class Answered:
    """A DLE EOT was answered; `n` says which."""

    n: int


@dataclass(frozen=True, slots=True)
class Pushed:
    """Automatic status came, four bytes."""


@dataclass(frozen=True, slots=True)
class Done:
    """Everything before this process number is on paper."""

    number: int


@dataclass(frozen=True, slots=True)
class Passed:
    """A GS r was answered: everything before it has been processed."""


@dataclass(frozen=True, slots=True)
class Emptied:
    """Both buffers were cleared."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A counter was told."""

    what: str
    """`cuts`, `ret` (sheets drawn back) or `on` (times switched on)."""
    count: int


@dataclass(frozen=True, slots=True)
class Looked:
    """The presenter said whether paper is stuck."""


@dataclass(frozen=True, slots=True)
class Named:
    """The printer told its serial number."""

    serial: str


Reply = Named | Answered | Pushed | Done | Passed | Emptied | Counted | Looked


class Hearing(Protocol):
    """The state between bytes: what was asked, and what is half heard."""

    condition: Condition

    def asked(self, n: int) -> None:
        """DLE EOT n, GS e n or GS I n went out; a printer answers in the order of the questions."""

    def hear(self, received: bytes) -> list[Reply]:
        """The replies that are complete with `received`."""


def is_answer(byte: int) -> bool:
    """DLE EOT."""
    return byte & 0x93 == 0x12


def is_push(byte: int) -> bool:
    """The first byte of ASB."""
    return byte & 0x93 == 0x10


def is_plain(byte: int) -> bool:
    """Bytes two to four of ASB, and GS r."""
    return byte & 0x90 == 0x00


def from_answer(known: Condition, n: int, byte: int) -> Condition:
    """`known` after the answer `byte` to DLE EOT n."""
    if n == 1:
        return replace(known, offline=bool(byte & 0x08))
    if n == 2:
        return replace(known, cover_open=bool(byte & 0x04))
    if n == 3:
        return replace(
            known,
            recoverable=bool(byte & 0x04),
            cutter=bool(byte & 0x08),
            unrecoverable=bool(byte & 0x20),
            heat=bool(byte & 0x40),
        )
    return replace(known, near_end=byte & 0x0C == 0x0C, paper_end=byte & 0x60 == 0x60)


def from_push(block: bytes) -> Condition:
    """What the four bytes of ASB say."""
    printer, error, roll, _ = block
    return Condition(
        offline=bool(printer & 0x08),
        cover_open=bool(printer & 0x20),
        near_end=roll & 0x03 == 0x03,
        paper_end=roll & 0x0C == 0x0C,
        recoverable=bool(error & 0x04),
        cutter=bool(error & 0x08),
        unrecoverable=bool(error & 0x20),
        heat=bool(error & 0x40),
    )


class EpsonHearing:
    """A `Hearing` of Epson's replies."""

    def __init__(self) -> None:
        self.condition = Condition()
        self._asked: deque[int] = deque()
        self._push = bytearray()
        self._block = bytearray()
        self._name = bytearray()
        self._naming = False

    def asked(self, n: int) -> None:
        """DLE EOT n went out, or GS I 68, behind which nothing else is asked, and nothing pushed."""
        if n == commands.SERIAL:
            self._naming = True
        else:
            self._asked.append(n)

    def hear(self, received: bytes) -> list[Reply]:
        """The replies that are complete with `received`."""
        return [reply for byte in received if (reply := self._byte(byte)) is not None]

    def _byte(self, byte: int) -> Reply | None:
        if byte in (XON, XOFF):
            return None
        if self._name or (self._naming and byte == NAME):
            return self._named(byte)
        if is_answer(byte):
            return self._answer(byte)
        if is_push(byte):
            self._push[:] = bytes([byte])
            return None
        if self._push and is_plain(byte):
            return self._pushed(byte)
        if byte == BLOCK:
            # No identifier of ours holds this byte: a reply that was broken off is over.
            self._block[:] = bytes([byte])
            return None
        if self._block:
            return self._blocked(byte)
        return Passed() if is_plain(byte) else None

    def _named(self, byte: int) -> Reply | None:
        """Its digits look like status: they are known by their place alone."""
        self._name.append(byte)
        if byte != NUL and 0x20 <= byte <= 0x7E and len(self._name) <= LONGEST_NAME:
            return None
        name = bytes(self._name[1:-1])
        self._name.clear()
        self._naming = False
        return Named(name.decode("ascii")) if byte == NUL else None

    def _answer(self, byte: int) -> Reply | None:
        if not self._asked:
            return None
        n = self._asked.popleft()
        self.condition = from_answer(self.condition, n, byte)
        return Answered(n)

    def _pushed(self, byte: int) -> Reply | None:
        self._push.append(byte)
        if len(self._push) < 4:
            return None
        self.condition = from_push(bytes(self._push))
        self._push.clear()
        return Pushed()

    def _blocked(self, byte: int) -> Reply | None:
        block = self._block
        if byte != NUL and len(block) < 6:
            block.append(byte)
            return None
        heard = bytes(block)
        block.clear()
        if byte != NUL:
            return None
        if heard == bytes([BLOCK, CLEARED]):
            return Emptied()
        if len(heard) == 6 and heard[1] == PROCESS:
            return Done(commands.process_number(heard[2:]))
        return None
