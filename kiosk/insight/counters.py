"""The counters: so many of each cell on each day. There is no row of a session, and none of a moment."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from kiosk.insight.shelf import Shelf
from kiosk.insight.tally import Cell

KEPT_FOR = timedelta(days=400)
"""A year, and the same season of the one before."""


class Counters:
    """What is counted on this kiosk."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    async def add(self, cells: Mapping[Cell, int], day: date) -> None:
        """Count a session that is over; days that are too old are forgotten."""
        rows = [(day.isoformat(), *cell, count) for cell, count in cells.items()]
        oldest = ((day - KEPT_FOR).isoformat(),)

        def add(file: sqlite3.Connection) -> None:
            file.executemany(
                "INSERT INTO counter VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET count = count + excluded.count",
                rows,
            )
            file.execute("DELETE FROM counter WHERE day < ?", oldest)
            file.execute("DELETE FROM told WHERE day < ?", oldest)

        await self._shelf.do(add)

    async def untold(self, today: date) -> tuple[date, ...]:
        """The days that are over and of which the seu was told nothing, the oldest first."""
        asked = "SELECT DISTINCT day FROM counter WHERE day < ? AND day NOT IN told ORDER BY day"
        rows = await self._shelf.do(lambda file: file.execute(asked, (today.isoformat(),)).fetchall())
        return tuple(date.fromisoformat(day) for (day,) in rows)

    async def of_day(self, day: date) -> Counter[Cell]:
        """All that was counted on it."""
        return await self.between(day, day)

    async def between(self, first: date, last: date) -> Counter[Cell]:
        """All that was counted from `first` to `last`."""
        return await self._shelf.do(lambda file: _counted(file, first, last))

    async def told(self, day: date) -> None:
        """The seu knows of it; a day is told once, or two tellings could be subtracted."""
        row = (day.isoformat(),)
        await self._shelf.do(lambda file: file.execute("INSERT OR IGNORE INTO told VALUES (?)", row))


def counted(path: Path, first: date, last: date) -> Counter[Cell]:
    """What was counted from `first` to `last`, beside a running kiosk. Raises sqlite3.Error."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as file:
        return _counted(file, first, last)


def _counted(file: sqlite3.Connection, first: date, last: date) -> Counter[Cell]:
    rows = file.execute(
        "SELECT about, kind, cell, sum(count) FROM counter WHERE day BETWEEN ? AND ? GROUP BY 1, 2, 3",
        (first.isoformat(), last.isoformat()),
    )
    return Counter({(about, kind, cell): count for about, kind, cell, count in rows})
