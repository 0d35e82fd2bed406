"""Watches devices and seu while the kiosk is open: tells staff, asks for the catalogue, beats the heart."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from importlib.metadata import version

from devices.contracts import PrinterStatus, ReaderState
from kiosk.house import House
from kiosk.logs import Event as Log, log
from kiosk.seu.models import Failed

BEAT_EVERY = 60.0
RETRY_EVERY = 5.0
"""Seconds until the seu is asked again for a catalogue that it did not give."""


class Health:
    """Begins with the kiosk and ends with it."""

    def __init__(self, house: House, changed: Callable[[], None]) -> None:
        self._house = house
        self._changed = changed
        self._ends: list[Callable[[], None]] = []
        self._beating: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Watch from now on."""
        house = self._house
        self._ends = [
            house.document_printer.watch(self._printer_changed),
            house.ticket_printer.watch(lambda status: self._changed()),
            house.reader.watch(self._reader_changed),
        ]
        self._beating = asyncio.create_task(self._beat(), name="heartbeat")

    async def end(self) -> None:
        """Watch no more."""
        for end in self._ends:
            end()
        if self._beating is not None:
            self._beating.cancel()

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
