"""Commands and answers as ISO/IEC 7816-4, 5.1 to 5.3 writes them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Sw(IntEnum):
    """Status words that this card gives (ISO/IEC 7816-4, table 5)."""

    OK = 0x9000
    END_OF_FILE = 0x6282
    NOT_AUTHENTICATED = 0x6300
    WRONG_LENGTH = 0x6700
    LAST_OF_CHAIN_EXPECTED = 0x6883
    SECURITY_STATUS = 0x6982
    CONDITIONS_OF_USE = 0x6985
    NO_CURRENT_FILE = 0x6986
    SM_OBJECTS_MISSING = 0x6987
    SM_OBJECTS_INCORRECT = 0x6988
    WRONG_DATA = 0x6A80
    NOT_FOUND = 0x6A82
    WRONG_P1_P2 = 0x6A86
    REFERENCE_NOT_FOUND = 0x6A88
    BEYOND_THE_END = 0x6B00
    INSTRUCTION_UNKNOWN = 0x6D00
    CLASS_UNKNOWN = 0x6E00


@dataclass(frozen=True, slots=True, repr=False)
class Command:
    """A command APDU. `ne` is how many bytes are expected at most, 0 for none."""

    cla: int
    ins: int
    p1: int
    p2: int
    data: bytes = b""
    ne: int = 0
    extended: bool = False

    @property
    def header(self) -> bytes:
        return bytes([self.cla, self.ins, self.p1, self.p2])

    @property
    def chained(self) -> bool:
        """True where another command of the same chain follows (5.1.1.1)."""
        return bool(self.cla & 0x10)

    @property
    def protected(self) -> bool:
        """True under secure messaging with the header in the checksum (5.1.1, table 2)."""
        return self.cla & 0x0C == 0x0C


@dataclass(frozen=True, slots=True, repr=False)
class Answer:
    """A response APDU."""

    sw: Sw
    data: bytes = b""

    def encode(self) -> bytes:
        return self.data + self.sw.to_bytes(2)


class WrongLength(ValueError):
    """The bytes are no command APDU."""


def parse(apdu: bytes) -> Command:
    """The command in its seven cases (5.2, table 1). Raises `WrongLength`."""
    if len(apdu) < 4:
        raise WrongLength
    cla, ins, p1, p2 = apdu[:4]
    body = apdu[4:]
    if not body:
        return Command(cla, ins, p1, p2)
    if len(body) == 1:
        return Command(cla, ins, p1, p2, ne=body[0] or 256)
    extended = body[0] == 0 and len(body) >= 3
    if extended:
        if len(body) == 3:
            return Command(cla, ins, p1, p2, ne=int.from_bytes(body[1:]) or 65536, extended=True)
        count, rest = int.from_bytes(body[1:3]), body[3:]
    else:
        count, rest = body[0], body[1:]
    data, le = rest[:count], rest[count:]
    if not count or len(data) < count or len(le) not in (0, 2 if extended else 1):
        raise WrongLength
    most = 65536 if extended else 256
    ne = int.from_bytes(le) or most if le else 0
    return Command(cla, ins, p1, p2, data, ne, extended)
