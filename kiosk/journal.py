"""What was printed, what was not, and what is not known; it survives a power cut, and holds nobody's data.

A job is written down before its first byte leaves. No page, name or CSV is kept: only the sheet's sha256 and
length, the printer, and a random number of the copy.
"""

from __future__ import annotations

import asyncio
import secrets
import sqlite3
import time
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

SCHEMA = """
CREATE TABLE IF NOT EXISTS jobs (
    id INTEGER PRIMARY KEY,
    copy TEXT NOT NULL UNIQUE,
    printer TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    length INTEGER NOT NULL,
    state TEXT NOT NULL,
    intended_at INTEGER NOT NULL,
    settled_at INTEGER
) STRICT
"""


class JobState(StrEnum):
    """What became of a job."""

    INTENDED = "intended"
    PRINTED = "printed"
    NOT_PRINTED = "not_printed"
    """No byte of it reached the printer."""
    UNCERTAIN = "uncertain"
    MADE_UNPRINTABLE = "made_unprintable"
    """The person left; the printer confirmed that nothing of it can come out."""
    LEFT_IN_PRINTER = "left_in_printer"
    """The person left; the printer confirmed nothing."""
    TAKEN_AWAY = "taken_away"
    """Staff took away what was left in the printer, and said so."""


FINAL = (JobState.PRINTED, JobState.NOT_PRINTED, JobState.MADE_UNPRINTABLE, JobState.TAKEN_AWAY)


@dataclass(frozen=True, slots=True)
class Job:
    """One sheet or more, sent at once."""

    id: int
    copy: str
    """Random; it ties a line here to what staff and seu are told."""
    printer: str


class Journal:
    """One file, written by one thread, each line on the disk before the call returns."""

    def __init__(self, path: Path) -> None:
        """What an earlier run left unsettled becomes uncertain. Raises sqlite3.Error where it cannot."""
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="journal")
        self._file, self._open_jobs = self._thread.submit(_open, path).result()

    def open_jobs(self) -> tuple[Job, ...]:
        """The jobs that an earlier run did not settle: what lies in their printers is not known."""
        return self._open_jobs

    async def intend(self, printer: str, sha256: str, length: int) -> Job:
        """Write down that a page is about to be sent. Cancelled, it is written down as not printed."""
        written = self._thread.submit(self._intend, printer, sha256, length)
        try:
            return await _kept(written)
        except asyncio.CancelledError:
            self._thread.submit(lambda: self._settle(written.result(), JobState.NOT_PRINTED))
            raise

    async def settle(self, job: Job, state: JobState) -> bool:
        """Write down what became of `job`, cancelled or not; False where that was known already."""
        return await _kept(self._thread.submit(self._settle, job, state))

    async def sheet_left(self) -> bool:
        """Whether somebody's sheet may still be in a printer."""
        return await _kept(self._thread.submit(self._left)) > 0

    async def uncertain_jobs(self) -> int:
        """How many jobs a person has still to settle."""
        return await _kept(self._thread.submit(self._uncertain))

    async def close(self) -> None:
        """Write what was asked for, and close the file."""
        await _kept(self._thread.submit(self._file.close))
        self._thread.shutdown(wait=False)

    def _intend(self, printer: str, sha256: str, length: int) -> Job:
        copy = secrets.token_hex(8)
        with self._file:
            added = self._file.execute(
                "INSERT INTO jobs (copy, printer, sha256, length, state, intended_at)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (copy, printer, sha256, length, JobState.INTENDED, int(time.time())),
            )
        assert added.lastrowid is not None
        return Job(added.lastrowid, copy, printer)

    def _settle(self, job: Job, state: JobState) -> bool:
        with self._file:
            changed = self._file.execute(
                "UPDATE jobs SET state = ?, settled_at = ? WHERE id = ? AND state NOT IN (?, ?, ?, ?)",
                (state, int(time.time()), job.id, *FINAL),
            )
        return changed.rowcount == 1

    def _left(self) -> int:
        (count,) = self._file.execute(
            "SELECT count(*) FROM jobs WHERE state = ?", (JobState.LEFT_IN_PRINTER,)
        ).fetchone()
        return int(count)

    def _uncertain(self) -> int:
        (count,) = self._file.execute(
            "SELECT count(*) FROM jobs WHERE state IN (?, ?)", (JobState.UNCERTAIN, JobState.LEFT_IN_PRINTER)
        ).fetchone()
        return int(count)


def confirm_taken_away(path: Path) -> int:
    """Staff say that what was left in a printer is gone; how many that were. Beside a running kiosk."""
    with closing(sqlite3.connect(path)) as file, file:
        changed = file.execute(
            "UPDATE jobs SET state = ?, settled_at = ? WHERE state = ?",
            (JobState.TAKEN_AWAY, int(time.time()), JobState.LEFT_IN_PRINTER),
        )
        return changed.rowcount


def _open(path: Path) -> tuple[sqlite3.Connection, tuple[Job, ...]]:
    file = sqlite3.connect(path)
    file.execute("PRAGMA journal_mode = WAL")
    file.execute("PRAGMA synchronous = FULL")
    with file:
        file.execute(SCHEMA)
        left = file.execute(
            "SELECT id, copy, printer FROM jobs WHERE state = ?", (JobState.INTENDED,)
        ).fetchall()
        file.execute("UPDATE jobs SET state = ? WHERE state = ?", (JobState.UNCERTAIN, JobState.INTENDED))
    return file, tuple(Job(*row) for row in left)


async def _kept(done: Future[T]) -> T:
    """The result of `done`, which goes on when its caller is cancelled."""
    return await asyncio.shield(asyncio.wrap_future(done))
