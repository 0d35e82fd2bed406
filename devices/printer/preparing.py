"""A printer is made ready for a sheet: nothing half received, nothing that hangs, nothing in its output."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from devices.printer import commands
from devices.printer.raster import Step

if TYPE_CHECKING:
    from devices.printer.line import Line

BAR, BARS = 8, 5
"""Rows of a black bar and of the white behind it, and how many there are: a centimetre together."""
PREPARE_WITHIN = 3.0
DRAWN_WITHIN = 8.0
"""Seconds in which a presenter draws a sheet back."""
TOLD_WITHIN = 10.0
"""Seconds in which somebody asks what became of a lost sheet."""


async def prepare(line: Line, *, at_once: bool = False) -> bool:
    """Fill up what is half received, set what we need, cut what hangs; False where it is not confirmed.

    A printer that holds the head of a raster takes the next bytes for dots: these are white. Only then is
    it through with what it held, and only then do its counters tell what became of it. What hangs is cut
    off once that can be written down, unless `at_once`: its cut counts as well.
    """
    loop = asyncio.get_running_loop()
    line.window.restart()
    if line.model.serial_number and line.serial is None:
        silent = bytes(line.window.limit) + commands.INITIALISE + commands.PUSH_NOTHING
        if not await _done(line, Step(silent, 0)):
            return False
        await line.ask_serial()
    settings = commands.INITIALISE + commands.motion_units(line.model.dpi) + line.dialect.push
    if not await _done(line, Step(bytes(line.window.limit) + settings, 0)):
        return False
    if line.model.counters:
        # Their words, unlike a barrier's answer, cannot be what another connection was owed.
        if not await line.until(line.ask_counts(), PREPARE_WITHIN):
            return False
        line.window.forget()
    if line.left and line.left.cuts is not None and line.model.counters and not line.left_counts:
        line.left_counts, line.cuts_at = line.counted, loop.time() + TOLD_WITHIN
        line.ring()
    if loop.time() < line.cuts_at and not at_once:
        return False
    # What a run before this one left in the output is nobody's; so is what is cut off now.
    if (line.new or line.uncut) and not await draw_back(line):
        return False
    if line.uncut:
        # All its rows may be there: what is cut off without having been a sheet must not pass for one.
        if not _cut_already(line) and not await _spoil(line):
            return False
        if not await _done(line, line.cut):
            return False
        # That it was cut is answered before it is said to lie in the output.
        if line.model.presenter:
            await line.ask()
        if not await draw_back(line):
            return False
    line.uncut = line.new = False
    line.prepared = True
    line.ring()
    return True


async def draw_back(line: Line) -> bool:
    """Draw back what lies in the output; False where the printer did not say that it is gone."""
    connection = line.connection
    if not line.model.presenter or not line.connected or not line.in_output:
        return line.connected or not line.model.presenter
    line.urge(commands.RETRACT)
    gone = await line.until(lambda: line.connection != connection or not line.in_output, DRAWN_WITHIN)
    return gone and line.connection == connection


def _cut_already(line: Line) -> bool:
    left, counts = line.left, line.left_counts
    return bool(left and counts and left.cuts is not None and counts.cuts == left.cuts + 1)


async def _spoil(line: Line) -> bool:
    """Black bars across the end of what hangs."""
    stride = line.model.dots // 8
    bar = commands.raster(stride, BAR) + b"\xff" * (stride * BAR) + commands.feed(BAR)
    for _ in range(BARS):
        if not await _done(line, Step(bar, 0)):
            return False
    return True


async def _done(line: Line, step: Step) -> bool:
    connection = line.connection
    line.send(step)
    within = PREPARE_WITHIN + line.on_the_way
    await line.until(lambda: line.window.empty or line.connection != connection, within)
    if line.window.empty and line.connection == connection:
        return True
    line.window.restart()
    return False
