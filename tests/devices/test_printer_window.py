"""What is on its way: never more than the buffer holds, and counted back in order."""

from __future__ import annotations

from hypothesis import given, strategies as st

from devices.printer.raster import Step
from devices.printer.window import RESERVE, Window

BUFFER = 4096


@given(st.lists(st.tuples(st.integers(1, 900), st.integers(0, 255)), max_size=60))
def test_no_more_is_on_its_way_than_the_buffer_holds(wanted: list[tuple[int, int]]) -> None:
    window, under_way = Window(BUFFER), 0

    for size, rows in wanted:
        step = Step(bytes(size), rows)
        if window.fits(step):
            under_way += len(window.send(step, by_number=True))

    assert under_way <= BUFFER - RESERVE


def test_a_number_acknowledges_everything_before_it() -> None:
    window = Window(BUFFER)
    for rows in (4, 5, 6):
        window.send(Step(b"x", rows), by_number=True)

    assert window.done(2)
    assert window.rows_done == 9
    assert not window.empty
    assert window.done(3)
    assert window.empty


def test_a_number_that_is_not_under_way_acknowledges_nothing() -> None:
    window = Window(BUFFER)
    window.send(Step(b"x", 4), by_number=True)

    assert not window.done(77)
    assert window.rows_done == 0


def test_a_barrier_acknowledges_the_oldest() -> None:
    window = Window(BUFFER)
    for rows in (4, 5):
        window.send(Step(b"x", rows), by_number=False)

    assert window.passed()
    assert window.rows_done == 4
    assert window.passed()
    assert not window.passed()


def test_a_number_of_a_job_that_was_thrown_away_does_not_count_for_the_next() -> None:
    window = Window(BUFFER)
    window.send(Step(b"x", 4), by_number=True)
    window.restart()
    window.send(Step(b"x", 5), by_number=True)

    assert not window.done(1)
    assert window.rows_done == 0
    assert window.done(2)
    assert window.rows_done == 5


def test_a_barrier_of_a_job_that_was_thrown_away_does_not_count_for_the_next() -> None:
    window = Window(BUFFER)
    window.send(Step(b"x", 4), by_number=False)
    window.restart()
    window.send(Step(b"x", 5), by_number=False)

    assert not window.passed()
    assert not window.empty
    assert window.passed()
    assert window.rows_done == 5


def test_numbers_start_again_after_the_last() -> None:
    window = Window(BUFFER)
    for _ in range(70_000):
        window.send(Step(b"", 1), by_number=True)
        window.forget()

    window.send(Step(b"", 1), by_number=True)

    assert window.done(70_001 % 65_536)
