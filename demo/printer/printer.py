"""The whole printer without its socket: what it receives, when it does it, what it says unasked."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TypeGuard

from demo.printer import status
from demo.printer.dials import Dials, Refused
from demo.printer.interpreter import Interpreter, Reply, Transmit
from demo.printer.mechanism import Mechanism
from demo.printer.papers import Papers, Sheet
from demo.printer.parser import Command, Parser
from demo.printer.realtime import RealTime, Scanner

_TICK_S = 0.002
"""While rows are printed, how often room is made in the buffer."""
_COUNTERS_KEPT_EVERY_S = 120.0
"""An unclean end of power loses what was counted since (Epson: about two minutes)."""
_CLEARED = b"\x37\x25\x00"
_SWITCHED_OFF = b"\x3b\x30\x00"

Happened = Callable[[str, dict[str, object]], None]


class Power(StrEnum):
    """Whether it has power, and how its end looked to the host."""

    ON = "on"
    RESET = "rst"
    """The network card still says that the connection is gone."""
    SILENT = "silent"
    """Nothing answers any more."""


class Printer:
    """One printer. Every call hands in the time; `transmit` is where answers go."""

    def __init__(
        self,
        name: str,
        *,
        width: int,
        folder: Path,
        dials: Dials,
        capacity: int,
        process_ids: bool,
        presenter: bool,
        custom: bool,
        transmit: Transmit,
        happened: Happened,
    ) -> None:
        self.name = name
        self.capacity = capacity
        self.papers = Papers(folder, width)
        self.mechanism = Mechanism(width, presenter, self.papers, dials, happened)
        self.power = Power.ON
        self.bytes_received = 0
        self.times_cleared = 0
        self._happened = happened
        self._transmit = transmit
        self._interpreter = Interpreter(
            name, self.mechanism, transmit, process_ids=process_ids, custom=custom
        )
        self._scanner = Scanner(custom=custom)
        self._parser = Parser()
        self._edge = (
            Parser()
        )  # runs ahead of `_parser`: knows whether what arrives stands between two commands
        self._roomless = 0
        self._reported = (0, b"")
        self._noticed: tuple[str, ...] = ()
        self._seen: tuple[status.Condition, int] | None = None
        self._counters_kept_at: float | None = None

    # --- receiving --------------------------------------------------------------------------------------

    @property
    def in_buffer(self) -> int:
        """Bytes of the receive buffer that are taken. Real-time commands between commands take none."""
        return self._parser.held - self._roomless

    @property
    def room(self) -> int:
        """Bytes that it can receive now."""
        return max(0, self.capacity - self.in_buffer) if self.power is Power.ON else 0

    @property
    def raster_progress(self) -> tuple[int, int]:
        """Of the raster in hand, the rows that are printed and all its rows."""
        left, rows = self._parser.raster_left
        return rows - left, rows

    def receive(self, chunk: bytes, now: float) -> None:
        """Take what has arrived; real-time commands in it are executed before anything behind them."""
        self.advance(now)
        self.mechanism.idle_until(now)
        self.bytes_received += len(chunk)
        self.papers.received(chunk)
        begin = 0
        for command in self._scanner.find(chunk):
            self._hold(chunk[begin : command.end])
            begin = command.end
            self._execute(command, now)
            if self.power is not Power.ON:
                return
        self._hold(chunk[begin:])

    def _hold(self, chunk: bytes) -> None:
        self._parser.receive(chunk)
        self._edge.receive(chunk)
        while step := self._edge.next(most_rows=self.capacity):
            if _is_real_time(step):
                self._roomless += 2 + len(step.parameters)

    def _execute(self, command: RealTime, now: float) -> None:
        mechanism, parameters = self.mechanism, command.parameters
        match command.name, parameters[0]:
            case "DLE EOT", 20:
                self._transmit(status.full_status(mechanism.condition), Reply.AUTOMATIC)
            case "DLE EOT", n:
                self._transmit(status.real_time_status(n, mechanism.condition), Reply.ANSWER)
            case "DLE ENQ", n:
                if (n == 1 or mechanism.dials.clearable) and mechanism.recover():
                    if n == 2:
                        self._clear()
                    mechanism.idle_until(now)
            case "DLE DC4", 8 if mechanism.dials.clearable:
                self._clear()
                self._transmit(_CLEARED, Reply.ANSWER)
            case "DLE DC4", 1 if self._interpreter.real_time_enabled[1]:
                mechanism.counters.drawer_pulses += 1
            case "DLE DC4", 2 if self._interpreter.real_time_enabled[2]:
                self._transmit(_SWITCHED_OFF, Reply.ANSWER)
                mechanism.counters.keep()
                self.lose_power(Power.RESET, now)
        self._report()

    def _clear(self) -> None:
        dropped = self._parser.held
        self._empty()
        self.mechanism.forget()
        self._interpreter.forget()
        self.times_cleared += 1
        self._happened("cleared", {"bytes": dropped})

    def _empty(self) -> None:
        self._parser.clear()
        self._edge.clear()
        self._roomless = 0

    # --- working ----------------------------------------------------------------------------------------

    def advance(self, now: float) -> float | None:
        """Do what is due by `now`; when to come back, None where only bytes or a hand can change anything."""
        if self.power is not Power.ON:
            return None
        self._keep_counters(now)
        while self.mechanism.work(now):
            step = self._parser.next(self.mechanism.rows_due(now))
            if step is None:
                break
            if _is_real_time(step):
                self._roomless -= 2 + len(step.parameters)
            self._interpreter.obey(step)
            self._report()
        self._report()
        return self._wake(now)

    def _wake(self, now: float) -> float | None:
        mechanism = self.mechanism
        due = [mechanism.retracts_at] if mechanism.retracts_at else []
        if not mechanism.condition.offline and (mechanism.free_at > now or mechanism.moving):
            left, _ = self._parser.raster_left
            ready = min(left, self._parser.held // mechanism.stride)
            due.append(mechanism.free_at + min(_TICK_S, mechanism.rest_s(ready)))
        return min(due, default=None)

    def _report(self) -> None:
        """Automatic status at every change of an enabled item, also while offline."""
        condition, items = self.mechanism.condition, self._interpreter.automatic_items
        if (condition, items) == self._seen:
            return
        self._seen = condition, items
        if condition.causes != self._noticed:
            self._noticed = condition.causes
            self._happened("status", {"causes": list(condition.causes)})
        now, watched = self._interpreter.automatic(condition)
        seen = (items, watched)
        if items and self._reported[0] == items and self._reported != seen:
            self._transmit(now, Reply.AUTOMATIC)
        self._reported = seen

    def _keep_counters(self, now: float) -> None:
        if self._counters_kept_at is None or now >= self._counters_kept_at + _COUNTERS_KEPT_EVERY_S:
            self._counters_kept_at = now
            self.mechanism.counters.keep()

    # --- hands ------------------------------------------------------------------------------------------

    def turn(self, wanted: dict[str, object], now: float) -> Refused | None:
        """Somebody sets dials."""
        self.advance(now)
        refused = self.mechanism.turn(wanted)
        self.mechanism.idle_until(now)
        if not refused:
            self._happened("dials", dict(wanted))
            self._report()
        return refused

    def take(self, now: float) -> Sheet | None:
        """A person takes the sheet that came out."""
        self.advance(now)
        return self.mechanism.take()

    def lose_power(self, how: Power, now: float) -> None:
        """The plug is pulled: buffer, settings, automatic status are gone; printed rows stay on the paper."""
        self.advance(now)
        if self.power is not Power.ON:
            return
        self.power = how
        self._empty()
        self._scanner.clear()
        self.mechanism.lose_power()
        self._interpreter.initialise()
        self._happened("power", {"power": how.value, "rows": self.mechanism.sheet_rows})

    def start(self, now: float) -> None:
        """The plug is back."""
        if self.power is Power.ON:
            return
        self.power = Power.ON
        self.mechanism.start(now)
        self._happened("power", {"power": "on"})
        self._report()

    def close(self) -> None:
        """Let go of the folder."""
        self.papers.close()


def _is_real_time(step: object) -> TypeGuard[Command]:
    return isinstance(step, Command) and step.name.startswith("DLE")
