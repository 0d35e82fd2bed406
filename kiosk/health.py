"""Watches devices and seu while the kiosk is open: tells staff, asks for the catalogue, beats the heart."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from importlib.metadata import version

from devices.contracts import PrinterStatus, ReaderState
from kiosk.house import House
from kiosk.journal import JobState
from kiosk.logs import Event as Log, log
from kiosk.seu.models import Failed

BEAT_EVERY = 60.0
LOOK_EVERY = 2.0
"""Seconds between two looks whether staff have taken away a sheet that was left."""
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
            asyncio.create_task(self._mind_the_sheet(), name="sheet"),
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
            self._house.alarm_over()
            self._changed()
        else:
            self._house.background(self._alarm(status))

    async def _alarm(self, status: PrinterStatus) -> None:
        await self._house.raise_alarm(f"printer_{status}")
        self._changed()

    def _reader_changed(self, state: ReaderState) -> None:
        log(Log.READER_STATE, state=state)
        self._changed()

    async def _mind_the_sheet(self) -> None:
        """What a killed run left in the printer is made unprintable; what cannot be, staff take away."""
        house = self._house
        if house.journal.open_jobs() and not await house.document_printer.make_unprintable():
            for job in house.journal.open_jobs():
                await house.journal.settle(job, JobState.LEFT_IN_PRINTER)
        while True:
            left = await house.journal.sheet_left()
            if left is not house.sheet_left_inside:
                house.sheet_left_inside = left
                self._changed()
            await house.clock.sleep(LOOK_EVERY)

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
