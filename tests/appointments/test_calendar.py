"""The calendar and the countdown as a person sees them, whatever the clocks say."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from types import SimpleNamespace
from typing import cast
from zoneinfo import ZoneInfo

import pytest

from demo.seu.appointments_town import appointment_catalogue
from kiosk.activity import Step
from kiosk.house import House
from kiosk.services.appointments.activities import appointments_confirm
from kiosk.services.appointments.choices import choose_hour, choose_procedure, is_free_hour, turn_weeks
from kiosk.services.appointments.memory import Act, Appointments, Held
from kiosk.services.appointments.order_views import appointments_confirm as confirm_view
from kiosk.services.appointments.said import facts
from kiosk.services.appointments.views import appointments_day
from kiosk.session import Session
from kiosk.seu.models import Appointment, AppointmentCatalogue, CalendarDay, Days
from screens.appointments.views import AppointmentsDay
from screens.i18n.words import LANGUAGES, words
from tests.flows.clocks import ManualClock, settled
from tests.flows.lonely import Lonely, in_lonely_kiosk

CATALOGUE = AppointmentCatalogue.model_validate(appointment_catalogue(frozenset()))
WINTER, SUMMER = timezone(timedelta(hours=1)), timezone(timedelta(hours=2))
SUNDAY = date(2026, 10, 25)
TWICE = datetime(2026, 10, 25, 2, 30, tzinfo=SUMMER), datetime(2026, 10, 25, 2, 30, tzinfo=WINTER)
MORNING = datetime(2026, 10, 25, 9, 0, tzinfo=WINTER)
SPRING = datetime(2027, 3, 28, 3, 0, tzinfo=SUMMER)
ROOM = CalendarDay(day=SUNDAY, state="open", free=2)


class JumpyClock(ManualClock):
    """The town's; somebody sets it on the wall, and the seconds go on as they do."""

    jump = timedelta()

    def now(self) -> datetime:
        return (super().now() + self.jump).astimezone(ZoneInfo("Europe/Madrid"))


def session(*hours: datetime, today: date = SUNDAY, language: str = "ca") -> Session:
    """Somebody who looks at the hours of a day, of four weeks."""
    made = Session(language=language)
    memory = made.appointments
    memory.catalogue = CATALOGUE
    choose_procedure(made, "join_register")
    days = [CalendarDay(day=today + timedelta(days=n), state="full", free=0) for n in range(28)]
    days[0] = ROOM.model_copy(update={"day": today})
    memory.days, memory.day, memory.hours = Days(today=today, days=tuple(days)), today, hours
    return made


def seen(made: Session) -> AppointmentsDay:
    """The calendar as it is shown."""

    # The clock is all that the view asks of the house.
    house = cast(House, SimpleNamespace(clock=JumpyClock()))
    return appointments_day(made, house, words(made.language))


def test_an_hour_that_comes_twice_says_which_of_the_two_it_is() -> None:
    first, second = seen(session(*TWICE)).hours
    assert (first.title, second.title) == ("2.30 (primera vegada)", "2.30 (segona vegada)")
    assert first.id != second.id


def test_either_of_the_two_can_be_chosen_and_stays_that_one() -> None:
    made = session(*TWICE)
    for at in TWICE:
        assert is_free_hour(made, at.isoformat())
        choose_hour(made, at.isoformat())
        wanted = made.appointments.wanted
        assert wanted is not None
        assert wanted.isoformat() == at.isoformat()


def test_an_ordinary_hour_says_nothing_more() -> None:
    assert seen(session(MORNING, language="en")).hours[0].title == "9:00"


def test_the_night_in_which_an_hour_is_left_out_has_nothing_to_tell_apart() -> None:
    before = (SPRING - timedelta(minutes=20)).astimezone(WINTER)
    assert [hour.title for hour in seen(session(before, SPRING)).hours] == ["1.40", "3.00"]


def closed(*named: tuple[int, str]) -> Session:
    """Somebody who looks at December 2026, in which these days are closed for something."""
    made = session(today=date(2026, 12, 1), language="en")
    names = dict(named)
    days = [
        CalendarDay(day=date(2026, 12, n), state="closed", free=0, because=dict.fromkeys(LANGUAGES, names[n]))
        if n in names
        else CalendarDay(day=date(2026, 12, n), state="open", free=1)
        for n in range(1, 29)
    ]
    made.appointments.days = Days(today=days[0].day, days=tuple(days))
    return made


def test_every_feast_that_is_shown_is_said_with_its_name() -> None:
    told = seen(closed((8, "Immaculate Conception"), (10, "Market day"), (25, "Christmas"))).notice.text
    assert told == (
        "Closed on Tuesday 8 December: Immaculate Conception. Closed on Thursday 10 December: Market day."
    )


def test_days_that_are_closed_for_the_same_are_said_once() -> None:
    told = seen(closed(*((n, "Works") for n in range(7, 11)))).notice.text
    assert told == "Closed from Monday 7 December to Thursday 10 December: Works."


def test_whoever_moves_one_sees_the_hour_that_it_had_and_the_new_one() -> None:
    made = session(MORNING)
    memory = made.appointments
    before, after = MORNING - timedelta(days=3), MORNING
    memory.act, memory.held = Act.MOVE, Held("hold", after, 300)
    memory.made = Appointment(
        appointment="a" * 22,
        code="c" * 22,
        number="AAAA-2222",
        procedure="join_register",
        office="central",
        at=before,
    )
    house = cast(House, SimpleNamespace(clock=JumpyClock()))
    first, second, third = (fact.about for fact in confirm_view(made, house, words("ca")).facts)
    assert (first, second) == (
        "Dijous 22 d’octubre de 2026, 9.00\u00a0h",
        "Diumenge 25 d’octubre de 2026, 9.00\u00a0h",
    )
    assert third.startswith("Oficina")
    memory.moved_from, memory.made = before, memory.made.model_copy(update={"at": after})
    assert [fact.about for fact in facts(made, house, words("ca"))][1:3] == [first, second]


def test_today_is_by_the_clock_of_the_seu() -> None:
    """Three years after the kiosk's own clock."""
    made = session(today=date(2029, 5, 2))
    assert made.appointments.days is not None
    made.appointments.days = Days(
        today=date(2029, 5, 2), days=(CalendarDay(day=date(2029, 5, 2), state="full", free=0),)
    )
    made.appointments.day = None
    [today] = [day for day in seen(made).days if day.id]
    assert (today.title, today.off) == ("2", "Avui")


def test_a_weekend_on_which_there_is_room_has_its_columns() -> None:
    view = seen(session())
    assert view.weekdays == ("dl.", "dt.", "dc.", "dj.", "dv.", "ds.", "dg.")
    assert len(view.days) == 14
    assert [day.id for day in view.days[:6]] == [""] * 6


def test_beyond_the_last_fortnight_there_is_no_way_on() -> None:
    made = session()
    for _ in range(9):
        turn_weeks(1)(made)
    last = seen(made)
    assert not last.later.ready
    assert any(day.id for day in last.days)
    for _ in range(9):
        turn_weeks(-1)(made)
    assert not seen(made).earlier.ready


@pytest.mark.parametrize(
    ("language", "order"),
    [
        ("ca", "Reserva dg.\u00a025, a les 9.00\u00a0h"),
        ("es", "Reservar dom\u00a025, a las 9:00"),
        ("en", "Book Sun\u00a025 at 9:00"),
    ],
)
def test_the_order_says_day_and_hour_in_the_persons_language(language: str, order: str) -> None:
    made = session(MORNING, language=language)
    made.appointments.held = Held("h" * 22, MORNING, ends=300.0)
    assert seen(made).send.label == order


def test_an_hour_that_comes_twice_says_so_on_the_order_too_even_where_only_one_of_them_is_free() -> None:
    made = session(TWICE[1], language="en")
    made.appointments.held = Held("h" * 22, TWICE[1], ends=300.0)
    assert seen(made).send.label == "Book Sun\u00a025 at 2:30 (second time)"


def test_the_hour_that_is_held_stays_among_those_that_are_free() -> None:
    made = session(TWICE[1])
    made.appointments.held = Held("h" * 22, TWICE[0], ends=300.0)
    assert [hour.chosen for hour in seen(made).hours] == [True, False]


# --- the countdown ----------------------------------------------------------------------------------------


def counting(folder: Path, seconds: float, test: Callable[[Session, JumpyClock], Awaitable[str]]) -> str:
    """Run `test` while the screen that confirms counts down; the answer is what the count ended with."""
    ends: list[str] = []

    async def run(kiosk: Lonely) -> None:
        clock = JumpyClock()
        kiosk.house.clock = clock
        made = session(TWICE[0])
        made.appointments.held = Held("h" * 22, TWICE[0], ends=seconds)
        step = Step(session=made, house=kiosk.house, refresh=lambda: None, tell=lambda event: None)
        count = asyncio.ensure_future(appointments_confirm(step))
        await settled()
        shown = confirm_view(made, kiosk.house, words("en")).held
        assert shown == "We are holding this time for **5\u00a0min\u00a00\u00a0s**."
        said = await test(made, clock)
        assert said == "", said
        ends.append(str(await count))

    in_lonely_kiosk(folder, run)
    return ends[0]


@pytest.mark.logs("seu_failed")
def test_the_countdown_goes_by_no_clock_that_anybody_sets(tmp_path: Path) -> None:
    async def test(made: Session, clock: JumpyClock) -> str:
        clock.jump = timedelta(days=-400)
        await clock.move(299)
        if made.appointments.held is None:
            return "it ended too soon"
        clock.jump = timedelta(days=400)
        await clock.move(1)
        return "" if made.appointments.held is None else "it did not end"

    assert counting(tmp_path, 300.0, test) == "hold_ended"


def test_what_is_remembered_shows_nothing() -> None:
    memory = session(*TWICE).appointments
    memory.phone.number = "600000158"
    memory.held = Held("h" * 22, TWICE[0], ends=300.0)
    assert repr(memory) == "Appointments(…)"
    assert isinstance(memory, Appointments)
    assert "600000158" not in repr(memory.phone) + repr(memory.lookup) + repr(memory.held)
