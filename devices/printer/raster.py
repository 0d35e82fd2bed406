"""A page becomes the steps of a job: strips of raster and feeds, small enough to be counted back one by one.

All rows end at the last black byte of the widest: strips of several widths are legal, but decoders get them
wrong. Blank rows are fed. A printer executes `10 04`, `10 05` and `10 14` even inside image data (DLE EOT,
DLE ENQ, DLE DC4), so none is left: the lone dot of the `10` gets a neighbour, which nobody sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from devices.contracts import Dots
from devices.printer import commands

REAL_TIME = re.compile(rb"\x10(?=[\x04\x05\x14])")
STRIP_ROWS = 24
"""Rows of a strip, at most: 3 mm."""
FED_ROWS = 16
"""Blank rows that are worth a feed of their own."""
STROKE = b"\xff\xff\x00"
TEAR_ROWS, TEAR_WHITE = 3, 24


@dataclass(frozen=True, slots=True)
class Step:
    """What is sent at once and acknowledged at once."""

    data: bytes = field(repr=False)
    rows: int
    """Rows of the page that are on paper once it is acknowledged."""


def harmless(image: bytes) -> bytes:
    """`image` without bytes that a printer would execute."""
    return REAL_TIME.sub(b"\x18", image)


def steps(dots: Dots, strip_bytes: int) -> Iterator[Step]:
    """The steps of one sheet, made as they are asked for.

    No strip's image is over `strip_bytes`, or one row where a row is longer.
    """
    rows = [
        dots.rows[start : start + dots.stride].rstrip(b"\0")
        for start in range(0, len(dots.rows), dots.stride)
    ]
    stride = max(map(len, rows), default=0)
    at = 0
    while at < len(rows):
        blank = _blank(rows, at)
        inked = at + blank
        if blank >= FED_ROWS or inked == len(rows):
            yield from _feeds(blank)
            at = inked
            continue
        end = _strip(rows, at, stride, strip_bytes)
        image = b"".join(row.ljust(stride, b"\0") for row in rows[at:end])
        yield Step(commands.raster(stride, end - at) + harmless(image), end - at)
        at = end


def tear_line(width: int) -> bytes:
    """A line of strokes across `width` dots, with white on both sides: here a person tears the paper."""
    stride = width // 8
    strokes = (STROKE * stride)[:stride]
    white = commands.feed(TEAR_WHITE)
    return white + commands.raster(stride, TEAR_ROWS) + strokes * TEAR_ROWS + white


def _blank(rows: list[bytes], at: int) -> int:
    """How many blank rows follow one another from `at` on."""
    end = at
    while end < len(rows) and not rows[end]:
        end += 1
    return end - at


def _feeds(rows: int) -> list[Step]:
    whole, rest = divmod(rows, commands.FEED_LIMIT)
    counts = [commands.FEED_LIMIT] * whole + ([rest] if rest else [])
    return [Step(commands.feed(count), count) for count in counts]


def _strip(rows: list[bytes], at: int, stride: int, strip_bytes: int) -> int:
    """Where the strip that begins at `at` ends."""
    end = at
    while end < len(rows) and end - at < STRIP_ROWS:
        if end > at and stride * (end - at + 1) > strip_bytes:
            break
        if not rows[end] and _blank(rows, end) >= FED_ROWS:
            break
        end += 1
    return end
