"""Each page of the demo's documents is, dot for dot, the picture that was looked at and kept."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from devices.contracts import Dots
from tests.paper.golden_pages import ADDRESS, GOLDEN, PICTURES, all_pages, dots_of
from tests.paper.looking import spread

ROOT = Path(__file__).resolve().parents[2]
KEPT = sorted(file.stem for file in GOLDEN.glob("*.png"))
DOCUMENTS = [name for name in KEPT if name != PICTURES]


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All of them in a process of their own: what ran here before can change nothing."""
    folder = tmp_path_factory.mktemp("pages")
    command = [sys.executable, "-m", "tests.paper.golden_pages", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, timeout=300)
    return folder


def test_every_page_is_kept_in_every_language_and_on_every_paper(drawn: Path) -> None:
    assert sorted(file.stem for file in drawn.glob("*.png")) == KEPT
    assert {name.split("-")[1] for name in DOCUMENTS} == {"a4", "roll80"}
    assert {name.split("-")[2] for name in DOCUMENTS} == {"ca", "es"}


@pytest.mark.parametrize("name", KEPT)
def test_a_page_is_as_it_was(name: str, drawn: Path) -> None:
    now, kept = dots_of(drawn / f"{name}.png"), dots_of(GOLDEN / f"{name}.png")

    assert (now.width, now.height) == (kept.width, kept.height)
    differ = int.from_bytes(now.rows, "big") ^ int.from_bytes(kept.rows, "big")
    assert differ.bit_count() == 0, f"look at it; then: python -m tests.paper.golden_pages {GOLDEN}"


def test_one_figure_that_is_another_is_noticed() -> None:
    for name, sheet in all_pages(copy=2):
        same = sheet.rows == dots_of(GOLDEN / f"{name}.png").rows
        assert same == (name == PICTURES), name


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_code_of_every_page_is_read_from_its_dots_and_from_paper_on_which_they_spread(
    name: str, read_codes: Callable[[Dots], Sequence[str]]
) -> None:
    sheet = dots_of(GOLDEN / f"{name}.png")

    assert read_codes(sheet) == [ADDRESS]
    assert read_codes(spread(sheet)) == [ADDRESS]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_of_a_page_is_cut_off_at_its_edges(name: str) -> None:
    sheet = dots_of(GOLDEN / f"{name}.png")
    rows = [sheet.rows[at : at + sheet.stride] for at in range(0, len(sheet.rows), sheet.stride)]

    assert not any(rows[0])
    assert not any(rows[-1])
    assert not any(row[0] or row[-1] for row in rows)
