"""Those who want to hear of scans, each in an event loop of its own."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress

from devices.contracts import Scan

Heard = Callable[[Scan], None]


class Watchers:
    """May be told from any thread; nobody is told anything after the end of their watch."""

    def __init__(self) -> None:
        self._watching: dict[object, tuple[asyncio.AbstractEventLoop, Heard]] = {}
        self._changing = threading.Lock()

    def watch(self, heard: Heard) -> Callable[[], None]:
        """Call `heard` in the present event loop at every scan; the answer ends it."""
        ticket = object()
        with self._changing:
            self._watching[ticket] = (asyncio.get_running_loop(), heard)
        return lambda: self._end(ticket)

    def tell(self, scans: Iterable[Scan]) -> None:
        """Everybody who watches now."""
        for scan in scans:
            with self._changing:
                watching = list(self._watching.items())
            for ticket, (loop, _) in watching:
                with suppress(RuntimeError):  # its loop was closed
                    loop.call_soon_threadsafe(self._deliver, ticket, scan)

    def _deliver(self, ticket: object, scan: Scan) -> None:
        if ticket in self._watching:
            self._watching[ticket][1](scan)

    def _end(self, ticket: object) -> None:
        with self._changing:
            self._watching.pop(ticket, None)
