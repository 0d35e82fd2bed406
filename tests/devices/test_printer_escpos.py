"""The driver against the simulated printer, another process that answers as the makers' manuals say."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import TypeVar
from zlib import crc32

import pytest

from devices.contracts import (
    Advancing,
    CutDone,
    Cutting,
    Dots,
    Held,
    JobReport,
    JobStep,
    Mark,
    NotPrinted,
    Printed,
    PrinterStatus,
    PrintOutcome,
    Sending,
    Uncertain,
)
from devices.printer.escpos import EscPosPrinter
from devices.printer.models import PrinterModel, known_models
from devices.printer.unrecorded import unrecorded
from tests.devices.simulated_printer import (
    BLANK,
    MODEL,
    SPOILED,
    STRIDE,
    WIDTH,
    Heard,
    Notes,
    Simulated,
    page,
    rows,
    rows_of,
    simulated,
    until,
)

T = TypeVar("T")

SLOW = 100
SERIAL = f"ZB{crc32(b'document'):010d}"


@pytest.fixture
def printer(tmp_path: Path) -> Iterator[Simulated]:
    with simulated(tmp_path) as peer:
        yield peer


def with_driver(
    peer: Simulated, work: Callable[[EscPosPrinter], Coroutine[None, None, T]], model: PrinterModel = MODEL
) -> T:
    """The result of `work` with a driver that is connected to `peer`."""

    async def run() -> T:
        driver = EscPosPrinter("ticket", peer.address, model)
        try:
            async with asyncio.timeout(30):
                await until(lambda: driver.status is not PrinterStatus.UNKNOWN)
                return await work(driver)
        finally:
            await driver.close()

    return asyncio.run(run())


def test_each_step_is_written_down_before_it_is_taken(printer: Simulated) -> None:
    noted: list[tuple[JobStep, int]] = []

    def note(step: JobStep) -> Future[None]:
        noted.append((step, int(str(printer.now("bytes_received")))))
        return unrecorded(step)

    with_driver(printer, lambda driver: driver.print([page(120), page(120)], Heard(), note))

    steps, received = [step for step, _ in noted], [so_far for _, so_far in noted]
    assert steps == [Sending(1, Mark()), Cutting(1), CutDone(1), Sending(2, Mark()), Cutting(2), CutDone(2)]
    assert received[0] < received[1] < received[3] < received[4], "a step was written down after it was taken"


def test_nothing_is_sent_where_nothing_can_be_written_down(printer: Simulated) -> None:
    def full_disk(step: JobStep) -> Future[None]:
        failed: Future[None] = Future()
        failed.set_exception(OSError("no space left"))
        return failed

    with pytest.raises(OSError, match="no space"):
        with_driver(printer, lambda driver: driver.print([page(120)], Heard(), full_disk))
    assert printer.sheets() == []


def test_a_printed_page_is_on_paper_dot_for_dot(printer: Simulated) -> None:
    outcome = with_driver(printer, lambda driver: driver.print([page()], Heard(), unrecorded))

    assert outcome == Printed(1)
    assert printer.sheets() == [rows(page())]
    assert rows_of((printer.out / "paper-1.png").read_bytes()) == rows(page())


def test_two_sheets_are_cut_apart(printer: Simulated) -> None:
    sheets = [page(seed=1), page(seed=2)]

    outcome = with_driver(printer, lambda driver: driver.print(sheets, Heard(), unrecorded))

    assert outcome == Printed(2)
    assert printer.sheets() == [rows(sheet) for sheet in sheets]


def test_the_printers_serial_number_is_written_down_with_the_intent(printer: Simulated) -> None:
    tells = MODEL.model_copy(update={"serial_number": True})
    notes = Notes()

    outcome = with_driver(printer, lambda driver: driver.print([page(120)], Heard(), notes), tells)

    assert outcome == Printed(1)
    assert notes.steps[0] == Sending(1, Mark(serial=SERIAL))
    assert printer.sheets() == [rows(page(120))]


def test_a_printer_that_does_not_tell_its_serial_number_prints_nevertheless(tmp_path: Path) -> None:
    tells = known_models()["epson-tm-t20iii"].model_copy(update={"process_ids": False})
    notes = Notes()

    with simulated(tmp_path, "--name", "") as silent:
        outcome = with_driver(silent, lambda driver: driver.print([page(120)], Heard(), notes), tells)

    assert outcome == Printed(1)
    assert notes.steps[0] == Sending(1, Mark())


def test_a_serial_number_comes_whole_though_somebody_asks_for_the_status_all_the_time(
    printer: Simulated,
) -> None:
    tells = MODEL.model_copy(update={"serial_number": True})
    notes = Notes()
    printer.turn(reply_gap_s=0.01)

    async def impatient() -> PrintOutcome:
        driver = EscPosPrinter("ticket", printer.address, tells)

        async def curious() -> None:
            while True:
                await driver.ask()

        asking = asyncio.create_task(curious())
        try:
            async with asyncio.timeout(30):
                await until(lambda: driver.status is PrinterStatus.READY)
                return await driver.print([page(120)], Heard(), notes)
        finally:
            asking.cancel()
            await asyncio.gather(asking, return_exceptions=True)
            await driver.close()

    assert asyncio.run(impatient()) == Printed(1)
    assert notes.steps[0] == Sending(1, Mark(serial=SERIAL))


def test_where_nothing_cuts_a_line_shows_where_to_tear(printer: Simulated) -> None:
    torn_by_hand = MODEL.model_copy(update={"cutter": False})
    notes = Notes()

    with_driver(printer, lambda driver: driver.print([page(120), page(120)], Heard(), notes), torn_by_hand)
    with_driver(printer, lambda driver: driver.print([page(120)], Heard(), unrecorded))

    (paper,) = printer.sheets()
    line = [dots for dots in paper if dots.startswith(b"\xff\xff\x00")]
    assert len(line) == 3
    assert all(dots == b"\xff\xff\x00" * (STRIDE // 3) for dots in line)
    tear = paper.index(line[0])
    assert paper[: tear - 24] == rows(page(120))
    assert paper[tear + 3 + 24 :][:120] == rows(page(120))
    assert paper[tear - 24 : tear] == paper[tear + 3 : tear + 3 + 24] == [BLANK] * 24
    assert notes.steps[1:4] == [Cutting(1), CutDone(1), Sending(2, Mark())]


def test_bytes_that_a_printer_would_execute_inside_an_image_are_not_executed(printer: Simulated) -> None:
    clear_buffers = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"
    row = (b"\x10\x04\x01\x10\x05\x02" + clear_buffers).ljust(STRIDE, b"\xff")

    outcome = with_driver(printer, lambda driver: driver.print([Dots(WIDTH, row * 100)], Heard(), unrecorded))

    assert outcome == Printed(1)
    assert printer.now("times_cleared") == 0
    # Each lone dot of a 10 that would be executed got one neighbour; nothing else differs.
    safe = row.replace(b"\x10", b"\x18")
    assert printer.sheets() == [[safe] * 100]


def test_progress_only_grows_and_never_runs_ahead_of_the_paper(printer: Simulated) -> None:
    printer.turn(speed_mm_s=SLOW)
    ahead: list[float] = []

    async def work(driver: EscPosPrinter) -> Heard:
        heard = Heard()

        def report(news: JobReport) -> None:
            heard(news)
            if isinstance(news, Advancing):
                on_paper = printer.now("rows")
                assert isinstance(on_paper, int)
                if printer.now("cuts") == 0:
                    ahead.append(news.done - on_paper / 480)

        await driver.print([page()], report, unrecorded)
        return heard

    heard = with_driver(printer, work)

    assert heard.done == sorted(heard.done)
    assert len(heard.done) > 10
    assert heard.done[-1] == 1.0
    assert max(ahead) <= 0


def test_without_paper_no_byte_of_the_page_is_sent(printer: Simulated) -> None:
    async def work(driver: EscPosPrinter) -> tuple[PrintOutcome, object, object]:
        await until(lambda: printer.now("bytes_received") != 0)
        printer.turn(paper_out=True)
        await until(lambda: driver.status is PrinterStatus.PAPER_OUT)
        before = printer.now("bytes_received")
        outcome = await driver.print([page()], Heard(), unrecorded)
        return outcome, before, printer.now("bytes_received")

    outcome, before, after = with_driver(printer, work)

    assert outcome == NotPrinted(PrinterStatus.PAPER_OUT)
    assert isinstance(before, int)
    assert isinstance(after, int)
    assert after - before <= 2 * len(b"\x10\x04\x01" * 4)


@pytest.mark.parametrize(
    ("fault", "status"),
    [
        ("paper_out", PrinterStatus.PAPER_OUT),
        ("cover_open", PrinterStatus.COVER_OPEN),
        ("overheated", PrinterStatus.OVERHEATED),
    ],
)
def test_a_fault_in_the_middle_holds_the_job_which_then_goes_on_by_itself(
    printer: Simulated, fault: str, status: PrinterStatus
) -> None:
    printer.turn(speed_mm_s=SLOW)

    async def work(driver: EscPosPrinter) -> tuple[PrintOutcome, Heard]:
        heard = Heard()
        job = asyncio.create_task(driver.print([page()], heard, unrecorded))
        await heard.until(lambda news: isinstance(news, Advancing) and news.done > 0.2)
        printer.turn(**{fault: True})
        await heard.until(lambda news: news == Held(status))
        printer.turn(**{fault: False})
        return await job, heard

    outcome, heard = with_driver(printer, work)

    assert outcome == Printed(1)
    assert heard.news.count(Held(status)) == 1
    assert heard.done == sorted(heard.done)
    assert heard.done[-1] == 1.0
    assert printer.sheets() == [rows(page())]


def test_a_roll_that_ends_in_the_middle_of_a_sheet_is_replaced_and_the_sheet_is_whole(
    printer: Simulated,
) -> None:
    printer.turn(paper_out_after_rows=200)

    async def work(driver: EscPosPrinter) -> PrintOutcome:
        heard = Heard()
        job = asyncio.create_task(driver.print([page()], heard, unrecorded))
        await heard.until(lambda news: news == Held(PrinterStatus.PAPER_OUT))
        printer.turn(paper_out=False)
        return await job

    assert with_driver(printer, work) == Printed(1)
    assert printer.sheets() == [rows(page())]


@pytest.mark.parametrize(
    ("fault", "status"),
    [("cutter_error", PrinterStatus.CUTTER_FAULT), ("jam", PrinterStatus.PAPER_JAM)],
)
def test_a_blocked_printer_goes_on_once_it_is_freed(
    printer: Simulated, fault: str, status: PrinterStatus
) -> None:
    printer.turn(speed_mm_s=SLOW)

    async def work(driver: EscPosPrinter) -> PrintOutcome:
        heard = Heard()
        job = asyncio.create_task(driver.print([page()], heard, unrecorded))
        await heard.until(lambda news: isinstance(news, Advancing) and news.done > 0.2)
        printer.turn(**{fault: True})
        await heard.until(lambda news: news == Held(status))
        printer.turn(**{fault: False})
        return await job

    assert with_driver(printer, work) == Printed(1)
    assert printer.sheets() == [rows(page())]


async def stop_in_the_middle(driver: EscPosPrinter, printer: Simulated, **dials: object) -> None:
    """Begin a job, turn `dials` when a part of it is on paper, and cancel it."""
    heard = Heard()
    job = asyncio.create_task(driver.print([page()], heard, unrecorded))
    await heard.until(lambda news: isinstance(news, Advancing) and news.done > 0.2)
    if dials:
        printer.turn(**dials)
        await heard.until(lambda news: isinstance(news, Held))
    job.cancel()
    with pytest.raises(asyncio.CancelledError):
        await job


def assert_only_the_beginning_came_out(sheets: list[list[bytes]]) -> None:
    """It ends with bars, so that it passes for nothing even where little was missing."""
    (cut_off,) = sheets
    sheet, bars = cut_off[: -len(SPOILED)], cut_off[-len(SPOILED) :]
    assert bars == SPOILED
    whole = rows(page())
    assert 0.2 * len(whole) < len(sheet) < 0.9 * len(whole)
    written = [row for row in sheet if row != BLANK]
    assert written == [row for row in whole[: len(sheet)] if row != BLANK][: len(written)]


def test_a_page_that_is_cancelled_without_paper_never_comes_out(printer: Simulated) -> None:
    printer.turn(speed_mm_s=SLOW)

    async def work(driver: EscPosPrinter) -> tuple[bool, int, int]:
        await stop_in_the_middle(driver, printer, paper_out=True)
        assert printer.now("in_buffer") != 0
        before = printer.rows_printed
        unprintable = await driver.make_unprintable()
        assert printer.now("in_buffer") == 0
        printer.turn(paper_out=False)
        # What hangs there is cut off, so that no other sheet hangs on it.
        await until(lambda: printer.now("cuts") == 1)
        return unprintable, before, printer.rows_printed

    unprintable, before, after = with_driver(printer, work)

    assert unprintable
    assert after == before + len(SPOILED)
    assert_only_the_beginning_came_out(printer.sheets())


def test_a_page_that_is_cancelled_while_it_prints_stops(printer: Simulated) -> None:
    printer.turn(speed_mm_s=SLOW)

    async def work(driver: EscPosPrinter) -> bool:
        await stop_in_the_middle(driver, printer)
        return await driver.make_unprintable()

    assert with_driver(printer, work)
    assert_only_the_beginning_came_out(printer.sheets())
    assert printer.now("in_buffer") == 0


def test_the_page_after_a_cancelled_one_is_whole_and_alone(printer: Simulated) -> None:
    printer.turn(speed_mm_s=SLOW)

    async def work(driver: EscPosPrinter) -> PrintOutcome:
        await stop_in_the_middle(driver, printer, cover_open=True)
        assert await driver.make_unprintable()
        printer.turn(cover_open=False)
        await until(lambda: driver.status.can_print)
        return await driver.print([page(240, seed=9)], Heard(), unrecorded)

    assert with_driver(printer, work) == Printed(1)
    assert printer.sheets()[-1] == rows(page(240, seed=9))
    assert_only_the_beginning_came_out(printer.sheets()[:-1])


def test_a_printer_that_does_not_clear_its_buffer_is_not_said_to_be_clear(printer: Simulated) -> None:
    printer.turn(speed_mm_s=SLOW, clearable=False)

    async def work(driver: EscPosPrinter) -> bool:
        await stop_in_the_middle(driver, printer, paper_out=True)
        return await driver.make_unprintable()

    assert with_driver(printer, work) is False


def test_a_printer_that_is_gone_is_not_said_to_be_clear(printer: Simulated) -> None:
    printer.turn(speed_mm_s=SLOW)

    async def work(driver: EscPosPrinter) -> bool:
        await stop_in_the_middle(driver, printer, paper_out=True)
        printer.turn(pull_power="rst")
        return await driver.make_unprintable()

    assert with_driver(printer, work) is False


def test_after_a_printed_page_there_is_nothing_to_clear(printer: Simulated) -> None:
    async def work(driver: EscPosPrinter) -> bool:
        await driver.print([page(120)], Heard(), unrecorded)
        return await driver.make_unprintable()

    assert with_driver(printer, work)
    assert printer.now("times_cleared") == 0
    assert printer.now("cuts") == 1


def test_a_job_that_is_cancelled_at_once_never_comes_out_whole(printer: Simulated) -> None:
    async def work(driver: EscPosPrinter) -> bool:
        await until(lambda: printer.now("bytes_received") != 0)
        job = asyncio.create_task(driver.print([page()], Heard(), unrecorded))
        await asyncio.sleep(0)
        job.cancel()
        with pytest.raises(asyncio.CancelledError):
            await job
        return await driver.make_unprintable()

    assert with_driver(printer, work)
    # The driver lives in another thread: a first strip may have left before it heard.
    assert all(len(sheet) < page().height for sheet in printer.sheets())


def test_what_a_killed_kiosk_left_in_a_printer_without_paper_never_comes_out(printer: Simulated) -> None:
    printer.turn(speed_mm_s=SLOW)

    async def be_killed(driver: EscPosPrinter) -> int:
        heard = Heard()
        job = asyncio.create_task(driver.print([page()], heard, unrecorded))
        await heard.until(lambda news: isinstance(news, Advancing) and news.done > 0.2)
        printer.turn(paper_out=True)
        await heard.until(lambda news: isinstance(news, Held))
        assert printer.now("in_buffer") != 0
        await driver.close()
        job.cancel()
        return printer.rows_printed

    async def start_again() -> None:
        driver = EscPosPrinter("ticket", printer.address, MODEL, left_over=Mark())
        try:
            await until(lambda: printer.now("in_buffer") == 0)
            printer.turn(paper_out=False)
            await until(lambda: printer.now("cuts") == 1)
        finally:
            await driver.close()

    before = with_driver(printer, be_killed)
    asyncio.run(start_again())

    assert printer.now("rows_printed") == before + len(SPOILED)
    assert_only_the_beginning_came_out(printer.sheets())


def test_a_sheet_that_is_wider_than_the_head_is_a_mistake(printer: Simulated) -> None:
    wide = Dots(WIDTH + 8, bytes((WIDTH + 8) // 8))

    with pytest.raises(ValueError, match="for this head"):
        with_driver(printer, lambda driver: driver.print([wide], Heard(), unrecorded))


@pytest.mark.parametrize("way", ["silent", "rst"])
def test_power_lost_in_the_middle_leaves_the_job_uncertain_within_ten_seconds(
    printer: Simulated, way: str
) -> None:
    printer.turn(speed_mm_s=SLOW)

    async def work(driver: EscPosPrinter) -> tuple[PrintOutcome, float]:
        heard = Heard()
        job = asyncio.create_task(driver.print([page()], heard, unrecorded))
        await heard.until(lambda news: isinstance(news, Advancing) and news.done > 0.2)
        pulled = time.monotonic()
        printer.turn(pull_power=way)
        return await job, time.monotonic() - pulled

    outcome, seconds = with_driver(printer, work)

    assert outcome == Uncertain(PrinterStatus.OFFLINE)
    assert seconds <= 10


@pytest.mark.long
def test_a_held_job_is_uncertain_when_the_power_goes_too(printer: Simulated) -> None:
    printer.turn(speed_mm_s=SLOW)

    async def work(driver: EscPosPrinter) -> PrintOutcome:
        heard = Heard()
        job = asyncio.create_task(driver.print([page()], heard, unrecorded))
        await heard.until(lambda news: isinstance(news, Advancing) and news.done > 0.2)
        printer.turn(cover_open=True)
        await heard.until(lambda news: isinstance(news, Held))
        printer.turn(pull_power="silent")
        return await job

    assert with_driver(printer, work) == Uncertain(PrinterStatus.OFFLINE)


def test_what_an_uncertain_job_left_is_not_on_the_next_sheet(printer: Simulated) -> None:
    printer.turn(speed_mm_s=SLOW)

    async def work(driver: EscPosPrinter) -> PrintOutcome:
        heard = Heard()
        job = asyncio.create_task(driver.print([page()], heard, unrecorded))
        await heard.until(lambda news: isinstance(news, Advancing) and news.done > 0.2)
        printer.turn(pull_power="rst")
        assert isinstance(await job, Uncertain)
        printer.turn(power=True)
        await until(lambda: driver.status.can_print)
        return await driver.print([page(240, seed=9)], Heard(), unrecorded)

    assert with_driver(printer, work) == Printed(1)
    assert len(printer.sheets()) == 2
    assert printer.sheets()[-1] == rows(page(240, seed=9))


def test_a_printer_that_is_not_there_prints_nothing() -> None:
    async def run() -> PrintOutcome:
        driver = EscPosPrinter("ticket", "tcp://127.0.0.1:1", MODEL)
        try:
            return await driver.print([page()], Heard(), unrecorded)
        finally:
            await driver.close()

    assert asyncio.run(run()) == NotPrinted(PrinterStatus.OFFLINE)


def test_a_network_card_that_falls_silent_is_noticed_and_comes_back(printer: Simulated) -> None:
    async def work(driver: EscPosPrinter) -> list[PrinterStatus]:
        seen: list[PrinterStatus] = []
        driver.watch(seen.append)
        printer.turn(offline=True)
        await until(lambda: driver.status is PrinterStatus.OFFLINE)
        printer.turn(offline=False)
        await until(lambda: driver.status is PrinterStatus.READY)
        return seen

    assert with_driver(printer, work) == [PrinterStatus.OFFLINE, PrinterStatus.READY]


def test_a_job_that_comes_while_the_line_is_down_for_a_moment_is_printed(printer: Simulated) -> None:
    async def work(driver: EscPosPrinter) -> PrintOutcome:
        os.kill(printer.pid, signal.SIGSTOP)
        try:
            await until(lambda: driver.status is PrinterStatus.OFFLINE)
        finally:
            os.kill(printer.pid, signal.SIGCONT)
        return await driver.print([page(240)], Heard(), unrecorded)

    assert with_driver(printer, work) == Printed(1)
    assert printer.sheets() == [rows(page(240))]


def test_a_job_for_a_printer_that_went_silent_ends_all_the_same(printer: Simulated) -> None:
    async def work(driver: EscPosPrinter) -> PrintOutcome:
        printer.turn(offline=True)
        return await driver.print([page(240)], Heard(), unrecorded)

    assert with_driver(printer, work) == NotPrinted(PrinterStatus.OFFLINE)
    assert printer.rows_printed == 0


def test_a_printer_that_another_keeps_busy_is_had_once_it_is_free(printer: Simulated) -> None:
    async def work() -> tuple[PrinterStatus, PrintOutcome]:
        _, other = await asyncio.open_connection("127.0.0.1", printer.port)
        await until(lambda: printer.now("connected") is True)
        driver = EscPosPrinter("ticket", printer.address, MODEL)
        try:
            await until(lambda: driver.status is PrinterStatus.OFFLINE)
            meanwhile = await driver.ask()
            other.close()
            await other.wait_closed()
            await until(lambda: driver.status is PrinterStatus.READY)
            return meanwhile, await driver.print([page(120)], Heard(), unrecorded)
        finally:
            await driver.close()

    assert asyncio.run(work()) == (PrinterStatus.OFFLINE, Printed(1))


@pytest.mark.parametrize(
    ("dial", "status"),
    [
        ("paper_out", PrinterStatus.PAPER_OUT),
        ("near_end", PrinterStatus.PAPER_LOW),
        ("cover_open", PrinterStatus.COVER_OPEN),
        ("jam", PrinterStatus.PAPER_JAM),
        ("overheated", PrinterStatus.OVERHEATED),
    ],
)
def test_what_changes_is_heard_by_who_watches_and_by_who_asks(
    printer: Simulated, dial: str, status: PrinterStatus
) -> None:
    async def work(driver: EscPosPrinter) -> tuple[list[PrinterStatus], PrinterStatus]:
        seen: list[PrinterStatus] = []
        driver.watch(seen.append)
        printer.turn(**{dial: True})
        await until(lambda: bool(seen))
        return seen, await driver.ask()

    seen, asked = with_driver(printer, work)

    assert seen == [status]
    assert asked is status


def test_who_has_stopped_watching_hears_nothing(printer: Simulated) -> None:
    async def work(driver: EscPosPrinter) -> list[PrinterStatus]:
        seen: list[PrinterStatus] = []
        end = driver.watch(seen.append)
        end()
        printer.turn(cover_open=True)
        await until(lambda: driver.status is PrinterStatus.COVER_OPEN)
        return seen

    assert with_driver(printer, work) == []


def test_reports_and_changes_are_told_in_the_callers_thread(printer: Simulated) -> None:
    async def work(driver: EscPosPrinter) -> set[int]:
        threads: set[int] = set()
        driver.watch(lambda status: threads.add(threading.get_ident()))
        await driver.print([page(120)], lambda news: threads.add(threading.get_ident()), unrecorded)
        printer.turn(near_end=True)
        await until(lambda: driver.status is PrinterStatus.PAPER_LOW)
        await asyncio.sleep(0)
        return threads

    assert with_driver(printer, work) == {threading.get_ident()}


def test_answers_that_come_byte_by_byte_with_status_between_them_are_understood(printer: Simulated) -> None:
    printer.turn(reply_gap_s=0.01, speed_mm_s=SLOW)

    async def work(driver: EscPosPrinter) -> PrintOutcome:
        heard = Heard()
        job = asyncio.create_task(driver.print([page()], heard, unrecorded))
        await heard.until(lambda news: isinstance(news, Advancing) and news.done > 0.2)
        printer.turn(near_end=True)
        await until(lambda: driver.status is PrinterStatus.PAPER_LOW)
        printer.turn(near_end=False)
        return await job

    assert with_driver(printer, work) == Printed(1)
    assert printer.sheets() == [rows(page())]


def test_a_printer_without_process_identifiers_is_paced_by_barriers(tmp_path: Path) -> None:
    model = MODEL.model_copy(update={"process_ids": False})
    with simulated(tmp_path, "--no-process-id") as peer:
        outcome = with_driver(peer, lambda driver: driver.print([page()], Heard(), unrecorded), model)

        assert outcome == Printed(1)
        assert peer.sheets() == [rows(page())]


@pytest.mark.long
def test_a_printer_that_confirms_nothing_leaves_the_job_unprinted(tmp_path: Path) -> None:
    with simulated(tmp_path, "--no-process-id") as peer:
        outcome = with_driver(peer, lambda driver: driver.print([page()], Heard(), unrecorded))

        assert outcome == NotPrinted(PrinterStatus.UNKNOWN)
        assert peer.now("rows_printed") == 0


def test_the_buffer_is_never_filled_so_that_status_is_answered_in_the_middle_of_a_job(
    printer: Simulated,
) -> None:
    printer.turn(speed_mm_s=SLOW)

    async def work(driver: EscPosPrinter) -> tuple[PrinterStatus, int]:
        heard = Heard()
        job = asyncio.create_task(driver.print([page(1200)], heard, unrecorded))
        fullest = 0
        while not any(done > 0.3 for done in heard.done):
            now = printer.now("in_buffer")
            assert isinstance(now, int)
            fullest = max(fullest, now)
            await asyncio.sleep(0)
        printer.turn(paper_out=True)
        await heard.until(lambda news: isinstance(news, Held))
        asked = await driver.ask()
        job.cancel()
        await driver.make_unprintable()
        return asked, fullest

    asked, fullest = with_driver(printer, work)

    assert asked is PrinterStatus.PAPER_OUT
    assert 2000 < fullest <= MODEL.buffer - 512


def test_half_a_raster_that_another_left_in_the_printer_swallows_nothing(printer: Simulated) -> None:
    async def work(driver: EscPosPrinter) -> PrintOutcome:
        return await driver.print([page(120)], Heard(), unrecorded)

    async def leave_half_a_raster() -> None:
        _, writer = await asyncio.open_connection("127.0.0.1", printer.port)
        writer.write(b"\x1dv0\x00" + STRIDE.to_bytes(2, "little") + (40).to_bytes(2, "little") + bytes(100))
        await writer.drain()
        await until(lambda: printer.now("bytes_received") == 108)
        writer.close()
        await writer.wait_closed()

    asyncio.run(leave_half_a_raster())

    assert with_driver(printer, work) == Printed(1)
    (sheet,) = printer.sheets()
    assert sheet[-120:] == rows(page(120))


def test_the_callers_loop_is_never_held(printer: Simulated) -> None:
    longest = 0.0

    async def work(driver: EscPosPrinter) -> PrintOutcome:
        async def measure() -> None:
            nonlocal longest
            before = time.perf_counter()
            while True:
                await asyncio.sleep(0)
                now = time.perf_counter()
                longest = max(longest, now - before)
                before = now
                await asyncio.sleep(0.001)
                before = time.perf_counter()

        measuring = asyncio.create_task(measure())
        outcome = await driver.print([page(960)], Heard(), unrecorded)
        measuring.cancel()
        return outcome

    assert with_driver(printer, work) == Printed(1)
    assert longest < 0.016
