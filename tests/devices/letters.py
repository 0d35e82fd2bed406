"""Reads a printer's bytes as lines of text; knows only the maker's manual, no code of this project."""

from __future__ import annotations

from dataclasses import dataclass, replace

PARAMETERS = {
    b"\x1b@": 0,
    b"\x1bJ": 1,
    b"\x1b3": 1,
    b"\x1bE": 1,
    b"\x1ba": 1,
    b"\x1bt": 1,
    b"\x1d!": 1,
    b"\x1dB": 1,
    b"\x1dP": 2,
    b"\x1da": 1,
    b"\x1dr": 1,
    b"\x10\x04": 1,
}
"""Bytes that follow each command (Epson, ESC/POS application programming guide)."""
SLOT_OF_1252 = 16
LEVELS = {48: "L", 49: "M", 50: "Q", 51: "H"}


class NotText(ValueError):
    """A byte that no command here begins with, or a letter of a page that was not chosen."""


@dataclass(frozen=True)
class Look:
    """How letters stand."""

    wide: int = 1
    tall: int = 1
    bold: bool = False
    inverted: bool = False
    centred: bool = False


@dataclass(frozen=True)
class Code:
    """A QR code as ordered."""

    data: str
    module: int
    level: str
    model: int
    centred: bool


class Reader:
    """What a printer would print of the bytes given."""

    def __init__(self, stream: bytes) -> None:
        self.lines: list[tuple[str, Look]] = []
        self.codes: list[Code] = []
        self.pages: list[int] = []
        """Each code page chosen, in order."""
        self.cuts = 0
        self.look = Look()
        self._page = 0
        self._code: dict[int, bytes] = {}
        self._line = ""
        at = 0
        while at < len(stream):
            at = self._next(stream, at)
        if self._line:
            raise NotText("a line without its end")

    @property
    def text(self) -> str:
        """All lines."""
        return "\n".join(line for line, _ in self.lines)

    def _next(self, stream: bytes, at: int) -> int:
        byte, two = stream[at], stream[at : at + 2]
        if byte == 0:
            return at + 1
        if byte == 0x0A:
            self.lines.append((self._line, self.look))
            self._line = ""
            return at + 1
        if byte >= 0x20:
            self._line += self._letter(stream[at : at + 1])
            return at + 1
        if two in (b"\x1d(",):
            end = at + 5 + int.from_bytes(stream[at + 3 : at + 5], "little")
            if stream[at + 2 : at + 3] == b"k":
                self._qr(stream[at + 5 : end])
            return end
        if two == b"\x1dV":
            self.cuts += 1
            return at + (4 if stream[at + 2] in (65, 66) else 3)
        if two not in PARAMETERS:
            raise NotText(f"{two.hex()} at byte {at}")
        end = at + 2 + PARAMETERS[two]
        self._set(two, stream[at + 2 : end])
        return end

    def _letter(self, byte: bytes) -> str:
        if byte >= b"\x80" and self._page != SLOT_OF_1252:
            raise NotText("a letter of a page that was not chosen")
        return byte.decode("cp1252")

    def _set(self, command: bytes, parameters: bytes) -> None:
        match command, parameters:
            case b"\x1b@", _:
                self.look, self._page = Look(), 0
            case b"\x1bt", _:
                self._page = parameters[0]
                self.pages.append(self._page)
            case b"\x1bE", _:
                self.look = replace(self.look, bold=bool(parameters[0] & 1))
            case b"\x1dB", _:
                self.look = replace(self.look, inverted=bool(parameters[0] & 1))
            case b"\x1ba", _:
                self.look = replace(self.look, centred=parameters[0] == 1)
            case b"\x1d!", _:
                n = parameters[0]
                self.look = replace(self.look, wide=(n >> 4 & 7) + 1, tall=(n & 7) + 1)

    def _qr(self, told: bytes) -> None:
        if told[0] != 49:
            raise NotText("a code that is not a QR")
        function, rest = told[1], told[2:]
        self._code[function] = rest
        if function == 81:
            self.codes.append(
                Code(
                    data=self._code[80][1:].decode("ascii"),
                    module=self._code[67][0],
                    level=LEVELS[self._code[69][0]],
                    model=self._code[65][0] - 48,
                    centred=self.look.centred,
                )
            )
