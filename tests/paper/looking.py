"""PDFs made for a test, and what their dots look like."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from devices.contracts import Dots
from kiosk.paper.pdf import pages
from kiosk.paper.refusal import PdfTrouble

HEAD = 1728
MM = 72 / 25.4


def pdf(*sheets: Callable[[Canvas], None], size: tuple[float, float] = A4) -> bytes:
    """A page for each of `sheets`."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=size)
    for draw in sheets:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def sheets_of(document: bytes, head: int = HEAD) -> tuple[Dots, ...]:
    """Its sheets; it has to be one that can be printed."""
    sheets = pages(document, head)
    assert not isinstance(sheets, PdfTrouble)
    return sheets


def is_black(dots: Dots, x: int, y: int) -> bool:
    """Whether that dot is black."""
    return bool(dots.rows[y * dots.stride + x // 8] >> (7 - x % 8) & 1)


def black(dots: Dots) -> int:
    """How many dots are."""
    return int.from_bytes(dots.rows, "big").bit_count()


def part(dots: Dots, left: int, top: int, width: int, height: int) -> Dots:
    """What lies there."""
    stride = (width + 7) // 8
    rows = bytearray()
    for y in range(top, top + height):
        row = int.from_bytes(dots.rows[y * dots.stride : (y + 1) * dots.stride], "big")
        kept = row >> (8 * dots.stride - left - width) & ((1 << width) - 1)
        rows += (kept << (8 * stride - width)).to_bytes(stride, "big")
    return Dots(width, bytes(rows))


def spread(dots: Dots) -> Dots:
    """As hot thermal paper prints it: every black dot a dot larger on each side."""
    bits, row = int.from_bytes(dots.rows, "big"), 8 * dots.stride
    bits |= bits << 1 | bits >> 1
    bits |= bits << row | bits >> row
    whole = (1 << 8 * len(dots.rows)) - 1
    return Dots(dots.width, (bits & whole).to_bytes(len(dots.rows), "big"))
