"""Counts sessions, keeps opinions, and tells the seu of both when nobody can be recognised by it."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import Counter
from dataclasses import dataclass
from datetime import date

from config.settings import Experiment
from kiosk.clock import Clock
from kiosk.insight.contract import body
from kiosk.insight.counters import Counters
from kiosk.insight.experiments import Variants, drawn, variants
from kiosk.insight.figures import Figures, figures, first_day
from kiosk.insight.outbox import Opinion, Outbox
from kiosk.insight.shelf import Shelf
from kiosk.insight.tally import Cell, Tally
from kiosk.logs import Event as Log, log
from kiosk.seu.client import Seu
from kiosk.seu.models import Failed, FailureKind

NEVER_TAKEN = frozenset({"request-not-valid", "idempotency-key-reused", "method-not-allowed", "not-found"})
"""Problems with which the seu will answer the same for ever."""


@dataclass(frozen=True, slots=True)
class Lately:
    """How it went from one day to another; no figures where they cannot be read."""

    first: date
    last: date
    figures: Figures | None


class Laboratory:
    """One for the whole application. A disk that fails costs numbers and opinions, and no session."""

    def __init__(self, shelf: Shelf, experiments: tuple[Experiment, ...], seu: Seu, clock: Clock) -> None:
        self._shelf, self._experiments, self._seu, self._clock = shelf, experiments, seu, clock
        self._outbox, self._counters = Outbox(shelf), Counters(shelf)
        self._telling = asyncio.Lock()

    def begin(self) -> tuple[Tally, Variants]:
        """A session begins: its tally, and what it sees otherwise than others."""
        arms = drawn(self._experiments)
        return Tally(self._clock.monotonic(), arms), variants(self._experiments, arms)

    async def end(self, cells: Counter[Cell], opinion: Opinion | None) -> None:
        """A session is over."""
        now = self._clock.now()
        try:
            await self._counters.add(cells, now.date())
            if opinion is not None:
                await self._outbox.keep(opinion, now)
        except sqlite3.Error:
            log(Log.INSIGHT_FAILED)
        else:
            await self.tell()

    async def lately(self) -> Lately:
        """What may be shown of the days that `kiosk insight` shows."""
        today = self._clock.now().date()
        first = first_day(today)
        try:
            counts = await self._counters.between(first, today)
        except sqlite3.Error:
            log(Log.INSIGHT_FAILED)
            return Lately(first, today, None)
        return Lately(first, today, figures(counts))

    async def tell(self) -> None:
        """What may leave now, as far as the seu hears."""
        async with self._telling:
            try:
                if await self._tell_opinions():
                    await self._tell_days()
            except sqlite3.Error:
                log(Log.INSIGHT_FAILED)

    async def _tell_opinions(self) -> bool:
        for key, batch in await self._outbox.batches(self._clock.now()):
            if not _taken(await self._seu.insight.opinions(batch, key)):
                return False
            await self._outbox.gone(key)
        return True

    async def _tell_days(self) -> None:
        for day in await self._counters.untold(self._clock.now().date()):
            if not _taken(await self._seu.insight.day(day, body(figures(await self._counters.of_day(day))))):
                return
            await self._counters.told(day)

    async def close(self) -> None:
        """Write what was asked for."""
        await self._shelf.close()


def _taken(failed: Failed | None) -> bool:
    """Whether there is nothing more to be told of it."""
    return failed is None or (failed.kind is FailureKind.REFUSED and failed.problem in NEVER_TAKEN)
