"""Commands and responses between reader and chip (ISO/IEC 7816-4, 5.1), in their short and extended form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from devices.card.emrtd.tlv import Malformed

SHORT_MOST = 256
"""Data bytes in the longest response to a command in short form."""
EXTENDED_MOST = 65536

Transmit = Callable[[bytes], bytes]
"""Sends a command to the chip and gives its response with the status word; raises `Stopped`."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command. Its data are a secret's or a person's: they stay out of `repr`."""

    cla: int
    ins: int
    p1: int
    p2: int
    data: bytes = field(default=b"", repr=False)
    le: int = 0
    """Bytes that the response may hold, 0 to 65536; 0 where it holds none."""

    @property
    def extended(self) -> bool:
        """True where only the extended form can say it."""
        return len(self.data) > 255 or self.le > SHORT_MOST

    def encode(self) -> bytes:
        """The bytes on the wire."""
        wire = bytes([self.cla, self.ins, self.p1, self.p2])
        if not self.extended:
            if self.data:
                wire += bytes([len(self.data)]) + self.data
            return wire + bytes([self.le & 0xFF]) if self.le else wire
        wire += b"\0"
        if self.data:
            wire += len(self.data).to_bytes(2) + self.data
        return wire + (self.le & 0xFFFF).to_bytes(2) if self.le else wire


@dataclass(frozen=True, slots=True)
class Response:
    """What the chip answered."""

    data: bytes = field(repr=False)
    sw: int
    """The status word (ISO/IEC 7816-4, 5.1.3)."""

    @property
    def ok(self) -> bool:
        """True where the chip did what it was asked."""
        return self.sw == 0x9000

    @property
    def read(self) -> bool:
        """True where `data` holds file contents: 6282 says that the file ended before Le bytes."""
        return self.sw in (0x9000, 0x6282)


def decode(wire: bytes) -> Response:
    """The response in the bytes that came back."""
    if len(wire) < 2:
        raise Malformed("a response without its status word")
    return Response(wire[:-2], int.from_bytes(wire[-2:]))


def select_application(aid: bytes) -> Command:
    """SELECT by DF name, no answer wanted (ICAO 9303-10, 3.6)."""
    return Command(0x00, 0xA4, 0x04, 0x0C, aid)


def select_file(fid: int) -> Command:
    """SELECT of an elementary file under the current application (ICAO 9303-10, 3.6)."""
    return Command(0x00, 0xA4, 0x02, 0x0C, fid.to_bytes(2))


def read_short_file(sfi: int, le: int) -> Command:
    """READ BINARY from the start of the file of this short identifier, which it selects."""
    return Command(0x00, 0xB0, 0x80 | sfi, 0x00, le=le)


def read_binary(offset: int, le: int) -> Command:
    """READ BINARY of the selected file, from 0 to 7FFF."""
    return Command(0x00, 0xB0, offset >> 8, offset & 0xFF, le=le)
