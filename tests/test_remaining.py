"""Seconds that are left are told from the pace so far, and only where there is one."""

from __future__ import annotations

import pytest

from kiosk.remaining import seconds_left


@pytest.mark.parametrize(
    ("taken", "done", "left"),
    [
        (0.0, 0.0, 0),
        (5.0, 0.05, 0),
        (1.0, 0.5, 1),
        (1.2, 0.5, 2),
        (3.0, 0.75, 1),
        (8.0, 0.2, 32),
        (4.0, 1.0, 0),
    ],
)
def test_the_rest_takes_as_long_as_what_was_done(taken: float, done: float, left: int) -> None:
    assert seconds_left(taken, done) == left
