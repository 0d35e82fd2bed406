"""A kiosk killed, or a printer without power, at any moment of a job: nothing is lost in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.blows import MODELS, Left, strike_all

FEW, MANY = 20, 200
"""Blows at each kind of printer."""


def judge(printer: str, left: list[Left]) -> None:
    assert [one for one in left if one.lost] == []
    assert [one for one in left if one.twice] == []
    uncertain = [one for one in left if one.became == "uncertain"]
    if printer == "with counters":
        assert len(uncertain) <= 0.02 * len(left)
        assert {one.last_step for one in uncertain} <= {"cutting"}
    else:
        # Between the first byte, before which it is written that it will leave, and the answer of the cut.
        assert {one.last_step for one in uncertain} <= {"sending", "cutting"}


@pytest.mark.parametrize("printer", MODELS)
def test_a_blow_at_each_step_loses_nothing_and_prints_nothing_twice(printer: str, tmp_path: Path) -> None:
    judge(printer, strike_all(tmp_path, printer, FEW, seed=1))


@pytest.mark.long
@pytest.mark.parametrize("printer", MODELS)
def test_hundreds_of_blows_lose_nothing_and_print_nothing_twice(printer: str, tmp_path: Path) -> None:
    judge(printer, strike_all(tmp_path, printer, MANY, seed=2))
