"""A job on an IPP printer: made, written down by its number, sent, and followed until it is over."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from devices.contracts import (
    Advancing,
    Held,
    JobReport,
    Note,
    NotPrinted,
    Pdf,
    Printed,
    PrinterStatus,
    PrintOutcome,
    Sending,
    Uncertain,
)
from devices.printer.ipp_dialogue import JobPhase, JobSeen, Refused, Silent
from devices.printer.ipp_line import LOOKED_EVERY, IppLine, never_printed

GONE_AFTER = 20.0
"""Seconds of silence after which nobody knows what becomes of the job."""
STUCK_AFTER = 180.0
"""Seconds in which a printer that says that it is well must get on with it."""


async def print_pdf(line: IppLine, pdf: Pdf, report: Callable[[JobReport], None], note: Note) -> PrintOutcome:
    """Make the job, write its number down, send the document, and follow it.

    The one `Sending` stands for all sheets: the printer takes the document whole, and cuts nothing.
    """
    async with line.turn:
        status = await line.ask()
        if not status.can_print:
            return NotPrinted(status)
        if not await line.end():
            # An earlier person's document may still come out of it.
            return _not_now(line)
        try:
            job = await line.dialogue.create_job()
        except (Silent, Refused):
            return _not_now(line)
        line.left = line.mark(job)
        await asyncio.shield(asyncio.wrap_future(note(Sending(1, line.left))))
        sending = asyncio.create_task(line.dialogue.send_document(job, pdf.data))
        try:
            outcome = await _Following(line, job, pdf.sheets, report, sending).run()
        finally:
            sending.cancel()
            await asyncio.gather(sending, return_exceptions=True)
        if not isinstance(outcome, Uncertain):
            line.left = None
        return outcome


async def make_unprintable(line: IppLine) -> bool:
    """End the job that is left; False where the printer does not say that nothing of it lies in the tray."""
    async with line.turn:
        return line.left is None or (await line.end() and line.ended.nothing_out)


def _not_now(line: IppLine) -> NotPrinted:
    """It says that it is well and refuses nevertheless: out of reach until it is asked again."""
    if line.status.can_print:
        line.publish(PrinterStatus.OFFLINE)
    return NotPrinted(line.status)


class _Following:
    """Looks at one job until it is over."""

    def __init__(
        self,
        line: IppLine,
        job: int,
        sheets: int,
        report: Callable[[JobReport], None],
        sending: asyncio.Task[None],
    ) -> None:
        self._line = line
        self._job = job
        self._sheets = sheets
        self._report = report
        self._sending = sending
        self._given_up = False
        self._told: JobReport | None = None

    async def run(self) -> PrintOutcome:
        loop, line = asyncio.get_running_loop(), self._line
        heard_at = moved_at = loop.time()
        before: JobSeen | None = None
        while True:
            # Held for as long as somebody needs to put paper in; that it is asked again has its own deadline.
            await asyncio.sleep(LOOKED_EVERY)
            status = await line.ask()
            try:
                seen = await line.dialogue.job(self._job)
                if self._cannot_be_sent() and seen is not None and not seen.phase.over:
                    await line.dialogue.cancel(self._job)
            except (Silent, Refused):
                if loop.time() - heard_at >= GONE_AFTER:
                    return Uncertain(PrinterStatus.OFFLINE)
                self._tell(Held(PrinterStatus.OFFLINE))
                continue
            heard_at = loop.time()
            if seen is None:
                return Uncertain(_trouble(status))
            if seen.phase.over:
                return self._outcome(seen, status)
            held = not status.can_print or seen.phase is JobPhase.STOPPED
            if held or seen != before:
                before, moved_at = seen, loop.time()
            elif loop.time() - moved_at >= STUCK_AFTER:
                return Uncertain(PrinterStatus.UNKNOWN)
            self._tell(Held(_trouble(status)) if held else self._advancing(seen))

    def _cannot_be_sent(self) -> bool:
        """The document did not get there whole: what did must not be printed."""
        return self._sending.done() and self._sending.exception() is not None

    def _outcome(self, seen: JobSeen, status: PrinterStatus) -> PrintOutcome:
        if seen.phase is JobPhase.COMPLETED and not seen.with_errors:
            return Printed(self._sheets)
        if never_printed(seen):
            return _not_now(self._line)
        return Uncertain(_trouble(status))

    def _advancing(self, seen: JobSeen) -> Advancing:
        out = min(seen.impressions or 0, self._sheets)
        return Advancing(out / self._sheets, min(out + 1, self._sheets))

    def _tell(self, news: JobReport) -> None:
        if news != self._told:
            self._told = news
            self._report(news)


def _trouble(status: PrinterStatus) -> PrinterStatus:
    return PrinterStatus.UNKNOWN if status.can_print else status
