"""What the watcher sees, kept and brought to the event loops of those who watch."""

from __future__ import annotations

from collections.abc import Callable

from devices.card.watcher import GONE, Sighting
from devices.contracts import ReaderState
from devices.watchers import Watchers

Heard = Callable[[ReaderState], None]


class Sightings:
    """`saw` is called by the watcher's thread, everything else by the event loop's."""

    def __init__(self) -> None:
        self.now = GONE
        self.moves = 0
        """Changes so far: who finds the same number again has the same card before them."""
        self._watchers: Watchers[ReaderState] = Watchers()

    def saw(self, sighting: Sighting) -> None:
        """Something changed."""
        self.now = sighting
        self.moves += 1
        self._watchers.tell(sighting.state)

    def watch(self, heard: Heard) -> Callable[[], None]:
        """Call `heard` in the running event loop at every change; the answer ends it."""
        return self._watchers.watch(heard)

    def forget(self) -> None:
        """Tell nobody any more."""
        self._watchers.forget()
