"""A PDF as dots: in the right place, at the right size, nothing lost and nothing scaled."""

from __future__ import annotations

import time
from collections.abc import Callable
from io import BytesIO

import pytest
from reportlab.lib.pagesizes import A3
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from devices.contracts import Dots
from kiosk.paper.pdf import pages
from kiosk.paper.refusal import PdfTrouble
from tests.paper.looking import HEAD, MM, black, is_black, pdf, sheets_of


def square(canvas: Canvas) -> None:
    """10 mm black, 20 mm from the left and from the upper edge."""
    canvas.rect(20 * MM, (297 - 30) * MM, 10 * MM, 10 * MM, stroke=0, fill=1)


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


def test_blank_margins_may_be_lost_where_the_head_is_narrower_and_nothing_is_scaled() -> None:
    whole, cut = sheets_of(pdf(square)), sheets_of(pdf(square), 1600)

    (whole_sheet,), (cut_sheet,) = whole, cut
    assert cut_sheet.width == 1600
    assert black(cut_sheet) == black(whole_sheet)
    left = 160 - 40
    assert is_black(cut_sheet, left + 1, 161)
    assert not is_black(cut_sheet, left - 2, 200)


@pytest.mark.parametrize("left", [1.0, 204.0], ids=["on the left", "on the right"])
def test_a_page_with_ink_beside_the_head_is_refused(left: float) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(left * MM, 100 * MM, 3 * MM, 3 * MM, stroke=0, fill=1)

    assert pages(pdf(draw), 1600) is PdfTrouble.TOO_WIDE


def bare(pages_said: bytes, page: bytes, content: bytes = b"") -> bytes:
    """A PDF by hand; PDFium finds the objects by itself."""
    return (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages" + pages_said + b">>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R" + page + b">>endobj\n"
        b"4 0 obj<</Length " + str(len(content)).encode() + b">>stream\n" + content + b"\nendstream endobj\n"
        b"trailer<</Root 1 0 R/Size 5>>\n%%EOF\n"
    )


KIDS = b"/Kids[3 0 R]/Count 1"
HOSTILE = {
    "no pages": bare(b"/Kids[]/Count 0", b""),
    "10 000 pages": bare(b"/Kids[" + b"3 0 R " * 10_000 + b"]/Count 10000", b"/MediaBox[0 0 595 842]"),
    "says 10 000 pages": bare(b"/Kids[3 0 R]/Count 10000", b"/MediaBox[0 0 595 842]"),
    "is its own parent": bare(b"/Kids[2 0 R]/Count 1", b""),
    "as wide as the world": bare(KIDS, b"/MediaBox[0 0 1e38 842]"),
    "as long as the world": bare(KIDS, b"/MediaBox[0 0 595 1e38]"),
    "larger than any number": bare(KIDS, b"/MediaBox[0 0 1e99 1e99]"),
    "a unit of a mile": bare(KIDS, b"/MediaBox[0 0 595 842]/UserUnit 5000000"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_page_is_made_of_what_is_hostile_and_nothing_breaks(name: str) -> None:
    made = pages(HOSTILE[name], HEAD)

    # PDFium mends some of them to one page of A4 or of letter size; more or larger ones never come out.
    assert isinstance(made, PdfTrouble) or [sheet.height for sheet in made] in ([2376], [2235])


@pytest.mark.parametrize("box", [b"[0 0 0 0]", b"[0 0 0.01 0.01]", b"[10 10 5 5]", b"[0 0 x y]", b"null"])
def test_a_page_without_a_size_breaks_nothing(box: bytes) -> None:
    made = pages(bare(KIDS, b"/MediaBox" + box), HEAD)

    assert isinstance(made, PdfTrouble) or len(made) == 1


def test_a_document_that_takes_too_long_is_given_up() -> None:
    much = b"0 0 595 842 re f " * 200_000

    few = b"0 0 595 842 re f " * 300
    assert pages(bare(KIDS, b"/MediaBox[0 0 595 842]", few), HEAD, seconds=0) is PdfTrouble.TOO_SLOW
    began = time.monotonic()
    assert pages(bare(KIDS, b"/MediaBox[0 0 595 842]", much), HEAD, seconds=0.2) is PdfTrouble.TOO_SLOW
    assert time.monotonic() - began < 20


@pytest.mark.parametrize("cut", range(0, 1400, 97))
def test_a_document_that_ends_early_breaks_nothing(cut: int) -> None:
    made = pages(pdf(square)[:cut], HEAD)

    assert isinstance(made, PdfTrouble) or len(made) == 1


def test_an_encrypted_document_is_not_read() -> None:
    locked = BytesIO()
    canvas = Canvas(locked, encrypt=StandardEncryption("user", "owner"))
    square(canvas)
    canvas.save()

    assert pages(locked.getvalue(), HEAD) is PdfTrouble.UNREADABLE


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
