"""What the journal writes down of a job, and what an earlier run's jobs are known to have come to."""

from __future__ import annotations

import secrets
import sqlite3
import time
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from devices.contracts import Mark
from kiosk.journal_file import JobState, open_file

COLUMNS = "id, copy, kind, printer, sheets, state, sheet, serial, cuts, starts, job"


class JobKind(StrEnum):
    """What is printed."""

    DOCUMENT = "document"
    """A person's own; it is never printed twice."""
    TICKET = "ticket"
    """Says nothing of a person; it may be printed again as it was."""


def new_copy() -> str:
    """A random number by which seu, staff and journal mean the same paper."""
    return secrets.token_hex(8)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is about to be printed."""

    kind: JobKind
    printer: str
    sha256: str
    length: int
    sheets: int
    copy: str


@dataclass(frozen=True, slots=True)
class Job:
    """One sheet or more, sent at once, as it stood when it was read."""

    id: int
    copy: str
    kind: JobKind
    printer: str
    sheets: int
    state: JobState = JobState.INTENDED
    sheet: int = 0
    """The sheet of its last step, counted from 1."""
    mark: Mark = field(default_factory=Mark)
    """What the printer said of itself before that sheet's first byte."""


def open_jobs(path: Path) -> tuple[sqlite3.Connection, tuple[Job, ...], frozenset[str]]:
    """The file, the jobs that are open in it, and the printers in which something was left.

    What an earlier run left open and can be known from the file is settled. Raises sqlite3.Error.
    """
    file = open_file(path)
    now = int(time.time())
    with file:
        # No byte of it left: each step is written before it is taken.
        file.execute("UPDATE jobs SET state = 'not_printed', settled_at = ? WHERE state = 'intended'", (now,))
        # The last answer that it needed had come. Nobody was told to take it, so staff look.
        file.execute(
            "UPDATE jobs SET state = CASE WHEN sheet = sheets THEN 'printed' ELSE 'not_printed' END,"
            " settled_at = ?, remains = (kind = 'document') WHERE state = 'cut'",
            (now,),
        )
        rows = file.execute(
            f"SELECT {COLUMNS} FROM jobs WHERE state IN ('sending', 'cutting') ORDER BY id"
        ).fetchall()
    left = file.execute("SELECT DISTINCT printer FROM jobs WHERE remains = 1").fetchall()
    return file, tuple(_job(*row) for row in rows), frozenset(printer for (printer,) in left)


def _job(
    id_: int,
    copy: str,
    kind: str,
    printer: str,
    sheets: int,
    state: str,
    sheet: int,
    serial: str,
    cuts: int | None,
    starts: int | None,
    job: int | None,
) -> Job:
    mark = Mark(serial, cuts, starts, job)
    return Job(id_, copy, JobKind(kind), printer, sheets, JobState(state), sheet, mark)
