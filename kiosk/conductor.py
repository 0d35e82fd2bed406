"""The heart: takes events from one queue, one at a time; charts, activities, views and window follow.

A citizen's session is one run of `SessionChart`, made at the first touch, gone at the wipe with all it held.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

from kiosk.activity import Activity, Step
from kiosk.attention import Attention
from kiosk.cast import ACTIVITIES, ALL_EVENTS, BUSY, VIEWS
from kiosk.charts import HouseChart
from kiosk.flow import SessionChart
from kiosk.help import Help
from kiosk.house import House
from kiosk.logs import Event as Log, log, place_of
from kiosk.performance import Broke, Performance, Start, Told
from kiosk.services.common import house_views
from kiosk.services.common.house_views import Farewell
from kiosk.session import Session
from kiosk.shell import THEMES, Around, shell_view
from kiosk.staff import StaffDesk
from kiosk.trace import Trace
from screens.common.views import Wait
from screens.i18n.words import Words, words
from screens.shell.view import ShellView
from screens.view import View

WAIT_SHOWN_AFTER = 0.3
"""Seconds before a screen that only says "one moment" is shown: a quick answer needs none."""
ARCH_LIT_FOR = 2.0
"""Seconds that one arch of attract is lit (look.md, 7: at most one move a second)."""
ARCHES_A_LANGUAGE = 3
TICK = 1.0

BACKWARDS = frozenset({"back", "home", "stop_reading", "card_pulled", "card_removed"})
"""Events after which the next screen comes from the other side."""


class Window(Protocol):
    """What the conductor asks of the window; `screens.stage.Stage` is one, tests have one without Qt."""

    def show(self, serial: int, view: View, *, forward: bool = True) -> None:
        """Draw a screen, or what differs of the present one where the serial is the same."""

    def shell(self, view: ShellView) -> None:
        """Draw what stands around it."""

    def wipe(self) -> None:
        """Forget every value that was ever shown."""


@dataclass(frozen=True, slots=True)
class Act:
    """Somebody touched something on the screen of that serial."""

    serial: int
    event: str
    data: str


@dataclass(frozen=True, slots=True)
class Happened:
    """Something about the house: a tick, a device, help."""

    event: str


Item = Act | Told | Broke | Happened


class Conductor:
    """One event at a time."""

    def __init__(self, house: House, window: Window, trace: Trace) -> None:
        self._house = house
        self._window = window
        self._trace = trace
        self._queue: asyncio.Queue[Item] = asyncio.Queue()
        self._serial = 0
        self._theme = THEMES[0]
        self._help_open = False
        self._lit = 0
        self._farewell: Farewell | None = None
        self._for_staff: tuple[str, ...] = ()
        self._shown: View | None = None
        self._grace: asyncio.Task[None] | None = None
        self._attention = Attention(house.clock, house.settings.session)
        self._help = Help(house, lambda state: self.post(f"help_{state}"))
        self._staff = StaffDesk(house.staff_card, self._help.end, lambda: self.post("help_staff"))
        self._session: Session | None = None
        self._play: Performance | None = None
        self._building = Performance(
            lambda listeners: HouseChart(listeners=listeners),
            {"attract": self._attract, "goodbye": self._rest, "broken": self._rest},
            self._queue.put_nowait,
        )

    # --- what comes in ------------------------------------------------------------------------------------

    def acted(self, serial: int, event: str, data: str) -> None:
        """An act of the window."""
        self._queue.put_nowait(Act(serial, event, data))

    def touched(self) -> None:
        """Any touch anywhere is a sign of life."""
        self._attention.touched()

    def post(self, event: str) -> None:
        """Something happened in the house."""
        self._queue.put_nowait(Happened(event))

    # --- the loop -----------------------------------------------------------------------------------------

    async def run(self, opening: str = "opened", for_staff: tuple[str, ...] = ()) -> None:
        """Conduct until cancelled. `opening` is `closed` where the kiosk must not serve anybody."""
        self._for_staff = for_staff
        ticking = asyncio.create_task(self._tick(), name="tick")
        try:
            await self._house_event(opening)
            while True:
                await self._take(await self._queue.get())
        finally:
            ticking.cancel()
            self._drop_grace()
            self._help.cancel()
            if self._play is not None:
                await self._play.stop()
            await self._building.stop()
            self._trace.close()

    async def _tick(self) -> None:
        while True:
            await self._house.clock.sleep(TICK)
            self.post("tick")

    async def _take(self, item: Item) -> None:
        """A bug while an event is taken ends the session of whoever met it, not the kiosk."""
        try:
            await self._handle(item)
        except Exception as error:
            if self._play is None:
                raise
            place = place_of(error.__traceback__)
            log(Log.ACTIVITY_BROKE, state=self._play.state, error=type(error).__name__, place=place)
            await self._end_session("broken")

    async def _handle(self, item: Item) -> None:
        match item:
            case Act(serial, event, data):
                if serial == self._serial:
                    await self._act(event, data)
            case Told(event=event):
                if self._is_present(item):
                    await self._event(event)
            case Broke():
                if self._is_present(item):
                    await self._end_session("broken")
            case Happened("tick"):
                await self._on_tick()
            case Happened(event):
                if event in ("opened", "closed"):
                    await self._house_event(event)
                    return
                if event.startswith("help_"):
                    self._trace_line(event)
                self._refresh()

    def _is_present(self, news: Told | Broke) -> bool:
        return self._building.is_present(news) or (self._play is not None and self._play.is_present(news))

    # --- events -------------------------------------------------------------------------------------------

    async def _act(self, event: str, data: str) -> None:
        match event:
            case "start":
                await self._begin_session()
            case "contrast":
                self._theme = THEMES[(THEMES.index(self._theme) + 1) % len(THEMES)]
                self._traced(event)
            case "help":
                self._help_open = True
                self._traced(event)
            case "close_help":
                self._close_help()
                self._traced(event)
            case _ if self._staff.takes(event):
                self._staff.act(event, data)
                self._traced(event)
            case "call_person":
                self._help.call(self._session.tally.service if self._session else "")
                self._traced(event)
            case "cancel_call":
                self._help.cancel()
                self._traced(event)
            case "stay":
                self._attention.stay()
                self._traced(event)
            case "more_time":
                self._attention.more_time()
                self._traced(event)
            case "idle_finish":
                self._trace_line(event)
                await self._end_session("finished")
            case "language":
                self._close_help()
                await self._event("change_language")
            case _:
                self._close_help()
                await self._event(event, data)

    def _close_help(self) -> None:
        self._help_open = False
        self._staff.close()

    async def _event(self, event: str, data: str = "") -> None:
        if self._play is None or self._session is None:
            await self._house_event(event)
            return
        if event not in ALL_EVENTS:
            raise ValueError(f"no state knows the event {event}")
        change = self._play.send(event, data=data, facts=self._house.facts())
        chosen = data if event == "choose_service" else ""
        self._session.tally.moved(
            change.entered, self._session.language, chosen, self._house.clock.monotonic()
        )
        if self._play.state == "over":
            self._trace.line(self._house.clock.monotonic(), event, self._session.screen)
            await self._end_session("finished")
            return
        self._session.screen = self._play.state
        self._trace_line(event)
        if change:
            self._attention.touched()
            self._present(forward=event not in BACKWARDS)
        else:
            self._refresh()
        await self._play.settle(change)

    async def _house_event(self, event: str) -> None:
        change = self._building.send(event)
        self._trace_line(event)
        if self._building.state == "attract":
            self._theme = THEMES[0]
            self._lit = 0
        if change:
            self._present()
        await self._building.settle(change)

    def _traced(self, event: str) -> None:
        self._trace_line(event)
        self._refresh()

    def _trace_line(self, event: str) -> None:
        state = self._play.state if self._play is not None else self._building.state
        self._trace.line(self._house.clock.monotonic(), event, state)

    # --- a session ----------------------------------------------------------------------------------------

    async def _begin_session(self) -> None:
        if self._building.state != "attract":
            return
        await self._building.settle(self._building.send("start"))
        tally, instead = self._house.laboratory.begin()
        first = self._house.settings.languages.first
        self._session = session = Session(first, instead=instead, tally=tally)
        self._play = Performance(
            lambda listeners: SessionChart(session, listeners=listeners),
            {state: self._starter(activity) for state, activity in ACTIVITIES.items()},
            self._queue.put_nowait,
        )
        session.screen = self._play.state
        self._attention.begin()
        self._trace_line("start")
        log(Log.SESSION_STARTED)
        self._present()
        await self._play.settle(self._play.opening)

    def _starter(self, activity: Activity) -> Start:
        session = self._session
        assert session is not None

        def start(tell: Callable[[str], None]) -> Awaitable[str | None]:
            return activity(Step(session=session, house=self._house, refresh=self._refresh, tell=tell))

        return start

    async def _end_session(self, why: str) -> None:
        """Whatever the reason: end what runs, leave nothing of the person, then say goodbye."""
        session, play = self._session, self._play
        if session is None or play is None:
            return
        self._building.send("session_over")
        self._close_help()
        self._attention.end()
        self._present()
        await play.stop()
        self._help.cancel()
        self._farewell = Farewell(
            language=session.language,
            took_paper=session.paper.printed,
            card_on_reader=self._house.reader_has_card,
            procedure=session.padro.procedure,
        )
        self._house.farewell(session, why)
        self._session = self._play = session = play = None
        self._window.wipe()
        self._shown = None
        gc.collect()
        log(Log.SESSION_ENDED, why=why)
        await self._house_event("wiped_after_fault" if why == "broken" else "wiped")

    # --- attention ----------------------------------------------------------------------------------------

    async def _on_tick(self) -> None:
        if self._session is not None:
            if self._session.screen in BUSY:
                self._attention.touched()
            if self._attention.tick() == "away":
                self._trace_line("away")
                await self._end_session("away")
                return
            if self._attention.just_warned:
                self._trace_line("idle_warning")
        self._refresh()

    # --- activities of the house --------------------------------------------------------------------------

    async def _attract(self, tell: Callable[[str], None]) -> None:
        while True:
            await self._house.clock.sleep(ARCH_LIT_FOR)
            self._lit += 1
            self._refresh()

    async def _rest(self, tell: Callable[[str], None]) -> str:
        await self._house.clock.sleep(self._house.settings.session.goodbye_seconds)
        return "rested"

    # --- what goes out ------------------------------------------------------------------------------------

    @property
    def _words(self) -> Words:
        if self._session is not None:
            language, instead = self._session.language, self._session.instead
            return Words(language, instead) if instead else words(language)
        offered = self._house.settings.languages.offered
        if self._building.state in ("goodbye", "broken", "wiping") and self._farewell is not None:
            return words(self._farewell.language)
        if self._building.state == "attract":
            return words(offered[self._lit // ARCHES_A_LANGUAGE % len(offered)])
        return words(self._house.settings.languages.first)

    def _view(self) -> View:
        spoken, house = self._words, self._house
        match self._building.state:
            case "in_session" if self._session is not None and self._play is not None:
                return VIEWS[self._play.state](self._session, house, spoken)
            case "attract":
                return house_views.attract(house, spoken, self._lit)
            case "goodbye" if self._farewell is not None:
                return house_views.goodbye(house, spoken, self._farewell)
            case "broken":
                return house_views.broken(spoken)
            case "out_of_service":
                return house_views.out_of_service(spoken, self._for_staff)
            case _:
                return house_views.wiping(spoken)

    def _present(self, *, forward: bool = True) -> None:
        """A new screen: acts of the one before no longer count."""
        self._serial += 1
        self._drop_grace()
        self._around()
        view = self._view()
        if isinstance(view, Wait) and self._shown is not None:
            self._grace = asyncio.create_task(self._show_later(self._serial, forward))
        else:
            self._show(view, forward=forward)

    async def _show_later(self, serial: int, forward: bool) -> None:
        await self._house.clock.sleep(WAIT_SHOWN_AFTER)
        if serial == self._serial:
            self._show(self._view(), forward=forward)

    def _drop_grace(self) -> None:
        if self._grace is not None:
            self._grace.cancel()
            self._grace = None

    def _show(self, view: View, *, forward: bool) -> None:
        self._window.show(self._serial, view, forward=forward)
        self._shown = view

    def _refresh(self) -> None:
        """The same screen, with what is remembered now."""
        view = self._view()
        if self._shown is not None and type(view) is type(self._shown) and view != self._shown:
            self._show(view, forward=True)
        self._around()

    def _around(self) -> None:
        in_session = self._session is not None and self._building.state == "in_session"
        around = Around(
            house_state=self._building.state,
            screen=self._session.screen if in_session and self._session is not None else "",
            service=self._session.spine.service if in_session and self._session is not None else "",
            theme=self._theme,
            help_open=self._help_open,
            help_state=self._help.state,
            staff=self._staff,
            idle_left=self._attention.left,
            idle_total=self._attention.countdown,
        )
        self._window.shell(shell_view(around, self._house, self._words))
