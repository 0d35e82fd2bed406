"""Opinions wait, and leave several at once in no order: none can be matched with whoever just left."""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from math import ceil

from kiosk.insight.shelf import Shelf
from kiosk.seu.calls import new_key, said

TOGETHER = 5
"""Opinions that leave together at least."""
HELD_FOR = 12
"""Hours after which fewer leave too: nobody has just left then."""
MOST_TOGETHER = 100
"""In one batch (docs/seu-api.yaml, Opinions)."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """One of them; the hour is that of the day, and nothing finer is known of when it was given."""

    face: int
    reasons: tuple[str, ...]
    service: str
    language: str
    hour: int


class Outbox:
    """Survives a restart. A batch has its key for ever, so that the seu counts it once."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    async def keep(self, opinion: Opinion, now: datetime) -> None:
        """Until it leaves with others."""
        row = (secrets.token_bytes(16), json.dumps(asdict(opinion)), _hour(now))
        await self._shelf.do(lambda file: file.execute("INSERT INTO waiting VALUES (?, ?, ?)", row))

    async def batches(self, now: datetime) -> tuple[tuple[str, bytes], ...]:
        """Key and body of each batch that the seu has not taken; opinions that may leave now are in one."""

        def sealed(file: sqlite3.Connection) -> tuple[tuple[str, bytes], ...]:
            _seal(file, _hour(now))
            return tuple(file.execute("SELECT key, body FROM batch").fetchall())

        return await self._shelf.do(sealed)

    async def gone(self, key: str) -> None:
        """The seu has taken it, or never will."""
        await self._shelf.do(lambda file: file.execute("DELETE FROM batch WHERE key = ?", (key,)))


def _hour(moment: datetime) -> int:
    """Whole hours since 1970."""
    return int(moment.timestamp()) // 3600


def _seal(file: sqlite3.Connection, hour: int) -> None:
    # Their numbers are random, so that this is any order but the one in which they were given.
    rows = file.execute("SELECT opinion, hour FROM waiting ORDER BY id").fetchall()
    # A clock that was put back must not hold them for ever.
    waited = max((abs(hour - given) for _, given in rows), default=0)
    if len(rows) < TOGETHER and waited < HELD_FOR:
        return
    parts = _parts([json.loads(opinion) for opinion, _ in rows])
    batches = [(new_key(), said(opinions=part)) for part in parts]
    file.executemany("INSERT INTO batch VALUES (?, ?)", batches)
    file.execute("DELETE FROM waiting")


def _parts(opinions: list[object]) -> Iterator[list[object]]:
    """As even as can be, so that none is smaller than it has to be."""
    count = ceil(len(opinions) / MOST_TOGETHER)
    for part in range(count):
        yield opinions[part::count]
