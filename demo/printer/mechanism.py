"""Head, roll, cutter and presenter: what moves, how long it takes, and what stops it.

Time is handed in, never read: `free_at` is when the motor or the blade ends what it has begun, so that a call
that comes late does not make the paper late. The blade stands at the head: no rows lie between them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Literal

from demo.printer.dials import NEAR_END_MM, Dials, Refused
from demo.printer.papers import Papers, Sheet
from demo.printer.png import DOTS_PER_METRE
from demo.printer.status import Condition

ROWS_A_MM = DOTS_PER_METRE // 1000


@dataclass(slots=True)
class Counters:
    """What a service technician reads."""

    rows: int = 0
    cuts: int = 0
    retractions: int = 0
    power_ups: int = 1
    drawer_pulses: int = 0
    head_stops: int = 0
    """How often the head waited for data in the middle of a sheet."""
    head_stopped_s: float = 0.0
    _kept: tuple[int, int] = (0, 0)
    _forgotten: tuple[int, int] = (0, 0)

    @property
    def told(self) -> tuple[int, int]:
        """Rows and cuts as the host is told: what was not kept when the power went is missing."""
        return self.rows - self._forgotten[0], self.cuts - self._forgotten[1]

    def keep(self) -> None:
        """Write what is told where it survives."""
        self._kept = self.told

    def lose_power(self) -> None:
        """Forget what was not kept."""
        self._forgotten = self.rows - self._kept[0], self.cuts - self._kept[1]


class Cut(Enum):
    """How far a cut has come."""

    NONE = auto()
    ORDERED = auto()
    BEGUN = auto()


@dataclass(slots=True)
class _Latches:
    """Errors that outlast their cause."""

    cutter: bool = False
    jam: bool = False
    unrecoverable: bool = False
    opened_while_printing: bool = False


@dataclass(slots=True)
class Mechanism:
    """The paper's way."""

    width: int
    presenter: bool
    papers: Papers
    dials: Dials
    happened: Callable[[str, dict[str, object]], None]
    jam_stops: bool = True
    """False: it is stuck in the presenter, which only a question of its own tells."""
    counters: Counters = field(default_factory=Counters)
    sheet: bytearray = field(default_factory=bytearray)
    """Rows under the head since the last cut."""
    free_at: float = 0.0
    _pending: bytearray = field(default_factory=bytearray)
    _cut: Cut = Cut.NONE
    _latches: _Latches = field(default_factory=_Latches)
    _power_cuts: tuple[int, ...] = ()
    _presented: tuple[int, float] | None = None
    _moved_until: float | None = None
    """When the last row of the sheet was done; None where the motor rests for another reason than data."""

    @property
    def stride(self) -> int:
        """Bytes in a row of the head."""
        return (self.width + 7) // 8

    @property
    def sheet_rows(self) -> int:
        """Rows of the sheet in progress."""
        return len(self.sheet) // self.stride

    @property
    def moving(self) -> bool:
        """Something is left to print or cut."""
        return bool(self._pending) or self._cut is not Cut.NONE

    @property
    def condition(self) -> Condition:
        """What the sensors see."""
        dials, latches = self.dials, self._latches
        return Condition(
            cover_open=dials.cover_open,
            paper_out=dials.paper_out,
            near_end=dials.near_end or dials.paper_left_mm < NEAR_END_MM,
            cutter_error=latches.cutter,
            jam=latches.jam,
            jam_stops=self.jam_stops,
            unrecoverable=latches.unrecoverable,
            overheated=dials.overheated,
            opened_while_printing=latches.opened_while_printing,
            feeding=dials.feed_button,
            motor_on=self.moving,
            in_output=self._presented is not None,
        )

    def turn(self, wanted: dict[str, object]) -> Refused | None:
        """Somebody opens the cover, takes the paper out, puts a finger into the blade."""
        was_open = self.dials.cover_open
        refused = self.dials.turn(wanted)
        if refused:
            return refused
        dials, latches = self.dials, self._latches
        if dials.cover_open and not was_open:
            latches.opened_while_printing = self._moved_until is not None
        if was_open and not dials.cover_open:
            # Whoever opened the cover removed what blocked the paper, or the cause is still there.
            latches.cutter = latches.jam = latches.opened_while_printing = False
        self._latch()
        return None

    def recover(self) -> bool:
        """DLE ENQ: end an error whose cause is gone. False where there is none that the host can end."""
        if not (self._latches.cutter or self._latches.jam):
            return False
        self._latches.cutter = self._latches.jam = False
        self._latch()
        return True

    def _latch(self) -> None:
        self._latches.cutter |= self.dials.cutter_error
        self._latches.jam |= self.dials.jam
        self._latches.unrecoverable |= self.dials.unrecoverable

    def load(self, rows: bytes) -> None:
        """Put rows of the head's width behind those that wait to be printed."""
        self._pending += rows

    def cut(self) -> None:
        """Cut the sheet behind the rows that are loaded."""
        self._cut = Cut.ORDERED

    def forget(self) -> None:
        """Drop the rows that are not printed, and a cut that has not begun or was stopped."""
        self._pending.clear()
        self._moved_until = None
        if self._cut is Cut.ORDERED or self.condition.error:
            self._cut = Cut.NONE

    def idle_until(self, now: float) -> None:
        """Nothing moved until `now`."""
        self.free_at = max(self.free_at, now)

    def rows_due(self, now: float) -> int:
        """Rows that the head may begin by `now`."""
        return 1 + int((now - self.free_at) * self.dials.speed_mm_s * ROWS_A_MM)

    def work(self, now: float) -> bool:
        """Do what is due; True where the next command may begin."""
        self._retract_what_nobody_took(now)
        while not self.condition.offline:
            if self.free_at > now:
                return False
            if self._pending:
                self._print(now)
            elif self._cut is Cut.ORDERED:
                self._cut = Cut.BEGUN
                self.free_at += self.dials.cut_s
            elif self._cut is Cut.BEGUN:
                self._separate()
            else:
                return True
        self._moved_until = None
        return False

    def rest_s(self, waiting_rows: int) -> float:
        """How long the rows that are loaded, and `waiting_rows` behind them, keep the head busy."""
        return (len(self._pending) // self.stride + waiting_rows) / (self.dials.speed_mm_s * ROWS_A_MM)

    def _print(self, now: float) -> None:
        dials, stride = self.dials, self.stride
        count = min(len(self._pending) // stride, self.rows_due(now))
        if dials.paper_out_after_rows is not None:
            count = min(count, dials.paper_out_after_rows)
            dials.paper_out_after_rows -= count
        count = min(count, int(dials.paper_left_mm * ROWS_A_MM))
        self._note_a_stop()
        self.sheet += self._pending[: count * stride]
        del self._pending[: count * stride]
        self.counters.rows += count
        self.free_at += count / (dials.speed_mm_s * ROWS_A_MM)
        self._moved_until = self.free_at
        dials.paper_left_mm -= count / ROWS_A_MM
        if dials.paper_left_mm * ROWS_A_MM < 1 or dials.paper_out_after_rows == 0:
            if dials.paper_out_after_rows is None:
                dials.paper_left_mm = 0.0
            dials.paper_out, dials.paper_out_after_rows = True, None
            self.happened("paper_out", {"rows": self.sheet_rows})

    def _note_a_stop(self) -> None:
        if self.sheet and self._moved_until is not None:
            waited = self.free_at - self._moved_until
            if waited * self.dials.speed_mm_s * ROWS_A_MM > 1:
                self.counters.head_stops += 1
                self.counters.head_stopped_s += waited

    def _separate(self) -> None:
        self._cut = Cut.NONE
        self._moved_until = None
        self.counters.cuts += 1
        if not self.sheet:
            return
        if self._presented:
            self._remove("ejected")
        sheet = self.papers.add(self.sheet, "presented" if self.presenter else "tray", self._power_cuts)
        self.sheet.clear()
        self._power_cuts = ()
        if self.presenter:
            self._presented = sheet.number, self.free_at
        self.happened("sheet", {"number": sheet.number, "rows": sheet.rows, "place": sheet.place})

    def take(self) -> Sheet | None:
        """A person takes the last sheet; None where none lies there."""
        if self._presented:
            return self._remove("taken")
        last = self.papers.sheets[-1] if self.papers.sheets else None
        if self.presenter or not last or last.place != "tray":
            return None
        self.happened("taken", {"number": last.number})
        return self.papers.move(last.number, "taken")

    def retract(self) -> None:
        """Draw the presented sheet back in, unless paper is stuck."""
        if self._presented and not self.dials.jam:
            self.counters.retractions += 1
            self._remove("retracted")

    def eject(self) -> None:
        """Let the presented sheet fall."""
        if self._presented:
            self._remove("ejected")

    def _remove(self, place: Literal["taken", "ejected", "retracted"]) -> Sheet:
        number = self.papers.sheets[-1].number
        self._presented = None
        self.happened(place, {"number": number})
        return self.papers.move(number, place)

    def _retract_what_nobody_took(self, now: float) -> None:
        after = self.dials.retract_after_s
        if self._presented and after and now >= self._presented[1] + after:
            self.retract()

    @property
    def retracts_at(self) -> float | None:
        """When a presented sheet will be drawn in."""
        after = self.dials.retract_after_s
        return self._presented[1] + after if self._presented and after else None

    def lose_power(self) -> None:
        """What was not printed is gone; what was stays under the head."""
        self._pending.clear()
        self._cut = Cut.NONE
        self._moved_until = None
        self.counters.lose_power()
        if self.sheet:
            self._power_cuts += (self.sheet_rows,)

    def start(self, now: float) -> None:
        """Power is back: errors whose cause is gone are over."""
        self._latches = _Latches()
        self._latch()
        self.counters.power_ups += 1
        self.idle_until(now)
