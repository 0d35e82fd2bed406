"""How much may be on its way to a printer: less than its buffer holds, so that its status stays alive.

A printer that stopped keeps receiving until its buffer is full; what is asked behind that is never answered.
"""

from __future__ import annotations

from collections import deque

from devices.printer import commands
from devices.printer.raster import Step

RESERVE = 512
"""Bytes of the buffer that are left to real-time questions, asked while a job is held."""
ROWS = 400
"""Rows on their way, at most: 50 mm, so that a printer that runs is heard at least every second."""


class Window:
    """The steps sent and not yet acknowledged, oldest first."""

    def __init__(self, buffer: int) -> None:
        self.limit = buffer - RESERVE
        self.rows_done = 0
        """Rows acknowledged since the job began."""
        self._sent: deque[tuple[int, int, int]] = deque()
        self._bytes = 0
        self._rows = 0
        self._number = 0
        self._owed = 0
        """Barriers of steps that nobody waits for any more: one barrier's answer is like another's."""

    @property
    def empty(self) -> bool:
        """Everything sent was acknowledged."""
        return not self._sent

    def fits(self, step: Step) -> bool:
        """May `step` be sent now? One always may, where nothing is on its way."""
        if self.empty:
            return True
        size = len(step.data) + len(commands.say_when_done(0))
        return self._bytes + size <= self.limit and self._rows + step.rows <= ROWS

    def send(self, step: Step, *, by_number: bool) -> bytes:
        """Count `step` as sent; the answer is its bytes with the question that acknowledges it."""
        self._number = (self._number + 1) % commands.PROCESS_IDS
        question = commands.say_when_done(self._number) if by_number else commands.BARRIER
        data = step.data + question
        self._sent.append((self._number, len(data), step.rows))
        self._bytes += len(data)
        self._rows += step.rows
        return data

    def done(self, number: int) -> bool:
        """Process `number` is on paper, and so is everything before it; False where it is none of ours."""
        if all(sent != number for sent, _, _ in self._sent):
            return False
        while self._first() != number:
            pass
        return True

    def passed(self) -> bool:
        """The oldest barrier was answered; False where none of ours is open."""
        if self._owed:
            self._owed -= 1
            return False
        if self.empty:
            return False
        self._first()
        return True

    def forget(self) -> None:
        """What was on its way is lost or thrown away."""
        self._clear()
        self._owed = 0

    def restart(self) -> None:
        """No row is done: a job begins. What is still on its way is another's."""
        self._owed += len(self._sent)
        self._clear()
        self.rows_done = 0

    def _clear(self) -> None:
        self._sent.clear()
        self._bytes = self._rows = 0

    def _first(self) -> int:
        number, size, rows = self._sent.popleft()
        self._bytes -= size
        self._rows -= rows
        self.rows_done += rows
        return number
