"""A page as steps: a reader of our own draws the page again from them, and finds no command inside."""

from __future__ import annotations

import re

from hypothesis import example, given, strategies as st

from devices.contracts import Dots
from devices.printer.raster import Step, harmless, steps

WIDTH, STRIDE = 64, 8
BLANK = bytes(STRIDE)
ROW = b"\x01" * STRIDE


def drawn(made: list[Step]) -> list[bytes]:
    """The rows that the commands of `made` draw (GS v 0 and ESC J)."""
    stream = b"".join(step.data for step in made)
    paper: list[bytes] = []
    while stream:
        if stream[:2] == b"\x1bJ":
            paper += [BLANK] * stream[2]
            stream = stream[3:]
            continue
        assert stream[:4] == b"\x1dv0\0"
        across, down = int.from_bytes(stream[4:6], "little"), int.from_bytes(stream[6:8], "little")
        image, stream = stream[8 : 8 + across * down], stream[8 + across * down :]
        paper += [image[y * across : (y + 1) * across].ljust(STRIDE, b"\0") for y in range(down)]
    return paper


row = st.one_of(
    st.just(BLANK), st.binary(min_size=STRIDE, max_size=STRIDE).filter(lambda row: b"\x10" not in row)
)
picture = st.lists(st.tuples(row, st.integers(1, 60)), max_size=12).map(
    lambda runs: [row for row, count in runs for _ in range(count)]
)


@given(picture, st.integers(8, 200))
@example([BLANK] * 600 + [ROW], 64)
def test_the_steps_draw_the_page(rows: list[bytes], strip_bytes: int) -> None:
    made = list(steps(Dots(WIDTH, b"".join(rows)), strip_bytes))

    assert drawn(made) == rows
    assert sum(step.rows for step in made) == len(rows)


@given(picture, st.integers(8, 200))
def test_no_step_is_larger_than_the_printer_can_count_back(rows: list[bytes], strip_bytes: int) -> None:
    for step in steps(Dots(WIDTH, b"".join(rows)), strip_bytes):
        assert len(step.data) <= 8 + strip_bytes


def test_white_costs_nothing() -> None:
    (feed,) = steps(Dots(WIDTH, BLANK * 200), 64)

    assert feed.data == b"\x1bJ\xc8"


@given(st.binary(max_size=200))
@example(b"\x10\x04\x10\x04\x10\x10\x05\x10\x14")
def test_nothing_in_an_image_is_executed(image: bytes) -> None:
    safe = harmless(image)

    assert not re.search(rb"\x10[\x04\x05\x14]", safe)
    assert len(safe) == len(image)
    # Only the 10 of such a pair differs, by one dot beside its own.
    for at, (before, after) in enumerate(zip(image, safe, strict=True)):
        if before != after:
            assert (before, after) == (0x10, 0x18)
            assert image[at + 1] in b"\x04\x05\x14"


def test_a_pair_that_is_torn_by_the_end_of_a_row_is_found_too() -> None:
    rows = b"\x01" * 7 + b"\x10" + b"\x04" + b"\x01" * 7

    (strip,) = steps(Dots(WIDTH, rows), 64)

    assert strip.data[8:] == b"\x01" * 7 + b"\x18" + b"\x04" + b"\x01" * 7
