"""QR codes of a page: drawn anew in whole dots where that fits and says the same, else left as they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
import segno
from reportlab.pdfgen.canvas import Canvas

from devices.contracts import Dots
from kiosk.paper.grey import Box, Grey
from tests.paper.looking import HEAD, MM, black, part, pdf, sheets_of, spread

ADDRESS = "https://seu.exemple.cat/csv?c=ZB26-7F3K-9Q2M-4T8X"
MODULES = len(segno.make(ADDRESS, error="m").matrix)
LEFT, TOP = 30.0, 60.0
"""Millimetres from the upper left corner of the page."""
MARGIN = (HEAD - 1680) // 2


def qr(canvas: Canvas, dots: float, text: str = ADDRESS, left: float = LEFT, top: float = TOP) -> None:
    """A QR code with modules of so many dots."""
    module = dots / 8 * MM
    for down, row in enumerate(segno.make(text, error="m").matrix):
        for across, dark in enumerate(row):
            if dark:
                x, y = left * MM + across * module, (297 - top) * MM - (down + 1) * module
                canvas.rect(x, y, module, module, stroke=0, fill=1)


def runs(sheet: Dots, middle: int) -> set[int]:
    """Lengths of what is black, and of what is white between, in the row at `middle`."""
    row = sheet.rows[middle * sheet.stride : (middle + 1) * sheet.stride]
    bits = "".join(f"{byte:08b}" for byte in row).strip("0")
    found, length = set(), 1
    for before, bit in pairwise(bits):
        if bit == before:
            length += 1
        else:
            found.add(length)
            length = 1
    return found | {length}


@pytest.mark.parametrize(("drawn", "dots"), [(6.0, 6), (6.4, 6), (7.5, 7), (8.8, 8), (9.0, 9), (5.6, 6)])
def test_every_module_has_the_same_whole_number_of_dots(
    drawn: float, dots: int, read_code: Callable[[Dots], str]
) -> None:
    (sheet,) = sheets_of(pdf(lambda canvas: qr(canvas, drawn)))

    top = round(8 * TOP + MODULES * (drawn - dots) / 2)
    for module in range(MODULES):
        lengths = runs(sheet, top + module * dots + dots // 2)
        assert all(length % dots == 0 for length in lengths), (module, lengths)
    assert read_code(sheet) == ADDRESS


def test_a_code_stays_in_its_own_place() -> None:
    (sheet,) = sheets_of(pdf(lambda canvas: qr(canvas, 7.5)))

    left, top, side = MARGIN + round(8 * LEFT), round(8 * TOP), round(7.5 * MODULES)
    assert black(part(sheet, left - 1, top - 1, side + 2, side + 2)) == black(sheet)


def test_a_small_code_does_not_grow_over_its_neighbours(read_code: Callable[[Dots], str]) -> None:
    def draw(canvas: Canvas) -> None:
        qr(canvas, 4.6)
        side = 4.6 / 8 * MODULES
        canvas.rect(LEFT * MM, (297 - TOP - side - 4) * MM, 40 * MM, 1.5 * MM, stroke=0, fill=1)

    (alone,), (near,) = sheets_of(pdf(lambda canvas: qr(canvas, 4.6))), sheets_of(pdf(draw))

    side, rise = round(4.6 * MODULES), round((6 - 4.6) * MODULES / 2)
    assert max(runs(alone, round(8 * TOP) - rise + 3)) == 7 * 6
    assert black(part(near, MARGIN, round(8 * TOP) - rise, 1680, rise - 2)) == 0
    assert black(part(near, MARGIN + round(8 * LEFT), round(8 * TOP) + side + 21, 320, 10)) == 3200
    assert read_code(near) == ADDRESS


def test_each_of_two_codes_keeps_what_it_says(read_codes: Callable[[Dots], Sequence[str]]) -> None:
    def draw(canvas: Canvas) -> None:
        qr(canvas, 6.5)
        qr(canvas, 7.7, "https://exemple.cat/una-altra", 110, 150)

    (sheet,) = sheets_of(pdf(draw))

    assert sorted(read_codes(sheet)) == ["https://exemple.cat/una-altra", ADDRESS]


def test_a_code_that_is_turned_is_left_as_it_is(read_code: Callable[[Dots], str]) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(80 * MM, 60 * MM)
        canvas.rotate(20)
        qr(canvas, 8.0, left=0, top=250)

    (sheet,) = sheets_of(pdf(draw))

    assert read_code(sheet) == ADDRESS


@pytest.mark.parametrize("drawn", [6.0, 6.7, 8.3])
def test_a_code_is_read_although_every_dot_has_spread(drawn: float, read_code: Callable[[Dots], str]) -> None:
    (sheet,) = sheets_of(pdf(lambda canvas: qr(canvas, drawn)))

    assert read_code(spread(sheet)) == ADDRESS


def test_a_box_beside_the_sheet_is_empty() -> None:
    sheet = Grey.white(10, 10)

    assert not sheet.dark(Box(-5, -5, 0, 0), 168)
    assert not sheet.dark(Box(20, 0, 30, 10), 168)
