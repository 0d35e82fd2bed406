"""Those who want to hear a device's news, each in an event loop of its own."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Generic, TypeVar

T = TypeVar("T")


class Watchers(Generic[T]):
    """May be told from any thread; nobody is told anything after the end of their watch."""

    def __init__(self) -> None:
        self._watching: dict[object, tuple[asyncio.AbstractEventLoop, Callable[[T], None]]] = {}
        self._changing = threading.Lock()

    def watch(self, heard: Callable[[T], None]) -> Callable[[], None]:
        """Call `heard` in the running event loop with everything that is told; the answer ends it."""
        ticket = object()
        with self._changing:
            self._watching[ticket] = (asyncio.get_running_loop(), heard)
        return lambda: self._end(ticket)

    def tell(self, *news: T) -> None:
        """Everybody who watches now, in this order."""
        for one in news:
            with self._changing:
                watching = list(self._watching.items())
            for ticket, (loop, _) in watching:
                with suppress(RuntimeError):  # its loop was closed
                    loop.call_soon_threadsafe(self._deliver, ticket, one)

    def forget(self) -> None:
        """Tell nobody any more."""
        with self._changing:
            self._watching.clear()

    def _deliver(self, ticket: object, news: T) -> None:
        if ticket in self._watching:
            self._watching[ticket][1](news)

    def _end(self, ticket: object) -> None:
        with self._changing:
            self._watching.pop(ticket, None)
