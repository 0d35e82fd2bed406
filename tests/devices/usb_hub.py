"""A smart card service whose readers are plugged in and out, which a private pcscd without USB cannot show.

As libpcsclite does it: to ask for a reader that is not there is an error, one that leaves while it is waited
for becomes unknown, and the upper half of a state counts the cards that came and went.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from smartcard import scard

UNKNOWN = scard.SCARD_STATE_UNKNOWN | scard.SCARD_STATE_UNAVAILABLE
PATIENCE = 5.0
PLUG_AND_PLAY = "\\\\?PnP?\\Notification"


class Hub:
    """Stands where `smartcard.scard` stands, for a watcher."""

    def __init__(self) -> None:
        self._slots: dict[str, int] = {}
        self._changed = threading.Condition()
        self._cancelled: set[int] = set()
        self._contexts = 0
        self._waiting = 0
        self.patient = True
        """Whether things happen only while a watcher waits for them, never between two of its waits."""

    def __getattr__(self, constant: str) -> int:
        value = getattr(scard, constant)
        assert isinstance(value, int), f"{constant} is nothing that a watcher calls"
        return value

    def plug(self, *slots: str) -> None:
        """A reader with these slots, all empty."""
        with self._watched():
            self._slots |= dict.fromkeys(slots, scard.SCARD_STATE_EMPTY)

    def unplug(self, *slots: str) -> None:
        """With whatever lies on it."""
        with self._watched():
            for slot in slots:
                del self._slots[slot]

    def lay(self, slot: str, state: int = scard.SCARD_STATE_PRESENT) -> None:
        """A card; `state` may say that it is mute."""
        self._set(slot, state)

    def take(self, slot: str) -> None:
        """The card that lies in the slot."""
        self._set(slot, scard.SCARD_STATE_EMPTY)

    def _set(self, slot: str, state: int) -> None:
        with self._watched():
            self._slots[slot] = ((self._slots[slot] >> 16) + 1) << 16 | state

    @contextmanager
    def _watched(self) -> Iterator[None]:
        with self._changed:
            if self.patient:
                assert self._changed.wait_for(lambda: self._waiting, PATIENCE)
            yield
            self._changed.notify_all()

    # --- what a watcher calls ---------------------------------------------------------------------------

    def SCardEstablishContext(self, scope: int) -> tuple[int, int]:
        self._contexts += 1
        return scard.SCARD_S_SUCCESS, self._contexts

    def SCardReleaseContext(self, context: int) -> int:
        return scard.SCARD_S_SUCCESS

    def SCardCancel(self, context: int) -> int:
        with self._changed:
            self._cancelled.add(context)
            self._changed.notify_all()
        return scard.SCARD_S_SUCCESS

    def SCardListReaders(self, context: int, groups: list[str]) -> tuple[int, list[str]]:
        with self._changed:
            names = list(self._slots)
        return (scard.SCARD_S_SUCCESS, names) if names else (scard.SCARD_E_NO_READERS_AVAILABLE, [])

    def SCardGetStatusChange(
        self, context: int, timeout: int, states: Sequence[tuple[str, int]]
    ) -> tuple[int, list[tuple[str, int, list[int]]]]:
        with self._changed:
            count = len(self._slots)
            if any(name not in self._slots for name, _ in states if name != PLUG_AND_PLAY):
                return scard.SCARD_E_UNKNOWN_READER, []

            def news() -> bool:
                return (
                    context in self._cancelled
                    or len(self._slots) != count
                    or any(self._state(name, known) != known for name, known in states)
                )

            self._waiting += 1
            self._changed.notify_all()
            came = self._changed.wait_for(news, timeout / 1000)
            self._waiting -= 1
            if not came:
                return scard.SCARD_E_TIMEOUT, []
            if context in self._cancelled:
                return scard.SCARD_E_CANCELLED, []
            return scard.SCARD_S_SUCCESS, [
                (name, self._state(name, known) | scard.SCARD_STATE_CHANGED, []) for name, known in states
            ]

    def _state(self, name: str, known: int) -> int:
        return known if name == PLUG_AND_PLAY else self._slots.get(name, UNKNOWN)
