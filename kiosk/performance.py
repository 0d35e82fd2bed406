"""One chart and the activities of its active states: the old ones end before the new ones begin.

python-statemachine's own `invoke` is not used: it lets an activity run on after its event left the state,
does not wait for a cancelled one, and accepts a stale result in a re-entered state (docs/decisions/0001).
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from statemachine import State

from kiosk.charts import HouseChart
from kiosk.flow import SessionChart
from kiosk.logs import Event as Log, log, place_of

Chart = HouseChart | SessionChart

END_WITHIN = 20.0
"""Seconds that a cancelled activity has to make good what it owes, such as clearing a printer."""

Start = Callable[[Callable[[str], None]], Awaitable[str | None]]
"""Begins an activity, given the way to tell events meanwhile."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event from an activity; it counts only while that very activity is the present one."""

    serial: int
    state: str
    event: str


@dataclass(frozen=True, slots=True)
class Broke:
    """An activity raised: it has a bug. Only its type is kept, for its text may hold personal data."""

    serial: int
    state: str


class _Recorder:
    """Notes which states were left and entered by one event."""

    def __init__(self) -> None:
        self.left: list[str] = []
        self.entered: list[str] = []

    def on_exit_state(self, state: State) -> None:
        self.left.append(state.id)

    def on_enter_state(self, state: State) -> None:
        self.entered.append(state.id)


@dataclass(frozen=True, slots=True)
class Change:
    """What one event did to the configuration; a state that was left and entered again is in both."""

    left: tuple[str, ...]
    entered: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.left or self.entered)


class Performance:
    """Runs one chart. `make` gets the listeners that it must pass to the chart."""

    def __init__(
        self,
        make: Callable[[list[object]], Chart],
        activities: Mapping[str, Start],
        post: Callable[[Told | Broke], None],
    ) -> None:
        self._recorder = _Recorder()
        self._activities = activities
        self._post = post
        self._running: dict[str, tuple[int, asyncio.Task[None]]] = {}
        self._serial = 0
        self.chart = make([self._recorder])
        self.opening = self._take()

    @property
    def state(self) -> str:
        """The innermost active state."""
        return [state.id for state in self.chart.configuration][-1]

    def send(self, event: str, **given: object) -> Change:
        """Let the chart take one event; the caller then owes a `settle` with the answer."""
        take: Callable[..., object] = self.chart.send
        take(event, **given)
        return self._take()

    def _take(self) -> Change:
        change = Change(tuple(self._recorder.left), tuple(self._recorder.entered))
        self._recorder.left.clear()
        self._recorder.entered.clear()
        return change

    async def settle(self, change: Change) -> None:
        """End the activities of the states that were left, wait for that, then begin those of the new."""
        await self._end([state for state in change.left if state in self._running])
        active = {state.id for state in self.chart.configuration}
        begun = [state for state in change.entered if state in self._activities and state in active]
        for state in begun:
            self._begin(state)
        if begun:
            # Each takes its first step before the next event is heard: what it owes is begun, or never was.
            await asyncio.sleep(0)

    def _begin(self, state: str) -> None:
        self._serial += 1
        serial = self._serial

        def tell(event: str) -> None:
            self._post(Told(serial, state, event))

        async def run() -> None:
            try:
                event = await self._activities[state](tell)
            except asyncio.CancelledError:
                raise
            except Exception as error:  # noqa: BLE001 - whatever it is, it is a bug and ends the session
                log(
                    Log.ACTIVITY_BROKE,
                    state=state,
                    error=type(error).__name__,
                    place=place_of(error.__traceback__),
                )
                self._post(Broke(serial, state))
            else:
                if event is not None:
                    self._post(Told(serial, state, event))

        self._running[state] = (serial, asyncio.create_task(run(), name=state))

    def is_present(self, news: Told | Broke) -> bool:
        """Whether it comes from an activity that is still the present one of its state."""
        return self._running.get(news.state, (0, None))[0] == news.serial

    async def stop(self) -> None:
        """End every activity and wait for it."""
        await self._end(list(self._running))

    async def _end(self, states: list[str]) -> None:
        tasks = {state: self._running.pop(state)[1] for state in states}
        for task in tasks.values():
            task.cancel()
        if not tasks:
            return
        _, stuck = await asyncio.wait(tasks.values(), timeout=END_WITHIN)
        for state, task in tasks.items():
            if task in stuck:
                log(Log.ACTIVITY_STUCK, state=state)
