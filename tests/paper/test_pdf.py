"""A PDF as dots: in the right place, at the right size, nothing lost and nothing scaled."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from reportlab.lib.pagesizes import A3, A4
from reportlab.pdfgen.canvas import Canvas

from devices.contracts import Dots
from kiosk.paper.pdf import PdfTrouble, pages

HEAD = 1728
MM = 72 / 25.4


def pdf(*sheets: Callable[[Canvas], None], size: tuple[float, float] = A4) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, pagesize=size)
    for draw in sheets:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def square(canvas: Canvas) -> None:
    """10 mm black, 20 mm from the left and from the upper edge."""
    canvas.rect(20 * MM, (297 - 30) * MM, 10 * MM, 10 * MM, stroke=0, fill=1)


def sheets_of(document: bytes) -> tuple[Dots, ...]:
    sheets = pages(document, HEAD)
    assert not isinstance(sheets, PdfTrouble)
    return sheets


def is_black(dots: Dots, x: int, y: int) -> bool:
    return bool(dots.rows[y * dots.stride + x // 8] >> (7 - x % 8) & 1)


def black(dots: Dots) -> int:
    return int.from_bytes(dots.rows, "big").bit_count()


def test_an_a4_page_is_2376_rows_with_its_margins_on_a_head_of_216_mm() -> None:
    (sheet,) = sheets_of(pdf(square))

    assert (sheet.width, sheet.height) == (1728, 2376)
    # 24 dots of the head remain on each side of the 1680 of the page.
    left, top = 24 + 160, 160
    assert is_black(sheet, left + 1, top + 1)
    assert is_black(sheet, left + 78, top + 78)
    assert not is_black(sheet, left - 2, top + 40)
    assert not is_black(sheet, left + 82, top + 40)
    assert abs(black(sheet) - 80 * 80) <= 2 * 80


def test_every_page_is_a_sheet() -> None:
    sheets = sheets_of(pdf(square, lambda canvas: None, square))

    assert [black(sheet) > 0 for sheet in sheets] == [True, False, True]


def test_grey_text_stays_and_a_grey_ground_goes() -> None:
    def grey(level: float) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            canvas.setFillGray(level)
            canvas.rect(20 * MM, 200 * MM, 10 * MM, 10 * MM, stroke=0, fill=1)

        return draw

    dark, pale = sheets_of(pdf(grey(0.55), grey(0.85)))

    assert black(dark) >= 79 * 79
    assert black(pale) == 0


def test_a_code_on_a_page_is_read_from_its_dots(read_code: Callable[[Dots], str]) -> None:
    import segno

    address = "https://seu.exemple.cat/csv/ZB26-7F3K-9Q2M-4T8X"
    module = 9 / 8 * MM

    def draw(canvas: Canvas) -> None:
        for down, row in enumerate(segno.make(address, error="m").matrix):
            for across, dark in enumerate(row):
                if dark:
                    canvas.rect(
                        30 * MM + across * module, 100 * MM - down * module, module, module, stroke=0, fill=1
                    )

    (sheet,) = sheets_of(pdf(draw))

    assert read_code(sheet) == address


@pytest.mark.parametrize(
    ("document", "trouble"),
    [
        (b"", PdfTrouble.UNREADABLE),
        (b"%PDF-1.7 and nothing after", PdfTrouble.UNREADABLE),
        (pdf(square)[:400], PdfTrouble.UNREADABLE),
        (pdf(square, size=A3), PdfTrouble.TOO_WIDE),
        (pdf(square, size=(500, 1001 * MM)), PdfTrouble.TOO_LONG),
        (pdf(*[square] * 21), PdfTrouble.TOO_LONG),
    ],
    ids=["empty", "a head only", "cut off", "A3", "over a metre", "21 pages"],
)
def test_what_cannot_be_printed_here_says_why(document: bytes, trouble: PdfTrouble) -> None:
    assert pages(document, HEAD) is trouble
