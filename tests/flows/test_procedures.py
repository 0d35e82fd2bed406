"""What is looked up stays between the person and the screen; what was done is offered from home."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, strategies as st

from demo.seu.procedures import Procedures as DemoProcedures
from demo.seu.town import catalogue
from demo.town import Town
from kiosk.conductor import Conductor
from kiosk.house import House
from kiosk.services.common.from_home import HomeOffer, done_in, from_home
from kiosk.services.common.searching import LONGEST
from kiosk.services.procedures.shelf import Shelf, shelf_of
from kiosk.services.procedures.states import choose
from kiosk.services.procedures.views import (
    LETTERS_A_LINE,
    LINES_OF_A_FACT,
    divided,
    procedures_list,
    procedures_show,
)
from kiosk.session import Session
from kiosk.seu.models import Appointment, Catalogue, Procedures, Turn
from kiosk.tour.journeys.parts import TO_MENU
from kiosk.tour.journeys.procedures import HOME, TO_GROUPS, searched
from kiosk.tour.player import Player
from kiosk.tour.steps import At, Journey, Network, Step, Touch, TypeWords
from screens.common.views import Goodbye
from screens.i18n.words import LANGUAGES, words
from screens.procedures.views import Fact, ProceduresShow
from tests.flows.lonely import Lonely, in_lonely_kiosk
from tests.flows.plain import PlainWindow, in_plain_kiosk, settings_of

TOLD_AT = datetime(2026, 12, 1, 10, 24, tzinfo=ZoneInfo("Europe/Madrid"))
CATALOGUE = Catalogue.model_validate_json(json.dumps(catalogue(["staff"], ["genuine"], handover=False)))


def shelf() -> Shelf:
    told = json.dumps(DemoProcedures().catalogue())
    return shelf_of(Procedures.model_validate_json(told), TOLD_AT)


def played(town: Town, *steps: Step, language: str = "ca") -> tuple[PlainWindow, list[tuple[str, str]]]:
    """What was shown, and the trace."""
    player, lines = Player(None, language), list[tuple[str, str]]()
    windows = []

    def heard(event: str, state: str) -> None:
        player.heard(event, state)
        lines.append((event, state))

    async def play(window: PlainWindow, conductor: Conductor, house: House) -> None:
        windows.append(window)
        journey = Journey("", "", steps, (), (), {})
        await player.play(journey, window, town, lambda: house.facts().off or house.reader_has_card)

    asyncio.run(in_plain_kiosk(settings_of(town, {}), heard, play))
    return windows[0], lines


# --- what is typed ----------------------------------------------------------------------------------------


def test_what_somebody_types_reaches_neither_the_trace_nor_the_seu(town: Town) -> None:
    secret = "violencia"
    typing = (Touch("search"), At("procedures_search"), TypeWords(secret), At("procedures_search"))
    window, lines = played(town, *TO_GROUPS, *typing, *HOME)
    assert "violencia" in window.seen["ProceduresSearch"].model_dump()["typed"]
    assert secret not in json.dumps(lines)
    assert secret not in json.dumps(town.traffic())
    assert all(seen["body"] == "" for seen in town.traffic() if "procedures" in str(seen["path"]))


@given(st.text())
@example("a" * 2 * LONGEST)
def test_whatever_a_keyboard_types_is_short_and_on_one_line(text: str) -> None:
    session = Session("ca")
    session.procedures.shelf = SHELF
    for letter in text:
        session.procedures.search.add(letter)
    assert len(session.procedures.search.typed) <= LONGEST
    assert session.procedures.search.typed.isprintable()
    assert repr(session.procedures.search).startswith("<")
    assert repr(session.procedures) == "LookUp(…)"


SHELF = shelf()


def test_a_seu_that_takes_its_time_keeps_nobody_from_reading_what_it_said(town: Town) -> None:
    listed = (Touch("choose_group:taxes"), At("procedures_list"), Network("slow"))
    opened = (Touch("choose_procedure:ibi"), At("procedures_show"), Network("fine"), *HOME)
    window, _ = played(town, *TO_GROUPS, *listed, *opened)
    view = window.seen["ProceduresShow"]
    assert isinstance(view, ProceduresShow)
    assert view.notice.kind == "care"


# --- from home --------------------------------------------------------------------------------------------


def test_goodbye_offers_from_home_what_was_looked_at_and_the_trace_counts_it_once(town: Town) -> None:
    found = (*TO_GROUPS, *searched("enpadronamiento", "padro_volant"), At("procedures_show"), *HOME)
    window, lines = played(town, *found, language="es")
    goodbye = window.seen["Goodbye"]
    assert isinstance(goodbye, Goodbye)
    assert goodbye.home_text == "Volante de empadronamiento"
    assert goodbye.home_address == "seu.exemple.cat/padro/volant"
    assert goodbye.home_needs == words("es")("home.needs.digital")
    assert lines.count(("from_home_offered", "goodbye")) == 1


def test_whoever_did_nothing_is_offered_nothing(town: Town) -> None:
    window, lines = played(town, *TO_MENU, *HOME)
    goodbye = window.seen["Goodbye"]
    assert isinstance(goodbye, Goodbye)
    assert goodbye.home_qr == goodbye.home_title == ""
    assert "from_home_offered" not in {event for event, _ in lines}


def session_with(chosen: str) -> Session:
    session = Session("ca")
    session.procedures.shelf = SHELF
    choose(session, chosen)
    return session


def test_a_turn_leads_to_an_appointment_unless_something_was_looked_at() -> None:
    turn = Turn(turn="kD3xQm9WzT1vYb6LsNc0Rg", number="B 1", zone="orange", ahead=0, wait_minutes=0)
    waiting = Session("ca")
    waiting.person.turn = turn
    assert done_in(waiting) == ("appointments",)
    booked = Session("ca")
    booked.appointments.made = Appointment(
        appointment="Wc7NkT2qXz9LmVb4RdYs0g",
        code="hT5vRq8LcX2nWz7KdMb4Yg",
        number="4Q7M-2K9X",
        procedure="join_register",
        office="central",
        at=datetime(2026, 11, 26, 9, 30, tzinfo=UTC),
    )
    assert done_in(booked) == ("appointments",)
    reading = session_with("ibi")
    reading.person.turn = turn
    assert done_in(reading) == ("ibi", "appointments")


def test_what_is_not_done_any_more_is_offered_to_nobody() -> None:
    assert done_in(session_with("parella")) == ()
    assert done_in(session_with("there_is_none")) == ()


@pytest.mark.parametrize(
    ("done", "offer"),
    [
        (("ibi",), HomeOffer("Property tax (IBI)", "https://seu.exemple.cat/impostos/ibi", "digital")),
        (("idcat",), HomeOffer("Get idCAT Mòbil", "https://seu.exemple.cat/idcat", "nothing")),
        (("fe_de_vida", "appointments"), HomeOffer("Appointments", "https://seu.exemple.cat/cita", "")),
        (("fe_de_vida",), None),
        ((), None),
    ],
)
def test_the_offer_is_the_first_that_can_be_done_from_home_and_says_what_is_needed(
    done: tuple[str, ...], offer: HomeOffer | None, tmp_path: Path
) -> None:
    async def ask(lonely: Lonely) -> None:
        lonely.house.catalogue, lonely.house.shelf = CATALOGUE, SHELF
        found = from_home(done, lonely.house, words("en"))
        needs = words("en")(f"home.needs.{offer.needs}") if offer and offer.needs else ""
        assert found == (offer and HomeOffer(offer.title, offer.url, needs))

    in_lonely_kiosk(tmp_path, ask)


def test_without_the_procedures_the_catalogue_is_enough(tmp_path: Path) -> None:
    async def ask(lonely: Lonely) -> None:
        lonely.house.catalogue = CATALOGUE
        found = from_home(("padro_volant",), lonely.house, words("ca"))
        assert found is not None
        assert found.needs == words("ca")("home.needs.digital")

    in_lonely_kiosk(tmp_path, ask)


# --- what the screens say ---------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_procedure_says_what_to_bring_what_it_costs_and_where(language: str, tmp_path: Path) -> None:
    async def look(lonely: Lonely) -> None:
        lonely.house.catalogue, say = CATALOGUE, words(language)
        for procedure in SHELF.procedures.procedures:
            if procedure.withdrawn:
                continue
            view = procedures_show(session_with(procedure.id), lonely.house, say)
            told = {fact.title for fact in view.facts}
            assert {say("procedures.needs"), say("procedures.cost"), say("procedures.ways")} <= told
            assert "{" not in repr(view)

    in_lonely_kiosk(tmp_path, look)


def test_a_service_that_this_kiosk_does_not_have_now_is_not_offered(tmp_path: Path) -> None:
    async def look(lonely: Lonely) -> None:
        house, say = lonely.house, words("ca")
        house.catalogue = CATALOGUE
        off = house.facts().off
        for name in ("padro_volant", "fe_de_vida", "casament"):
            offered = {one.id for one in procedures_show(session_with(name), house, say).services}
            assert not offered & set(off)
        assert "appointments" in offered
        without = tuple(one for one in CATALOGUE.services if one.id != "appointments")
        house.catalogue = CATALOGUE.model_copy(update={"services": without})
        offered = {one.id for one in procedures_show(session_with("casament"), house, say).services}
        assert "appointments" not in offered
        house.catalogue = None
        assert procedures_show(session_with("fe_de_vida"), house, say).services == ()

    in_lonely_kiosk(tmp_path, look)


def test_a_town_hall_without_procedures_is_no_town_hall_that_is_down(tmp_path: Path) -> None:
    async def look(lonely: Lonely) -> None:
        house = lonely.house
        house.catalogue = None
        assert house.facts().off["procedures"] == "off.seu"
        house.catalogue = CATALOGUE.model_copy(update={"services": ()})
        assert house.facts().off["procedures"] == "off.procedures"
        house.catalogue = CATALOGUE
        assert "procedures" not in house.facts().off

    in_lonely_kiosk(tmp_path, look)


def test_after_the_last_page_comes_the_first(tmp_path: Path) -> None:
    async def look(lonely: Lonely) -> None:
        session, say = session_with(""), words("ca")
        session.procedures.group = "padro"
        pages = []
        for page in range(3):
            session.procedures.page = page
            pages.append([one.id for one in procedures_list(session, lonely.house, say).choices])
        assert pages[0] == pages[2] != pages[1]
        assert len({*pages[0], *pages[1]}) == len(SHELF.procedures.of_group("padro"))

    in_lonely_kiosk(tmp_path, look)


@given(st.lists(st.text("ab ", min_size=1, max_size=200), max_size=30))
def test_a_fact_that_is_too_long_is_divided_and_loses_nothing(lines: list[str]) -> None:
    pieces = divided(Fact(title="t", icon="check", lines=tuple(lines)))
    assert [line for piece in pieces for line in piece.lines] == lines
    for piece in pieces:
        height = sum(-(-len(line) // LETTERS_A_LINE) for line in piece.lines)
        assert height <= LINES_OF_A_FACT or len(piece.lines) == 1
