"""Watches devices and seu while the kiosk is open: tells staff, asks for the catalogue, beats the heart."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from importlib.metadata import version

from config.welcome import unknown_queues
from devices.contracts import Printer, PrinterStatus, ReaderState
from kiosk import jobs
from kiosk.alarm import Alarm
from kiosk.house import House
from kiosk.logs import Event as Log, log
from kiosk.seu.models import Catalogue, Failed

BEAT_EVERY = 60.0
LOOK_EVERY = 2.0
"""Seconds between two looks whether staff have taken away a sheet that was left, and the journal works."""
RETRY_EVERY = 5.0
"""Seconds until the seu is asked again for a catalogue that it did not give."""


class Health:
    """Begins with the kiosk and ends with it."""

    def __init__(self, house: House, changed: Callable[[], None]) -> None:
        self._house = house
        self._changed = changed
        self._ends: list[Callable[[], None]] = []
        self._beating: list[asyncio.Task[None]] = []

    def begin(self) -> None:
        """Watch from now on."""
        house = self._house
        self._ends = [
            house.document_printer.watch(self._printer_changed),
            house.ticket_printer.watch(lambda status: self._changed()),
            house.reader.watch(self._reader_changed),
        ]
        self._beating = [
            asyncio.create_task(self._beat(), name="heartbeat"),
            asyncio.create_task(self._mind_the_paper(), name="paper"),
            *(
                asyncio.create_task(self._look_back(printer), name=f"look back at {printer.name}")
                for printer in (house.document_printer, house.ticket_printer)
            ),
        ]

    async def end(self) -> None:
        """Watch no more."""
        for end in self._ends:
            end()
        for task in self._beating:
            task.cancel()

    def _printer_changed(self, status: PrinterStatus) -> None:
        log(Log.PRINTER_STATUS, printer=self._house.document_printer.name, status=status)
        if status.can_print:
            self._house.background(self._house.alarm.over())
            self._changed()
        elif status is PrinterStatus.PAPER_NOT_TAKEN:
            self._changed()  # the person's to take, or the printer's to draw back
        else:
            self._house.background(self._alarm(status))

    async def _alarm(self, status: PrinterStatus) -> None:
        await self._house.alarm.ring(f"printer_{status}")
        self._changed()

    def _reader_changed(self, state: ReaderState) -> None:
        log(Log.READER_STATE, state=state)
        self._changed()

    async def _look_back(self, printer: Printer) -> None:
        """What a killed run left is cleared up; whatever cannot be known staff are told."""
        house = self._house
        for job in await jobs.look_back(house.journal, printer):
            log(Log.JOB_OF_EARLIER_RUN, printer=printer.name, copy=job.copy)
        await house.tell_seu()

    async def _mind_the_paper(self) -> None:
        """Citizens' paper waits until staff have taken away what was left, and the record can be written."""
        house = self._house
        before = True, False
        while True:
            failed = not house.journal.works
            works = not failed or await house.journal.try_out()
            house.sheet_left_inside = left = await house.journal.sheet_left()
            if before != (works, left):
                self._changed()
            if before[0] and not works:
                log(Log.JOURNAL_FAILED)
            await _ring(house.journal_alarm, "journal_failed", wrong=not works)
            await _ring(house.paper_alarm, "paper_left", wrong=left)
            if house.document_printer.status.can_print and house.alarm.said:
                await house.alarm.over()  # the seu did not hear it when it was put right
            if failed and works:
                await house.tell_seu()  # what was owed to the file is in it now
            before = works, left
            await house.clock.sleep(LOOK_EVERY)

    async def _mind_the_queues(self, catalogue: Catalogue) -> None:
        """A place that leads to a queue which there is none of is a turn for any desk; staff may mend it."""
        house = self._house
        if house.welcome is None:
            return
        queues = [queue.id for queue in catalogue.turns.queues]
        wrong = unknown_queues(house.welcome, queues, house.settings.kiosk.welcome_file)
        if wrong and not house.welcome_alarm.told:
            log(Log.WELCOME_QUEUE_UNKNOWN, places=len(wrong))
        await _ring(house.welcome_alarm, "welcome_queue", wrong=bool(wrong))

    async def _beat(self) -> None:
        house = self._house
        while True:
            catalogue = await house.seu.catalogue()
            if not isinstance(catalogue, Failed):
                house.catalogue = catalogue
            self._changed()
            if house.catalogue is None:
                await house.clock.sleep(RETRY_EVERY)
                continue
            await house.tell_seu()
            await self._mind_the_queues(house.catalogue)
            # A full disk is noticed before anybody's document waits for it.
            await house.journal.try_out()
            await house.laboratory.tell()
            await house.seu.heartbeat(
                "open",
                {
                    "document": house.document_printer.status,
                    "ticket": house.ticket_printer.status,
                    "reader": house.reader.state,
                },
                await house.journal.uncertain_jobs(),
                house.clock.now(),
                version("zona-blava"),
            )
            await house.clock.sleep(BEAT_EVERY)


async def _ring(alarm: Alarm, reason: str, *, wrong: bool) -> None:
    """Tell staff as long as it is wrong and they do not know; take it back once it is right."""
    if wrong:
        await alarm.ring(reason)
    elif alarm.said:
        await alarm.over()
