"""A scanner on a serial line: reads it in a thread of its own, and finds it again when it comes back."""

from __future__ import annotations

import asyncio
import os
import select
import termios
import threading
from collections.abc import Callable
from contextlib import suppress
from fcntl import ioctl
from pathlib import Path

from devices.contracts import Scan
from devices.scanner.assembly import Assembly
from devices.watchers import Watchers

SPEEDS = {9600: termios.B9600, 19200: termios.B19200, 38400: termios.B38400, 57600: termios.B57600} | {
    115200: termios.B115200
}
"""By bits a second; a USB scanner with a serial port of its own takes any."""
SILENCE = 0.15
"""Seconds after which what came is whole; a reader of zones pauses less between its lines."""
LOOK_EVERY = 0.5
"""Seconds between two looks for a device that is not there."""
CHUNK = 1024
READABLE = select.POLLIN


class SerialScanner:
    """Opens `device` whenever it is there. Never writes to it."""

    def __init__(self, device: Path, speed: int) -> None:
        self._device, self._speed = device, SPEEDS[speed]
        self._assembly = Assembly()
        self._watchers: Watchers[Scan] = Watchers()
        self._present = False
        self._wake, self._alarm = os.pipe()
        self._thread = threading.Thread(target=self._run, name="scanner", daemon=True)
        self._thread.start()

    @property
    def present(self) -> bool:
        return self._present

    def watch(self, heard: Callable[[Scan], None]) -> Callable[[], None]:
        return self._watchers.watch(heard)

    async def close(self) -> None:
        """End the thread; a second time does nothing."""
        if self._alarm >= 0:
            os.close(self._alarm)
            self._alarm = -1
            await asyncio.to_thread(self._thread.join)
            os.close(self._wake)

    # --- in the thread ------------------------------------------------------------------------------------

    def _run(self) -> None:
        while not self._closing(0):
            try:
                line = open_line(self._device, self._speed)
            except (OSError, termios.error):
                if self._closing(LOOK_EVERY):
                    return
                continue
            self._present = True
            try:
                self._read(line)
            finally:
                self._present = False
                self._assembly.forget()
                with suppress(OSError):
                    os.close(line)
            # A device that opens and fails at once must not make the thread spin.
            if self._closing(LOOK_EVERY):
                return

    def _closing(self, seconds: float) -> bool:
        """Wait so long, or until the scanner is closed."""
        poll = select.poll()
        poll.register(self._wake, READABLE)
        return bool(poll.poll(seconds * 1000))

    def _read(self, line: int) -> None:
        """Until the device goes or the scanner is closed."""
        poll = select.poll()
        poll.register(self._wake, READABLE)
        poll.register(line, READABLE)
        while True:
            ready = dict(poll.poll(SILENCE * 1000 if self._assembly.waits else None))
            if self._wake in ready:
                return
            if not ready:
                self._watchers.tell(*self._assembly.silence())
                continue
            try:
                came = os.read(line, CHUNK) if ready[line] & READABLE else b""
            except BlockingIOError:
                continue
            except OSError:
                return
            if not came:
                return
            self._watchers.tell(*self._assembly.feed(came))


def open_line(device: Path, speed: int) -> int:
    """The device, raw, 8 bits, no parity, no flow control, for us alone; raises OSError or termios.error."""
    line = os.open(device, os.O_RDONLY | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        if not os.isatty(line):
            raise OSError("no serial device")
        ioctl(line, termios.TIOCEXCL)
        attributes = termios.tcgetattr(line)
        attributes[0] = termios.IGNBRK | termios.IGNPAR  # input
        attributes[1] = 0  # output
        attributes[2] = termios.CS8 | termios.CREAD | termios.CLOCAL  # control
        attributes[3] = 0  # local: no echo, no lines, no signals
        attributes[4] = attributes[5] = speed
        attributes[6][termios.VMIN], attributes[6][termios.VTIME] = 1, 0
        termios.tcsetattr(line, termios.TCSANOW, attributes)
        termios.tcflush(line, termios.TCIFLUSH)
    except (OSError, termios.error):
        os.close(line)
        raise
    return line
