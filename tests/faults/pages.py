"""Pages that say which they are in every row, so that a sheet tells whose rows it holds, and how many."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from devices.contracts import Dots

ROWS = 400
MARGIN = 4
BITS = 16


def _stripe(number: int, stride: int) -> bytes:
    """A byte a bit, of two kinds in which no printer finds a command."""
    bits = bytes(0xF7 if number >> bit & 1 else 0x81 for bit in range(BITS))
    return (bytes(MARGIN) + bits).ljust(stride, b"\0")


def page(number: int, width: int) -> Dots:
    """A page of `ROWS` rows that all say its number."""
    return Dots(width, _stripe(number, (width + 7) // 8) * ROWS)


def rows_of_page(number: int, png: bytes) -> int:
    """How many rows of that page are on a sheet."""
    image = Image.open(BytesIO(png)).convert("1")
    stride = (image.width + 7) // 8
    rows = bytes(byte ^ 0xFF for byte in image.tobytes())
    wanted = _stripe(number, stride)
    return sum(rows[at : at + stride] == wanted for at in range(0, len(rows), stride))
