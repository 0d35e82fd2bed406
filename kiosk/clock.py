"""Time as the kiosk sees it; tests put a clock of their own in its place and move it by hand."""

from __future__ import annotations

import asyncio
import time
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    """What the kiosk asks of time."""

    def now(self) -> datetime:
        """The town's local time, with its zone."""

    def monotonic(self) -> float:
        """Seconds that never go back."""

    async def sleep(self, seconds: float) -> None:
        """Wait."""


class WallClock:
    """The machine's own clock, read in the town's time zone."""

    def __init__(self, time_zone: str = "Europe/Madrid") -> None:
        self._zone = ZoneInfo(time_zone)

    def now(self) -> datetime:
        return datetime.now(self._zone)

    def monotonic(self) -> float:
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
