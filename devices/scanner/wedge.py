"""A scanner that acts as a keyboard: gets the runs of characters that no person typed from the window."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from devices.contracts import Scan
from devices.scanner.assembly import Assembly
from devices.watchers import Watchers

BETWEEN_LINES = 0.15
"""Seconds within which a reader of zones types its next line."""


class WedgeScanner:
    """Lives in one event loop, that of the window."""

    def __init__(self) -> None:
        self._assembly = Assembly()
        self._watchers: Watchers[Scan] = Watchers()
        self._waiting: asyncio.TimerHandle | None = None

    @property
    def present(self) -> bool:
        """A keyboard that nobody uses cannot be told from one that is not there."""
        return True

    def watch(self, heard: Callable[[Scan], None]) -> Callable[[], None]:
        return self._watchers.watch(heard)

    def typed(self, run: str) -> None:
        """One run of characters, with the keys that ended lines in it as `\\r`."""
        self._drop_waiting()
        self._watchers.tell(*self._assembly.feed(run.encode(errors="ignore")))
        if self._assembly.waits:
            loop = asyncio.get_running_loop()
            self._waiting = loop.call_later(BETWEEN_LINES, self._silence)

    async def close(self) -> None:
        self._drop_waiting()
        self._assembly.forget()

    def _silence(self) -> None:
        self._waiting = None
        self._watchers.tell(*self._assembly.silence())

    def _drop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
