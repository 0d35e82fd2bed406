"""What came of a sheet: whether somebody took it from the presenter, and what an earlier run left behind."""

from __future__ import annotations

from devices.contracts import Found, Handover
from devices.printer import commands
from devices.printer.line import Line
from devices.printer.preparing import DRAWN_WITHIN, PREPARE_WITHIN

SEEN_WITHIN = 3.0
"""Seconds in which a sheet that was cut is seen in the output."""
LOOKED_EVERY = 60.0


async def await_taken(line: Line, within: float) -> Handover:
    """Wait until the sheet is gone from the output, after `within` seconds by drawing it back.

    That it is gone does not say whose doing it was: a printer may draw back by itself. Its counter tells.
    """
    if not line.model.presenter:
        return Handover.UNKNOWN
    async with line.turn:
        connection = line.connection

        def lost() -> bool:
            return line.connection != connection

        def gone() -> bool:
            return lost() or not line.in_output

        await line.until(lambda: lost() or line.seen_in_output, SEEN_WITHIN)
        if not line.seen_in_output:
            return Handover.UNKNOWN
        if not await line.until(gone, within):
            line.urge(commands.RETRACT)
            await line.until(gone, DRAWN_WITHIN)
        if lost() or not gone():
            return Handover.UNKNOWN
        told = line.ask_counts()
        await line.until(lambda: lost() or told(), PREPARE_WITHIN)
        if lost() or not told():
            return Handover.UNKNOWN
        return Handover.RETRACTED if line.drawn_back_since() else Handover.TAKEN


async def look_back(line: Line) -> Found:
    """What became of the sheet that is lost, once the printer is through with what it held of it."""
    mark = line.left
    if mark is None or mark.cuts is None or not line.model.counters:
        return Found.UNKNOWN
    while line.left_counts is None:
        await line.until(lambda: line.left_counts is not None, LOOKED_EVERY)
    line.told()
    cuts, starts = line.left_counts.cuts, line.left_counts.starts
    if mark.starts is not None and starts is not None and starts < mark.starts:
        return Found.UNKNOWN  # another printer stands there now
    return {mark.cuts: Found.NOT_CUT, mark.cuts + 1: Found.CUT}.get(cuts or 0, Found.UNKNOWN)
