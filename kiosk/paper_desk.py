"""What staff are told of paper, and what they say of it: `kiosk paper`, beside a running kiosk."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from kiosk.journal_file import (
    JobState,
    Waiting,
    check_writable,
    confirm_taken_away,
    settle_by_hand,
    waiting_jobs,
)

Say = Callable[[str], None]

LOOK = "look into the printer and its slot, destroy what lies there, then `kiosk paper confirm`"


UNWRITTEN = "the journal cannot be written"
NOTHING_YET = "nothing was printed yet"


def list_waiting(file: Path, say: Say) -> int:
    """A line for each document that waits for staff; 1 where there is one, 2 where none can be printed."""
    return _said(file, say, _list)


def confirm(file: Path, say: Say) -> int:
    """Nothing is left in the printer."""
    return _said(file, say, _confirm)


def settle(file: Path, copy: str, outcome: str, say: Say) -> int:
    """What became of one copy."""

    def settled(file: Path, say: Say) -> int:
        done = settle_by_hand(file, copy, printed=outcome == JobState.PRINTED)
        say(f"{copy} {outcome}" if done else f"{copy} is not uncertain; `kiosk paper list` says which are")
        return 0 if done else 1

    return _said(file, say, settled)


def _said(file: Path, say: Say, work: Callable[[Path, Say], int]) -> int:
    if not file.exists():
        say(NOTHING_YET)
        return 0
    try:
        return work(file, say)
    except sqlite3.Error as error:
        say(f"{UNWRITTEN}: {error}; no document is printed until it can")
        return 2


def _list(file: Path, say: Say) -> int:
    waiting = waiting_jobs(file)
    for job in waiting:
        say(line(job))
    if not waiting:
        say("nothing waits for staff")
    check_writable(file)
    return 1 if waiting else 0


def line(job: Waiting) -> str:
    """What is known of it, and what to do."""
    when = datetime.fromtimestamp(job.intended_at).astimezone().strftime("%Y-%m-%d %H:%M")
    todo = [LOOK] if job.remains else []
    match job.state:
        case JobState.UNCERTAIN:
            todo.append(f"then `kiosk paper settle {job.copy} printed` or `not_printed`")
        case JobState.SENDING | JobState.CUTTING:
            todo.append("being printed, or the printer has still to be asked")
    sheet = f"sheet {job.sheet} of {job.sheets}"
    return f"{job.copy}  {when}  {job.printer}  {sheet}  {job.state}: {'; '.join(todo)}"


def _confirm(file: Path, say: Say) -> int:
    say(f"{confirm_taken_away(file)} taken away")
    return 0
