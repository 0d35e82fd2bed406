"""What lies on the reader, told at every change, whatever happens to it or to the smart card service."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from devices.card.names import contactless_slots
from devices.card.pcsc import Service, ServiceLost
from devices.contracts import ReaderState

PLUG_AND_PLAY = r"\\?PnP?\Notification"
"""The reader that is none: its state changes when a reader comes or goes (PC/SC part 5)."""
UNKNOWN, PRESENT = 0x04, 0x20  # SCARD_STATE_UNKNOWN, SCARD_STATE_PRESENT

WAIT = 1000
"""Milliseconds after which readers are listed again, in case that no event told of them."""
REST = 0.02
"""Seconds between two waits, so that a service that answers at once never makes the thread spin."""
FIRST_BACK_OFF, LONGEST_BACK_OFF = 0.25, 1.0
"""Seconds until a service that is gone is tried again."""


SlotsOf = Callable[[Sequence[str], str], list[str]]
"""Of the names of all slots, those of the reader of that pattern."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """What lies on the reader, and in which of its slots the card is."""

    state: ReaderState
    slot: str = ""


GONE, EMPTY = Sighting(ReaderState.GONE), Sighting(ReaderState.EMPTY)


def sighting(states: Mapping[str, int]) -> Sighting:
    """What the states of a reader's slots come to. A reader that was unplugged meanwhile is unknown."""
    there = {slot: state for slot, state in states.items() if not state & UNKNOWN}
    if not there:
        return GONE
    holding = [slot for slot, state in there.items() if state & PRESENT]
    if not holding:
        return EMPTY
    return Sighting(ReaderState.CARD if len(holding) == 1 else ReaderState.TWO_CARDS, holding[0])


def swapped(before: Mapping[str, int], after: Mapping[str, int]) -> bool:
    """True where a card went and came between two looks: the upper half of a state counts its events."""
    return any(
        before.get(slot, 0) & state & PRESENT and before[slot] >> 16 != state >> 16
        for slot, state in after.items()
    )


class Watcher(threading.Thread):
    """Calls `heard`, in its own thread, at every change of the reader that `pattern` names.

    `slots_of` finds that reader's slots: the contactless ones, or those with contacts.
    """

    def __init__(
        self, pattern: str, heard: Callable[[Sighting], None], slots_of: SlotsOf = contactless_slots
    ) -> None:
        super().__init__(name="card-watch", daemon=True)
        self._pattern, self._heard, self._slots_of = pattern, heard, slots_of
        self._ending = threading.Event()
        self._service: Service | None = None
        self._last = GONE

    def run(self) -> None:
        """Until `end`: watch while the service is there, and try again while it is not."""
        back_off = FIRST_BACK_OFF
        while not self._ending.is_set():
            try:
                with Service() as self._service:
                    back_off = FIRST_BACK_OFF
                    self._watch(self._service)
            except ServiceLost:
                self._tell(GONE)
                self._ending.wait(back_off)
                back_off = min(2 * back_off, LONGEST_BACK_OFF)
            finally:
                self._service = None

    def end(self) -> None:
        """Stop soon; `join` tells when."""
        self._ending.set()
        if service := self._service:
            service.cancel()

    def _watch(self, service: Service) -> None:
        known: dict[str, int] = {}
        while not self._ending.wait(REST):
            watched = [PLUG_AND_PLAY, *self._slots_of(service.slots(), self._pattern)]
            known = {name: known.get(name, service.scard.SCARD_STATE_UNAWARE) for name in watched}
            seen = service.wait(known, WAIT)
            if swapped(known, seen):
                self._tell(EMPTY)
            known = seen
            self._tell(sighting({slot: state for slot, state in seen.items() if slot != PLUG_AND_PLAY}))

    def _tell(self, now: Sighting) -> None:
        if now != self._last:
            self._last = now
            self._heard(now)
