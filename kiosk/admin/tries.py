"""Wrong PINs in a row, and how long no other is looked at; written down, so that a restart helps nobody."""

from __future__ import annotations

import json
from math import ceil
from pathlib import Path

from config.atomic import write_atomically
from kiosk.clock import Clock
from kiosk.logs import Event as Log, log

FILE_NAME = "admin_tries.json"
SLOWED = (1, 2, 4)
"""Seconds after the first wrong PINs; after any more it is locked."""
LOCKED, LONGEST = 60, 3600
"""Seconds of the first lock, twice as long each time, and of the longest."""
MANY = 12
"""As many as lead to the longest lock: for a file that cannot be read."""


def pause(wrong: int) -> int:
    """Seconds for which no PIN is looked at after so many wrong ones in a row."""
    if wrong <= len(SLOWED):
        return SLOWED[wrong - 1] if wrong else 0
    return min(LOCKED << min(wrong - len(SLOWED) - 1, MANY), LONGEST)


class Tries:
    """Counted before a PIN is looked at, and forgotten once it was the right one."""

    def __init__(self, file: Path, clock: Clock) -> None:
        self._file, self._clock = file, clock
        self._wrong, at = _read(file)
        now, whole = clock.now().timestamp(), pause(self._wrong)
        # A clock that was put back makes nobody wait longer than once more.
        self._until = clock.monotonic() + min(whole, max(0.0, at + whole - now))

    @property
    def wait(self) -> int:
        """Seconds until a PIN may be tried."""
        return max(0, ceil(self._until - self._clock.monotonic()))

    @property
    def locked(self) -> bool:
        """Whether one waits for so long that it has to be said."""
        return self.wait > 0 and self._wrong > len(SLOWED)

    def add(self) -> None:
        """One more, as long as it is not known to be right."""
        self._wrong += 1
        self._until = self._clock.monotonic() + pause(self._wrong)
        self._keep()

    def clear(self) -> None:
        """It was right."""
        self._wrong, self._until = 0, self._clock.monotonic()
        self._keep()

    def _keep(self) -> None:
        said = json.dumps({"wrong": self._wrong, "at": self._clock.now().timestamp()})
        try:
            write_atomically(self._file, said.encode(), 0o600)
        except OSError:
            log(Log.ADMIN_TRIES_FAILED)


def _read(file: Path) -> tuple[int, float]:
    """How many wrong ones in a row, and when the last one was, in seconds since 1970."""
    try:
        said = json.loads(file.read_bytes())
        return max(0, int(said["wrong"])), float(said["at"])
    except FileNotFoundError:
        return 0, 0.0
    except (OSError, ValueError, TypeError, LookupError):
        return MANY, float("inf")
