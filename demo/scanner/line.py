"""The scanner's end of a serial line: a pseudo-terminal, whose other end has a name of its own."""

from __future__ import annotations

import os
import pty
import select
from contextlib import suppress
from pathlib import Path

CHUNK = 4096


class Line:
    """At `name` stands what a kiosk opens, for as long as this is not closed."""

    def __init__(self, name: Path) -> None:
        self._master, other = pty.openpty()
        name.unlink(missing_ok=True)
        name.symlink_to(os.ttyname(other))
        # Held by the kiosk alone: a line that somebody opened for themselves is free again once they leave.
        os.close(other)
        os.set_blocking(self._master, False)
        self._name = name

    @property
    def open(self) -> bool:
        """Whether somebody reads it."""
        poll = select.poll()
        poll.register(self._master, 0)
        return not poll.poll(0)

    def say(self, text: str) -> None:
        """Send `text` as UTF-8; what nobody reads is lost, as on any line."""
        if not self.open:
            return
        with suppress(BlockingIOError, OSError):
            os.read(self._master, CHUNK)  # an echo that a reader left behind must not fill the line
        with suppress(BlockingIOError, OSError):
            os.write(self._master, text.encode())

    def close(self) -> None:
        self._name.unlink(missing_ok=True)
        os.close(self._master)
