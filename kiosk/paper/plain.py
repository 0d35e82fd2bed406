"""A ticket as plain lines of CP1252, for a slow serial line: 1 KB where its dots are 80.

One code page for the whole ticket, chosen once: letters taken from several come out wrong on printers that
lack one of them. What it cannot say goes as dots: no other script of a printer's own can be counted on, and
none joins letters from right to left.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from textwrap import wrap
from unicodedata import category, normalize

import segno

from devices.contracts import CODE_PAGE, Plain, PlainCode, PlainLine
from kiosk.paper import ticket
from kiosk.paper.breaking import lines_of

BIGGEST, LARGE = 8, 2
"""Times the printer's own letters."""
CELL = 12
"""Dots across of a letter, in the font that every printer has."""
MODULE, SMALLEST_MODULE = 6, 4
"""Dots a module of a QR code; below four, a code is not read reliably."""
WRITTEN, SIGNED = 1, 3
"""Empty lines above one that is written on: for a word in handwriting, and for a signature."""
QUIET = 8
"""Modules of white on both sides together."""
SPELT = str.maketrans({"ŀ": "l·", "Ŀ": "L·", "\u202f": "\u00a0", "\u2011": "-", "\t": " ", "\n": " "})
"""The same said with what CP1252 has: l·l is written with a middle dot."""


def plain(made: ticket.Ticket, columns: int) -> tuple[Plain, ...] | None:
    """Each piece of `made` in lines of `columns` letters; None where CP1252 cannot say it."""
    if made.right_to_left:
        return None
    try:
        lines = _Lines(columns, centred=made.centred)
        return tuple(Plain(tuple(lines.of(piece))) for piece in made.pieces)
    except UnicodeEncodeError:
        return None


def _said(text: str) -> str:
    """`text` as the code page says it. Raises UnicodeEncodeError where it cannot."""
    spelt = normalize("NFC", text).translate(SPELT).replace("**", "")
    # A control byte would be a command.
    said = "".join(letter for letter in spelt if category(letter) not in ("Cc", "Cf"))
    said.encode(CODE_PAGE)
    return said


def _pieces(word: str, room: int) -> list[str]:
    """`word`, broken where no line could hold it; each piece but the last fills one."""
    return [word[at : at + room] for at in range(0, len(word), room)]


class _Lines:
    """How each block is said in lines."""

    def __init__(self, columns: int, *, centred: bool) -> None:
        self._columns = columns
        self._centred = centred

    def of(self, piece: tuple[ticket.Content, ...]) -> Iterator[PlainLine | PlainCode]:
        """Every line, from top to bottom."""
        for block in piece:
            yield from self._block(block)

    def _block(self, block: ticket.Content) -> Iterator[PlainLine | PlainCode]:
        match block:
            case ticket.Mark():
                yield from self._write(block.town, bold=True)
                yield from self._write(block.place)
            case ticket.Rule():
                yield PlainLine(("=" if block.thick else "-") * self._columns)
            case ticket.Title():
                yield PlainLine("")
                yield from self._write(block.text, size=1 if block.small else LARGE, bold=True)
            case ticket.Text():
                yield PlainLine("")
                yield from self._write(block.text)
            case ticket.Big():
                yield from self._big(block.text)
            case ticket.Table():
                yield PlainLine("")
                yield from self._table(block.rows)
            case ticket.Inverted():
                yield PlainLine("")
                yield from self._inverted(block)
                yield PlainLine("")
            case ticket.Figures():
                for figure in block.figures:
                    yield from self._write(f"{figure.label}: {figure.number} {figure.unit}")
            case ticket.Code():
                yield from self._code(block)
            case ticket.Blank():
                yield PlainLine("")
                yield from self._write(block.label)
                yield from [PlainLine("")] * (SIGNED if block.tall else WRITTEN)
                yield PlainLine("_" * self._columns)
            case ticket.Closing():
                yield PlainLine("")
                yield from self._write(block.text, bold=True, centred=True)

    def _write(
        self, text: str, *, size: int = 1, bold: bool = False, centred: bool = False
    ) -> Iterator[PlainLine]:
        for line in self._wrapped(text, self._columns // size):
            placed = line.center(self._columns // size) if centred or self._centred else line
            yield PlainLine(placed.rstrip(), size=size, bold=bold)

    def _wrapped(self, text: str, room: int) -> list[str]:
        """Lines no longer than `room`; a no-break space holds together until here, and is then a space."""
        words = [piece for word in _said(text).split(" ") for piece in _pieces(word, room)]
        lines = lines_of(" ".join(words), [len(word) for word in words], 1, room)
        return [line.replace("\u00a0", " ") for line in lines]

    def _big(self, text: str) -> Iterator[PlainLine]:
        size = max(1, min(BIGGEST, self._columns // max(1, len(_said(text)))))
        yield PlainLine("")
        yield from self._write(text, size=size, bold=True, centred=True)

    def _inverted(self, block: ticket.Inverted) -> Iterator[PlainLine]:
        for line in self._wrapped(block.text, self._columns - 2):
            if block.loud:
                yield PlainLine(line.center(self._columns), bold=True, inverted=True)
            else:
                yield PlainLine(line, bold=True)

    def _table(self, rows: tuple[tuple[str, str], ...]) -> Iterator[PlainLine]:
        longest = max((len(_said(name)) for name, _ in rows), default=0)
        column = min(longest, self._columns // 2 - 1)
        room = self._columns - column - 1
        for name, value in rows:
            sides = zip_longest(self._wrapped(name, column), self._wrapped(value, room), fillvalue="")
            for left, right in sides:
                yield PlainLine(f"{left:{column}} {right}".rstrip())

    def _code(self, block: ticket.Code) -> Iterator[PlainLine | PlainCode]:
        """The reason, the code, and its address for who has no camera."""
        block.address.encode("ascii")
        side = len(segno.make(block.address, error="m", micro=False, boost_error=False).matrix)
        module = min(MODULE, self._columns * CELL // (side + QUIET))
        yield PlainLine("")
        yield from self._write(block.reason)
        if module >= SMALLEST_MODULE:
            yield PlainCode(block.address, side, module)
        shown = block.address.removeprefix("https://")
        # A line ends after a stroke: who copies the address sees that it goes on.
        pieces = [shown] if len(shown) <= self._columns else wrap(shown.replace("/", "/ "), self._columns)
        for piece in pieces:
            yield from self._write(piece.replace(" ", ""))
