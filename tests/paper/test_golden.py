"""Tickets are as a person last saw them; a change that nobody meant is found by its dots."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageFilter
from PySide6.QtGui import QFont, QRawFont

from devices.contracts import Dots
from kiosk.paper import lettering
from kiosk.paper.ticket import Block, Code, Figures, Ticket
from kiosk.paper.typeset import typeset
from screens.i18n.words import LANGUAGES, catalogue
from tests.paper.drawn_tickets import CODES, WIDTHS, tickets
from tests.paper.golden import GOLDEN, differences, draw_all, save
from tests.paper.looking import spread

SPOKEN = (*LANGUAGES, "ar")


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All tickets, drawn in a process of its own."""
    folder = tmp_path_factory.mktemp("drawn")
    draw_all("tests.paper.drawn_tickets", folder)
    return folder


def test_every_ticket_is_the_golden_one(drawn: Path) -> None:
    names = sorted(file.name for file in drawn.iterdir())

    assert len(names) == 6 * (len(SPOKEN) + 2 * 2)
    assert differences(drawn, GOLDEN, names) == []


@pytest.mark.usefixtures("fonts")
def test_what_was_drawn_before_changes_no_dot(tmp_path: Path) -> None:
    typeset(tickets("ca")["idcat"], 832)
    save(typeset(tickets("ar")["turn"], 576), tmp_path / "turn-ar-576.png")

    assert differences(tmp_path, GOLDEN, ["turn-ar-576.png"]) == []


@pytest.mark.usefixtures("fonts")
@pytest.mark.parametrize("change", ["a word", "a dot", "a row"])
def test_a_change_is_found(tmp_path: Path, change: str) -> None:
    made = tickets("ca")["turn"]
    dots = typeset(made, 576)
    if change == "a word":
        dots = typeset(_with_other_figures(made), 576)
    elif change == "a dot":
        dots = replace(dots, rows=dots.rows[:5000] + bytes([dots.rows[5000] ^ 1]) + dots.rows[5001:])
    else:
        dots = replace(dots, rows=dots.rows + bytes(dots.stride))
    save(dots, tmp_path / "turn-ca-576.png")

    assert len(differences(tmp_path, GOLDEN, ["turn-ca-576.png"])) == 1


def test_a_picture_without_its_drawing_and_a_drawing_without_its_picture_are_found(tmp_path: Path) -> None:
    save(Dots(8, b"\x18"), tmp_path / "new.png")

    assert len(differences(tmp_path, GOLDEN, ["new.png", "turn-ca-576.png"])) == 2


def _with_other_figures(made: Ticket) -> Ticket:
    def other(block: Block) -> Block:
        if not isinstance(block, Figures):
            return block
        first, *rest = block.figures
        return Figures((replace(first, number="5"), *rest))

    return replace(made, blocks=tuple(map(other, made.blocks)))


@pytest.mark.usefixtures("fonts")
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", SPOKEN)
def test_every_code_is_read_even_when_ink_spreads_and_is_out_of_focus(
    language: str, width: int, read_code: Callable[[Dots], str]
) -> None:
    for name, made in tickets(language).items():
        dots = typeset(made, width)

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
            assert [block.address for block in made.blocks if isinstance(block, Code)] == [CODES[name]]
            assert made.right_to_left == (language == "ar")
