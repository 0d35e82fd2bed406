"""A serial scanner over a real pseudo-terminal: its codes, its absence and its return."""

from __future__ import annotations

import asyncio
import os
import pty
import termios
import threading
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from devices.contracts import Scan, ScanKind
from devices.scanner.serial import SerialScanner, open_line
from tests.devices.scans import TD1, TD3, Hearing


@dataclass
class Plug:
    """A device file that can be pulled and plugged in."""

    device: Path
    _master: int = -1

    def plug(self) -> None:
        self._master, slave = pty.openpty()
        self.device.symlink_to(os.ttyname(slave))
        os.close(slave)

    def send(self, data: bytes) -> None:
        os.write(self._master, data)

    def pull(self) -> None:
        self.device.unlink(missing_ok=True)
        if self._master >= 0:
            os.close(self._master)
        self._master = -1


async def until(there: Callable[[], bool]) -> None:
    for _ in range(500):
        if there():
            return
        await asyncio.sleep(0.01)
    raise TimeoutError


def with_scanner(tmp_path: Path, test: Callable[[Plug, SerialScanner, Hearing], Awaitable[None]]) -> None:
    async def run() -> None:
        plug = Plug(tmp_path / "scanner")
        scanner = SerialScanner(plug.device, 115200)
        hearing = Hearing()
        scanner.watch(hearing.scans.put_nowait)
        try:
            await test(plug, scanner, hearing)
        finally:
            await scanner.close()
            plug.pull()
        assert not [thread for thread in threading.enumerate() if thread.name == "scanner"]

    asyncio.run(run())


def test_a_code_comes_as_the_scanner_sends_it(tmp_path: Path) -> None:
    async def test(plug: Plug, scanner: SerialScanner, hearing: Hearing) -> None:
        plug.plug()
        await until(lambda: scanner.present)
        for sent in (b"cita-0042\r", b"cita-0043\n", b"cita-0044\r\n", b"cita-0045"):
            plug.send(sent)
            assert await hearing.next() == Scan(ScanKind.CODE, sent.decode().strip())

    with_scanner(tmp_path, test)


@pytest.mark.parametrize("lines", [TD1, TD3], ids=("td1", "td3"))
def test_a_zone_comes_line_by_line(tmp_path: Path, lines: tuple[str, ...]) -> None:
    async def test(plug: Plug, scanner: SerialScanner, hearing: Hearing) -> None:
        plug.plug()
        await until(lambda: scanner.present)
        for line in lines:
            plug.send(line.encode() + b"\r")
        assert await hearing.next() == Scan(ScanKind.MRZ, "".join(lines))

    with_scanner(tmp_path, test)


def test_a_scanner_that_goes_and_comes_back_is_found_and_half_a_code_is_forgotten(tmp_path: Path) -> None:
    async def test(plug: Plug, scanner: SerialScanner, hearing: Hearing) -> None:
        assert not scanner.present
        for _ in range(2):
            plug.plug()
            await until(lambda: scanner.present)
            plug.send(b"whole\rhalf")
            assert (await hearing.next()).text == "whole"
            plug.pull()
            await until(lambda: not scanner.present)
        assert hearing.scans.empty()

    with_scanner(tmp_path, test)


def test_whoever_stopped_watching_hears_nothing_more(tmp_path: Path) -> None:
    async def test(plug: Plug, scanner: SerialScanner, hearing: Hearing) -> None:
        other = Hearing()
        end = scanner.watch(other.scans.put_nowait)
        plug.plug()
        await until(lambda: scanner.present)
        plug.send(b"one\r")
        assert (await other.next()).text == (await hearing.next()).text == "one"
        end()
        plug.send(b"two\r")
        assert (await hearing.next()).text == "two"
        assert other.scans.empty()

    with_scanner(tmp_path, test)


def test_what_is_too_long_is_nothing_and_the_line_goes_on(tmp_path: Path) -> None:
    async def test(plug: Plug, scanner: SerialScanner, hearing: Hearing) -> None:
        plug.plug()
        await until(lambda: scanner.present)
        for _ in range(50):
            await asyncio.to_thread(plug.send, b"x" * 1000)
        plug.send(b"\rnext\r")
        assert (await hearing.next()).text == "next"

    with_scanner(tmp_path, test)


def test_bytes_of_a_terminal_s_own_mean_nothing_special(tmp_path: Path) -> None:
    async def test(plug: Plug, scanner: SerialScanner, hearing: Hearing) -> None:
        plug.plug()
        await until(lambda: scanner.present)
        plug.send(b"a\x03\x04\x11\x13\x1a\x7fb\r")
        assert [(await hearing.next()).text, (await hearing.next()).text] == ["a", "b"]

    with_scanner(tmp_path, test)


def test_the_line_is_raw_and_of_its_speed() -> None:
    master, slave = pty.openpty()
    line = open_line(Path(os.ttyname(slave)), termios.B38400)
    _, output, control, local, incoming, outgoing, _ = termios.tcgetattr(line)
    assert (output, local) == (0, 0)
    assert control & termios.CSIZE == termios.CS8
    assert (incoming, outgoing) == (termios.B38400, termios.B38400)
    for descriptor in (master, slave, line):
        os.close(descriptor)


def test_a_file_that_is_no_serial_device_is_no_scanner(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a device\r")
    with pytest.raises(OSError, match="no serial device"):
        open_line(tmp_path / "file", termios.B9600)


def test_a_closed_scanner_may_be_closed_again(tmp_path: Path) -> None:
    async def test(plug: Plug, scanner: SerialScanner, hearing: Hearing) -> None:
        await scanner.close()

    with_scanner(tmp_path, test)


def test_plugging_in_and_out_leaves_no_descriptor(tmp_path: Path) -> None:
    def open_descriptors() -> int:
        return len(list(Path("/proc/self/fd").iterdir()))

    before: list[int] = []

    async def test(plug: Plug, scanner: SerialScanner, hearing: Hearing) -> None:
        before.append(open_descriptors())
        for _ in range(3):
            plug.plug()
            await until(lambda: scanner.present)
            plug.pull()
            await until(lambda: not scanner.present)
        assert open_descriptors() == before[0]

    with_scanner(tmp_path, test)
