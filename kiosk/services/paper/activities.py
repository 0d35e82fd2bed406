"""The print job, the hand-over, and the receipt. Said is done: "printed" is what the printer agreed to."""

from __future__ import annotations

import asyncio
import sqlite3

from devices.contracts import (
    Advancing,
    Handover,
    Held,
    JobReport,
    NotPrinted,
    Printed,
    PrinterStatus,
    Uncertain,
)
from kiosk import jobs
from kiosk.activity import Step, news_by
from kiosk.journal import Job, JobKind
from kiosk.journal_file import JobState
from kiosk.remaining import seconds_left
from kiosk.services.paper.receipt import receipt_of
from kiosk.seu.models import PaperOutcome


async def paper_job(step: Step) -> str | None:
    """Print the page. Whoever leaves this state (person, time-out, fault), it is made unprintable first."""
    house, paper, padro = step.house, step.session.paper, step.session.padro
    paper.sheets, paper.percent, paper.held, paper.held_since = len(padro.sheets), 0, None, ""
    paper.unseen = paper.in_hand = False
    printer = house.document_printer
    if printer.status is PrinterStatus.PAPER_NOT_TAKEN:
        await printer.make_unprintable()  # whatever is held out is of an order before this
    try:
        job = await jobs.intend(house.journal, printer, JobKind.DOCUMENT, padro.paper, padro.sheets)
    except sqlite3.Error:
        house.report(padro.paper, PaperOutcome.NOT_PRINTED)
        return "paper_unrecorded"
    try:
        outcome = await _print(step, job)
    except (asyncio.CancelledError, sqlite3.Error) as error:
        cleared = await printer.make_unprintable()
        # Half a page that came out already lies in the slot: no sensor tells that anybody took it.
        left = not cleared or (paper.percent > 0 and not printer.sees_taken)
        await house.settle(job, JobState.LEFT_IN_PRINTER if left else JobState.MADE_UNPRINTABLE, remains=left)
        if isinstance(error, asyncio.CancelledError):
            raise
        return "paper_unrecorded"
    if isinstance(outcome, Uncertain):
        await house.settle(job, JobState.UNCERTAIN, remains=True)
        house.background(house.look_again(job))
        return "paper_doubtful"
    await house.settle(job, JobState.PRESENTED if printer.sees_taken else JobState.PRINTED)
    paper.job, paper.printed = job, True
    return "paper_printed"


async def _print(step: Step, job: Job) -> Printed | Uncertain:
    """Begin again as long as no byte has reached the printer; never after that."""
    house, paper = step.house, step.session.paper
    began, held, held_up = house.clock.monotonic(), False, False

    def hold(status: PrinterStatus) -> None:
        nonlocal held, held_up
        if not held:
            held = held_up = True
            step.tell("printer_held")
        if paper.held is not status:
            paper.held = status
            step.refresh()

    def go_on() -> None:
        nonlocal held
        if held:
            held = False
            step.tell("printer_resumed")

    def report(news: JobReport) -> None:
        match news:
            case Advancing(done, sheet):
                paper.sheet, paper.percent = sheet, int(done * 100)
                paper.left = 0 if held_up else seconds_left(house.clock.monotonic() - began, done)
                go_on()
                step.refresh()
            case Held(PrinterStatus.PAPER_NOT_TAKEN) if paper.sheet == paper.sheets and paper.percent == 100:
                pass  # the last sheet is held out while the cut is being confirmed
            case Held(status):
                hold(status)

    while True:
        outcome = await jobs.send(
            house.journal, house.document_printer, job, step.session.padro.sheets, report
        )
        if not isinstance(outcome, NotPrinted):
            return outcome
        hold(outcome.status)
        await _until_ready(step)
        go_on()


async def _until_ready(step: Step) -> None:
    printer = step.house.document_printer
    with news_by(printer.watch) as changed:
        while not printer.status.can_print:
            await changed.get()


async def paper_held(step: Step) -> str | None:
    """Tell staff, and say so only when they were told. A sheet held out waits for the person alone."""
    paper = step.session.paper
    if paper.held is PrinterStatus.PAPER_NOT_TAKEN:
        return None
    house = step.house
    if await house.ring(house.alarm, f"printer_{paper.held}") and not paper.held_since:
        paper.held_since = house.clock.now().isoformat()
        step.refresh()
    return None


async def paper_take(step: Step) -> str | None:
    """Wait for a hand where a sensor sees one, else for a touch. The receipt is printed meanwhile.

    Whoever leaves before a hand was seen leaves no sheet behind: the presenter draws it back.
    """
    receipt = receipt_of(step.session, step.house)
    if receipt is not None:
        # A courtesy: its failure stops nobody, and it says nothing of the person.
        step.house.background(step.house.print_ticket(receipt))
    printer, paper = step.house.document_printer, step.session.paper
    if not printer.sees_taken or paper.job is None:
        return None
    try:
        handover = await printer.await_taken(step.house.settings.session.take_paper_seconds)
        if handover is not Handover.UNKNOWN:
            return await _hand_over(step, paper.job, handover)
        paper.unseen = True
        step.refresh()
        await asyncio.Event().wait()  # until a touch says it, or the person leaves
    except asyncio.CancelledError:
        # A touch is believed, unless the printer says that the sheet lies there.
        if not paper.in_hand or printer.status is PrinterStatus.PAPER_NOT_TAKEN:
            await _draw_back(step, paper.job)
        raise
    return None


async def _hand_over(step: Step, job: Job, handover: Handover) -> str:
    """Write down what the sensor told of the presented sheet."""
    if handover is Handover.TAKEN:
        await step.house.settle(job, JobState.TAKEN)
        return "paper_taken"
    await step.house.settle(job, JobState.RETRACTED)
    step.session.paper.printed = False
    return "paper_drawn_back"


async def _draw_back(step: Step, job: Job) -> None:
    """The person left: nobody else finds the sheet, or staff look for it."""
    printer = step.house.document_printer
    handover = await printer.await_taken(0)
    if handover is not Handover.UNKNOWN:
        await _hand_over(step, job, handover)
        return
    lies_there = await printer.ask() is PrinterStatus.PAPER_NOT_TAKEN
    if not await printer.make_unprintable():
        await step.house.settle(job, JobState.LEFT_IN_PRINTER, remains=True)
    elif lies_there:
        await _hand_over(step, job, Handover.RETRACTED)


async def paper_unwritten(step: Step) -> str | None:
    """Staff learn that this kiosk cannot write down what it prints."""
    await step.house.ring(step.house.journal_alarm, "journal_failed")
    return None


ACTIVITIES = (paper_job, paper_held, paper_take, paper_unwritten)
