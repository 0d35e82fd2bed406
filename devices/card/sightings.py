"""What the watcher sees, kept and brought to the event loops of those who watch."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable

from devices.card.watcher import GONE, Sighting
from devices.contracts import ReaderState

Heard = Callable[[ReaderState], None]


class Sightings:
    """`saw` is called by the watcher's thread, everything else by the event loop's."""

    def __init__(self) -> None:
        self.now = GONE
        self.moves = 0
        """Changes so far: who finds the same number again has the same card before them."""
        self._observers: dict[object, tuple[asyncio.AbstractEventLoop, Heard]] = {}
        self._observing = threading.Lock()

    def saw(self, sighting: Sighting) -> None:
        """Something changed."""
        with self._observing:
            self.now = sighting
            self.moves += 1
            for loop, heard in self._observers.values():
                with contextlib.suppress(RuntimeError):  # its loop was closed
                    loop.call_soon_threadsafe(heard, sighting.state)

    def watch(self, heard: Heard) -> Callable[[], None]:
        """Call `heard` in the running event loop at every change; the answer ends it."""
        key = object()
        with self._observing:
            self._observers[key] = (asyncio.get_running_loop(), heard)

        def end() -> None:
            with self._observing:
                self._observers.pop(key, None)

        return end

    def forget(self) -> None:
        """Tell nobody any more."""
        with self._observing:
            self._observers.clear()
