"""The journal's file: its shape, how an older one is brought up to it, what staff read and settle in it."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

FILE_NAME = "journal.sqlite"

VERSIONS = (
    """
CREATE TABLE IF NOT EXISTS jobs (
    id INTEGER PRIMARY KEY,
    copy TEXT NOT NULL UNIQUE,
    printer TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    length INTEGER NOT NULL,
    state TEXT NOT NULL,
    intended_at INTEGER NOT NULL,
    settled_at INTEGER
) STRICT;
""",
    # An intent of that version may have been followed by bytes; what it knew of its copies the seu was told.
    """
ALTER TABLE jobs ADD COLUMN kind TEXT NOT NULL DEFAULT 'document';
ALTER TABLE jobs ADD COLUMN sheets INTEGER NOT NULL DEFAULT 1;
ALTER TABLE jobs ADD COLUMN sheet INTEGER NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN serial TEXT NOT NULL DEFAULT '';
ALTER TABLE jobs ADD COLUMN cuts INTEGER;
ALTER TABLE jobs ADD COLUMN starts INTEGER;
ALTER TABLE jobs ADD COLUMN job INTEGER;
ALTER TABLE jobs ADD COLUMN remains INTEGER NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN told TEXT NOT NULL DEFAULT '';
UPDATE jobs SET state = 'sending', sheet = 1 WHERE state = 'intended';
UPDATE jobs SET remains = 1 WHERE state IN ('sending', 'uncertain', 'left_in_printer');
UPDATE jobs SET told = state;
CREATE TABLE trials (at INTEGER NOT NULL) STRICT;
""",
)
"""What makes each version of the file out of the one before; its number is the file's `user_version`."""


class JobState(StrEnum):
    """What became of a job; the first four are its last step, until it is settled."""

    INTENDED = "intended"
    SENDING = "sending"
    CUTTING = "cutting"
    CUT = "cut"
    """The printer said that this sheet is cut; others may follow."""
    PRINTED = "printed"
    PRESENTED = "presented"
    """Printed, and held out to the person by a presenter whose sensor will tell more."""
    TAKEN = "taken"
    RETRACTED = "retracted"
    """Printed; nobody took it, and the printer drew it back."""
    NOT_PRINTED = "not_printed"
    """Its last sheet did not come out."""
    UNCERTAIN = "uncertain"
    MADE_UNPRINTABLE = "made_unprintable"
    """The person left; the printer confirmed that nothing of it can come out."""
    LEFT_IN_PRINTER = "left_in_printer"
    """The person left; the printer confirmed nothing."""
    TAKEN_AWAY = "taken_away"
    """Staff took away what was left in the printer, and said so."""


STEPS = (JobState.INTENDED, JobState.SENDING, JobState.CUTTING, JobState.CUT)
LASTING = (
    JobState.TAKEN,
    JobState.RETRACTED,
    JobState.NOT_PRINTED,
    JobState.MADE_UNPRINTABLE,
    JobState.TAKEN_AWAY,
)
"""Nothing that is learnt later changes these."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A job of which staff have something to do or to say."""

    copy: str
    printer: str
    state: JobState
    sheet: int
    sheets: int
    remains: bool
    intended_at: int


def open_file(path: Path) -> sqlite3.Connection:
    """The file, of the present version. Raises sqlite3.Error, also where a later version wrote it."""
    file = sqlite3.connect(path)
    try:
        file.execute("PRAGMA journal_mode = WAL")
        file.execute("PRAGMA synchronous = FULL")
        (version,) = file.execute("PRAGMA user_version").fetchone()
        if version > len(VERSIONS):
            raise sqlite3.DatabaseError("written by a later version of the kiosk")
        for number, statements in enumerate(VERSIONS[version:], version + 1):
            file.executescript(f"BEGIN;{statements}PRAGMA user_version = {number};COMMIT;")
    except sqlite3.Error:
        file.close()
        raise
    return file


def try_out(file: sqlite3.Connection) -> None:
    """Write something that means nothing; raises sqlite3.Error where nothing can be written."""
    with file:
        file.execute("DELETE FROM trials")
        file.execute("INSERT INTO trials VALUES (?)", (int(time.time()),))


def placeholders(states: tuple[JobState, ...]) -> str:
    """As many question marks as states."""
    return ", ".join("?" * len(states))


_WAITS = "kind = 'document' AND (remains = 1 OR state IN ('uncertain', 'sending', 'cutting'))"


def check_writable(path: Path) -> None:
    """Raises sqlite3.Error, which says why, where the kiosk that runs beside this can write nothing down."""
    with closing(open_file(path)) as file:
        try_out(file)


def waiting_jobs(path: Path) -> tuple[Waiting, ...]:
    """What waits for staff, oldest first, beside a running kiosk. Raises sqlite3.Error."""
    with closing(open_file(path)) as file:
        rows = file.execute(
            f"SELECT copy, printer, state, sheet, sheets, remains, intended_at FROM jobs WHERE {_WAITS}"
            " ORDER BY id"
        ).fetchall()
    return tuple(
        Waiting(copy, printer, JobState(state), sheet, sheets, bool(remains), at)
        for copy, printer, state, sheet, sheets, remains, at in rows
    )


def confirm_taken_away(path: Path) -> int:
    """Staff say that nothing is left in a printer and its slot; of how many jobs something was."""
    with closing(open_file(path)) as file, file:
        changed = file.execute(
            "UPDATE jobs SET remains = 0, settled_at = ?,"
            " state = CASE state WHEN 'left_in_printer' THEN 'taken_away' ELSE state END WHERE remains = 1",
            (int(time.time()),),
        )
        return changed.rowcount


def settle_by_hand(path: Path, copy: str, *, printed: bool) -> bool:
    """Staff say what became of an uncertain job; False where no such job is uncertain."""
    state = JobState.PRINTED if printed else JobState.NOT_PRINTED
    with closing(open_file(path)) as file, file:
        changed = file.execute(
            "UPDATE jobs SET state = ?, settled_at = ? WHERE copy = ? AND state = 'uncertain'",
            (state, int(time.time()), copy),
        )
        return changed.rowcount == 1
