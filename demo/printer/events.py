"""What happened to the printer, numbered from 1, for those who wait for it."""

from __future__ import annotations

import asyncio
from collections import deque

_REMEMBERED = 1000

Event = dict[str, object]


class Events:
    """The latest thousand."""

    def __init__(self) -> None:
        self.last = 0
        self._events: deque[Event] = deque(maxlen=_REMEMBERED)
        self._more = asyncio.Event()

    def add(self, name: str, facts: Event) -> None:
        """Something happened."""
        self.last += 1
        self._events.append({"n": self.last, "event": name} | facts)
        self._more.set()
        self._more = asyncio.Event()

    async def after(self, number: int, wait_s: float) -> list[Event]:
        """The events after `number`; waits for the first of them, empty when none came in time."""
        if self.last <= number:
            more = self._more
            try:
                await asyncio.wait_for(more.wait(), wait_s)
            except TimeoutError:
                return []
        return [event for event in self._events if int(str(event["n"])) > number]
