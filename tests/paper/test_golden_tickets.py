"""What tickets show is read by others, in letters of our own fonts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import zxingcpp
from PIL import Image, ImageFilter
from PySide6.QtGui import QFont, QRawFont

from devices.contracts import Dots
from kiosk.paper import lettering
from kiosk.paper.ticket import Code
from kiosk.paper.typeset import typeset
from screens.i18n.words import LANGUAGES, catalogue
from tests.paper.drawn_tickets import CODES, WIDTHS, tickets
from tests.paper.looking import spread

SPOKEN = (*LANGUAGES, "ar")


@pytest.mark.usefixtures("fonts")
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", SPOKEN)
def test_every_code_is_read_even_when_ink_spreads_and_is_out_of_focus(
    language: str, width: int, read_code: Callable[[Dots], str]
) -> None:
    for name in CODES:
        for dots in typeset(tickets(language)[name], width):
            assert read_code(dots) == CODES[name]
            assert read_code(spread(dots)) == CODES[name]
            assert blurred(dots) == CODES[name]


def blurred(dots: Dots) -> str:
    """What is read of the code when ink spreads and the picture of it is out of focus by two dots."""
    grown = spread(dots)
    sharp = Image.frombytes("1", (grown.width, grown.height), bytes(~byte & 0xFF for byte in grown.rows))
    soft = sharp.convert("L").filter(ImageFilter.GaussianBlur(2))
    (code,) = zxingcpp.read_barcodes(memoryview(soft.tobytes()).cast("B", (soft.height, soft.width)))
    return str(code.text)


@pytest.mark.usefixtures("fonts")
@pytest.mark.parametrize("language", SPOKEN)
def test_every_letter_has_a_shape_in_a_font_of_ours(language: str) -> None:
    lettering.load_fonts()
    written = _letters(language)

    for family, weight in ((lettering.DISPLAY, 700), (lettering.DISPLAY, 800), (lettering.PLAIN, 500)):
        fonts = [QRawFont.fromFont(QFont(name, weight=weight)) for name in (family, lettering.ARABIC)]
        without = {letter for letter in written if not any(has(font, letter) for font in fonts)}
        assert without == set()
        assert not has(fonts[0], "語")


def has(font: QRawFont, letter: str) -> bool:
    return font.supportsCharacter(ord(letter))


def _letters(language: str) -> set[str]:
    texts = repr(tickets(language))
    if language in LANGUAGES:
        texts += repr(catalogue(language))
    return {letter for letter in texts if letter.isprintable() and not letter.isspace()}


def test_the_codes_are_those_of_the_tickets() -> None:
    for language in SPOKEN:
        for name, made in tickets(language).items():
            codes = [CODES[name]] if name in CODES else []
            for piece in made.pieces:
                assert [block.address for block in piece if isinstance(block, Code)] == codes
            assert made.right_to_left == (language == "ar")
