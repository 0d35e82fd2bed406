"""The `Printer` of contracts for A4 printers that speak IPP and read PDF, in a thread of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from devices.contracts import (
    Found,
    Handover,
    JobReport,
    Mark,
    Note,
    Pdf,
    PrinterStatus,
    PrintOutcome,
    Work,
)
from devices.printer.aside import Aside, told_here
from devices.printer.ipp_dialogue import Dialogue
from devices.printer.ipp_job import make_unprintable, print_pdf
from devices.printer.ipp_line import LOOKED_EVERY, IppLine
from devices.watchers import Watchers

A4_WIDTH = 1680
"""Dots of 210 mm at 8 a millimetre; it is given no dots."""


class IppPrinter:
    """One printer; made in any thread, used from any event loop. It is asked from now on until `close`."""

    width = A4_WIDTH
    takes_pdf = True
    columns = 0
    sees_taken = False

    def __init__(self, name: str, address: str, *, left_over: Mark | None = None) -> None:
        """Raises ValueError where `address` is none of `ipp_dialogue.http_address`.

        `left_over`: the mark of a job that an earlier run did not settle; what waits is cancelled.
        """
        self.name = name
        self._watchers: Watchers[PrinterStatus] = Watchers()
        self._dialogue = Dialogue(address)
        self._line = IppLine(self._dialogue, self._watchers.tell, left_over)
        self._aside = Aside(f"printer-{name}", self._stay)

    @property
    def status(self) -> PrinterStatus:
        """What is known now, without asking."""
        return self._line.status

    def watch(self, heard: Callable[[PrinterStatus], None]) -> Callable[[], None]:
        """Call `heard` in the caller's event loop at every change; the answer ends it."""
        return self._watchers.watch(heard)

    async def ask(self) -> PrinterStatus:
        """Ask the printer now."""
        return await self._aside.do(self._line.ask())

    async def print(self, work: Work, report: Callable[[JobReport], None], note: Note) -> PrintOutcome:
        """Have the document printed as it is. Raises ValueError for dots, and what `note` raised."""
        if not isinstance(work, Pdf):
            raise ValueError("this printer is given a PDF")
        return await self._aside.do(print_pdf(self._line, work, told_here(report), note))

    async def look_back(self) -> Found:
        """What became of the job of which nothing is known, by its number; see the contract."""
        return await self._aside.do(self._look_back())

    async def await_taken(self, within: float) -> Handover:
        """No such printer tells."""
        return Handover.UNKNOWN

    async def make_unprintable(self) -> bool:
        """Cancel the job; False too where some of it may lie in the tray."""
        return await self._aside.do(make_unprintable(self._line))

    async def close(self) -> None:
        """End the thread and its loop."""
        self._watchers.forget()
        await self._aside.close()

    async def _look_back(self) -> Found:
        line = self._line
        while True:
            async with line.turn:
                if await line.end():
                    return line.ended.found
            await asyncio.sleep(LOOKED_EVERY)

    async def _stay(self) -> None:
        try:
            await self._line.run()
        finally:
            await self._dialogue.close()
