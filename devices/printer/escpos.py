"""The `Printer` of contracts for ESC/POS, in a thread and an event loop of its own: no screen stops a head.

At 250 mm/s a buffer of 4 KB is 9 ms of paper; a window's loop may be late by more than that.
"""

from __future__ import annotations

from collections.abc import Callable

from devices.contracts import (
    Dots,
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
from devices.printer.address import parse_address
from devices.printer.aside import Aside, told_here
from devices.printer.handover import await_taken, look_back
from devices.printer.job import make_unprintable, print_sheets
from devices.printer.line import Line
from devices.printer.models import PrinterModel
from devices.watchers import Watchers


class EscPosPrinter:
    """One printer; made in any thread, used from any event loop. It is dialled from now on until `close`."""

    takes_pdf = False

    def __init__(
        self, name: str, address: str, model: PrinterModel, *, left_over: Mark | None = None
    ) -> None:
        """Raises ValueError where `address` is none of `address.parse_address`.

        `left_over`: the mark of a sheet that an earlier run did not settle; what it left is thrown away and
        cut off.
        """
        self.name = name
        self.width = model.dots
        self.columns = model.plain
        self.sees_taken = model.presenter
        self._watchers: Watchers[PrinterStatus] = Watchers()
        self._line = Line(parse_address(address), model, self._watchers.tell, left_over)
        self._aside = Aside(f"printer-{name}", self._dial)

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
        """Print each sheet of `work` and cut after each.

        Raises ValueError where one is wider than the head, or where `work` is a PDF, and what `note` raised.
        """
        if isinstance(work, Pdf):
            raise ValueError("a PDF is not for this printer")
        if any(isinstance(sheet, Dots) and sheet.width > self.width for sheet in work):
            raise ValueError("not sheets of dots for this head")
        return await self._aside.do(print_sheets(self._line, work, told_here(report), note))

    async def look_back(self) -> Found:
        """What became of the sheet that an earlier run, or this one, lost: the counters tell, if any."""
        return await self._aside.do(look_back(self._line))

    async def await_taken(self, within: float) -> Handover:
        """Wait until the sheet is taken from the presenter; after `within` seconds it is drawn back."""
        return await self._aside.do(await_taken(self._line, within))

    async def make_unprintable(self) -> bool:
        """Throw away what a cancelled job left in the printer, and draw back what its presenter holds."""
        return await self._aside.do(make_unprintable(self._line))

    async def close(self) -> None:
        """End the thread and its loop."""
        self._watchers.forget()
        await self._aside.close()

    async def _dial(self) -> None:
        try:
            await self._line.run()
        finally:
            self._line.close()
