"""From bytes to ESC/POS commands, whatever the chunks in which the bytes arrive."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """A command and its parameters: `Command("GS a", b"\\x0f")`. Of what no table knows the name is empty."""

    name: str
    parameters: bytes = b""


@dataclass(frozen=True, slots=True)
class Text:
    """Characters to be printed on a line; a run of them may arrive in several parts."""

    characters: bytes


@dataclass(frozen=True, slots=True)
class Raster:
    """The head of `GS v 0`: the next `rows * stride` bytes are dots, whatever they are."""

    stride: int
    """Bytes in a row."""
    rows: int
    wide: bool
    """Every dot is printed twice across."""
    tall: bool
    """Every row is printed twice."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Whole rows of the raster in hand."""

    raster: Raster
    dots: bytes


Step = Command | Text | Raster | Rows

# How many parameter bytes follow a command's two-byte name.
_ESC = {
    " ": 1,
    "!": 1,
    "$": 2,
    "%": 1,
    "-": 1,
    "2": 0,
    "3": 1,
    "=": 1,
    "?": 1,
    "@": 0,
    "E": 1,
    "G": 1,
    "J": 1,
}
_ESC |= {"K": 1, "L": 0, "M": 1, "R": 1, "S": 0, "T": 1, "U": 1, "V": 1, "W": 8, "\\": 2, "a": 1, "c": 2}
_ESC |= {"d": 1, "e": 1, "i": 0, "m": 0, "p": 3, "r": 1, "t": 1, "u": 1, "v": 0, "{": 1, "\x0c": 0}
_GS = {
    "!": 1,
    "$": 2,
    "/": 1,
    ":": 0,
    "B": 1,
    "H": 1,
    "I": 1,
    "L": 2,
    "P": 2,
    "T": 1,
    "W": 2,
    "\\": 2,
    "^": 3,
}
_GS |= {"a": 1, "b": 1, "f": 1, "g": 4, "h": 1, "r": 1, "w": 1, "z": 2}
_GS |= {"\xe0": 1, "\xe2": 0, "\xe3": 0, "\xe4": 0, "\xe5": 0}  # Custom: automatic full status, counters
_FS = {"!": 1, "&": 0, "-": 1, ".": 0, "C": 1, "S": 2, "W": 1, "p": 2}
_DLE = {"\x04": 1, "\x05": 1}

_FAMILIES = {0x1B: ("ESC", _ESC), 0x1D: ("GS", _GS), 0x1C: ("FS", _FS), 0x10: ("DLE", _DLE)}
_CONTROLS = {0x09: "HT", 0x0A: "LF", 0x0C: "FF", 0x0D: "CR", 0x18: "CAN"}
_SPOKEN = {"\x04": "EOT", "\x05": "ENQ", "\x14": "DC4", "\x0c": "FF"}
_PRINTABLE = bytes(range(0x20, 0x100))
_LONGEST_HEAD = 300
"""Parameter bytes that are looked at to tell a command's length; the longest is a bar code's text."""


def _until_nul(start: int) -> Callable[[bytes], int | None]:
    def length(seen: bytes) -> int | None:
        found = seen.find(0, start)
        if found < 0:
            return len(seen) if len(seen) == _LONGEST_HEAD else None
        return found + 1

    return length


def _bar_code(seen: bytes) -> int | None:
    if seen[:1] <= b"\x06":
        return _until_nul(1)(seen) if seen else None
    return 2 + seen[1] if len(seen) >= 2 else None


def _bit_image(seen: bytes) -> int | None:
    if len(seen) < 3:
        return None
    return 3 + int.from_bytes(seen[1:3], "little") * (3 if seen[0] >= 32 else 1)


def _function(seen: bytes) -> int | None:
    return 3 + int.from_bytes(seen[1:3], "little") if len(seen) >= 3 else None


def _long_function(seen: bytes) -> int | None:
    return 5 + int.from_bytes(seen[1:5], "little") if len(seen) >= 5 else None


def _down_loaded_image(seen: bytes) -> int | None:
    return 2 + seen[0] * seen[1] * 8 if len(seen) >= 2 else None


def _by_first(lengths: dict[int, int], otherwise: int) -> Callable[[bytes], int | None]:
    return lambda seen: lengths.get(seen[0], otherwise) if seen else None


# Of these the number of parameter bytes is told by the first of them.
_VARIABLE: dict[str, Callable[[bytes], int | None]] = {
    "ESC (": _function,
    "ESC *": _bit_image,
    "ESC D": _until_nul(0),
    "FS (": _function,
    "GS (": _function,
    "GS *": _down_loaded_image,
    "GS 8": _long_function,
    "GS V": _by_first(dict.fromkeys((65, 66, 97, 98, 103, 104), 2), 1),
    "GS e": _by_first({3: 2}, 1),
    "GS k": _bar_code,
    "DLE DC4": _by_first({1: 3, 2: 3, 3: 6, 7: 2, 8: 8}, 1),
}


class Parser:
    """Holds the bytes of the receive buffer and takes one command after the other from its front."""

    def __init__(self) -> None:
        self._held = bytearray()
        self._raster: Raster | None = None
        self._rows_left = 0
        self._gathering: str | None = None
        self._gathered = bytearray()
        self._wanted = 0

    @property
    def held(self) -> int:
        """Bytes that wait to be taken."""
        return len(self._held)

    @property
    def raster_left(self) -> tuple[int, int]:
        """Of the raster in hand, the rows still to come and all its rows; (0, 0) where there is none."""
        return (self._rows_left, self._raster.rows) if self._raster else (0, 0)

    def receive(self, chunk: bytes) -> None:
        """Put `chunk` behind what is held."""
        self._held += chunk

    def clear(self) -> None:
        """Forget every byte, and the command in whose middle they stood."""
        self._held.clear()
        self._raster, self._rows_left = None, 0
        self._gathering = None
        self._gathered.clear()

    def next(self, most_rows: int) -> Step | None:
        """The command at the front, or up to `most_rows` rows of a raster; None where bytes are missing."""
        if self._raster:
            return self._rows(self._raster, most_rows)
        if self._gathering is not None:
            return self._gather(self._gathering)
        if not self._held:
            return None
        lead = self._held[0]
        if lead >= 0x20:
            return Text(self._take(len(self._held) - len(self._held.lstrip(_PRINTABLE))))
        if lead not in _FAMILIES:
            self._take(1)
            return Command(_CONTROLS.get(lead, ""))
        return self._command(lead) if len(self._held) >= 2 else None

    def _command(self, lead: int) -> Step | None:
        family, lengths = _FAMILIES[lead]
        letter = chr(self._held[1])
        name = f"{family} {_SPOKEN.get(letter, letter)}"
        if name == "GS v":
            return self._raster_head()
        seen = bytes(self._held[2 : 2 + _LONGEST_HEAD])
        variable = _VARIABLE.get(name)
        wanted = variable(seen) if variable else lengths.get(letter, -1)
        if wanted is None:
            return None
        if wanted < 0:
            # DLE is of one byte where it begins nothing; a printer drops an unknown command's two.
            self._take(1 if family == "DLE" else 2)
            return Command("")
        self._take(2)
        self._gathering, self._wanted = name, wanted
        return self._gather(name)

    def _gather(self, name: str) -> Command | None:
        self._gathered += self._take(min(self._wanted - len(self._gathered), len(self._held)))
        if len(self._gathered) < self._wanted:
            return None
        parameters = bytes(self._gathered)
        self._gathering = None
        self._gathered.clear()
        if name.endswith(" ("):
            return Command(f"{name} {chr(parameters[0])}", parameters[3:])
        if name == "GS 8":
            return Command(f"GS 8 {chr(parameters[0])}", parameters[5:])
        return Command(name, parameters)

    def _raster_head(self) -> Step | None:
        if len(self._held) < 8:
            return None
        kind, mode = self._held[2], self._held[3]
        if kind != 0x30 or mode not in (0, 1, 2, 3, 48, 49, 50, 51):
            # Out of range: what follows is taken for text, as on paper.
            self._take(4)
            return Command("")
        stride, rows = (int.from_bytes(self._held[at : at + 2], "little") for at in (4, 6))
        self._take(8)
        raster = Raster(stride, rows, wide=bool(mode & 1), tall=bool(mode & 2))
        if stride and rows:
            self._raster, self._rows_left = raster, rows
        return raster

    def _rows(self, raster: Raster, most: int) -> Rows | None:
        count = min(most, self._rows_left, len(self._held) // raster.stride)
        if not count:
            return None
        self._rows_left -= count
        if not self._rows_left:
            self._raster = None
        return Rows(raster, self._take(count * raster.stride))

    def _take(self, count: int) -> bytes:
        taken = bytes(self._held[:count])
        del self._held[:count]
        return taken
