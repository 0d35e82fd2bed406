"""One printer on its connection: dialled again and again, watched, asked, and made ready for a sheet."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from devices.contracts import Mark, PrinterStatus
from devices.printer import commands
from devices.printer.address import Address, seconds_on_the_way
from devices.printer.dialects import DIALECTS
from devices.printer.models import PrinterModel
from devices.printer.preparing import prepare
from devices.printer.raster import Step, tear_line
from devices.printer.status import Answered, Counted, Done, Emptied, Looked, Named, Passed, Pushed
from devices.printer.transport import CONNECT_WITHIN, Wire, connect
from devices.printer.window import Window

FIRST_PAUSE, LONGEST_PAUSE = 0.25, 2.0
QUIET = 1.5
"""Seconds without a word after which a printer is asked."""
ANSWER_WITHIN = 2.0
EMPTY_WITHIN = 2.0
NAMED_WITHIN = 1.0
ATTENDED_EVERY = 0.5
URGED_EVERY = 3.0
"""Seconds between two requests to recover, once it may have been freed; the maker ignores those too many."""
TO_THE_EDGE = commands.feed(200)
"""Where a person tears the paper off: 25 mm, more than lies between any head and its edge."""
WRITTEN_WITHIN = 1.0
"""Seconds in which who heard what became of a lost sheet writes it down."""
BLOCKED = (PrinterStatus.CUTTER_FAULT, PrinterStatus.PAPER_JAM)
"""Troubles that outlast their cause until the host asks the printer to recover."""
COUNTERS = ("cuts", "ret", "on")


class Line:
    """What is known of a printer and what is on its way to it; everything in one event loop."""

    def __init__(
        self,
        address: Address,
        model: PrinterModel,
        tell: Callable[[PrinterStatus], None],
        left_over: Mark | None,
    ) -> None:
        self.model = model
        self.dialect = DIALECTS[model.dialect]
        self.cut = Step(self.dialect.cut if model.cutter else TO_THE_EDGE, 0)
        """The end of a job's last sheet."""
        self.part = self.cut if model.cutter else Step(tear_line(model.dots), 0)
        """The end of a sheet that another follows."""
        self.status = PrinterStatus.UNKNOWN
        self.window = Window(model.buffer)
        self.turn = asyncio.Lock()
        """Held by whoever sends more than questions."""
        self.connection = 0
        """Counts connections, so that whoever waits notices that theirs is gone."""
        self.lost_at = 0.0
        """When the last connection ended, by the loop's clock."""
        self.prepared = False
        """The printer has our settings, and nothing half received."""
        self.uncut = left_over is not None
        """A part of a job may be in the printer, on paper or in its buffer."""
        self.recovery = commands.CLEAR_AFTER_ERROR
        """How a printer that was blocked is started again: with nothing, or with the job that it held."""
        self.left = left_over
        """The mark of a sheet of which nobody knows what became."""
        self.left_counts: Mark | None = None
        """What the printer counted once it was through with that sheet."""
        self.seen_in_output = False
        """A sheet lay in the output since the last order to cut."""
        self.drawn_back = 0
        """Sheets that it had drawn back when last counted."""
        self.cuts_at = 0.0
        """What hangs may be cut off from then on."""
        self.new = True
        """What lies in the output is an earlier run's."""
        self.serial: str | None = None
        """The printer's serial number; empty where it does not tell, None before it was asked."""
        self._naming = False
        self._address = address
        self.on_the_way = seconds_on_the_way(address, model.buffer)
        """What a slow line adds to how long an answer may take: it may stand behind a buffer of bytes."""
        self._tell = tell
        self._wire: Wire | None = None
        self._hearing = self.dialect.hearing()
        self._pushes = False
        self._counts: dict[str, int] = {}
        self._looking = False
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
                self.ring()
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
        # A byte of status among those of a serial number would be taken for one of them.
        await self.until(lambda: not self._naming, NAMED_WITHIN + self.on_the_way)
        wire, connection = self._wire, self.connection
        if wire is None:
            return self.status
        # A held printer may keep questions in its buffer: one that pushes its status is only asked for life.
        questions = self.dialect.questions
        if self._pushes and not self.window.empty:
            questions = questions[:1]
        for n in questions:
            self._hearing.asked(n)
        self._asked += len(questions)
        goal = self._asked
        wire.write(b"".join(commands.ask(n) for n in questions))
        if not await self.until(
            lambda: self._answered >= goal or self.connection != connection,
            ANSWER_WITHIN + self.on_the_way,
        ):
            wire.drop()
            await self.until(lambda: self.connection != connection, ANSWER_WITHIN)
        return self.status

    def send(self, step: Step) -> None:
        """Send `step`, to be acknowledged in the window."""
        if step is self.cut:
            self.seen_in_output = False
        if self._wire is not None:
            self._wire.write(self.window.send(step, by_number=self.model.process_ids))

    def urge(self, command: bytes) -> None:
        """Send a real-time command."""
        if self._wire is not None:
            self._wire.write(command)

    async def empty(self) -> bool:
        """Throw away what the printer has not printed yet; False where it did not say that it is done."""
        if self.status in BLOCKED and self.dialect.recovers:
            self.urge(commands.CLEAR_AFTER_ERROR)
        if not self.connected or not self.model.clears_buffers:
            return False
        before = self._emptied
        self.urge(commands.CLEAR_BUFFERS)
        return await self.until(lambda: self._emptied > before, EMPTY_WITHIN)

    def lose(self, mark: Mark) -> None:
        """The sheet before which the printer said `mark` is on its way, and the printer does not answer."""
        self.left, self.left_counts = mark, None

    def told(self) -> None:
        """Who asked what became of the lost sheet has been answered."""
        self.cuts_at = min(self.cuts_at, asyncio.get_running_loop().time() + WRITTEN_WITHIN)

    def look_for_a_jam(self) -> Callable[[], bool]:
        """Ask the presenter, if there is one; the answer says whether it told. Nothing else is on its way."""
        if self.model.presenter and self.connected and self.window.empty and not self._looking:
            self._looking = True
            self._hearing.asked(commands.PRESENTER)
            self.urge(commands.ASK_PRESENTER)
        return lambda: not self._looking

    async def ask_serial(self) -> None:
        """Have the printer tell its serial number. Nothing else is on its way, and it pushes nothing."""
        self._naming = True
        self._hearing.asked(commands.SERIAL)
        self.urge(commands.ASK_SERIAL)
        await self.until(lambda: not self._naming, NAMED_WITHIN + self.on_the_way)
        self._naming = False
        self.serial = self.serial or ""

    def ask_counts(self) -> Callable[[], bool]:
        """Ask for the counters; the answer says whether all have been told. Nothing else is on its way."""
        self._counts = {}
        self.urge(commands.COUNTS)
        return lambda: len(self._counts) == len(COUNTERS)

    @property
    def counted(self) -> Mark:
        """The counters as last told, and the serial number."""
        return Mark(serial=self.serial or "", cuts=self._counts.get("cuts"), starts=self._counts.get("on"))

    def drawn_back_since(self) -> bool:
        """More sheets were drawn back than when this was last asked."""
        before, self.drawn_back = self.drawn_back, self._counts.get("ret", 0)
        return self.drawn_back > before

    @property
    def in_output(self) -> bool:
        """A sheet waits in the presenter, as far as the printer has said."""
        return self._hearing.condition.in_output

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
            if not self.prepared and self.ready_to_prepare and not self.turn.locked():
                async with self.turn:
                    await prepare(self)
            blocked = self.status in BLOCKED and self.dialect.recovers
            if blocked and loop.time() - self._urged_at >= URGED_EVERY:
                self._urged_at = loop.time()
                self.urge(self.recovery)
            if loop.time() - self._heard_at >= QUIET:
                await self.ask()
                if (self.prepared or self.status is PrinterStatus.PAPER_JAM) and not self.turn.locked():
                    self.look_for_a_jam()
            await self.until(lambda: not self.connected, ATTENDED_EVERY)

    @property
    def ready_to_prepare(self) -> bool:
        """It works through its buffer now."""
        return self.status.can_print or self.status is PrinterStatus.PAPER_NOT_TAKEN

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
                case Counted(what, count):
                    self._counts[what] = count
                case Looked():
                    self._looking, pushed = False, True
                case Named(serial):
                    self.serial, self._naming = serial, False
                case Emptied():
                    self._emptied += 1
                    self.window.forget()
        self.seen_in_output |= self.in_output
        # In the middle of four answers the condition is half old.
        if pushed or (self._asked and self._asked == self._answered):
            self._publish(self._hearing.condition.status)
        self.ring()

    def _lost(self) -> None:
        self._wire = None
        self.connection += 1
        self.lost_at = asyncio.get_running_loop().time()
        self.window.forget()
        self._hearing = self.dialect.hearing()
        self._counts = {}
        self._looking = self._naming = False
        self.serial = None
        self._pushes = False
        self._asked = self._answered = 0
        self.prepared = False
        self._publish(PrinterStatus.OFFLINE)
        self.ring()

    def _publish(self, status: PrinterStatus) -> None:
        if status is not self.status:
            self.status = status
            self._tell(status)
            self.ring()

    def ring(self) -> None:
        """Something changed that somebody may wait for."""
        self._bell.set()
        self._bell = asyncio.Event()
