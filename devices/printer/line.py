"""One printer on its connection: dialled again and again, watched, asked, and made ready for a sheet."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from devices.contracts import PrinterStatus
from devices.printer import commands
from devices.printer.models import PrinterModel
from devices.printer.raster import Step
from devices.printer.status import Answered, Done, Emptied, Hearing, Passed, Pushed
from devices.printer.transport import CONNECT_WITHIN, TcpAddress, Wire, connect
from devices.printer.window import Window

FIRST_PAUSE, LONGEST_PAUSE = 0.25, 2.0
QUIET = 1.5
"""Seconds without a word after which a printer is asked."""
ANSWER_WITHIN = 2.0
PREPARE_WITHIN = 3.0
EMPTY_WITHIN = 2.0
ATTENDED_EVERY = 0.5
URGED_EVERY = 3.0
"""Seconds between two requests to recover, once it may have been freed; the maker ignores those too many."""
BLOCKED = (PrinterStatus.CUTTER_FAULT, PrinterStatus.PAPER_JAM)
"""Troubles that outlast their cause until the host asks the printer to recover."""


class Line:
    """What is known of a printer and what is on its way to it; everything in one event loop."""

    def __init__(
        self,
        address: TcpAddress,
        model: PrinterModel,
        tell: Callable[[PrinterStatus], None],
        left_over: bool,
    ) -> None:
        self.model = model
        self.status = PrinterStatus.UNKNOWN
        self.window = Window(model.buffer)
        self.turn = asyncio.Lock()
        """Held by whoever sends more than questions."""
        self.connection = 0
        """Counts connections, so that whoever waits notices that theirs is gone."""
        self.prepared = False
        """The printer has our settings, and nothing half received."""
        self.uncut = left_over
        """A part of a job may be in the printer, on paper or in its buffer."""
        self.recovery = commands.CLEAR_AFTER_ERROR
        """How a printer that was blocked is started again: with nothing, or with the job that it held."""
        self._address = address
        self._tell = tell
        self._wire: Wire | None = None
        self._hearing = Hearing()
        self._pushes = False
        self._asked = self._answered = self._emptied = 0
        self._heard_at = self._urged_at = 0.0
        self._bell = asyncio.Event()

    @property
    def connected(self) -> bool:
        """A connection is open."""
        return self._wire is not None

    async def run(self) -> None:
        """Stay connected, for ever."""
        pause = FIRST_PAUSE
        while True:
            wire = await connect(self._address, self._hear, self._lost)
            if wire is None or not wire.open:
                self._publish(PrinterStatus.OFFLINE)
            else:
                self._wire = wire
                self._ring()
                await self.ask()
                if self._answered:
                    pause = FIRST_PAUSE
                if self.uncut and not self.turn.locked():
                    async with self.turn:
                        await self.empty()
                await self._attend()
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    def close(self) -> None:
        """End the connection."""
        if self._wire is not None:
            self._wire.drop()

    async def ask(self) -> PrinterStatus:
        """The printer's status now. One that does not answer is taken for gone, and dialled anew."""
        await self.until(
            lambda: self._wire is not None or self.status is not PrinterStatus.UNKNOWN, CONNECT_WITHIN
        )
        wire, connection = self._wire, self.connection
        if wire is None:
            return self.status
        # A held printer may keep questions in its buffer: one that pushes its status is only asked for life.
        questions = commands.QUESTIONS[:1] if self._pushes and not self.window.empty else commands.QUESTIONS
        for n in questions:
            self._hearing.asked(n)
        self._asked += len(questions)
        goal = self._asked
        wire.write(b"".join(commands.ask(n) for n in questions))
        if not await self.until(
            lambda: self._answered >= goal or self.connection != connection, ANSWER_WITHIN
        ):
            wire.drop()
            await self.until(lambda: self.connection != connection, ANSWER_WITHIN)
        return self.status

    def send(self, step: Step) -> None:
        """Send `step`, to be acknowledged in the window."""
        if self._wire is not None:
            self._wire.write(self.window.send(step, by_number=self.model.process_ids))

    def urge(self, command: bytes) -> None:
        """Send a real-time command."""
        if self._wire is not None:
            self._wire.write(command)

    async def empty(self) -> bool:
        """Throw away what the printer has not printed yet; False where it did not say that it is done."""
        if self.status in BLOCKED:
            self.urge(commands.CLEAR_AFTER_ERROR)
        if not self.connected or not self.model.clears_buffers:
            return False
        before = self._emptied
        self.urge(commands.CLEAR_BUFFERS)
        return await self.until(lambda: self._emptied > before, EMPTY_WITHIN)

    async def prepare(self) -> bool:
        """Fill up what is half received, set what we need, cut what hangs; False where it is not confirmed.

        A printer that holds the head of a raster takes the next bytes for dots: these are white.
        """
        connection = self.connection
        self.window.restart()
        settings = commands.INITIALISE + commands.motion_units(self.model.dpi) + commands.PUSH_STATUS
        todo = [Step(bytes(self.window.limit) + settings, 0)]
        if self.uncut:
            todo.append(Step(commands.FEED_AND_CUT, 0))
        for step in todo:
            self.send(step)
            await self.until(lambda: self.window.empty or self.connection != connection, PREPARE_WITHIN)
            if not self.window.empty or self.connection != connection:
                self.window.restart()
                return False
        self.uncut = False
        self.prepared = True
        return True

    async def until(self, true: Callable[[], bool], within: float) -> bool:
        """Wait until `true()`, looked at whenever something is heard; False where `within` seconds pass."""
        try:
            async with asyncio.timeout(within):
                while not true():
                    await self._bell.wait()
        except TimeoutError:
            return true()
        return True

    async def _attend(self) -> None:
        loop = asyncio.get_running_loop()
        while self.connected:
            if not self.prepared and self.status.can_print and not self.turn.locked():
                async with self.turn:
                    await self.prepare()
            if self.status in BLOCKED and loop.time() - self._urged_at >= URGED_EVERY:
                self._urged_at = loop.time()
                self.urge(self.recovery)
            if loop.time() - self._heard_at >= QUIET:
                await self.ask()
            await self.until(lambda: not self.connected, ATTENDED_EVERY)

    def _hear(self, received: bytes) -> None:
        self._heard_at = asyncio.get_running_loop().time()
        pushed = False
        for reply in self._hearing.hear(received):
            match reply:
                case Answered():
                    self._answered += 1
                case Pushed():
                    self._pushes = pushed = True
                case Done(number):
                    self.window.done(number)
                case Passed():
                    if not self.model.process_ids:
                        self.window.passed()
                case Emptied():
                    self._emptied += 1
                    self.window.forget()
        # In the middle of four answers the condition is half old.
        if pushed or (self._asked and self._asked == self._answered):
            self._publish(self._hearing.condition.status)
        self._ring()

    def _lost(self) -> None:
        self._wire = None
        self.connection += 1
        self._hearing = Hearing()
        self._pushes = False
        self._asked = self._answered = 0
        self.prepared = False
        self._publish(PrinterStatus.OFFLINE)
        self._ring()

    def _publish(self, status: PrinterStatus) -> None:
        if status is not self.status:
            self.status = status
            self._tell(status)
            self._ring()

    def _ring(self) -> None:
        self._bell.set()
        self._bell = asyncio.Event()
