"""What the golden pictures of the demo's documents show is whole, and read by others."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from devices.contracts import Dots
from tests.paper.drawn_pages import ADDRESS, PICTURES, drawings
from tests.paper.golden import PAGES, difference, read
from tests.paper.looking import part, spread

DOCUMENTS = sorted({file.stem for file in PAGES.glob("*.png")} - {PICTURES})


def test_every_page_is_kept_in_every_language_and_on_every_paper() -> None:
    assert {name.split("-")[1] for name in DOCUMENTS} == {"a4", "roll80"}
    assert {name.split("-")[2] for name in DOCUMENTS} == {"ca", "es"}


def test_one_figure_that_is_another_is_noticed() -> None:
    for name, sheet in drawings(copy=2):
        same = difference(sheet, read(PAGES / f"{name}.png")) is None
        assert same == (name == PICTURES), name


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_code_of_every_page_is_read_from_its_dots_and_from_paper_on_which_they_spread(
    name: str, read_codes: Callable[[Dots], Sequence[str]]
) -> None:
    sheet = read(PAGES / f"{name}.png")

    assert read_codes(sheet) == [ADDRESS]
    assert read_codes(spread(sheet)) == [ADDRESS]


def test_on_a_head_of_200_mm_a_page_of_a4_loses_nothing_but_blank_margin() -> None:
    for name, sheet in drawings(heads={"a4": 1600}):
        if name != PICTURES:
            wide = read(PAGES / f"{name}.png")
            assert sheet.rows == part(wide, (wide.width - 1600) // 2, 0, 1600, wide.height).rows


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_of_a_page_is_cut_off_at_its_edges(name: str) -> None:
    sheet = read(PAGES / f"{name}.png")
    rows = [sheet.rows[at : at + sheet.stride] for at in range(0, len(sheet.rows), sheet.stride)]

    assert not any(rows[0])
    assert not any(rows[-1])
    assert not any(row[0] or row[-1] for row in rows)
