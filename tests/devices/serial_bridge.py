"""A real pseudo-terminal whose other end is the simulated printer: a serial line, with as little room."""

from __future__ import annotations

import os
import pty
import select
import socket
import threading
import tty
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOM = 512
"""Bytes that are read from the line and not yet taken by the printer; the kernel holds some before."""
LOOK_EVERY_MS = 20


class Bridge:
    """Carries bytes both ways; what is sent while the printer has no power is lost, as on a wire."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._master, self._kept = pty.openpty()
        tty.setraw(self._kept)
        os.set_blocking(self._master, False)
        self.device = Path(os.ttyname(self._kept))
        self.stopped = threading.Event()
        """Nothing is carried to the printer: the line says that it takes no more."""
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._ending.set()
        self._thread.join()
        os.close(self._master)
        os.close(self._kept)

    def _run(self) -> None:
        while not self._ending.is_set():
            with suppress(OSError), socket.create_connection(("127.0.0.1", self._port), 0.2) as printer:
                printer.setblocking(False)
                self._carry(printer)
            self._lose()

    def _lose(self) -> None:
        poll = select.poll()
        poll.register(self._master, select.POLLIN)
        if poll.poll(LOOK_EVERY_MS):
            with suppress(OSError):
                os.read(self._master, ROOM)

    def _carry(self, printer: socket.socket) -> None:
        waiting = b""
        poll = select.poll()
        while not self._ending.is_set():
            wanted = not waiting and not self.stopped.is_set()
            poll.register(self._master, select.POLLIN if wanted else 0)
            poll.register(printer, select.POLLIN | (select.POLLOUT if waiting else 0))
            for ready, what in poll.poll(LOOK_EVERY_MS):
                if ready == self._master and what & select.POLLIN:
                    waiting = os.read(self._master, ROOM)
                if ready == printer.fileno() and what & select.POLLOUT:
                    waiting = waiting[printer.send(waiting) :]
                if ready == printer.fileno() and what & ~select.POLLOUT:
                    said = printer.recv(ROOM)
                    if not said:
                        return
                    os.write(self._master, said)


@contextmanager
def bridge(port: int) -> Iterator[Bridge]:
    """A line to the printer at `port`."""
    line = Bridge(port)
    try:
        yield line
    finally:
        line.close()
