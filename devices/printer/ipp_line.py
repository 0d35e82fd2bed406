"""One IPP printer: asked again and again, and the one job of ours that may still be in it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass

from devices.contracts import Found, Mark, PrinterStatus
from devices.printer.ipp_dialogue import Dialogue, JobPhase, JobSeen, Refused, Silent

ASKED_EVERY = 2.0
LOOKED_EVERY = 0.5
ENDED_WITHIN = 10.0
SAME_START = 5
"""Seconds by which two reckonings of when a printer was started may differ."""


@dataclass(frozen=True, slots=True)
class Ended:
    """What became of a job that is over."""

    found: Found
    nothing_out: bool
    """Nothing of it lies in the tray, and nothing will."""


class IppLine:
    """What is known of a printer; everything in one event loop."""

    def __init__(
        self, dialogue: Dialogue, tell: Callable[[PrinterStatus], None], left_over: Mark | None
    ) -> None:
        self.dialogue = dialogue
        self.status = PrinterStatus.UNKNOWN
        self.turn = asyncio.Lock()
        """Held by whoever makes, follows or ends a job."""
        self.left = left_over
        """The mark of a job of which it is not known that it is over."""
        self.ended = Ended(Found.UNKNOWN, nothing_out=False)
        """What became of the last one."""
        self._tell = tell
        self._serial = ""
        self._started: int | None = None

    async def run(self) -> None:
        """Ask, for ever; and end what an earlier run left."""
        while True:
            await self.ask()
            if self.left is not None and not self.turn.locked():
                async with self.turn:
                    await self.end()
            await asyncio.sleep(ASKED_EVERY)

    async def ask(self) -> PrinterStatus:
        """The printer's status now."""
        try:
            seen = await self.dialogue.printer()
        except Silent:
            self.publish(PrinterStatus.OFFLINE)
        except Refused:
            self.publish(PrinterStatus.UNKNOWN)
        else:
            self._serial = seen.serial
            self._started = None if seen.up_for is None else int(time.time()) - seen.up_for
            self.publish(seen.status)
        return self.status

    def mark(self, job: int) -> Mark:
        """What tells later whether a job of that number is this; some printers count anew at their start."""
        return Mark(serial=self._serial, starts=self._started, job=job)

    def publish(self, status: PrinterStatus) -> None:
        """Tell what is new."""
        if status is not self.status:
            self.status = status
            self._tell(status)

    async def end(self, within: float = ENDED_WITHIN) -> bool:
        """Cancel the job that is left and see it over; False where the printer does not say so in time."""
        if self.left is None:
            return True
        try:
            async with asyncio.timeout(within):
                ended = await self._end(self.left)
        except (TimeoutError, Silent, Refused):
            return False
        self.left, self.ended = None, ended
        return True

    async def _end(self, mark: Mark) -> Ended:
        unknown = Ended(Found.UNKNOWN, nothing_out=False)
        await self.ask()
        if self.status is PrinterStatus.OFFLINE and self._serial == "":
            raise Silent
        if mark.job is None or not self._same(mark):
            return unknown
        seen, standing = await self.dialogue.job(mark.job), False
        while seen is not None and not seen.phase.over:
            standing = seen.phase is not JobPhase.PROCESSING or not self.status.can_print
            await self.dialogue.cancel(mark.job)
            await asyncio.sleep(LOOKED_EVERY)
            seen = await self.dialogue.job(mark.job)
        return unknown if seen is None else _ended(seen, standing)

    def _same(self, mark: Mark) -> bool:
        """The printer is the one of `mark`, and was not started anew since."""
        if mark.serial and mark.serial != self._serial:
            return False
        if mark.starts is None or self._started is None:
            return mark.starts == self._started
        return abs(mark.starts - self._started) <= SAME_START


def never_printed(seen: JobSeen) -> bool:
    """The printer itself says that it ended the job before it began to print it."""
    return seen.phase in (JobPhase.CANCELLED, JobPhase.ABORTED) and seen.never_began and not seen.impressions


def _ended(seen: JobSeen, standing: bool) -> Ended:
    """`standing`: it was not moving paper when it was cancelled."""
    if seen.phase is JobPhase.COMPLETED:
        return Ended(Found.UNKNOWN if seen.with_errors else Found.CUT, nothing_out=False)
    if never_printed(seen):
        return Ended(Found.NOT_CUT, nothing_out=True)
    return Ended(Found.UNKNOWN, nothing_out=standing and seen.impressions == 0)
