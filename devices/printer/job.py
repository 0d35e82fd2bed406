"""A job on its way: strip by strip, counted back, held while the printer is, and cut as a step of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from devices.contracts import (
    Advancing,
    CutDone,
    Cutting,
    Dots,
    Held,
    JobReport,
    JobStep,
    Mark,
    Note,
    NotPrinted,
    Plain,
    Printed,
    PrinterStatus,
    PrintOutcome,
    Sending,
    Uncertain,
)
from devices.printer import commands, plain, raster
from devices.printer.line import BLOCKED, Line
from devices.printer.preparing import draw_back, prepare
from devices.printer.raster import Step
from devices.printer.window import RESERVE

STUCK_AFTER = 8.0
"""Seconds in which a printer that says that it is well must acknowledge something."""
LOOKED_EVERY = 1.0
RECONNECT_WITHIN = 3.0
RETURNS_WITHIN = 6.0
"""Seconds after a connection ended in which a job waits for the next one: a pause is no printer gone."""


async def print_sheets(
    line: Line, sheets: Sequence[Dots | Plain], report: Callable[[JobReport], None], note: Note
) -> PrintOutcome:
    """Ask, print each sheet and cut after it, ask again."""
    async with line.turn:
        status = await _ready(line)
        if status is not None:
            return NotPrinted(status)
        line.recovery = commands.RESUME_AFTER_ERROR
        try:
            return await _Job(line, sheets, report, note).run()
        finally:
            line.recovery = commands.CLEAR_AFTER_ERROR


async def _ready(line: Line) -> PrinterStatus | None:
    """None where `line` is ready for a sheet, else why not; waits for a connection that was just lost."""
    loop = asyncio.get_running_loop()
    until = RETURNS_WITHIN + (loop.time() if line.connected else line.lost_at)
    while True:
        status = await line.ask()
        if status.can_print and not line.prepared:
            await prepare(line)
            status = line.status
        if status.can_print:
            return None if line.prepared else PrinterStatus.UNKNOWN
        left = until - loop.time()
        if line.connected or left <= 0 or not await line.until(lambda: line.connected, left):
            return status


async def make_unprintable(line: Line) -> bool:
    """Nothing of what was sent can still come out; False where the printer did not confirm it.

    What lies half printed is cut off as soon as the printer can: no other sheet must hang on it.
    """
    async with line.turn:
        if not (line.uncut or line.model.presenter):
            return True
        await line.until(lambda: line.connected, RECONNECT_WITHIN)
        if not line.uncut:
            await line.ask()
            return await draw_back(line)
        line.prepared = False
        await line.ask()
        emptied = await line.empty()
        await line.ask()
        if line.ready_to_prepare:
            return await prepare(line, at_once=True)
        return await draw_back(line) and emptied


def strip_bytes(buffer: int) -> int:
    """Bytes of image in a strip, at most: four strips with their commands are on their way at once."""
    return (buffer - RESERVE) // 4 - 32


def _steps(sheet: Dots | Plain, buffer: int) -> Iterable[Step]:
    return plain.steps(sheet) if isinstance(sheet, Plain) else raster.steps(sheet, strip_bytes(buffer))


def _height(sheet: Dots | Plain) -> int:
    return plain.height(sheet) if isinstance(sheet, Plain) else sheet.height


class _Job:
    """One job on a printer that is ready for it."""

    def __init__(
        self, line: Line, sheets: Sequence[Dots | Plain], report: Callable[[JobReport], None], note: Note
    ) -> None:
        self._line = line
        self._sheets = sheets
        self._report = report
        self._note = note
        self._connection = line.connection
        self._rows = max(1, sum(_height(sheet) for sheet in sheets))
        self._sheet = 1
        self._begun = False
        self._mark = Mark()
        self._told: JobReport | None = None

    async def run(self) -> PrintOutcome:
        line = self._line
        line.window.restart()
        # Only a job that ended well leaves a printer of which everything is known.
        line.prepared = False
        for number, sheet in enumerate(self._sheets, 1):
            self._sheet = number
            if not await self._marked():
                return self._lost()
            await self._write_down(Sending(number, self._mark))
            for step in _steps(sheet, line.model.buffer):
                if not await self._send(step):
                    return self._lost()
            # The cut is sent when every row is on paper, so that its answer says that the sheet is whole.
            if not await self._all_done():
                return self._lost()
            await self._write_down(Cutting(number))
            end = line.cut if number == len(self._sheets) else line.part
            if not (await self._send(end) and await self._all_done()):
                return self._lost()
            line.uncut = False
            await self._write_down(CutDone(number))
        await line.until(line.look_for_a_jam(), LOOKED_EVERY)
        status = await line.ask()
        if not self._alive or status in BLOCKED:
            return self._lost()
        line.prepared = True
        return Printed(len(self._sheets))

    @property
    def _alive(self) -> bool:
        return self._line.connection == self._connection

    def _lost(self) -> Uncertain | NotPrinted:
        status = PrinterStatus.UNKNOWN if self._line.status.can_print else self._line.status
        if not self._begun:
            return NotPrinted(status)
        self._line.lose(self._mark)
        return Uncertain(status)

    async def _marked(self) -> bool:
        """Have the printer tell what it counted so far, if it counts; False where it is gone before that."""
        if self._line.model.counters:
            if not await self._wait(self._line.ask_counts()):
                return False
            self._line.drawn_back_since()
        self._mark = self._line.counted
        return True

    async def _write_down(self, step: JobStep) -> None:
        await asyncio.shield(asyncio.wrap_future(self._note(step)))

    async def _send(self, step: Step) -> bool:
        line = self._line
        if not await self._wait(lambda: line.status.can_print and line.window.fits(step)):
            return False
        line.uncut = self._begun = True
        line.send(step)
        return True

    async def _all_done(self) -> bool:
        return await self._wait(lambda: self._line.window.empty)

    async def _wait(self, ready: Callable[[], bool]) -> bool:
        """Wait for the printer, however long it is held; False where it is gone or stuck."""
        line, loop = self._line, asyncio.get_running_loop()
        stuck_at = loop.time() + STUCK_AFTER
        while self._alive and not ready():
            rows, status = line.window.rows_done, line.status
            await line.until(partial(self._news, ready, rows, status), LOOKED_EVERY)
            self._tell()
            if not line.status.can_print or line.window.rows_done != rows:
                stuck_at = loop.time() + STUCK_AFTER
            elif loop.time() >= stuck_at:
                return False
        return self._alive

    def _news(self, ready: Callable[[], bool], rows: int, status: PrinterStatus) -> bool:
        line = self._line
        return ready() or not self._alive or line.window.rows_done != rows or line.status is not status

    def _tell(self) -> None:
        """Report what is new: a hold, its end, or another hundredth of the rows."""
        news: JobReport
        if self._line.status.can_print:
            hundredths = 100 * self._line.window.rows_done // self._rows
            news = Advancing(hundredths / 100, self._sheet)
        else:
            news = Held(self._line.status)
        if self._alive and news != self._told:
            self._told = news
            self._report(news)
