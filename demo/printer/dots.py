"""Rows of dots as the head needs them: doubled, moved aside, cut to its width; and boxes for characters."""

from __future__ import annotations

from demo.printer.parser import Raster, Rows

CELL_WIDTH = 12
CELL_HEIGHT = 24
_BOX = range(3, 22)
"""Rows of a cell that are black. This printer has no font: a character is a box, seen but not read."""

_TWICE = [int("".join(bit * 2 for bit in f"{value:08b}"), 2).to_bytes(2, "big") for value in range(256)]


def raster_width(raster: Raster) -> int:
    """Dots across, as printed."""
    return raster.stride * 8 * (2 if raster.wide else 1)


def raster(rows: Rows, *, stride: int, offset: int) -> bytes:
    """The rows as the head prints them, `offset` dots from its left; what lies beyond its right is lost."""
    dots, across = rows.dots, rows.raster.stride
    if rows.raster.wide:
        dots = b"".join(map(_TWICE.__getitem__, dots))
        across *= 2
    if across != stride or offset or rows.raster.tall:
        repeat = 2 if rows.raster.tall else 1
        dots = b"".join(
            _placed(dots[start : start + across], stride, offset) * repeat
            for start in range(0, len(dots), across)
        )
    return dots


def _placed(row: bytes, stride: int, offset: int) -> bytes:
    if offset % 8:
        row = (int.from_bytes(row, "big") << (8 - offset % 8)).to_bytes(len(row) + 1, "big")
    return (bytes(offset // 8) + row)[:stride].ljust(stride, b"\x00")


def blank(count: int, *, stride: int) -> bytes:
    """White rows."""
    return bytes(count * stride)


def line(characters: bytes, *, stride: int, offset: int) -> bytes:
    """A line of text as boxes."""
    bits = "".join(
        "0" * CELL_WIDTH if code == 0x20 else "0" + "1" * (CELL_WIDTH - 2) + "0" for code in characters
    )
    width = -len(bits) % 8 + len(bits)
    row = _placed(int(bits.ljust(width, "0") or "0", 2).to_bytes(width // 8, "big"), stride, offset)
    return b"".join(row if y in _BOX else bytes(stride) for y in range(CELL_HEIGHT))
