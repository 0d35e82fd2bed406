"""The kiosk's printing part in a process of its own: clears up, prints one page, is killed where it is told.

    python -m tests.faults.kiosk_part JOURNAL ADDRESS MODEL [PAGE [POINT]]

It says each step on a line of its standard output once it is written down, and the outcome at the end.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path

from devices.contracts import JobStep, NotPrinted, Printed
from devices.printer.escpos import EscPosPrinter
from devices.printer.models import known_models
from kiosk import jobs
from kiosk.journal import Job, JobKind, Journal, new_copy
from kiosk.journal_file import JobState
from tests.faults.pages import page

ANSWER_WITHIN = 40.0


def say(word: str) -> None:
    sys.stdout.write(word + "\n")
    sys.stdout.flush()


class DyingJournal(Journal):
    """Kills its process at one point: `before:` or `after:` a step was written."""

    point = ""

    def _step(self, job: Job, step: JobStep) -> None:
        name = type(step).__name__.lower()
        die_at(self.point, f"before:{name}")
        super()._step(job, step)
        die_at(self.point, f"after:{name}")
        say(name)


def die_at(point: str, here: str) -> None:
    if point == here:
        os.kill(os.getpid(), signal.SIGKILL)


async def main(file: str, address: str, model: str, number: str = "", point: str = "") -> None:
    journal = DyingJournal(Path(file))
    journal.point = point
    known = known_models()[model]
    printer = EscPosPrinter("document", address, known, left_over=journal.left_over("document"))
    async with asyncio.timeout(ANSWER_WITHIN):
        await jobs.look_back(journal, printer)
        await cleared(printer)
    if number:
        await print_one(journal, printer, int(number), known.dots, point)
    await printer.close()
    await journal.close()


async def print_one(journal: Journal, printer: EscPosPrinter, number: int, width: int, point: str) -> None:
    work = (page(number, width),)
    job = await jobs.intend(journal, printer, JobKind.DOCUMENT, new_copy(), work)
    die_at(point, "after:intent")
    say("intent")
    outcome = await jobs.send(journal, printer, job, work, lambda news: None)
    die_at(point, "before:end")
    if isinstance(outcome, Printed):
        await journal.settle(job, JobState.PRINTED)
    elif isinstance(outcome, NotPrinted):
        await journal.settle(job, JobState.NOT_PRINTED)
    else:
        await journal.settle(job, JobState.UNCERTAIN, remains=True)
    say(f"outcome {type(outcome).__name__}")
    async with asyncio.timeout(ANSWER_WITHIN):
        await jobs.look_again(journal, printer, job)
        await cleared(printer)
    say("end")


async def cleared(printer: EscPosPrinter) -> None:
    """What comes next hangs on nothing that an earlier job left."""
    while not (await printer.make_unprintable() and (await printer.ask()).can_print):  # noqa: ASYNC110 - another process
        await asyncio.sleep(0.05)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
