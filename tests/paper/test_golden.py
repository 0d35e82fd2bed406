"""Paper is as a person last saw it; a change that nobody meant is found by its dots."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from devices.contracts import Dots
from kiosk.paper.ticket import Block, Figures, Ticket
from kiosk.paper.typeset import typeset
from tests.paper.drawn_tickets import tickets
from tests.paper.golden import ROOMS, TICKETS, difference, differences, draw_all, read, save

TURN = read(TICKETS / "turn-ca-576-1.png")


@pytest.mark.parametrize("golden", ROOMS, ids=lambda folder: folder.name)
def test_every_picture_is_the_golden_one(golden: Path, tmp_path: Path) -> None:
    draw_all(golden, tmp_path)

    assert list(differences(tmp_path, golden)) == []


@pytest.mark.usefixtures("fonts")
def test_what_was_drawn_before_changes_no_dot() -> None:
    typeset(tickets("ca")["idcat"], 832)

    (dots,) = typeset(tickets("ca")["turn"], 576)
    assert difference(dots, TURN) is None


@pytest.mark.usefixtures("fonts")
def test_another_figure_is_found() -> None:
    (dots,) = typeset(_with_other_figures(tickets("ca")["turn"]), 576)

    assert difference(dots, TURN) is not None


def test_another_dot_and_another_row_are_found() -> None:
    dot = replace(TURN, rows=TURN.rows[:5000] + bytes([TURN.rows[5000] ^ 1]) + TURN.rows[5001:])
    row = replace(TURN, rows=TURN.rows + bytes(TURN.stride))

    assert difference(dot, TURN) == "1 dots differ"
    assert difference(row, TURN) == f"576 by {TURN.height + 1} dots, was 576 by {TURN.height}"


def test_a_picture_without_its_drawing_and_a_drawing_without_its_picture_are_found(tmp_path: Path) -> None:
    drawn, golden = tmp_path / "drawn", tmp_path / "golden"
    for folder, name in ((drawn, "new"), (golden, "old")):
        folder.mkdir()
        save(Dots(12, b"\x18\x10"), folder / f"{name}.png")

    assert list(differences(drawn, golden)) == [
        "new.png: there is no golden picture of it",
        "old.png: it is not drawn any more",
    ]


def test_a_picture_is_read_as_it_was_saved(tmp_path: Path) -> None:
    save(Dots(12, b"\x18\x10"), tmp_path / "dots.png")

    assert read(tmp_path / "dots.png") == Dots(12, b"\x18\x10")


def _with_other_figures(made: Ticket) -> Ticket:
    def other(block: Block) -> Block:
        if not isinstance(block, Figures):
            return block
        first, *rest = block.figures
        return Figures((replace(first, number="5"), *rest))

    return replace(made, blocks=tuple(map(other, made.blocks)))
