"""A printer of Custom's kind with presenter and counters: what it says, what became of its sheets."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given, strategies as st

from devices.contracts import (
    CutDone,
    Cutting,
    Found,
    Handover,
    JobStep,
    Mark,
    NotPrinted,
    Printed,
    PrinterStatus,
    Sending,
    Uncertain,
)
from devices.printer import handover
from devices.printer.custom import CustomHearing
from devices.printer.escpos import EscPosPrinter
from devices.printer.models import PrinterModel, known_models
from devices.printer.status import Answered, Counted, Looked, Passed, Pushed, Reply
from devices.printer.unrecorded import unrecorded
from tests.devices.simulated_printer import SPOILED, Heard, Notes, Simulated, page, rows, simulated, until

T = TypeVar("T")

MODEL = known_models()["custom-vkp80iii"].model_copy(update={"dots": 576})
WELL = bytes.fromhex("100f00000000")

# --- what it says -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("block", "status"),
    [
        ("100f00000000", PrinterStatus.READY),
        ("100f04000000", PrinterStatus.PAPER_LOW),
        ("100f40000000", PrinterStatus.PAPER_LOW),
        ("100f05000000", PrinterStatus.PAPER_OUT),
        ("100f20000000", PrinterStatus.PAPER_NOT_TAKEN),
        ("100f80000000", PrinterStatus.READY),
        ("100f00010000", PrinterStatus.COVER_OPEN),
        ("100f00020000", PrinterStatus.COVER_OPEN),
        ("100f00000002", PrinterStatus.COVER_OPEN),
        ("100f000c0000", PrinterStatus.READY),
        ("100f00200000", PrinterStatus.OFFLINE),
        ("100f00400000", PrinterStatus.OFFLINE),
        ("100f00000100", PrinterStatus.OVERHEATED),
        ("100f00002200", PrinterStatus.READY),
        ("100f00000800", PrinterStatus.OFFLINE),
        ("100f00008000", PrinterStatus.READY),
        ("100f00000001", PrinterStatus.CUTTER_FAULT),
        ("100f00000004", PrinterStatus.OFFLINE),
        ("100f00000008", PrinterStatus.OFFLINE),
        ("100f25000001", PrinterStatus.PAPER_OUT),
    ],
)
def test_each_bit_of_a_full_status_is_one_status(block: str, status: PrinterStatus) -> None:
    ears = CustomHearing()
    ears.asked(20)

    assert ears.hear(bytes.fromhex(block)) == [Answered(20)]
    assert ears.condition.status is status
    assert ears.hear(bytes.fromhex(block)) == [Pushed()]


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        (b"2376 cuts", [Counted("cuts", 2376)]),
        (b"512ret512on", [Counted("ret", 512), Counted("on", 512)]),
        (b"0cuts0ret1on", [Counted("cuts", 0), Counted("ret", 0), Counted("on", 1)]),
        (b"cuts", []),
    ],
)
def test_counters_are_told_in_words(said: bytes, counted: list[Reply]) -> None:
    assert CustomHearing().hear(said) == counted


def test_a_block_between_the_letters_of_a_counter_disturbs_neither() -> None:
    ears = CustomHearing()

    assert ears.hear(b"23" + WELL + b"76 cu" + WELL + b"ts") == [Pushed(), Pushed(), Counted("cuts", 2376)]


@pytest.mark.parametrize("told", [0x80, 0xA0, 0xE1, 0x8C])
def test_a_jam_is_what_the_presenter_says_and_what_a_full_status_does_not_end(told: int) -> None:
    ears = CustomHearing()
    ears.asked(6)

    assert ears.hear(WELL + bytes([told]) + WELL) == [Pushed(), Looked(), Pushed()]
    assert ears.condition.status is PrinterStatus.PAPER_JAM
    ears.asked(6)
    assert ears.hear(b"\x61\x0c") == [Looked(), Passed()]
    assert ears.condition.status is PrinterStatus.READY


def test_a_barrier_is_told_from_everything_else() -> None:
    assert CustomHearing().hear(b"\x03" + WELL + b"\x0f") == [Passed(), Pushed(), Passed()]


@given(st.integers(1, 5))
def test_a_block_that_was_broken_off_does_not_hide_the_next(sent: int) -> None:
    ears = CustomHearing()

    ears.hear(WELL[:sent] + bytes.fromhex("100f05000000"))

    assert ears.condition.status is PrinterStatus.PAPER_OUT


said = st.lists(
    st.one_of(
        st.sampled_from([WELL, b"7cuts", b"2ret", b"1on", b"\0", b"\x0f", b"\x11"]), st.binary(max_size=6)
    ),
    max_size=20,
).map(b"".join)


@given(said, st.lists(st.integers(1, 5), max_size=40))
def test_the_answer_does_not_depend_on_how_the_bytes_arrive(stream: bytes, sizes: list[int]) -> None:
    whole, parts = CustomHearing(), CustomHearing()
    expected = whole.hear(stream)

    replies: list[Reply] = []
    rest = stream
    for size in sizes:
        replies += parts.hear(rest[:size])
        rest = rest[size:]
    replies += parts.hear(rest)

    assert replies == expected
    assert parts.condition == whole.condition


@given(st.binary(max_size=300))
def test_after_any_garbage_a_block_and_a_barrier_are_understood(garbage: bytes) -> None:
    ears = CustomHearing()
    ears.hear(garbage)

    assert ears.hear(bytes.fromhex("100f05000000") + b"\0")[-1] == Passed()
    assert ears.condition.status is PrinterStatus.PAPER_OUT


# --- against the simulated printer --------------------------------------------------------------------------


@pytest.fixture
def printer(tmp_path: Path) -> Iterator[Simulated]:
    with simulated(tmp_path, "--dialect", "custom", "--presenter") as peer:
        yield peer


def driven(
    peer: Simulated,
    work: Callable[[EscPosPrinter], Coroutine[None, None, T]],
    left: Mark | None = None,
    model: PrinterModel = MODEL,
) -> T:
    async def run() -> T:
        driver = EscPosPrinter("ticket", peer.address, model, left_over=left)
        try:
            async with asyncio.timeout(60):
                await until(lambda: driver.status is not PrinterStatus.UNKNOWN)
                return await work(driver)
        finally:
            await driver.close()

    return asyncio.run(run())


def places(peer: Simulated) -> list[str]:
    return [sheet["place"] for sheet in peer.control.get("/papers").json()]


def test_a_sheet_is_printed_dot_for_dot_and_marked_with_what_the_printer_counted(printer: Simulated) -> None:
    notes = Notes()

    async def work(driver: EscPosPrinter) -> None:
        assert driver.sees_taken
        for _ in range(2):
            await until(lambda: driver.status is PrinterStatus.READY)
            assert await driver.print([page()], Heard(), notes) == Printed(1)
            assert driver.status is PrinterStatus.PAPER_NOT_TAKEN
            printer.control.post("/take").raise_for_status()

    driven(printer, work)
    assert printer.sheets() == [rows(page())] * 2
    first, second = [step.mark for step in notes.steps if isinstance(step, Sending)]
    assert first.cuts is not None
    assert second == Mark(cuts=first.cuts + 1, starts=1)


def test_no_job_starts_while_a_sheet_waits_in_the_output(printer: Simulated) -> None:
    async def work(driver: EscPosPrinter) -> None:
        await driver.print([page()], Heard(), unrecorded)
        assert await driver.print([page(seed=2)], Heard(), unrecorded) == NotPrinted(
            PrinterStatus.PAPER_NOT_TAKEN
        )

    driven(printer, work)
    assert places(printer) == ["presented"]


def test_a_sheet_that_is_taken_is_said_to_be_taken(printer: Simulated) -> None:
    async def work(driver: EscPosPrinter) -> Handover:
        await driver.print([page()], Heard(), unrecorded)
        waiting = asyncio.ensure_future(driver.await_taken(30))
        await driver.ask()
        assert not waiting.done()
        printer.control.post("/take").raise_for_status()
        return await waiting

    assert driven(printer, work) is Handover.TAKEN
    assert places(printer) == ["taken"]


def test_a_sheet_that_nobody_takes_is_drawn_back(printer: Simulated) -> None:
    async def work(driver: EscPosPrinter) -> Handover:
        await driver.print([page()], Heard(), unrecorded)
        return await driver.await_taken(0.2)

    assert driven(printer, work) is Handover.RETRACTED
    assert places(printer) == ["retracted"]


def test_a_sheet_that_cannot_be_drawn_back_is_not_said_to_be_gone(
    printer: Simulated, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handover, "DRAWN_WITHIN", 1.0)

    async def work(driver: EscPosPrinter) -> Handover:
        await driver.print([page()], Heard(), unrecorded)
        printer.turn(jam=True)
        return await driver.await_taken(0)

    assert driven(printer, work) is Handover.UNKNOWN
    assert places(printer) == ["presented"]


def test_a_sheet_that_the_printer_draws_back_by_itself_is_not_said_to_be_taken(printer: Simulated) -> None:
    printer.turn(retract_after_s=0.5)

    async def work(driver: EscPosPrinter) -> Handover:
        await driver.print([page()], Heard(), unrecorded)
        return await driver.await_taken(30)

    assert driven(printer, work) is Handover.RETRACTED


def test_a_printer_that_goes_away_with_a_sheet_in_its_output_says_neither(printer: Simulated) -> None:
    async def work(driver: EscPosPrinter) -> Handover:
        await driver.print([page()], Heard(), unrecorded)
        printer.turn(pull_power="rst")
        return await driver.await_taken(30)

    assert driven(printer, work) is Handover.UNKNOWN


def test_a_presented_sheet_is_drawn_back_when_it_is_to_be_unprintable(printer: Simulated) -> None:
    async def work(driver: EscPosPrinter) -> bool:
        await driver.print([page()], Heard(), unrecorded)
        return await driver.make_unprintable()

    assert driven(printer, work)
    assert places(printer) == ["retracted"]


def test_half_a_sheet_is_cut_off_and_drawn_back(printer: Simulated) -> None:
    printer.turn(speed_mm_s=20)

    async def work(driver: EscPosPrinter) -> bool:
        job = asyncio.ensure_future(driver.print([page(1600)], Heard(), unrecorded))
        await until(lambda: printer.now("rows_printed") != 0)
        job.cancel()
        await asyncio.wait([job])
        return await driver.make_unprintable()

    assert driven(printer, work)
    assert places(printer) == ["retracted"]
    assert len(printer.sheets()[0]) < 1600


def test_a_sheet_that_an_earlier_run_left_in_the_output_is_drawn_back(printer: Simulated) -> None:
    async def leave(driver: EscPosPrinter) -> None:
        await driver.print([page()], Heard(), unrecorded)

    async def work(driver: EscPosPrinter) -> None:
        await until(lambda: driver.status is PrinterStatus.READY)

    driven(printer, leave)
    driven(printer, work)
    assert places(printer) == ["retracted"]


@pytest.mark.parametrize("stop_at", [Sending, Cutting, CutDone])
@pytest.mark.parametrize("power", [False, True])
def test_the_next_run_knows_what_became_of_the_sheet_of_a_run_that_ended(
    printer: Simulated, stop_at: type[JobStep], *, power: bool
) -> None:
    notes = Notes(stop_at)

    async def leave(driver: EscPosPrinter) -> None:
        job = asyncio.ensure_future(driver.print([page(1600)], Heard(), notes))
        await until(lambda: any(isinstance(step, stop_at) for step in notes.steps))
        job.cancel()
        await asyncio.wait([job])

    async def work(driver: EscPosPrinter) -> Found:
        return await driver.look_back()

    driven(printer, leave)
    if power:
        printer.turn(pull_power="rst")
        printer.turn(power=True)
    mark = next(step.mark for step in notes.steps if isinstance(step, Sending))
    found = driven(printer, work, left=mark)
    assert found is (Found.CUT if stop_at is CutDone else Found.NOT_CUT)


def test_another_run_is_told_the_same_where_this_one_wrote_nothing_down(printer: Simulated) -> None:
    """What hangs is not cut off before the answer is heard: that cut would count as the sheet's own."""
    notes = Notes()
    printer.turn(paper_out_after_rows=300)

    async def leave(driver: EscPosPrinter) -> None:
        heard = Heard()
        job = asyncio.ensure_future(driver.print([page(1600)], heard, notes))
        await until(lambda: driver.status is PrinterStatus.PAPER_OUT)
        job.cancel()
        await asyncio.wait([job])

    async def work(driver: EscPosPrinter) -> Found:
        return await driver.look_back()

    async def end_without_asking(driver: EscPosPrinter) -> None:
        begun = int(str(printer.now("bytes_received")))
        # It has prepared the printer twice, so it has looked at the counters and cut nothing off.
        await until(lambda: int(str(printer.now("bytes_received"))) > begun + 2 * MODEL.buffer)

    driven(printer, leave)
    printer.turn(paper_out=False)
    mark = next(step.mark for step in notes.steps if isinstance(step, Sending))
    driven(printer, end_without_asking, left=mark)
    assert [driven(printer, work, left=mark) for _ in range(2)] == [Found.NOT_CUT] * 2


def test_a_job_whose_printer_lost_its_power_is_known_once_the_printer_is_back(printer: Simulated) -> None:
    printer.turn(speed_mm_s=100)

    async def work(driver: EscPosPrinter) -> Found:
        job = asyncio.ensure_future(driver.print([page(1600)], Heard(), unrecorded))
        await until(lambda: printer.now("rows_printed") != 0)
        printer.turn(pull_power="silent")
        assert isinstance(await job, Uncertain)
        printer.turn(power=True)
        return await driver.look_back()

    assert driven(printer, work) is Found.NOT_CUT


def test_a_sheet_that_was_cut_as_the_connection_went_is_known_to_be_cut(printer: Simulated) -> None:
    printer.turn(cut_s=1.0)

    async def work(driver: EscPosPrinter) -> Found:
        notes = Notes()
        job = asyncio.ensure_future(driver.print([page()], Heard(), notes))
        await until(lambda: any(isinstance(step, Cutting) for step in notes.steps))
        await until(lambda: printer.now("in_buffer") != 0)  # the barrier behind the blade
        printer.turn(offline=True)
        await until(lambda: printer.now("cuts") == 1)
        assert isinstance(await job, Uncertain)
        printer.turn(offline=False)
        return await driver.look_back()

    assert driven(printer, work) is Found.CUT


def test_a_printer_that_counted_something_else_says_nothing_of_the_sheet(printer: Simulated) -> None:
    async def work(driver: EscPosPrinter) -> Found:
        return await driver.look_back()

    assert driven(printer, work, left=Mark(cuts=7, starts=1)) is Found.UNKNOWN
    assert driven(printer, work, left=Mark(cuts=0, starts=9)) is Found.UNKNOWN
    assert driven(printer, work, left=Mark()) is Found.UNKNOWN


@pytest.mark.parametrize(
    ("dial", "status"),
    [
        ("cover_open", PrinterStatus.COVER_OPEN),
        ("paper_out", PrinterStatus.PAPER_OUT),
        ("near_end", PrinterStatus.PAPER_LOW),
        ("cutter_error", PrinterStatus.CUTTER_FAULT),
        ("overheated", PrinterStatus.OVERHEATED),
        ("unrecoverable", PrinterStatus.OFFLINE),
    ],
)
def test_each_fault_is_heard(printer: Simulated, dial: str, status: PrinterStatus) -> None:
    async def work(driver: EscPosPrinter) -> None:
        await until(lambda: driver.status is PrinterStatus.READY)
        printer.turn(**{dial: True})
        await until(lambda: driver.status is status)

    driven(printer, work)


def test_a_fault_in_the_middle_holds_the_job_which_then_goes_on_by_itself(printer: Simulated) -> None:
    printer.turn(paper_out_after_rows=400)

    async def work(driver: EscPosPrinter) -> None:
        job = asyncio.ensure_future(driver.print([page(1600)], Heard(), unrecorded))
        await until(lambda: driver.status is PrinterStatus.PAPER_OUT)
        printer.turn(paper_out=False)
        assert await job == Printed(1)

    driven(printer, work)
    assert printer.sheets() == [rows(page(1600))]


def test_paper_that_is_stuck_in_the_presenter_is_told_until_somebody_opened_it(printer: Simulated) -> None:
    async def work(driver: EscPosPrinter) -> None:
        await until(lambda: driver.status is PrinterStatus.READY)
        printer.turn(jam=True)
        await until(lambda: driver.status is PrinterStatus.PAPER_JAM)
        assert await driver.print([page()], Heard(), unrecorded) == NotPrinted(PrinterStatus.PAPER_JAM)
        printer.turn(jam=False, cover_open=True)
        printer.turn(cover_open=False)
        await until(lambda: driver.status is PrinterStatus.READY)

    driven(printer, work)


def test_a_sheet_that_is_stuck_on_its_way_out_is_not_said_to_be_printed(printer: Simulated) -> None:
    async def work(driver: EscPosPrinter) -> None:
        await until(lambda: driver.status is PrinterStatus.READY)
        notes = Notes()
        job = asyncio.ensure_future(driver.print([page()], Heard(), notes))
        await until(lambda: any(isinstance(step, Cutting) for step in notes.steps))
        printer.turn(jam=True)
        assert await job == Uncertain(PrinterStatus.PAPER_JAM)
        printer.turn(jam=False, cover_open=True)
        printer.turn(cover_open=False)
        assert await driver.look_back() is Found.CUT

    driven(printer, work)


def test_a_sheet_that_lacked_its_cut_alone_passes_for_none_when_it_is_cut_off(tmp_path: Path) -> None:
    notes = Notes(Cutting)
    kpm = known_models()["custom-kpm180h"]

    async def leave(driver: EscPosPrinter) -> None:
        job = asyncio.ensure_future(driver.print([page()], Heard(), notes))
        await until(lambda: any(isinstance(step, Cutting) for step in notes.steps))
        job.cancel()
        await asyncio.wait([job])

    async def work(driver: EscPosPrinter) -> None:
        assert await driver.look_back() is Found.NOT_CUT
        await until(lambda: peer.now("cuts") == 1)

    with simulated(tmp_path, "--dialect", "custom") as peer:
        driven(peer, leave, model=kpm)
        mark = next(step.mark for step in notes.steps if isinstance(step, Sending))
        driven(peer, work, left=mark, model=kpm)
        assert peer.sheets() == [rows(page()) + SPOILED]
