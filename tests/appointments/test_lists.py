"""A town with forty of everything: each is shown once as the pages are turned, and found by its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import given, strategies as st

from kiosk.house import House
from kiosk.services.appointments.choices import (
    choose_group,
    choose_procedure,
    turn_page,
)
from kiosk.services.appointments.lookup_views import appointments_list
from kiosk.services.appointments.memory import Held, Listed
from kiosk.services.appointments.search_choices import begin_office_search, know
from kiosk.services.appointments.views import (
    appointments_day,
    appointments_office,
    appointments_office_search,
    appointments_procedure,
    appointments_search,
)
from kiosk.services.common.paging import page_of
from kiosk.services.common.searching import Search
from kiosk.session import Session
from kiosk.seu.models import Appointment, AppointmentCatalogue, CalendarDay, Days
from screens.i18n.words import words
from screens.view import Choice
from tests.flows.clocks import ManualClock

FORTY = range(40)
STREETS = ("Carrer de Girona", "Avinguda del Carrilet", "Plaça de l’Ajuntament", "Rambla de la Marina")
TODAY = date(2026, 11, 26)
HOUSE = cast(House, SimpleNamespace(clock=ManualClock(), reads_documents=True))
SAY = words("ca")


def named(text: str, number: int) -> dict[str, str]:
    return dict.fromkeys(("ca", "es", "en"), f"{text} {number}")


CATALOGUE = AppointmentCatalogue.model_validate(
    {
        "groups": [{"id": f"group{n}", "name": named("Tema", n)} for n in FORTY],
        "procedures": [
            {
                "id": f"procedure{n}",
                # Forty of the first group, and one of each other.
                "group": f"group{max(0, n - 39)}",
                "name": named("Tràmit", n),
                "identity": None,
                "minutes": 10,
                "offices": [f"office{office}" for office in FORTY],
                "bring": [],
                "words": [],
            }
            for n in range(79)
        ],
        "offices": [
            {"id": f"office{n}", "name": named("Oficina", n), "address": f"{STREETS[n % 4]}, {n}"}
            for n in FORTY
        ],
        "lapse_minutes": 10,
    }
)


@pytest.fixture
def session() -> Session:
    made = Session(language="ca")
    know(made.appointments, CATALOGUE)
    made.appointments.group = "group0"
    return made


def walked(
    session: Session, which: Listed | Search, show: Callable[[], Sequence[Choice]], most: int, pages: int
) -> list[str]:
    """The ids on each page, until the first comes again; none has more than `most`."""
    seen: list[str] = []
    first = [choice.id for choice in show()]
    for _ in range(pages):
        shown = [choice.id for choice in show()]
        assert 0 < len(shown) <= most
        seen += shown
        if isinstance(which, Search):
            which.turned += 1
        else:
            turn_page(which)(session)
    assert [choice.id for choice in show()] == first
    return seen


def test_every_topic_and_every_procedure_of_one_has_its_page(session: Session) -> None:
    def shown() -> Sequence[Choice]:
        return appointments_procedure(session, HOUSE, SAY).groups

    assert walked(session, Listed.TOPICS, shown, 5, 8) == [group.id for group in CATALOGUE.groups]

    def procedures() -> Sequence[Choice]:
        return appointments_procedure(session, HOUSE, SAY).procedures

    expected = [one.id for one in CATALOGUE.procedures if one.group == "group0"]
    assert len(expected) == 40
    assert walked(session, Listed.PROCEDURES, procedures, 4, 10) == expected
    turn_page(Listed.PROCEDURES)(session)
    choose_group(session, "group39")
    assert [choice.id for choice in procedures()] == ["procedure78"]
    assert appointments_procedure(session, HOUSE, SAY).more is None


def test_every_office_has_its_page(session: Session) -> None:
    choose_procedure(session, "procedure0")

    def shown() -> Sequence[Choice]:
        return appointments_office(session, HOUSE, SAY).offices

    assert walked(session, Listed.OFFICES, shown, 8, 5) == [office.id for office in CATALOGUE.offices]


def test_every_appointment_of_ones_own_has_its_page(session: Session) -> None:
    session.appointments.mine = tuple(
        Appointment(
            appointment=f"appointment{n:06}",
            code=f"code{n:012}",
            number=f"AAAA-{n:04}",
            procedure="procedure0",
            office="office0",
            at=datetime(2026, 11, 26, 9, 0, tzinfo=UTC) + timedelta(days=n),
        )
        for n in FORTY
    )

    def shown() -> Sequence[Choice]:
        return appointments_list(session, HOUSE, SAY).appointments

    expected = [one.appointment for one in session.appointments.mine]
    assert walked(session, Listed.MINE, shown, 4, 10) == expected


def test_every_hour_has_its_page_and_the_held_one_is_among_them(session: Session) -> None:
    memory = session.appointments
    nine = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
    memory.days = Days(today=TODAY, days=(CalendarDay(day=TODAY, state="open", free=8),))
    memory.day = TODAY
    memory.hours = tuple(nine + timedelta(minutes=20 * n) for n in range(8))
    memory.held = Held("hold", nine - timedelta(minutes=20), 1e9)

    def shown() -> Sequence[Choice]:
        return appointments_day(session, HOUSE, SAY).hours

    assert len(walked(session, Listed.HOURS, shown, 8, 2)) == 9
    assert appointments_day(session, HOUSE, SAY).more_hours.label


def test_an_office_is_found_by_its_name_and_by_its_street(session: Session) -> None:
    choose_procedure(session, "procedure0")
    begin_office_search(session)
    search = session.appointments.office_search

    def shown() -> Sequence[Choice]:
        return appointments_office_search(session, HOUSE, SAY).choices

    assert not shown()
    search.look_for("oficina 37")
    assert shown()[0].id == "office37"
    search.look_for("placa ajuntament")
    found = walked(session, search, shown, 3, 4)
    assert found == [f"office{n}" for n in FORTY if n % 4 == 2]
    search.look_for("enlloc")
    view = appointments_office_search(session, HOUSE, SAY)
    assert not view.choices
    assert view.notice.text


def test_a_procedure_is_found_by_its_topic_too_after_those_that_are_called_so(session: Session) -> None:
    search = session.appointments.search

    def shown() -> Sequence[Choice]:
        return appointments_search(session, HOUSE, SAY).choices

    search.look_for("tema 39")
    assert [choice.id for choice in shown()][:2] == ["procedure39", "procedure78"]
    search.look_for("tramit 7")
    assert shown()[0].id == "procedure7"
    search.look_for("tema")
    assert len(walked(session, search, shown, 3, 27)) == len(CATALOGUE.procedures)


@given(st.lists(st.integers(), max_size=60), st.integers(min_value=1, max_value=9))
def test_turning_through_all_pages_shows_each_thing_once_and_in_order(things: list[int], most: int) -> None:
    count = page_of(things, 0, most).count
    pages = [page_of(things, turned, most) for turned in range(count)]
    assert [thing for page in pages for thing in page.things] == things
    assert [page.number for page in pages] == list(range(1, count + 1))
    assert page_of(things, count, most) == pages[0]
