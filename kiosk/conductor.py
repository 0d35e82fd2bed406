"""The heart: takes events from one queue, one at a time; charts, activities, views and window follow.

A citizen's session is one run of `SessionChart`, made at the first touch, gone at the wipe with all it held.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from kiosk import heap
from kiosk.activity import Activity, Step
from kiosk.attention import Attention
from kiosk.cast import ACTIVITIES, ALL_EVENTS, BUSY, VIEWS
from kiosk.charts import HouseChart
from kiosk.flow import SessionChart
from kiosk.house import House
from kiosk.lobby import Lobby
from kiosk.logs import Event as Log, log, place_of
from kiosk.paper.document import rest
from kiosk.performance import Broke, Performance, Start, Told
from kiosk.presenter import Presenter, Window
from kiosk.services.common.from_home import done_in, from_home
from kiosk.services.common.house_views import Farewell
from kiosk.session import Session
from kiosk.shell import shell_view
from kiosk.surroundings import Surroundings
from kiosk.trace import Trace
from screens.common.views import Goodbye
from screens.i18n.words import Words, words
from screens.view import View

TICK = 1.0
AT_REST = ("attract", "out_of_service")
"""Where nobody is, and the technician may ask to enter."""

BACKWARDS = frozenset({"back", "home", "stop_reading", "card_pulled", "card_removed"})
"""Events after which the next screen comes from the other side."""


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
        self._lobby = Lobby(house, self._refresh)
        self._admin = self._lobby.admin
        self._attention = Attention(house.clock, house.settings.session)
        self._surroundings = Surroundings(house, self._attention, lambda state: self.post(f"help_{state}"))
        self._presenter = Presenter(window, house.clock, self._view, self._variant)
        self._session: Session | None = None
        self._play: Performance | None = None
        self._building = Performance(
            lambda listeners: HouseChart(listeners=listeners),
            self._lobby.activities,
            self._queue.put_nowait,
        )

    # --- what comes in ------------------------------------------------------------------------------------

    def acted(self, serial: int, event: str, data: str) -> None:
        """An act of the window."""
        self._queue.put_nowait(Act(serial, event, data))

    def touched(self) -> None:
        """Any touch anywhere is a sign of life."""
        self._attention.touched()
        self._admin.touched()

    def post(self, event: str) -> None:
        """Something happened in the house."""
        self._queue.put_nowait(Happened(event))

    # --- the loop -----------------------------------------------------------------------------------------

    async def run(self, opening: str = "opened", for_staff: tuple[str, ...] = ()) -> None:
        """Conduct until cancelled. `opening` is `closed` where the kiosk must not serve anybody."""
        self._admin.back, self._admin.for_staff = opening, for_staff
        ticking = asyncio.create_task(self._tick(), name="tick")
        self._surroundings.begin()
        try:
            await self._house_event(opening)
            while True:
                await self._take(await self._queue.get())
        finally:
            ticking.cancel()
            self._presenter.rest()
            self._surroundings.call_off()
            if self._play is not None:
                await self._play.stop()
            await self._building.stop()
            self._trace.close()

    async def _tick(self) -> None:
        while True:
            await self._house.clock.sleep(TICK)
            self.post("tick")

    async def _take(self, item: Item) -> None:
        """A bug while an event is taken ends the session or visit of whoever met it, not the kiosk."""
        try:
            await self._handle(item)
        except Exception as error:
            if self._play is None and not self._in_admin:
                raise
            place = place_of(error.__traceback__)
            log(Log.ACTIVITY_BROKE, state=self._state, error=type(error).__name__, place=place)
            await self._give_up()

    async def _handle(self, item: Item) -> None:
        match item:
            case Act(serial, event, data):
                if serial == self._presenter.serial:
                    await self._act(event, data)
            case Told(event=event):
                if self._is_present(item):
                    await self._event(event)
            case Broke():
                if self._is_present(item):
                    await self._give_up()
            case Happened("tick"):
                await self._on_tick()
            case Happened(event):
                if event in ("opened", "closed"):
                    self._admin.back = event
                    if not self._in_admin:
                        await self._house_event(event)
                    return
                if event.startswith("help_"):
                    self._trace_line(event)
                self._refresh()

    def _is_present(self, news: Told | Broke) -> bool:
        return self._building.is_present(news) or (self._play is not None and self._play.is_present(news))

    # --- events -------------------------------------------------------------------------------------------

    async def _act(self, event: str, data: str) -> None:
        if self._surroundings.act(event, data, self._session.tally.service if self._session else ""):
            self._trace_line(event)
            self._refresh()
            return
        match event:
            case "admin_ask":
                if self._building.state in AT_REST and self._admin.opens():
                    await self._house_event(event)
            case _ if self._in_admin:
                await self._act_in_admin(event, data)
            case "start":
                await self._begin_session()
            case "idle_finish":
                self._trace_line(event)
                await self._end_session("finished")
            case "language":
                self._surroundings.close_help()
                await self._event("change_language")
            case _:
                self._surroundings.close_help()
                await self._event(event, data)

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
        if self._building.state in AT_REST:
            self._surroundings.restore()
            self._lobby.afresh()
        if change:
            self._present()
        await self._building.settle(change)

    async def _act_in_admin(self, event: str, data: str) -> None:
        if leads := self._admin.act(event, data):
            await self._house_event(leads)
        else:
            self._trace_line(event)
            self._refresh()

    async def _give_up(self) -> None:
        """Something has a bug: whoever is there is done."""
        if self._in_admin:
            await self._house_event(self._admin.leave("fault"))
        else:
            await self._end_session("broken")

    @property
    def _in_admin(self) -> bool:
        return self._building.state.startswith("admin_")

    @property
    def _state(self) -> str:
        return self._play.state if self._play is not None else self._building.state

    def _trace_line(self, event: str) -> None:
        self._trace.line(self._house.clock.monotonic(), event, self._state)

    # --- a session ----------------------------------------------------------------------------------------

    async def _begin_session(self) -> None:
        if self._building.state != "attract":
            return
        await self._building.settle(self._building.send("start"))
        tally, tried = self._house.laboratory.begin()
        first = self._house.settings.languages.first
        self._session = session = Session(first, tried=tried, tally=tally, look=self._surroundings.look)
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
        self._surroundings.close_help()
        self._attention.end()
        self._present()
        await play.stop()
        self._surroundings.call_off()
        self._lobby.farewell = farewell = Farewell(
            language=session.language,
            took_paper=session.paper.printed,
            card_on_reader=self._house.reader_has_card,
            done=done_in(session),
        )
        if why == "finished" and from_home(farewell.done, self._house, words(farewell.language)):
            session.tally.offered_from_home()
        self._house.farewell(session, why)
        self._session = self._play = session = play = None
        self._presenter.wipe()
        rest()
        gc.collect()
        heap.give_back()
        log(Log.SESSION_ENDED, why=why)
        await self._house_event("wiped_after_fault" if why == "broken" else "wiped")
        if isinstance(self._presenter.shown, Goodbye) and self._presenter.shown.home_title:
            self._trace_line("from_home_offered")

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
        elif self._in_admin and self._admin.silent:
            await self._house_event(self._admin.leave("silence"))
        self._refresh()

    # --- what goes out ------------------------------------------------------------------------------------

    @property
    def _words(self) -> Words:
        if self._session is not None:
            language, instead = self._session.language, self._session.tried.texts
            return Words(language, instead) if instead else words(language)
        return self._lobby.words(self._building.state)

    def _variant(self) -> str:
        """In which the session's lot has the present screen drawn."""
        if self._building.state == "in_session" and self._session is not None:
            return self._session.tried.screens.get(self._session.screen, "")
        return ""

    def _view(self) -> View:
        if self._building.state == "in_session" and self._session is not None and self._play is not None:
            return VIEWS[self._play.state](self._session, self._house, self._words)
        return self._lobby.view(self._building.state, self._words)

    def _present(self, *, forward: bool = True) -> None:
        self._around()
        self._presenter.present(forward=forward)

    def _refresh(self) -> None:
        self._presenter.refresh()
        self._around()

    def _around(self) -> None:
        in_session = self._session is not None and self._building.state == "in_session"
        screen = self._session.screen if in_session and self._session is not None else ""
        service = self._session.spine.service if in_session and self._session is not None else ""
        around = self._surroundings.around(self._building.state, screen, service)
        self._window.shell(shell_view(around, self._house, self._words))
