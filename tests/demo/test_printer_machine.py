"""What the demo printer does with its bytes, on a clock that the test turns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from demo.printer.dials import Dials
from demo.printer.interpreter import Reply
from demo.printer.printer import Power, Printer

WIDTH = 64
STRIDE = WIDTH // 8
ROW_S = 0.001
"""At 125 mm/s."""
CUT_S = 0.1
CLEAR = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"
AUTOMATIC = b"\x1da\x0f"
CUT = b"\x1dV\x00"
FINE, PAPER_OUT = bytes.fromhex("1000000f"), bytes.fromhex("18000f0f")


def raster(*rows: int) -> bytes:
    """A `GS v 0` whose rows are filled with these bytes."""
    head = STRIDE.to_bytes(2, "little") + len(rows).to_bytes(2, "little")
    return b"\x1dv0\x00" + head + b"".join(bytes((value,)) * STRIDE for value in rows)


def process_id(name: str) -> bytes:
    return b"\x1d(H\x06\x0000" + name.encode()


def answered(name: str) -> bytes:
    return b'7"' + name.encode() + b"\x00"


class Bench:
    """A printer, its clock, and what it said since it was last asked."""

    def __init__(self, folder: Path, *, presenter: bool, process_ids: bool, custom: bool) -> None:
        self.now = 100.0
        self._said: list[bytes] = []
        self.folder = folder
        self.printer = Printer(
            "document",
            width=WIDTH,
            folder=folder,
            dials=Dials(speed_mm_s=125.0, cut_s=CUT_S),
            capacity=4096,
            process_ids=process_ids,
            presenter=presenter,
            custom=custom,
            transmit=self._hear,
            happened=lambda name, facts: None,
        )

    def _hear(self, said: bytes, kind: Reply) -> None:
        self._said.append(said)

    def send(self, *chunks: bytes) -> None:
        for chunk in chunks:
            self.printer.receive(chunk, self.now)
            self.printer.advance(self.now)

    def wait(self, seconds: float) -> None:
        """Let time pass, in the steps that the printer asks for."""
        end = self.now + seconds
        while (due := self.printer.advance(self.now)) is not None and due <= end:
            assert due > self.now, "the printer asks for the same moment again"
            self.now = due
        self.now = end
        self.printer.advance(end)

    def dials(self, **wanted: object) -> None:
        assert self.printer.turn(wanted, self.now) is None
        self.printer.advance(self.now)

    @property
    def said(self) -> bytes:
        said = b"".join(self._said)
        self._said.clear()
        return said

    @property
    def rows(self) -> bytes:
        """The first byte of each row that is under the head."""
        return bytes(self.printer.mechanism.sheet[::STRIDE])

    @property
    def heights(self) -> list[int]:
        return [sheet.rows for sheet in self.printer.papers.sheets]


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Callable[..., Bench]]:
    benches: list[Bench] = []

    def one(*, presenter: bool = False, process_ids: bool = True, custom: bool = False) -> Bench:
        benches.append(Bench(tmp_path, presenter=presenter, process_ids=process_ids, custom=custom))
        return benches[-1]

    yield one
    for bench in benches:
        bench.printer.close()


@pytest.fixture
def bench(make: Callable[..., Bench]) -> Bench:
    return make()


# --- printing -----------------------------------------------------------------------------------------------


def test_rows_are_printed_at_the_speed_of_the_paper(bench: Bench) -> None:
    bench.send(raster(*range(1, 101)))
    bench.wait(40 * ROW_S)
    assert 40 <= len(bench.rows) <= 42
    bench.wait(1)
    assert bench.rows == bytes(range(1, 101))


def test_a_late_call_does_not_make_the_paper_late(bench: Bench) -> None:
    bench.send(raster(*[1] * 100), process_id("done"))
    bench.now += 100.5 * ROW_S
    bench.printer.advance(bench.now)
    assert bench.said == answered("done")
    assert bench.printer.mechanism.counters.head_stops == 0


def test_the_process_id_comes_when_the_rows_before_it_are_printed(bench: Bench) -> None:
    bench.send(raster(*[1] * 50) + process_id("0001") + raster(*[1] * 50) + CUT + process_id("0002"))
    bench.wait(49 * ROW_S)
    assert bench.said == b""
    bench.wait(2 * ROW_S)
    assert bench.said == answered("0001")
    bench.wait(50 * ROW_S + CUT_S - 2 * ROW_S)
    assert bench.said == b""
    bench.wait(3 * ROW_S)
    assert bench.said == answered("0002")
    assert bench.heights == [100]


def test_a_model_without_process_ids_says_nothing(make: Callable[..., Bench]) -> None:
    bench = make(process_ids=False)
    bench.send(process_id("0001") + b"\x1dr\x01")
    assert bench.said == b"\x00"


def test_a_host_that_is_too_slow_stops_the_head(bench: Bench) -> None:
    bench.send(raster(*[1] * 10))
    bench.wait(30 * ROW_S)
    bench.send(raster(*[1] * 10))
    bench.wait(30 * ROW_S)
    assert bench.printer.mechanism.counters.head_stops == 1
    assert bench.printer.mechanism.counters.head_stopped_s == pytest.approx(20 * ROW_S)


@pytest.mark.parametrize("cut", [b"\x1dV\x00", b"\x1dV\x31", b"\x1dVB\x00", b"\x1bi", b"\x1bm"])
def test_every_form_of_the_cut_ends_a_sheet(bench: Bench, cut: bytes) -> None:
    bench.send(raster(0x80, 0x01, 0xFF) + cut)
    bench.wait(1)
    assert (bench.heights, bench.rows) == ([3], b"")
    with Image.open(bench.folder / "paper-1.png") as paper:
        assert paper.size == (WIDTH, 3)
        assert [paper.getpixel((x, 0)) for x in range(9)] == [0] + [255] * 7 + [0]


def test_a_cut_without_paper_under_the_head_makes_no_sheet(bench: Bench) -> None:
    bench.send(CUT + CUT)
    bench.wait(1)
    assert bench.heights == []
    assert bench.printer.mechanism.counters.cuts == 2


def test_feeds_count_in_motion_units(bench: Bench) -> None:
    bench.send(b"\x1bJ\x64")
    bench.wait(1)
    assert len(bench.rows) == 50  # 1/406 inch each until told otherwise
    bench.send(b"\x1dP\xcb\xcb" + b"\x1bJ\x64" + b"\x1dVA\x0a")
    bench.wait(1)
    assert bench.heights == [160]
    bench.send(b"\n" + b"\x1bd\x02" + b"\x1b3\x64" + b"\n" + CUT)
    bench.wait(1)
    assert bench.heights == [160, 30 + 60 + 100]


def test_a_store_of_graphics_is_printed_when_told(bench: Bench) -> None:
    size = (8).to_bytes(2, "little") + (2).to_bytes(2, "little")
    content = b"0p" + b"0\x01\x01" + b"1" + size + b"\x81\x42"
    bench.send(b"\x1d(L" + len(content).to_bytes(2, "little") + content)
    bench.wait(1)
    assert bench.rows == b""
    bench.send(b"\x1d8L" + (2).to_bytes(4, "little") + b"02")
    bench.wait(1)
    assert bench.rows == b"\x81\x42"


def test_text_advances_the_paper_by_a_line(bench: Bench) -> None:
    bench.send(b"hello\n")
    bench.wait(1)
    assert len(bench.rows) == 30
    assert any(bench.rows)


# --- status -------------------------------------------------------------------------------------------------


def test_a_question_inside_a_picture_is_answered_and_its_dots_are_printed(bench: Bench) -> None:
    row = b"\x10\x04\x01" + b"\x10\x04\x04" + b"\xff\xff"
    bench.send(b"\x1dv0\x00\x08\x00\x01\x00" + row)
    bench.wait(1)
    assert bench.said == b"\x12\x12"
    assert bytes(bench.printer.mechanism.sheet) == row


def test_status_is_sent_at_once_when_it_is_enabled_and_then_at_every_change(bench: Bench) -> None:
    bench.send(AUTOMATIC)
    assert bench.said == FINE
    bench.dials(near_end=True)
    assert bench.said == bytes.fromhex("1000030f")
    bench.dials(near_end=True)
    assert bench.said == b""
    bench.send(b"\x1da\x00")
    bench.dials(near_end=False)
    assert bench.said == b""


def test_the_end_of_the_roll_comes_near_before_it_comes(bench: Bench) -> None:
    bench.dials(paper_left_mm=5_001)
    bench.send(AUTOMATIC + raster(*[1] * 20))
    bench.wait(1)
    assert bench.said == FINE + bytes.fromhex("1000030f")
    bench.dials(paper_left_mm=1)
    bench.send(raster(*[2] * 20))
    bench.wait(1)
    assert bench.rows[20:] == b"\x02" * 8
    assert bench.said == PAPER_OUT


def test_initialising_ends_automatic_status_and_motion_units(bench: Bench) -> None:
    bench.send(AUTOMATIC + b"\x1dP\xcb\xcb" + b"\x1b@" + b"\x1bJ\x64")
    bench.dials(near_end=True)
    bench.wait(1)
    assert bench.said == FINE
    assert len(bench.rows) == 50


# --- faults -------------------------------------------------------------------------------------------------


def test_paper_that_ends_in_the_middle_stops_the_job_and_new_paper_goes_on_with_it(bench: Bench) -> None:
    bench.dials(paper_out_after_rows=30)
    bench.send(AUTOMATIC + raster(*range(1, 101)) + b"\x1dr\x01" + process_id("done"))
    bench.wait(1)
    assert bench.rows == bytes(range(1, 31))
    assert bench.said == FINE + PAPER_OUT
    bench.send(b"\x10\x04\x04\x10\x04\x02")
    assert bench.said == b"\x7e\x32"
    bench.wait(60)
    assert (len(bench.rows), bench.said) == (30, b"")
    bench.dials(paper_out=False)
    bench.wait(1)
    assert bench.rows == bytes(range(1, 101))
    assert bench.said == FINE + b"\x00" + answered("done")


@pytest.mark.parametrize(
    ("dial", "automatic"),
    [("cover_open", "38 40 00 0f"), ("overheated", "18 40 00 0f"), ("feed_button", "58 00 00 0f")],
)
def test_a_fault_that_ends_by_itself_holds_the_job_meanwhile(bench: Bench, dial: str, automatic: str) -> None:
    bench.send(AUTOMATIC + raster(*[1] * 100) + process_id("done"))
    bench.wait(20 * ROW_S)
    bench.dials(**{dial: True})
    held = len(bench.rows)
    bench.wait(5)
    assert len(bench.rows) == held < 100
    assert bench.said == FINE + bytes.fromhex(automatic)
    bench.send(b"\x10\x04\x01")
    assert bench.said[0] & 0x08
    bench.dials(**{dial: False})
    bench.wait(1)
    assert bench.said == FINE + answered("done")
    assert bench.printer.mechanism.counters.head_stops == 0


def test_a_cutter_error_outlasts_its_cause_until_the_host_recovers_it(bench: Bench) -> None:
    bench.send(raster(1, 2) + CUT + process_id("done"))
    bench.dials(cutter_error=True)
    bench.send(b"\x10\x05\x01" + b"\x10\x04\x03")
    bench.wait(1)
    assert (bench.said, bench.heights) == (b"\x1a", [])
    bench.dials(cutter_error=False)
    bench.wait(1)
    bench.send(b"\x10\x04\x03")
    assert bench.said == b"\x1a"
    bench.send(b"\x10\x05\x01")
    bench.wait(1)
    assert (bench.said, bench.heights) == (answered("done"), [2])


def test_closing_the_cover_recovers_a_jam(bench: Bench) -> None:
    bench.dials(jam=True)
    bench.dials(jam=False, cover_open=True)
    bench.send(b"\x10\x04\x03")
    assert bench.said == b"\x16"
    bench.dials(cover_open=False)
    bench.send(b"\x10\x04\x03")
    assert bench.said == b"\x12"


def test_an_unrecoverable_error_lasts_until_the_power_is_cycled(bench: Bench) -> None:
    bench.dials(unrecoverable=True)
    bench.dials(unrecoverable=False)
    bench.send(b"\x10\x05\x02" + b"\x10\x04\x03")
    assert bench.said == b"\x32"
    bench.printer.lose_power(Power.RESET, bench.now)
    bench.printer.start(bench.now)
    bench.send(b"\x10\x04\x03")
    assert bench.said == b"\x12"


# --- the buffer ---------------------------------------------------------------------------------------------


def test_a_cleared_buffer_prints_nothing_more(bench: Bench) -> None:
    bench.dials(paper_out_after_rows=10)
    bench.send(raster(*[1] * 100) + CUT + process_id("gone"))
    bench.wait(1)
    bench.send(CLEAR)
    assert bench.said == b"\x37\x25\x00"
    assert bench.printer.in_buffer == 0
    bench.dials(paper_out=False)
    bench.wait(5)
    assert (len(bench.rows), bench.said, bench.heights) == (10, b"", [])
    bench.send(raster(7) + CUT + process_id("next"))
    bench.wait(1)
    assert (bench.said, bench.heights) == (answered("next"), [11])


def test_a_feed_and_its_cut_that_were_under_way_are_cleared_too(bench: Bench) -> None:
    bench.dials(paper_out_after_rows=10)
    bench.send(b"\x1dVB\xff")
    bench.wait(1)
    bench.send(CLEAR)
    bench.dials(paper_out=False)
    bench.wait(1)
    assert (len(bench.rows), bench.heights) == (10, [])


def test_what_follows_a_clear_in_the_same_packet_is_kept(bench: Bench) -> None:
    bench.send(raster(*[1] * 100) + CLEAR + b"\x1dr\x01")
    bench.wait(1)
    assert bench.said == b"\x37\x25\x00\x00"
    assert len(bench.rows) <= 1


def test_a_printer_that_cannot_be_cleared_prints_on(bench: Bench) -> None:
    bench.dials(clearable=False, paper_out_after_rows=10)
    bench.send(raster(*[1] * 20) + process_id("done"))
    bench.wait(1)
    bench.send(CLEAR)
    bench.dials(paper_out=False)
    bench.wait(1)
    assert (len(bench.rows), bench.said) == (20, answered("done"))


def test_a_recovery_with_clearing_is_heard_after_a_cutter_error_only(bench: Bench) -> None:
    bench.dials(paper_out=True)
    bench.send(raster(*[1] * 20) + b"\x10\x05\x02")
    bench.dials(paper_out=False)
    bench.wait(1)
    assert len(bench.rows) == 20
    bench.dials(cutter_error=True)
    bench.send(raster(*[1] * 20) + CUT)
    bench.dials(cutter_error=False)
    bench.send(b"\x10\x05\x02")
    bench.wait(1)
    assert (len(bench.rows), bench.heights) == (20, [])


def test_questions_between_commands_take_no_room_while_it_is_stopped(bench: Bench) -> None:
    bench.dials(paper_out=True)
    bench.send(raster(*[1] * 10))
    room = bench.printer.room
    for _ in range(5000):
        bench.send(b"\x10", b"\x04\x04")
    assert bench.printer.room >= room - 1
    bench.dials(paper_out=False)
    bench.wait(1)
    assert (len(bench.rows), bench.printer.room) == (10, 4096)


def test_questions_inside_a_picture_take_room(bench: Bench) -> None:
    bench.dials(paper_out=True)
    bench.send(b"\x1dv0\x00\x08\x00\x10\x00" + b"\x10\x04\x04")
    assert bench.printer.in_buffer == 11


def test_half_a_picture_swallows_the_next_job_until_it_is_flushed(bench: Bench) -> None:
    bench.send(raster(*[1] * 10)[: 8 + 4 * STRIDE])
    bench.send(b"\x1b@" + process_id("lost"))
    bench.wait(1)
    assert (bench.said, bench.rows[:5]) == (b"", b"\x01\x01\x01\x01\x1b")
    bench.send(bytes(10 * STRIDE) + b"\x1b@" + process_id("here"))
    bench.wait(1)
    assert bench.said == answered("here")


# --- power --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", [Power.RESET, Power.SILENT])
def test_the_end_of_power_loses_the_buffer_and_the_settings_but_not_the_printed_rows(
    bench: Bench, how: Power
) -> None:
    bench.send(AUTOMATIC + raster(*[1] * 100) + CUT)
    bench.wait(20 * ROW_S)
    assert bench.said == FINE
    bench.printer.lose_power(how, bench.now)
    printed = len(bench.rows)
    assert 20 <= printed < 25
    assert bench.printer.room == 0
    bench.wait(5)
    bench.printer.start(bench.now)
    bench.dials(near_end=True)
    bench.wait(5)
    assert (len(bench.rows), bench.said, bench.heights) == (printed, b"", [])
    bench.send(raster(2) + CUT)
    bench.wait(1)
    assert [sheet.power_cuts for sheet in bench.printer.papers.sheets] == [(printed,)]


def test_counters_forget_what_was_not_kept_when_the_power_went(bench: Bench) -> None:
    ask = b"\x1dg2\x00\xb2\x00"
    bench.send(raster(1) + CUT + ask)
    bench.wait(1)
    assert bench.said == b"_1\x00"
    bench.wait(121)
    bench.send(raster(1) + CUT + ask)
    bench.wait(1)
    assert bench.said == b"_2\x00"
    bench.printer.lose_power(Power.RESET, bench.now)
    bench.printer.start(bench.now)
    bench.send(ask)
    bench.wait(1)
    assert bench.said == b"_1\x00"


def test_switching_off_by_command_works_only_where_it_was_enabled(bench: Bench) -> None:
    switch_off = b"\x10\x14\x02\x01\x08"
    bench.send(switch_off)
    assert bench.printer.power is Power.ON
    bench.send(b"\x1d(D\x05\x00\x14\x01\x00\x02\x01" + switch_off)
    bench.send(b"\x10\x14\x01\x00\x01" + switch_off)
    assert (bench.said, bench.printer.power) == (b"\x3b\x30\x00", Power.RESET)
    assert bench.printer.mechanism.counters.drawer_pulses == 0


# --- the presenter ------------------------------------------------------------------------------------------


def places(bench: Bench) -> list[str]:
    return [sheet.place for sheet in bench.printer.papers.sheets]


def test_a_presented_sheet_waits_until_it_is_taken(make: Callable[..., Bench]) -> None:
    bench = make(presenter=True, custom=True)
    bench.send(raster(1) + CUT + b"\x1de\x06")
    bench.wait(1)
    assert (places(bench), bench.said) == (["presented"], b"\x0c")
    bench.send(b"\x10\x04\x14")
    assert bench.said == bytes.fromhex("100f20000000")
    assert bench.printer.take(bench.now) is not None
    assert bench.printer.take(bench.now) is None
    bench.send(b"\x1de\x06")
    assert (places(bench), bench.said) == (["taken"], b"\x04")


def test_a_presented_sheet_is_drawn_back_on_command_or_after_its_time(make: Callable[..., Bench]) -> None:
    bench = make(presenter=True, custom=True)
    bench.send(raster(1) + CUT + b"\x1de\x02")
    bench.wait(1)
    bench.dials(retract_after_s=30)
    bench.send(raster(1) + CUT)
    bench.wait(29)
    assert places(bench) == ["retracted", "presented"]
    bench.wait(2)
    bench.send(b"\x1d\xe4")
    assert (places(bench), bench.said) == (["retracted", "retracted"], b"2ret")


def test_the_next_sheet_pushes_one_out_that_nobody_took(make: Callable[..., Bench]) -> None:
    bench = make(presenter=True, custom=True)
    bench.send(raster(1) + CUT + raster(2) + CUT)
    bench.wait(1)
    assert places(bench) == ["ejected", "presented"]


def test_a_printer_without_a_presenter_knows_nothing_of_it(bench: Bench) -> None:
    bench.send(raster(1) + CUT + b"\x1de\x06" + b"\x10\x04\x14")
    bench.wait(1)
    assert (places(bench), bench.said) == (["tray"], b"")


# --- the folder ---------------------------------------------------------------------------------------------


def test_bytes_are_kept_as_received_and_sheets_are_counted_on(
    make: Callable[..., Bench], tmp_path: Path
) -> None:
    job = raster(1, 2) + CUT
    for _ in range(2):
        bench = make()
        bench.send(job[:7], job[7:])
        bench.wait(1)
    assert (tmp_path / "printed.bin").read_bytes() == job * 2
    assert sorted(path.name for path in tmp_path.glob("*.png")) == ["paper-1.png", "paper-2.png"]


@pytest.mark.parametrize(
    "wanted",
    [
        {"paper_out": 1},
        {"speed_mm_s": 0},
        {"speed_mm_s": -1.0},
        {"speed_mm_s": True},
        {"paper_out_after_rows": 1.5},
        {"cut_s": float("nan")},
        {"no_such_dial": True},
        {"cover_open": True, "cut_s": "long"},
    ],
)
def test_a_dial_that_cannot_stand_so_is_refused_and_nothing_is_turned(
    bench: Bench, wanted: dict[str, object]
) -> None:
    refused = bench.printer.turn(wanted, bench.now)
    assert refused is not None
    assert bench.printer.mechanism.dials == Dials(speed_mm_s=125.0, cut_s=CUT_S)
