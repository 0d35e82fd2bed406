"""The same printer on a serial line, behind a device file and on USB: real pseudo-terminals, real bytes."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from devices.contracts import NotPrinted, Printed, PrinterStatus, Uncertain
from devices.printer.address import FileAddress, SerialAddress, UsbAddress, parse_address
from devices.printer.escpos import EscPosPrinter
from devices.printer.models import PrinterModel, known_models
from devices.printer.transport import connect
from devices.printer.unrecorded import unrecorded
from devices.printer.usb import device_file
from tests.devices.serial_bridge import Bridge, bridge
from tests.devices.simulated_printer import MODEL, Heard, Simulated, page, rows, simulated, until

T = TypeVar("T")

CUSTOM = known_models()["custom-vkp80iii"].model_copy(update={"dots": MODEL.dots})


@pytest.fixture
def printer(tmp_path: Path) -> Iterator[Simulated]:
    with simulated(tmp_path) as peer:
        yield peer


@pytest.fixture
def line(printer: Simulated) -> Iterator[Bridge]:
    with bridge(printer.port) as joined:
        yield joined


def driven(
    address: str, work: Callable[[EscPosPrinter], Coroutine[None, None, T]], model: PrinterModel = MODEL
) -> T:
    async def run() -> T:
        driver = EscPosPrinter("ticket", address, model)
        try:
            async with asyncio.timeout(60):
                await until(lambda: driver.status is not PrinterStatus.UNKNOWN)
                return await work(driver)
        finally:
            await driver.close()

    return asyncio.run(run())


async def printed(driver: EscPosPrinter) -> None:
    await until(lambda: driver.status is PrinterStatus.READY)
    assert await driver.print([page(800)], Heard(), unrecorded) == Printed(1)


def addresses(line: Bridge) -> dict[str, str]:
    return {
        "serial": f"serial://{line.device}?baud=115200&flow=xonxoff",
        "slow": f"serial://{line.device}?baud=9600&flow=none",
        "file": f"file://{line.device}",
    }


@pytest.mark.parametrize("way", ["serial", "slow", "file"])
def test_a_page_is_on_paper_dot_for_dot(printer: Simulated, line: Bridge, way: str) -> None:
    driven(addresses(line)[way], printed)

    assert printer.sheets() == [rows(page(800))]


@pytest.mark.parametrize("way", ["serial", "file"])
def test_a_printer_with_words_for_counters_is_understood_there_too(tmp_path: Path, way: str) -> None:
    options = ("--dialect", "custom", "--presenter")
    with simulated(tmp_path, *options) as peer, bridge(peer.port) as line:
        driven(addresses(line)[way], printed, CUSTOM)

        assert peer.sheets() == [rows(page(800))]


@pytest.mark.parametrize("way", ["serial", "file"])
def test_a_fault_in_the_middle_holds_the_job_which_then_goes_on(
    printer: Simulated, line: Bridge, way: str
) -> None:
    async def work(driver: EscPosPrinter) -> None:
        await until(lambda: driver.status is PrinterStatus.READY)
        printer.turn(paper_out_after_rows=300)
        job = asyncio.ensure_future(driver.print([page(800)], Heard(), unrecorded))
        await until(lambda: driver.status is PrinterStatus.PAPER_OUT)
        # Status stays alive: what is on its way leaves room for questions.
        assert await driver.ask() is PrinterStatus.PAPER_OUT
        printer.turn(paper_out=False)
        assert await job == Printed(1)

    driven(addresses(line)[way], work)
    assert printer.sheets() == [rows(page(800))]


@pytest.mark.parametrize("way", ["serial", "file"])
def test_power_that_goes_in_silence_is_noticed_within_ten_seconds(
    printer: Simulated, line: Bridge, way: str
) -> None:
    printer.turn(speed_mm_s=20)

    async def work(driver: EscPosPrinter) -> float:
        await until(lambda: driver.status is PrinterStatus.READY)
        job = asyncio.ensure_future(driver.print([page(1600)], Heard(), unrecorded))
        await until(lambda: printer.now("rows_printed") != 0)
        printer.turn(pull_power="silent")
        began = time.monotonic()
        assert isinstance(await job, Uncertain)
        return time.monotonic() - began

    assert driven(addresses(line)[way], work) < 10


def test_a_line_that_takes_nothing_holds_nobody(printer: Simulated, line: Bridge) -> None:
    """Neither the job nor the end of the driver waits for bytes that are not taken."""

    async def work(driver: EscPosPrinter) -> float:
        await until(lambda: driver.status is PrinterStatus.READY)
        line.stopped.set()
        began = time.monotonic()
        outcome = await driver.print([page(800)], Heard(), unrecorded)
        assert isinstance(outcome, NotPrinted | Uncertain)
        return began

    began = driven(addresses(line)["serial"], work)
    assert time.monotonic() - began < 20


def test_a_device_that_comes_later_is_found_and_one_that_goes_is_missed(
    printer: Simulated, tmp_path: Path
) -> None:
    place = tmp_path / "lp0"

    async def work(driver: EscPosPrinter) -> None:
        assert driver.status is PrinterStatus.OFFLINE
        with bridge(printer.port) as line:
            place.symlink_to(line.device)
            await until(lambda: driver.status is PrinterStatus.READY)
            place.unlink()
        await until(lambda: driver.status is PrinterStatus.OFFLINE)

    driven(f"file://{place}", work)


def test_a_file_that_is_no_device_is_no_printer(tmp_path: Path) -> None:
    (tmp_path / "lp0").write_bytes(b"")

    async def work(driver: EscPosPrinter) -> None:
        assert isinstance(await driver.print([page()], Heard(), unrecorded), NotPrinted)

    driven(f"file://{tmp_path / 'lp0'}", work)
    assert (tmp_path / "lp0").read_bytes() == b""


# --- USB ----------------------------------------------------------------------------------------------------


def plugged(root: Path, number: int, *, product: str = "0e28", serial: str = "X3F1") -> None:
    """A printer as usblp shows it in sysfs: class link, interface, device above it."""
    device = root / f"sys/devices/pci0000:00/usb1/1-{number}"
    interface = device / f"1-{number}:1.0"
    entry = interface / f"usbmisc/lp{number}"
    entry.mkdir(parents=True)
    (device / "idVendor").write_text("04b8\n")
    (device / "idProduct").write_text(f"{product}\n")
    (device / "serial").write_text(f"{serial}\n")
    (entry / "uevent").write_text(f"MAJOR=180\nMINOR={number}\nDEVNAME=usb/lp{number}\n")
    (entry / "device").symlink_to(interface)
    known = root / "sys/class/usbmisc"
    known.mkdir(parents=True, exist_ok=True)
    (known / f"lp{number}").symlink_to(entry)


def usb(root: Path, address: str) -> UsbAddress:
    parsed = parse_address(address)
    assert isinstance(parsed, UsbAddress)
    return UsbAddress(parsed.vendor, parsed.product, parsed.serial, root / "sys", root / "dev")


def test_a_printer_on_usb_is_found_by_its_numbers_wherever_it_is_plugged_in(tmp_path: Path) -> None:
    assert device_file(usb(tmp_path, "usb://04b8:0e28")) is None
    plugged(tmp_path, 3)
    plugged(tmp_path, 5, product="0202")

    assert device_file(usb(tmp_path, "usb://04B8:0E28")) == tmp_path / "dev/usb/lp3"
    assert device_file(usb(tmp_path, "usb://04b8:0202")) == tmp_path / "dev/usb/lp5"
    assert device_file(usb(tmp_path, "usb://04b8:0e28/other")) is None


def test_of_two_printers_alike_none_is_chosen_without_a_serial_number(tmp_path: Path) -> None:
    plugged(tmp_path, 0)
    plugged(tmp_path, 1, serial="X3F2")

    assert device_file(usb(tmp_path, "usb://04b8:0e28")) is None
    assert device_file(usb(tmp_path, "usb://04b8:0e28/X3F2")) == tmp_path / "dev/usb/lp1"


def test_a_printer_on_usb_is_talked_to_through_its_file(
    printer: Simulated, line: Bridge, tmp_path: Path
) -> None:
    plugged(tmp_path, 0)
    (tmp_path / "dev/usb").mkdir(parents=True)
    (tmp_path / "dev/usb/lp0").symlink_to(line.device)

    async def work() -> bytes:
        heard = bytearray()
        wire = await connect(usb(tmp_path, "usb://04b8:0e28"), heard.extend, lambda: None)
        assert wire is not None
        wire.write(b"\x10\x04\x01")
        await until(lambda: bool(heard))
        wire.drop()
        wire.drop()
        assert not wire.open
        return bytes(heard)

    assert asyncio.run(work()) == b"\x12"


# --- addresses ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("serial:///dev/ttyS0", SerialAddress(Path("/dev/ttyS0"), 115200, "rtscts")),
        ("serial:///dev/ttyS0?baud=9600&flow=none", SerialAddress(Path("/dev/ttyS0"), 9600, "none")),
        ("file:///dev/usb/lp0", FileAddress(Path("/dev/usb/lp0"))),
        ("usb://04B8:0e28/X3F1", UsbAddress("04b8", "0e28", "X3F1")),
    ],
)
def test_an_address_says_which_way(address: str, meant: object) -> None:
    assert parse_address(address) == meant


@pytest.mark.parametrize(
    "address",
    [
        "serial:///dev/ttyS0?baud=1200",
        "serial:///dev/ttyS0?speed=9600",
        "serial:///dev/ttyS0?flow=hope",
        "serial://ttyS0",
        "file://dev/usb/lp0",
        "usb://4b8:e28",
        "usb://04b8",
    ],
)
def test_half_an_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="address"):
        parse_address(address)
