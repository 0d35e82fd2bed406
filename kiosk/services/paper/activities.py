"""The print job, and the receipt. Said is done: "printed" is what the printer agreed to."""

from __future__ import annotations

import asyncio
import hashlib

from devices.contracts import (
    Advancing,
    Held,
    JobReport,
    NotPrinted,
    Pages,
    Pdf,
    Printed,
    PrinterStatus,
    Uncertain,
)
from devices.printer.unrecorded import unrecorded
from kiosk.activity import Step, news_by
from kiosk.journal import JobState
from kiosk.remaining import seconds_left
from kiosk.services.paper.receipt import receipt_of
from kiosk.seu.models import PaperOutcome


async def paper_job(step: Step) -> str | None:
    """Print the page. Whoever leaves this state (person, time-out, fault), it is made unprintable first."""
    printer, padro = step.house.document_printer, step.session.padro
    step.session.paper.sheets = len(padro.sheets)
    job = await step.house.journal.intend(printer.name, *_fingerprint(padro.sheets))
    try:
        outcome = await _print(step, padro.sheets)
    except asyncio.CancelledError:
        cleared = await printer.make_unprintable()
        # Half a page that came out already lies in the slot: no sensor tells that anybody took it.
        left = not cleared or step.session.paper.percent > 0
        step.house.sheet_left_inside = left
        await step.house.journal.settle(job, JobState.LEFT_IN_PRINTER if left else JobState.MADE_UNPRINTABLE)
        _report(step, PaperOutcome.LEFT_IN_PRINTER if left else PaperOutcome.MADE_UNPRINTABLE)
        raise
    if isinstance(outcome, Printed):
        await step.house.journal.settle(job, JobState.PRINTED)
        _report(step, PaperOutcome.PRINTED)
        step.session.paper.printed = True
        return "paper_printed"
    await step.house.journal.settle(job, JobState.UNCERTAIN)
    _report(step, PaperOutcome.UNCERTAIN)
    return "paper_doubtful"


async def _print(step: Step, sheets: Pages) -> Printed | Uncertain:
    """Begin again as long as no byte has reached the printer; never after that."""
    printer, clock = step.house.document_printer, step.house.clock
    began, held_up = clock.monotonic(), False

    def report(news: JobReport) -> None:
        nonlocal held_up
        paper = step.session.paper
        match news:
            case Advancing(done, sheet):
                paper.sheet, paper.percent = sheet, int(done * 100)
                paper.left = 0 if held_up else seconds_left(clock.monotonic() - began, done)
                if paper.held is not None:
                    paper.held = None
                    step.tell("printer_resumed")
                step.refresh()
            case Held(status):
                held_up = True
                _hold(step, status)

    while True:
        outcome = await printer.print(sheets, report, unrecorded)
        if not isinstance(outcome, NotPrinted):
            return outcome
        _hold(step, outcome.status)
        await _until_ready(step)
        step.session.paper.held = None
        step.tell("printer_resumed")


def _hold(step: Step, status: PrinterStatus) -> None:
    paper = step.session.paper
    if paper.held is None:
        step.tell("printer_held")
    if paper.held is not status:
        paper.held = status
        step.refresh()


async def _until_ready(step: Step) -> None:
    printer = step.house.document_printer
    with news_by(printer.watch) as changed:
        while not printer.status.can_print:
            await changed.get()


def _fingerprint(work: Pages) -> tuple[str, int]:
    pieces = [work.data] if isinstance(work, Pdf) else [sheet.rows for sheet in work]
    return hashlib.sha256(b"".join(pieces)).hexdigest(), sum(map(len, pieces))


def _report(step: Step, outcome: PaperOutcome) -> None:
    issue = step.session.padro.issue
    if issue is not None:
        step.house.report_outcome(issue.issue, issue.copy_number, outcome)


async def paper_held(step: Step) -> str | None:
    """Tell staff, and say so only when they were told."""
    paper = step.session.paper
    if await step.house.raise_alarm(f"printer_{paper.held}") and not paper.held_since:
        paper.held_since = step.house.clock.now().isoformat()
        step.refresh()
    return None


async def paper_take(step: Step) -> str | None:
    """Print the receipt meanwhile; it is a courtesy, so its failure stops nobody."""
    receipt = receipt_of(step.session, step.house)
    if receipt is not None:
        await step.house.print_ticket(receipt)
    return None


ACTIVITIES = (paper_job, paper_held, paper_take)
