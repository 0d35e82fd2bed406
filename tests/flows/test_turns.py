"""A turn for the desk: who goes first is nobody's business, and what was lost is said."""

from __future__ import annotations

import asyncio
from datetime import datetime

import pytest

from demo.town import Town
from kiosk.conductor import Conductor
from kiosk.house import House
from kiosk.services.person.memory import Reason
from kiosk.services.person.ticket import ticket_as_it_was, turn_of
from kiosk.services.person.views import person_turn
from kiosk.services.turns.views import turns_none
from kiosk.session import Session
from kiosk.seu.models import Turn, TurnPlace
from kiosk.tour.journeys.turns import TO_PRIORITY
from kiosk.tour.player import Player
from kiosk.tour.steps import At, Journey, Step, Touch
from screens.i18n.words import LANGUAGES, words
from tests.flows.clocks import ManualClock
from tests.flows.plain import PlainWindow, in_plain_kiosk, settings_of

GIVEN = Turn(
    turn="Hs8dK2mQv0Xc5TzWn7RbYg",
    number="B 047",
    zone="orange",
    ahead=4,
    wait_minutes=12,
    follow_url="https://seu.exemple.cat/torn/7f3k9q2m",
)


def trace_of(steps: tuple[Step, ...], town: Town) -> list[tuple[str, str]]:
    """Every event with its state, as the trace has them."""
    heard: list[tuple[str, str]] = []
    player = Player(None, "ca")

    def hear(event: str, state: str) -> None:
        player.heard(event, state)
        heard.append((event, state))

    async def play(window: PlainWindow, conductor: Conductor, house: House) -> None:
        journey = Journey("", "", steps=steps, states=(), requests=(), papers={})
        await player.play(journey, window, town, lambda: house.facts().off)

    asyncio.run(in_plain_kiosk(settings_of(town, {}), hear, play))
    return heard


def test_the_trace_does_not_tell_who_goes_first(town: Town) -> None:
    traces = []
    for answer in ("no", "yes"):
        town.start_afresh()
        steps = (
            *TO_PRIORITY,
            Touch(f"choose_priority:{answer}"),
            At("person_turn"),
            Touch("done"),
            At("more"),
        )
        traces.append(trace_of(steps, town))
    assert traces[0] == traces[1]


def with_turn(*, priority: bool | None) -> Session:
    session = Session(language="ca")
    session.person.priority = priority
    session.person.turn = GIVEN
    return session


def test_neither_ticket_nor_screen_tells_who_goes_first(town: Town) -> None:
    async def look(window: PlainWindow, conductor: Conductor, house: House) -> None:
        first, ordinary = with_turn(priority=True), with_turn(priority=False)
        assert turn_of(first, house) == turn_of(ordinary, house)
        for language in LANGUAGES:
            spoken = words(language)
            assert person_turn(first, house, spoken) == person_turn(ordinary, house, spoken)
        assert "True" not in repr(first.person)

    asyncio.run(in_plain_kiosk(settings_of(town, {}), lambda event, state: None, look))


def test_nobody_is_asked_twice_who_goes_first_and_another_reason_is_another_turn() -> None:
    session = Session(language="ca")
    session.person.priority, session.person.turn, session.person.queue = True, GIVEN, "taxes"
    session.person.lead(Reason.COLLECT)
    assert session.person.priority is True
    assert (session.person.turn, session.person.queue, session.person.key) == (None, "", "")


@pytest.mark.parametrize(
    ("place", "unheard", "said"),
    [
        (None, False, "L’estem imprimint…"),
        ({"state": "waiting", "ahead": 2}, False, "L’estem imprimint…"),
        ({"state": "called", "desk": "3"}, True, "Aneu a la taula 3."),
        ({"state": "called"}, False, "Mireu la pantalla."),
        ({"state": "gone"}, False, "Si no hi heu anat, digueu-ho al taulell."),
    ],
)
def test_the_screen_says_how_far_the_queue_has_come(
    town: Town, place: dict[str, object] | None, unheard: bool, said: str
) -> None:
    async def look(window: PlainWindow, conductor: Conductor, house: House) -> None:
        session = with_turn(priority=None)
        if place is not None:
            known: dict[str, object] = {"turn": GIVEN.turn, "ahead": 0, "wait_minutes": 0, **place}
            session.person.place = TurnPlace.model_validate(known)
        session.person.unheard = unheard
        view = person_turn(session, house, words("ca"))
        assert view.notice.text == said
        assert view.figures[0].title == str(place.get("ahead", 0) if place else GIVEN.ahead)

    asyncio.run(in_plain_kiosk(settings_of(town, {}), lambda event, state: None, look))


def test_a_zone_that_is_not_known_here_is_no_dead_end(town: Town) -> None:
    async def look(window: PlainWindow, conductor: Conductor, house: House) -> None:
        session = with_turn(priority=None)
        session.person.turn = GIVEN.model_copy(update={"zone": "mezzanine"})
        view = person_turn(session, house, words("en"))
        assert view.where == "Take a seat and wait"

    asyncio.run(in_plain_kiosk(settings_of(town, {}), lambda event, state: None, look))


def test_a_ticket_is_printed_again_as_it_was_though_the_hour_and_the_queue_have_moved(town: Town) -> None:
    async def look(window: PlainWindow, conductor: Conductor, house: House) -> None:
        clock = ManualClock()
        house.clock = clock
        session = with_turn(priority=None)
        first = ticket_as_it_was(session, house)
        await clock.move(120)
        session.person.place = TurnPlace(turn=GIVEN.turn, state="waiting", ahead=1, wait_minutes=3)
        assert turn_of(session, house) != first
        assert ticket_as_it_was(session, house) == first

    asyncio.run(in_plain_kiosk(settings_of(town, {}), lambda event, state: None, look))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ca", "Torneu divendres 27 de novembre, a partir de les 8.30\u00a0h."),
        ("es", "Vuelva el viernes 27 de noviembre, a partir de las 8:30."),
        ("en", "Come back on Friday 27 November, from 8:30 on."),
    ],
)
def test_when_there_are_turns_again_is_said_in_the_towns_time(town: Town, language: str, said: str) -> None:
    async def look(window: PlainWindow, conductor: Conductor, house: House) -> None:
        session = Session(language=language)
        session.person.back_at = datetime.fromisoformat("2026-11-27T07:30:00+00:00")
        assert turns_none(session, house, words(language)).panels[-1].strong == said
        session.person.back_at = None
        assert turns_none(session, house, words(language)).panels[-1].strong

    asyncio.run(in_plain_kiosk(settings_of(town, {}), lambda event, state: None, look))
