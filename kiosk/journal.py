"""What was printed, what was not, and what is not known; it survives a power cut, and holds nobody's data.

A job is written down before its first byte leaves, and each of its steps before it is taken. No page, name
or CSV is kept: the pages' sha256 and length, what the printer said of itself, a random number of the copy.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from devices.contracts import CutDone, Cutting, Found, JobStep, Mark, Note, Sending
from kiosk.journal_file import LASTING, STEPS, JobState, placeholders, try_out
from kiosk.journal_jobs import Job, JobKind, Wanted, new_copy, open_jobs

__all__ = ["Job", "JobKind", "Journal", "Wanted", "new_copy"]

T = TypeVar("T")


class Journal:
    """One file, written by one thread, each line on the disk before the call returns.

    Every call raises sqlite3.Error where the disk is full or broken; `works` says so until one succeeds.
    """

    def __init__(self, path: Path) -> None:
        """What an earlier run left open and can be known from the file is settled. Raises sqlite3.Error."""
        self.works = True
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="journal")
        self._owed: list[tuple[Job, JobState, bool]] = []
        try:
            self._file, self._open_jobs, self._left_in = self._thread.submit(open_jobs, path).result()
        except BaseException:
            self._thread.shutdown()
            raise
        self._earlier = max((job.id for job in self._open_jobs), default=0)

    def open_jobs(self) -> tuple[Job, ...]:
        """The jobs of which an earlier run sent bytes and heard no end: only the printer may know more."""
        return self._open_jobs

    def left_over(self, printer: str) -> Mark | None:
        """The mark of the sheet that an earlier run may have left in `printer`; None where it left none."""
        marks = [job.mark for job in self._open_jobs if job.printer == printer]
        return marks[-1] if marks else Mark() if printer in self._left_in else None

    async def intend(self, wanted: Wanted) -> Job:
        """Write down that something is about to be sent. Cancelled, it is written down as not printed."""
        written = self._do(lambda: self._intend(wanted))
        try:
            return await _kept(written)
        except asyncio.CancelledError:
            self._do(lambda: self._settle(written.result(), JobState.NOT_PRINTED, remains=False))
            raise

    def note(self, job: Job) -> Note:
        """Writes the job's steps down, each before it is taken; the printer's thread waits for no other."""
        return lambda step: self._do(lambda: self._step(job, step))

    async def settle(self, job: Job, state: JobState, *, remains: bool = False) -> bool:
        """Write down what became of `job`, cancelled or not; False where that was known already.

        `remains`: something of it may lie in the printer or its slot; staff have to look. What cannot be
        written now is written as soon as the file can be.
        """

        def settle() -> bool:
            try:
                return self._settle(job, state, remains)
            except sqlite3.Error:
                self._owed.append((job, state, remains))
                raise

        return await _kept(self._do(settle))

    async def learn(self, job: Job, found: Found, *, drawn_back: bool = False, remains: bool = False) -> bool:
        """Write down what the printer tells of the last sheet of `job`; see `settle`."""

        def learnt() -> bool:
            sheet, sheets = self._file.execute(
                "SELECT sheet, sheets FROM jobs WHERE id = ?", (job.id,)
            ).fetchone()
            if found is Found.UNKNOWN:
                state = JobState.UNCERTAIN
            elif found is Found.CUT and sheet == sheets:
                state = JobState.RETRACTED if drawn_back else JobState.PRINTED
            else:
                state = JobState.NOT_PRINTED
            return self._settle(job, state, remains)

        return await _kept(self._do(learnt))

    async def sheet_left(self) -> bool:
        """Whether somebody's sheet may still be in a printer."""
        return await self._count("remains = 1 OR (kind = 'document' AND id <= ? AND state IN (?, ?))") > 0

    async def uncertain_jobs(self) -> int:
        """How many documents nobody knows of, or wait for staff."""
        return await self._count(
            "kind = 'document' AND (state = 'uncertain' OR remains = 1 OR (id <= ? AND state IN (?, ?)))"
        )

    async def untold(self) -> tuple[tuple[str, JobState], ...]:
        """The documents of which the seu does not know the latest, by their copies' numbers."""
        return await _kept(self._thread.submit(self._untold))

    async def told(self, copy: str, state: JobState) -> None:
        """The seu was told."""
        await _kept(self._do(lambda: self._write("UPDATE jobs SET told = ? WHERE copy = ?", state, copy)))

    async def try_out(self) -> bool:
        """Whether the file can be written now; what is owed to it is written first."""
        try:
            await _kept(self._do(self._try_out))
        except sqlite3.Error:
            return False
        return True

    async def close(self) -> None:
        """Write what was asked for, and close the file."""
        await _kept(self._thread.submit(self._file.close))
        self._thread.shutdown(wait=False)

    def _do(self, work: Callable[[], T]) -> Future[T]:
        def watched() -> T:
            try:
                answer = work()
            except sqlite3.Error:
                self.works = False
                raise
            self.works = self.works or not self._owed
            return answer

        return self._thread.submit(watched)

    async def _count(self, which: str) -> int:
        values = (self._earlier, JobState.SENDING, JobState.CUTTING)
        query = f"SELECT count(*) FROM jobs WHERE {which}"
        return await _kept(self._thread.submit(lambda: int(self._file.execute(query, values).fetchone()[0])))

    def _write(self, statement: str, *values: object) -> int:
        with self._file:
            return self._file.execute(statement, values).rowcount

    def _intend(self, wanted: Wanted) -> Job:
        with self._file:
            added = self._file.execute(
                "INSERT INTO jobs (copy, kind, printer, sha256, length, sheets, state, intended_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    wanted.copy,
                    wanted.kind,
                    wanted.printer,
                    wanted.sha256,
                    wanted.length,
                    wanted.sheets,
                    JobState.INTENDED,
                    int(time.time()),
                ),
            )
        assert added.lastrowid is not None
        return Job(added.lastrowid, wanted.copy, wanted.kind, wanted.printer, wanted.sheets)

    def _step(self, job: Job, step: JobStep) -> None:
        open_still = f"WHERE id = ? AND state IN ({placeholders(STEPS)})"
        match step:
            case Sending(sheet, mark):
                changed = self._write(
                    "UPDATE jobs SET state = ?, sheet = ?, serial = ?, cuts = ?, starts = ?, job = ?"
                    f" {open_still}",
                    *(JobState.SENDING, sheet, mark.serial, mark.cuts, mark.starts, mark.job, job.id, *STEPS),
                )
            case Cutting(sheet):
                changed = self._write(
                    f"UPDATE jobs SET state = ?, sheet = ? {open_still}",
                    *(JobState.CUTTING, sheet, job.id, *STEPS),
                )
            case CutDone(sheet):
                changed = self._write(
                    f"UPDATE jobs SET state = ?, sheet = ? {open_still}",
                    *(JobState.CUT, sheet, job.id, *STEPS),
                )
        if changed != 1:
            raise RuntimeError("a step of a job that was settled")

    def _settle(self, job: Job, state: JobState, remains: bool) -> bool:
        # `printed` may still be taken or drawn back; a sheet that was taken away is gone whatever is learnt.
        final = LASTING if state in (JobState.TAKEN, JobState.RETRACTED) else (*LASTING, JobState.PRINTED)
        return (
            self._write(
                "UPDATE jobs SET state = ?, settled_at = ?, remains = max(remains, ?)"
                f" WHERE id = ? AND state NOT IN ({placeholders(final)})",
                *(state, int(time.time()), int(remains), job.id, *final),
            )
            == 1
        )

    def _untold(self) -> tuple[tuple[str, JobState], ...]:
        rows = self._file.execute(
            "SELECT copy, state, id FROM jobs WHERE kind = 'document' AND told <> state ORDER BY id"
        ).fetchall()
        return tuple(
            (copy, JobState(state)) for copy, state, id_ in rows if state not in STEPS or id_ <= self._earlier
        )

    def _try_out(self) -> None:
        while self._owed:
            self._settle(*self._owed[0])
            del self._owed[0]
        try_out(self._file)


async def _kept(done: Future[T]) -> T:
    """The result of `done`, which goes on when its caller is cancelled."""
    return await asyncio.shield(asyncio.wrap_future(done))
