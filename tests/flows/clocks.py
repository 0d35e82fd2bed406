"""A clock that is moved by hand."""

from __future__ import annotations

import asyncio
import heapq
from datetime import UTC, datetime, timedelta
from itertools import count


class ManualClock:
    """Time stands still until somebody calls `move`."""

    def __init__(self) -> None:
        self._seconds = 0.0
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._order = count()

    def now(self) -> datetime:
        return datetime(2026, 11, 23, 9, 24, tzinfo=UTC) + timedelta(seconds=self._seconds)

    def monotonic(self) -> float:
        return self._seconds

    async def sleep(self, seconds: float) -> None:
        waking = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self._seconds + seconds, next(self._order), waking))
        await waking

    async def move(self, seconds: float) -> None:
        """Let time pass; whoever wakes up meanwhile has done its part when this returns."""
        until = self._seconds + seconds
        await settled()
        while self._sleepers and self._sleepers[0][0] <= until:
            self._seconds, _, waking = heapq.heappop(self._sleepers)
            if not waking.done():
                waking.set_result(None)
            await settled()
        self._seconds = until


async def settled() -> None:
    """Every task has gone as far as it can without time or network."""
    for _ in range(50):
        await asyncio.sleep(0)
