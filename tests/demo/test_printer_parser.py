"""The demo printer reads the same commands however its bytes are cut, and finds real-time ones anywhere."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from demo.printer.parser import Command, Parser, Raster, Rows, Step, Text
from demo.printer.realtime import Scanner

ALL = 1 << 30
CLEAR = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"


def raster(stride: int, dots: bytes, mode: int = 0) -> bytes:
    rows = len(dots) // stride
    return b"\x1dv0" + bytes((mode,)) + stride.to_bytes(2, "little") + rows.to_bytes(2, "little") + dots


def function(prefix: bytes, content: bytes) -> bytes:
    return prefix + len(content).to_bytes(2, "little") + content


@st.composite
def pictures(draw: st.DrawFn) -> bytes:
    stride, rows = draw(st.integers(1, 9)), draw(st.integers(1, 9))
    return raster(
        stride, draw(st.binary(min_size=stride * rows, max_size=stride * rows)), draw(st.integers(0, 3))
    )


commands = st.one_of(
    st.sampled_from(
        [b"\n", b"\x1b@", b"\x1dV\x00", b"\x1dVB\x10", b"\x1dr\x01", b"\x10\x04\x01", CLEAR, b"\x00" * 3]
    ),
    st.binary(min_size=1, max_size=1).map(lambda n: b"\x1dI" + n),
    st.binary(min_size=4, max_size=4).map(lambda n: function(b"\x1d(H", b"00" + n)),
    st.binary(max_size=40).map(lambda n: function(b"\x1d(L", b"0p" + n)),
    st.binary(min_size=1, max_size=20).map(lambda n: b"\x1dkI" + bytes((len(n),)) + n),
    st.text("abc ", min_size=1, max_size=20).map(str.encode),
    pictures(),
)
streams = st.lists(commands, max_size=12).map(b"".join)
anything = st.one_of(streams, st.binary(max_size=400))


@st.composite
def cut_up(draw: st.DrawFn) -> tuple[bytes, list[bytes]]:
    stream = draw(anything)
    cuts = sorted(draw(st.sets(st.integers(0, len(stream)), max_size=20)))
    edges = [0, *cuts, len(stream)]
    return stream, [stream[a:b] for a, b in pairwise(edges)]


def merged(steps: list[Step]) -> list[Step]:
    """Runs of text and rows as one step each, because where they are divided means nothing."""
    whole: list[Step] = []
    for step in steps:
        last = whole[-1] if whole else None
        if isinstance(step, Text) and isinstance(last, Text):
            whole[-1] = Text(last.characters + step.characters)
        elif isinstance(step, Rows) and isinstance(last, Rows):
            whole[-1] = Rows(step.raster, last.dots + step.dots)
        else:
            whole.append(step)
    return whole


def parsed(chunks: list[bytes], most_rows: int = ALL) -> tuple[list[Step], int]:
    parser, steps = Parser(), []
    for chunk in chunks:
        parser.receive(chunk)
        while step := parser.next(most_rows):
            steps.append(step)
    return merged(steps), parser.held


@given(cut_up())
def test_any_chunking_gives_the_same_commands(cut: tuple[bytes, list[bytes]]) -> None:
    stream, chunks = cut
    assert parsed(chunks) == parsed([stream])


@given(cut_up(), st.integers(1, 5))
def test_rows_taken_one_by_one_are_the_same_rows(cut: tuple[bytes, list[bytes]], most_rows: int) -> None:
    stream, chunks = cut
    assert parsed(chunks, most_rows) == parsed([stream])


@given(cut_up())
def test_any_chunking_finds_the_same_real_time_commands_at_the_same_bytes(
    cut: tuple[bytes, list[bytes]],
) -> None:
    stream, chunks = cut
    scanner, found, passed = Scanner(), [], 0
    for chunk in chunks:
        found += [(passed + each.end, each.name, each.parameters) for each in scanner.find(chunk)]
        passed += len(chunk)
    assert found == [(each.end, each.name, each.parameters) for each in Scanner().find(stream)]


@given(st.binary(max_size=60), st.binary(max_size=60))
def test_the_clear_command_is_found_behind_and_before_anything(before: bytes, after: bytes) -> None:
    ends = [each.end for each in Scanner().find(before + CLEAR + after) if each.parameters[0] == 8]
    assert len(before) + len(CLEAR) in ends


@pytest.mark.parametrize("command", [b"\x10\x04\x01", b"\x10\x05\x02", b"\x10\x14\x01\x00\x08", CLEAR])
def test_a_real_time_command_is_found_wherever_it_is_cut(command: bytes) -> None:
    for cut in range(1, len(command)):
        scanner = Scanner()
        assert scanner.find(b"\x10\x10" + command[:cut]) == []
        assert [each.end for each in scanner.find(command[cut:] + b"\x10")] == [len(command) - cut]


def test_dots_that_look_like_commands_stay_dots() -> None:
    dots = b"\x1b@\x1dV\x00\x10\x04\x01\x0a"
    head = Raster(3, 3, wide=False, tall=False)
    assert parsed([raster(3, dots) + b"\n"])[0] == [head, Rows(head, dots), Command("LF")]


def test_a_picture_that_was_half_sent_swallows_what_comes_next() -> None:
    head = Raster(4, 3, wide=False, tall=False)
    half = raster(4, b"\xff" * 12)[: 8 + 5]
    steps, held = parsed([half, b"\x1b@hello"])
    assert steps == [head, Rows(head, b"\xff" * 5 + b"\x1b@hello")]
    assert held == 0


@pytest.mark.parametrize(
    ("stream", "command"),
    [
        (b"\x1dV\x41\x10", Command("GS V", b"\x41\x10")),
        (b"\x1dV\x01", Command("GS V", b"\x01")),
        (b"\x1de\x03\x20", Command("GS e", b"\x03\x20")),
        (b"\x1de\x05", Command("GS e", b"\x05")),
        (b"\x1d(D\x05\x00\x14\x01\x00\x02\x00", Command("GS ( D", b"\x14\x01\x00\x02\x00")),
        (b"\x1d8L\x04\x00\x00\x000p12", Command("GS 8 L", b"0p12")),
        (b"\x1b*\x21\x02\x00123456", Command("ESC *", b"\x21\x02\x00123456")),
        (b"\x1dk\x04ABC\x00", Command("GS k", b"\x04ABC\x00")),
        (b"\x1bD\x08\x10\x00", Command("ESC D", b"\x08\x10\x00")),
        (CLEAR, Command("DLE DC4", CLEAR[2:])),
        (b"\x1b\x99", Command("")),
    ],
)
def test_a_command_ends_where_its_table_says(stream: bytes, command: Command) -> None:
    assert parsed([stream + b"\n"])[0] == [command, Command("LF")]


def test_half_a_megabyte_of_raster_is_read_within_tens_of_milliseconds() -> None:
    page = raster(216, b"\xa5\x10\x04" * 171_072)
    parser, scanner, rows = Parser(), Scanner(), 0
    began = time.process_time()
    for start in range(0, len(page), 4096):
        chunk = page[start : start + 4096]
        scanner.find(chunk)
        parser.receive(chunk)
        while step := parser.next(ALL):
            rows += len(step.dots) // 216 if isinstance(step, Rows) else 0
    assert rows == 2376
    assert time.process_time() - began < 0.1
