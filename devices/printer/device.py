"""A printer behind a file of the kernel: a serial line, or usblp's. Neither read nor write ever waits."""

from __future__ import annotations

import asyncio
import os
import stat
import termios
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from devices.printer.address import SPEEDS, Flow, SerialAddress

CHUNK = 4096
NOTHING_FOR = 0.05
"""Seconds without looking after a read of nothing: usblp gives one for each empty packet of the printer."""


class DeviceWire:
    """An open device file; what the kernel does not take at once is kept and written when it does."""

    def __init__(self, descriptor: int, heard: Callable[[bytes], None], lost: Callable[[], None]) -> None:
        self._descriptor = descriptor
        self._tty = os.isatty(descriptor)
        self._heard = heard
        self._lost = lost
        self._waiting = bytearray()
        self._loop = asyncio.get_running_loop()
        self._pause: asyncio.TimerHandle | None = None
        self._loop.add_reader(descriptor, self._read)

    @property
    def open(self) -> bool:
        """The device has not gone."""
        return self._descriptor >= 0

    def write(self, data: bytes) -> None:
        """Send all of `data` after what went before; nothing where the device is gone."""
        if self.open:
            self._waiting += data
            self._write()

    def drop(self) -> None:
        """End the connection now; what was not sent is thrown away."""
        if not self.open:
            return
        descriptor, self._descriptor = self._descriptor, -1
        self._loop.remove_reader(descriptor)
        self._loop.remove_writer(descriptor)
        if self._pause is not None:
            self._pause.cancel()
        with suppress(OSError, termios.error):
            if self._tty:
                # Closing would wait until the line has taken it, for half a minute under flow control.
                termios.tcflush(descriptor, termios.TCIOFLUSH)
        with suppress(OSError):
            os.close(descriptor)
        self._loop.call_soon(self._lost)

    def _write(self) -> None:
        try:
            while self._waiting:
                del self._waiting[: os.write(self._descriptor, self._waiting)]
        except BlockingIOError:
            self._loop.add_writer(self._descriptor, self._write)
            return
        except OSError:
            self.drop()
            return
        self._loop.remove_writer(self._descriptor)

    def _read(self) -> None:
        try:
            came = os.read(self._descriptor, CHUNK)
        except BlockingIOError:
            return
        except OSError:
            self.drop()
            return
        if came:
            self._heard(came)
        elif self._tty:
            self.drop()  # hung up
        else:
            self._loop.remove_reader(self._descriptor)
            self._pause = self._loop.call_later(
                NOTHING_FOR, self._loop.add_reader, self._descriptor, self._read
            )


def open_file(path: Path) -> int:
    """A device file for reading and writing. Raises OSError, also where it is no device."""
    descriptor = os.open(path, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC)
    if not stat.S_ISCHR(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError("not a device")
    return descriptor


def open_serial(address: SerialAddress) -> int:
    """A serial line, raw. Raises OSError or termios.error."""
    descriptor = open_file(address.path)
    try:
        attributes = termios.tcgetattr(descriptor)
        incoming, control = _flow(address.flow)
        attributes[0] = termios.IGNBRK | termios.IGNPAR | incoming
        attributes[1] = 0  # output
        attributes[2] = termios.CS8 | termios.CREAD | termios.CLOCAL | control
        attributes[3] = 0  # local: no echo, no lines, no signals
        attributes[4] = attributes[5] = SPEEDS[address.baud]
        attributes[6][termios.VMIN], attributes[6][termios.VTIME] = 1, 0
        termios.tcsetattr(descriptor, termios.TCSANOW, attributes)
        termios.tcflush(descriptor, termios.TCIOFLUSH)
    except (OSError, termios.error):
        os.close(descriptor)
        raise
    return descriptor


def _flow(flow: Flow) -> tuple[int, int]:
    """The bits of input and control modes."""
    match flow:
        case "rtscts":
            return 0, termios.CRTSCTS
        case "xonxoff":
            return termios.IXON, 0
        case "none":
            return 0, 0
