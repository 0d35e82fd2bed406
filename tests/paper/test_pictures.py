"""Pictures by error diffusion, and nothing else of a page: words, grounds and codes keep to the threshold."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from random import Random

import segno
from hypothesis import given, settings, strategies as st
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from devices.contracts import Dots
from devices.printer import raster
from tests.paper.looking import HEAD, MM, black, part, pdf, sheets_of

GREY = 0.5
MILLIMETRE = 8
MARGIN = (HEAD - 1680) // 2


def shade(level: float = GREY, size: tuple[int, int] = (8, 8)) -> ImageReader:
    return ImageReader(Image.new("L", size, round(255 * level)))


def on_sheet(draw: Callable[[Canvas], None]) -> Dots:
    (sheet,) = sheets_of(pdf(draw))
    return sheet


def seen(sheet: Dots, left: float, top: float, width: float, height: float) -> float:
    """How black a part of the page is, 0 to 1; millimetres from its upper left corner."""
    dots = part(
        sheet,
        MARGIN + round(left * MILLIMETRE),
        round(top * MILLIMETRE),
        round(width * MILLIMETRE),
        round(height * MILLIMETRE),
    )
    return black(dots) / (dots.width * dots.height)


def test_a_picture_has_as_many_black_dots_as_it_is_dark() -> None:
    def draw(canvas: Canvas) -> None:
        for place, level in enumerate((0.2, 0.5, 0.8)):
            canvas.drawImage(shade(level), (20 + 30 * place) * MM, 200 * MM, 20 * MM, 20 * MM)

    sheet = on_sheet(draw)

    for place, level in enumerate((0.2, 0.5, 0.8)):
        assert abs(seen(sheet, 22 + 30 * place, 79, 16, 16) - (1 - level)) < 0.03


def test_what_is_no_picture_is_not_diffused() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(GREY)
        canvas.rect(20 * MM, 200 * MM, 20 * MM, 20 * MM, stroke=0, fill=1)
        canvas.setFillGray(0.85)
        canvas.rect(60 * MM, 200 * MM, 20 * MM, 20 * MM, stroke=0, fill=1)
        canvas.drawImage(shade(), 100 * MM, 200 * MM, 20 * MM, 20 * MM)

    sheet = on_sheet(draw)

    assert seen(sheet, 22, 79, 16, 16) == 1
    assert seen(sheet, 62, 79, 16, 16) == 0
    assert 0.4 < seen(sheet, 102, 79, 16, 16) < 0.6


def test_words_over_a_picture_stay_whole() -> None:
    def words(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 30)
        canvas.drawString(30 * MM, 205 * MM, "Hospitalet")

    def over(canvas: Canvas) -> None:
        canvas.drawImage(shade(0.9), 20 * MM, 200 * MM, 80 * MM, 20 * MM)
        words(canvas)

    alone, above = on_sheet(words), on_sheet(over)

    assert int.from_bytes(alone.rows, "big") & ~int.from_bytes(above.rows, "big") == 0


def test_a_picture_hides_what_lies_under_it() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0)
        canvas.rect(10 * MM, 190 * MM, 60 * MM, 40 * MM, stroke=0, fill=1)
        canvas.drawImage(shade(0.9), 20 * MM, 200 * MM, 40 * MM, 20 * MM)

    assert seen(on_sheet(draw), 22, 79, 36, 16) < 0.2


def test_beside_a_picture_that_is_turned_the_threshold_holds() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0.85)
        canvas.rect(20 * MM, 150 * MM, 100 * MM, 100 * MM, stroke=0, fill=1)
        canvas.translate(70 * MM, 170 * MM)
        canvas.rotate(45)
        canvas.drawImage(shade(), 0, 0, 40 * MM, 40 * MM)

    sheet = on_sheet(draw)

    # The square stands on its corner: its box has four empty corners of its own.
    middle = 297 - 170 - 28
    assert 0.4 < seen(sheet, 65, middle - 5, 10, 10) < 0.6
    for left, top in ((43, middle - 27), (91, middle - 27), (43, middle + 21), (91, middle + 21)):
        assert seen(sheet, left, top, 5, 5) == 0


def test_a_picture_in_forms_within_forms_is_found_where_it_lies() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("inner", 0, 0, 100, 100)
        canvas.drawImage(shade(), 10, 10, 80, 80)
        canvas.endForm()
        canvas.beginForm("outer", -300, -300, 300, 300)
        canvas.rotate(90)
        canvas.doForm("inner")
        canvas.endForm()
        canvas.translate(100 * MM, 150 * MM)
        canvas.scale(2, 1)
        canvas.doForm("outer")

    sheet = on_sheet(draw)

    # Turned round, it reaches from 100 mm to the left, twice as wide as high.
    left, top = 100 - 2 * 90 / MM, 297 - 150 - 90 / MM
    wide, high = 2 * 80 / MM, 80 / MM
    assert 0.4 < seen(sheet, left + 2, top + 2, wide - 4, high - 4) < 0.6
    assert black(sheet) == black(
        part(sheet, MARGIN + int(8 * left) - 2, int(8 * top) - 2, int(8 * wide) + 6, int(8 * high) + 6)
    )


def test_a_code_that_is_a_picture_is_not_diffused(read_code: Callable[[Dots], str]) -> None:
    code = BytesIO()
    segno.make("https://seu.exemple.cat/csv?c=ZB26", error="m").save(code, kind="png", scale=3, border=4)

    def draw(canvas: Canvas) -> None:
        image = Image.open(code).convert("L")
        canvas.drawImage(ImageReader(image), 20 * MM, 200 * MM, 33.3 * MM, 33.3 * MM)

    sheet = on_sheet(draw)

    assert read_code(sheet) == "https://seu.exemple.cat/csv?c=ZB26"


HITS: list[int] = []


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 2**32),
    turned=st.integers(0, 359),
    strip_bytes=st.sampled_from((480, 960, 6000)),
)
def test_no_command_is_hidden_in_a_picture(seed: int, turned: int, strip_bytes: int) -> None:
    """Diffusion makes bytes that a printer would execute even inside an image; none of them is sent."""
    random = Random(seed)
    image = Image.new("L", (60, 20))
    image.putdata([random.randrange(256) for _ in range(60 * 20)])

    def draw(canvas: Canvas) -> None:
        canvas.translate(36 * MM, 36 * MM)
        canvas.rotate(turned)
        canvas.drawImage(ImageReader(image), -30 * MM, -10 * MM, 60 * MM, 20 * MM)

    (sheet,) = sheets_of(pdf(draw, size=(72 * MM, 72 * MM)), 576)
    HITS.append(len(raster.REAL_TIME.findall(sheet.rows)))
    sent = b"".join(step.data for step in raster.steps(sheet, strip_bytes))

    assert not raster.REAL_TIME.search(sent)


def test_the_pictures_held_such_commands() -> None:
    """The property above is nothing without them."""
    test_no_command_is_hidden_in_a_picture()

    assert sum(HITS) > 10
