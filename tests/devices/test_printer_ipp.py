"""The driver of A4 printers against a real IPP printer, and against some that are none."""

from __future__ import annotations

import asyncio
import gc
import socket
import ssl
import threading
import warnings
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from concurrent.futures import Future
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from devices.contracts import (
    Advancing,
    Found,
    Handover,
    Held,
    JobReport,
    JobStep,
    Mark,
    NotPrinted,
    Pdf,
    Printed,
    PrinterStatus,
    PrintOutcome,
    Sending,
    Uncertain,
)
from devices.printer import ipp_dialogue, ipp_job, ipp_line
from devices.printer.ipp import IppPrinter
from devices.printer.ipp_dialogue import Dialogue, JobPhase
from devices.printer.unrecorded import unrecorded
from tests.devices.ipp_town import IppTown, free_port, names

PDF = Pdf(b"%PDF-1.7\n" + bytes(range(256)) * 900 + b"\n%%EOF\n", 2)
PATIENCE = 60.0


# A handshake that fails leaves its transport to the collector (asyncio of Python 3.11); it is collected here.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed transport:ResourceWarning")


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """No transport is left to a later test."""
    yield
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


@pytest.fixture(scope="module")
def environment() -> Iterator[dict[str, str]]:
    with names() as made:
        yield made


@pytest.fixture
def town(environment: dict[str, str], tmp_path: Path) -> IppTown:
    """A printer that is not switched on yet."""
    return IppTown(tmp_path, environment)


class Journey:
    """One kiosk at one printer: what it was told, and what it had written down."""

    def __init__(self, printer: IppPrinter) -> None:
        self.printer = printer
        self.reports: list[JobReport] = []
        self.steps: list[JobStep] = []

    def note(self, step: JobStep) -> Future[None]:
        self.steps.append(step)
        return unrecorded(step)

    def begin(self) -> asyncio.Task[PrintOutcome]:
        return asyncio.create_task(self.printer.print(PDF, self.reports.append, self.note))

    @property
    def mark(self) -> Mark:
        (step,) = self.steps
        assert isinstance(step, Sending)
        return step.mark


@asynccontextmanager
async def kiosk(address: str, left_over: Mark | None = None) -> AsyncIterator[Journey]:
    printer = IppPrinter("document", address, left_over=left_over)
    try:
        yield Journey(printer)
    finally:
        await printer.close()


async def until(true: Callable[[], object]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not true():  # noqa: ASYNC110 - what another process does rings no bell here
            await asyncio.sleep(0.05)


def play(scene: Coroutine[None, None, None]) -> None:
    async def within() -> None:
        async with asyncio.timeout(3 * PATIENCE):
            await scene

    asyncio.run(within())


def test_the_document_arrives_byte_for_byte_and_its_number_is_known_before(town: IppTown) -> None:
    async def scene() -> None:
        async with kiosk(town.address) as here:
            already: list[bytes] = []

            def note(step: JobStep) -> Future[None]:
                already.extend(town.arrived())
                return here.note(step)

            assert await here.printer.ask() is PrinterStatus.READY
            job = asyncio.create_task(here.printer.print(PDF, here.reports.append, note))
            await until(town.prints)
            town.say("ATTR: job-impressions-completed=1")
            await until(lambda: Advancing(0.5, 2) in here.reports)
            town.end()

            assert await job == Printed(2)
            assert already == []
            assert here.mark.job == 1
            assert here.mark.serial.startswith("urn:uuid:")

    with town.on():
        play(scene())
        assert town.arrived() == [PDF.data]
        asked = town.asked()
        assert asked["IPP_MEDIA"] == "iso_a4_210x297mm"
        assert asked["IPP_PRINT_SCALING"] == "none"


@pytest.mark.parametrize(
    ("reason", "status"),
    [
        ("media-empty", PrinterStatus.PAPER_OUT),
        ("cover-open", PrinterStatus.COVER_OPEN),
        ("media-jam", PrinterStatus.PAPER_JAM),
    ],
)
def test_a_fault_holds_the_job_until_it_is_put_right(
    town: IppTown, reason: str, status: PrinterStatus
) -> None:
    async def scene(address: str) -> None:
        async with kiosk(address) as here:
            job = here.begin()
            await until(town.prints)
            town.say(f"STATE: +{reason}-error")
            await until(lambda: Held(status) in here.reports)
            town.say(f"STATE: -{reason}-error")
            await until(lambda: isinstance(here.reports[-1], Advancing))
            town.end()
            assert await job == Printed(2)

    with town.on(), town.stern() as address:
        play(scene(address))


def test_what_a_printer_calls_a_warning_or_a_report_holds_nothing(town: IppTown) -> None:
    async def scene() -> None:
        async with kiosk(town.address) as here:
            job = here.begin()
            await until(town.prints)
            town.say("STATE: +media-empty-error,cover-open-error")
            await until(lambda: here.printer.status is PrinterStatus.PAPER_LOW)
            town.end()
            assert await job == Printed(2)
            await until(lambda: here.printer.status is PrinterStatus.READY)
            assert not any(isinstance(report, Held) for report in here.reports)

    with town.on():
        play(scene())


def test_a_printer_without_paper_is_given_nothing(town: IppTown) -> None:
    async def scene(address: str) -> None:
        async with kiosk(address) as here:
            job = here.begin()
            await until(town.prints)
            town.say("STATE: +media-empty-error")
            town.end()
            assert await job == Printed(2)
            assert await here.printer.print(PDF, here.reports.append, unrecorded) == NotPrinted(
                PrinterStatus.PAPER_OUT
            )
            assert len(town.arrived()) == 1

    with town.on(), town.stern() as address:
        play(scene(address))


def test_a_job_that_the_printer_breaks_off_is_uncertain(town: IppTown) -> None:
    async def scene() -> None:
        async with kiosk(town.address) as here:
            job = here.begin()
            await until(town.prints)
            town.say("ATTR: job-impressions-completed=1")
            town.end(1)
            assert isinstance(await job, Uncertain)
            assert await here.printer.look_back() is Found.UNKNOWN

    with town.on():
        play(scene())


def test_a_job_that_somebody_cancels_at_the_printer_is_uncertain(town: IppTown) -> None:
    async def scene() -> None:
        async with kiosk(town.address) as here:
            job = here.begin()
            await until(town.prints)
            await _by_hand(town, lambda hand: hand.cancel(here.mark.job or 0))
            town.end()
            assert isinstance(await job, Uncertain)

    with town.on():
        play(scene())


def test_a_job_that_ended_before_it_began_may_be_sent_again(town: IppTown) -> None:
    async def scene() -> None:
        async with kiosk(town.address) as here:

            def note(step: JobStep) -> Future[None]:
                here.note(step)
                done: Future[None] = Future()

                async def cancel() -> None:
                    await _by_hand(town, lambda hand: hand.cancel(here.mark.job or 0))
                    done.set_result(None)

                threading.Thread(target=lambda: asyncio.run(cancel())).start()
                return done

            outcome = await here.printer.print(PDF, here.reports.append, note)
            assert isinstance(outcome, NotPrinted)
            assert not town.prints()
            town.end()
            here.steps.clear()
            await until(lambda: here.printer.status is PrinterStatus.READY)
            assert await here.begin() == Printed(2)

    with town.on():
        play(scene())


class Unwritten(Exception):
    pass


def test_a_job_that_cannot_be_written_down_is_not_sent(town: IppTown) -> None:
    async def scene() -> None:
        async with kiosk(town.address) as here:

            def note(step: JobStep) -> Future[None]:
                here.note(step)
                failed: Future[None] = Future()
                failed.set_exception(Unwritten())
                return failed

            with pytest.raises(Unwritten):
                await here.printer.print(PDF, here.reports.append, note)
            assert await here.printer.make_unprintable() is True
            assert town.arrived() == []
            await _by_hand(town, _over(here.mark.job or 0, JobPhase.CANCELLED))

    with town.on():
        play(scene())


def test_a_printer_that_dies_leaves_it_uncertain(town: IppTown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ipp_job, "GONE_AFTER", 2.0)

    async def scene() -> None:
        with town.on() as process:
            async with kiosk(town.address) as here:
                job = here.begin()
                await until(town.prints)
                process.kill()
                assert await job == Uncertain(PrinterStatus.OFFLINE)
                assert here.printer.status is PrinterStatus.OFFLINE
                assert Held(PrinterStatus.OFFLINE) in here.reports

    play(scene())


async def _by_hand(town: IppTown, act: Callable[[Dialogue], Coroutine[None, None, None]]) -> None:
    hand = Dialogue(town.address)
    await act(hand)
    await hand.close()


def test_what_is_cancelled_before_it_moves_paper_is_unprintable(town: IppTown) -> None:
    async def scene(address: str) -> None:
        async with kiosk(address) as here:
            job = here.begin()
            await until(town.prints)
            town.say("STATE: +media-empty-error")
            await until(lambda: Held(PrinterStatus.PAPER_OUT) in here.reports)
            job.cancel()
            with suppress(asyncio.CancelledError):
                await job
            gone = asyncio.create_task(here.printer.make_unprintable())
            await until(town.cancelled)
            town.end()
            assert await gone is True
            # Paper put back brings out nothing: there is no job any more.
            await _by_hand(town, _over(here.mark.job or 0, JobPhase.CANCELLED))

    with town.on(), town.stern() as address:
        play(scene(address))


def test_what_is_cancelled_while_paper_moves_may_lie_in_the_tray(town: IppTown) -> None:
    async def scene() -> None:
        async with kiosk(town.address) as here:
            job = here.begin()
            await until(town.prints)
            await until(lambda: here.reports)
            job.cancel()
            with suppress(asyncio.CancelledError):
                await job
            gone = asyncio.create_task(here.printer.make_unprintable())
            await until(town.cancelled)
            town.end()
            assert await gone is False

    with town.on():
        play(scene())


def test_a_job_that_cannot_be_cancelled_in_time_is_not_confirmed(
    town: IppTown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ipp_line.IppLine.end, "__defaults__", (2.0,))

    async def scene() -> None:
        async with kiosk(town.address) as here:
            job = here.begin()
            await until(town.prints)
            job.cancel()
            with suppress(asyncio.CancelledError):
                await job
            assert await here.printer.make_unprintable() is False
            # Nobody else's document is sent while it may still come out: the printer is not even asked.
            assert here.printer.status.can_print
            asked = town.heard("Create-Job")
            assert isinstance(await here.printer.print(PDF, here.reports.append, unrecorded), NotPrinted)
            assert town.heard("Create-Job") == asked > 0
            town.end()

    with town.on():
        play(scene())


def _over(job: int, phase: JobPhase) -> Callable[[Dialogue], Coroutine[None, None, None]]:
    async def look(hand: Dialogue) -> None:
        seen = await hand.job(job)
        assert seen is not None
        assert seen.phase is phase

    return look


async def _left_by_a_kiosk_that_ended(town: IppTown) -> Mark:
    async with kiosk(town.address) as earlier:
        lost = earlier.begin()
        await until(town.prints)
        mark = earlier.mark
        lost.cancel()
        with suppress(asyncio.CancelledError):
            await lost
    return mark


def test_after_a_restart_the_printer_tells_that_the_job_came_out(town: IppTown) -> None:
    async def scene() -> None:
        mark = await _left_by_a_kiosk_that_ended(town)
        town.end()
        await _until_over(town, mark)
        async with kiosk(town.address, mark) as later:
            assert await later.printer.look_back() is Found.CUT

    with town.on():
        play(scene())


async def _until_over(town: IppTown, mark: Mark) -> None:
    async def wait(hand: Dialogue) -> None:
        async with asyncio.timeout(PATIENCE):
            while not ((seen := await hand.job(mark.job or 0)) and seen.phase.over):  # noqa: ASYNC110 - the printer is asked
                await asyncio.sleep(0.05)

    await _by_hand(town, wait)


def test_after_a_restart_a_job_that_still_waits_is_ended(town: IppTown) -> None:
    async def scene() -> None:
        mark = await _left_by_a_kiosk_that_ended(town)
        async with kiosk(town.address, mark) as later:
            found = asyncio.create_task(later.printer.look_back())
            await until(town.cancelled)
            town.end()
            assert await found is Found.UNKNOWN
            await _by_hand(town, _over(mark.job or 0, JobPhase.CANCELLED))

    with town.on():
        play(scene())


def test_a_number_that_a_restarted_printer_gave_to_another_job_tells_nothing(
    town: IppTown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ipp_line, "SAME_START", 0)

    async def scene() -> None:
        with town.on():
            mark = await _left_by_a_kiosk_that_ended(town)
        # A second passes, so that it is not the second of the first start.
        await asyncio.sleep(1.1)
        with town.on():
            async with kiosk(town.address) as other:
                assert await other.begin() == Printed(2)
                assert other.mark.job == mark.job
            async with kiosk(town.address, mark) as later:
                assert await later.printer.look_back() is Found.UNKNOWN

    play(scene())


def test_looking_back_waits_for_the_printer(town: IppTown) -> None:
    async def scene() -> None:
        async with kiosk(town.address, Mark(job=1)) as later:
            looking = asyncio.create_task(later.printer.look_back())
            await until(lambda: later.printer.status is PrinterStatus.OFFLINE)
            assert not looking.done()
            with town.on():
                assert await looking is Found.UNKNOWN

    play(scene())


def test_without_a_job_there_is_nothing_to_make_unprintable_nor_to_take(town: IppTown) -> None:
    async def scene() -> None:
        async with kiosk(town.address) as here:
            assert await here.printer.make_unprintable() is True
            assert await here.printer.await_taken(0.1) is Handover.UNKNOWN

    with town.on():
        play(scene())


def test_a_printer_that_reads_no_pdf_is_not_used(town: IppTown) -> None:
    async def scene() -> None:
        async with kiosk(town.address) as here:
            assert await here.printer.ask() is PrinterStatus.UNKNOWN
            assert await here.begin() == NotPrinted(PrinterStatus.UNKNOWN)

    with town.on(formats="image/pwg-raster"):
        play(scene())


def test_over_tls_only_a_printer_that_the_machine_trusts_is_spoken_to(
    town: IppTown, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scene(status: PrinterStatus) -> None:
        async with kiosk(town.address.replace("ipp:", "ipps:")) as here:
            assert await here.printer.ask() is status

    with town.on():
        # It makes its certificate for the first who comes, and another one for whoever comes meanwhile.
        where = urlsplit(town.address)
        ssl.get_server_certificate((str(where.hostname), where.port or 0), timeout=PATIENCE)
        play(scene(PrinterStatus.OFFLINE))
        (certificate,) = town.keys.glob("*.crt")
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        play(scene(PrinterStatus.READY))


@contextmanager
def stranger(says: bytes | None) -> Iterator[str]:
    """Something that listens and is no printer: it says `says` to each that comes, or nothing at all."""
    listening = socket.create_server(("127.0.0.1", 0))
    kept: list[socket.socket] = []

    def serve() -> None:
        with suppress(OSError):
            while True:
                client, _ = listening.accept()
                kept.append(client)
                if says is not None:
                    client.recv(65536)
                    client.sendall(says)
                    client.close()

    serving = threading.Thread(target=serve, daemon=True)
    serving.start()
    try:
        yield f"ipp://127.0.0.1:{listening.getsockname()[1]}/ipp/print"
    finally:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        for client in kept:
            client.close()
        serving.join(PATIENCE)


OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\n"


@pytest.mark.parametrize(
    "says",
    [
        None,
        b"",
        b"@PJL INFO STATUS\r\n",
        b"HTTP/1.1 500 Trouble\r\nContent-Length: 0\r\n\r\n",
        OK + b"Content-Length: 4\r\n\r\n\x02\x00\x00\x00",
        OK + b"Content-Length: 9\r\n\r\n\x02\x00\x00\x00\x00\x00\x00\x01\x44",
        OK + b"\r\n" + bytes(1 << 21),
    ],
    ids=[
        "silence",
        "the end",
        "another language",
        "an error",
        "half a message",
        "a lone tag",
        "far too much",
    ],
)
def test_what_is_no_printer_is_offline(says: bytes | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ipp_dialogue, "ANSWER_WITHIN", 1.0)

    async def scene(address: str) -> None:
        async with kiosk(address) as here:
            assert await here.printer.ask() is PrinterStatus.OFFLINE
            assert await here.begin() == NotPrinted(PrinterStatus.OFFLINE)
            assert here.steps == []

    with stranger(says) as address:
        play(scene(address))


def test_nobody_there_is_offline() -> None:
    async def scene() -> None:
        async with kiosk(f"ipp://127.0.0.1:{free_port()}/ipp/print") as here:
            assert await here.printer.ask() is PrinterStatus.OFFLINE

    play(scene())


@pytest.mark.parametrize(
    "address", ["tcp://printer:9100", "ipp://", "http://printer/ipp", "ipp://a@printer/x"]
)
def test_other_addresses_are_refused(address: str) -> None:
    with pytest.raises(ValueError, match="ipp://host"):
        IppPrinter("document", address)
