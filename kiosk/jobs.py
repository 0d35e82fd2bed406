"""Printing with a record: each job is written down before it is sent, and an earlier run's are cleared up."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from itertools import chain

from devices.contracts import Dots, Found, JobReport, Pdf, Plain, PlainLine, Printer, PrintOutcome, Work
from kiosk.journal import Job, JobKind, Journal, Wanted


async def intend(journal: Journal, printer: Printer, kind: JobKind, copy: str, work: Work) -> Job:
    """Write down that `work` is about to be sent; raises sqlite3.Error."""
    digest = hashlib.sha256()
    pieces = _pieces(work)
    for piece in pieces:
        digest.update(piece)
    length = sum(len(piece) for piece in pieces)
    return await journal.intend(Wanted(kind, printer.name, digest.hexdigest(), length, len(work), copy))


def _pieces(work: Work) -> tuple[bytes, ...]:
    if isinstance(work, Pdf):
        return (work.data,)
    return tuple(chain.from_iterable(map(_parts, work)))


def _parts(sheet: Dots | Plain) -> tuple[bytes, ...]:
    if isinstance(sheet, Dots):
        return (sheet.rows,)
    said = (line.text if isinstance(line, PlainLine) else line.address for line in sheet.lines)
    return tuple(one.encode() for one in said)


async def send(
    journal: Journal, printer: Printer, job: Job, work: Work, report: Callable[[JobReport], None]
) -> PrintOutcome:
    """Print `work`; raises sqlite3.Error where a step could not be written down, and then was not taken."""
    return await printer.print(work, report, journal.note(job))


async def look_back(journal: Journal, printer: Printer) -> tuple[Job, ...]:
    """Settle what an earlier run sent to `printer` and heard no end of, as far as the printer knows.

    Waits for the printer as long as it may tell something. The answer is the jobs that it was about.
    """
    jobs = tuple(job for job in journal.open_jobs() if job.printer == printer.name)
    for older in jobs[:-1]:
        await journal.learn(older, Found.UNKNOWN, remains=older.kind is JobKind.DOCUMENT)
    if jobs:
        found = await printer.look_back()
        drawn_back = await printer.make_unprintable() and printer.sees_taken
        # Whoever it was for was told nothing; without a sensor it may lie in the slot for anybody.
        remains = jobs[-1].kind is JobKind.DOCUMENT and not drawn_back
        await journal.learn(jobs[-1], found, drawn_back=drawn_back, remains=remains)
    return jobs


async def look_again(journal: Journal, printer: Printer, job: Job) -> None:
    """What became of a job of this run that ended uncertain, should its printer come back and tell."""
    await journal.learn(job, await printer.look_back())
