"""The consent sheet: only beside a person of the office, with nothing of a person, never said too soon."""

from __future__ import annotations

import asyncio
from dataclasses import astuple
from pathlib import Path

import pytest

from config.settings import FileLanguage, Kiosk, Languages, Role, Settings
from demo.town import Town
from kiosk.conductor import Conductor
from kiosk.flow import SessionChart
from kiosk.house import House
from kiosk.paper.ticket import Blank, Inverted, Text
from kiosk.services.common.states import Facts
from kiosk.services.common.views import menu
from kiosk.services.consent.sheet import sheet_of
from kiosk.services.consent.states import OTHER, PROCEDURES
from kiosk.session import Session
from kiosk.tour.journeys.parts import TO_MENU
from kiosk.tour.player import Player
from kiosk.tour.steps import At, Dial, Journey, Seen, Touch
from screens.i18n.words import LANGUAGES, words
from tests.flows.lonely import Lonely, in_lonely_kiosk
from tests.flows.plain import PlainWindow, in_plain_kiosk, settings_of

ASSISTED = {"KIOSK_KIOSK__ROLE": "assisted"}


def at_menu(facts: Facts) -> SessionChart:
    chart = SessionChart(Session("ca"))
    chart.send("choose_language", data="ca", facts=facts)
    return chart


def test_without_a_person_of_the_office_nobody_comes_to_the_sheet() -> None:
    chart = at_menu(Facts())
    chart.send("choose_service", data="consent", facts=Facts())
    assert {state.id for state in chart.configuration} == {"menu"}


def test_what_is_no_procedure_prints_nothing() -> None:
    facts = Facts(assisted=True)
    chart = at_menu(facts)
    chart.send("choose_service", data="consent", facts=facts)
    for nonsense in ("", "taxes", "padro "):
        chart.send("choose_consent", data=nonsense, facts=facts)
        assert "consent_choose" in {state.id for state in chart.configuration}


@pytest.mark.parametrize(
    ("role", "has_it"), [("blue", False), ("welcome", False), ("arrival", False), ("assisted", True)]
)
def test_only_the_assisted_zone_offers_it(role: Role, has_it: bool, tmp_path: Path) -> None:
    async def looked(lonely: Lonely) -> None:
        lonely.house.settings = Settings(kiosk=Kiosk(role=role))
        shown = menu(Session("ca"), lonely.house, words("ca"))
        assert ("consent" in {choice.id for choice in shown.choices}) == has_it

    in_lonely_kiosk(tmp_path, looked)


FILES: tuple[FileLanguage, ...] = ("ca", "es")


@pytest.mark.parametrize("kept", FILES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_copy_is_in_its_language_for_one_procedure_and_leaves_the_person_to_be_written(
    language: str, kept: FileLanguage, tmp_path: Path
) -> None:
    async def looked(lonely: Lonely) -> None:
        house = lonely.house
        house.settings = Settings(kiosk=Kiosk(role="assisted"), languages=Languages(file=kept))
        for procedure in PROCEDURES:
            session = Session(language)
            session.consent.procedure = procedure
            person, file = sheet_of(session, house).pieces
            for whose, copy, say in (("person", person, words(language)), ("file", file, words(kept))):
                assert Text(f"**{say(f'paper.consent.{whose}')}**") in copy
                assert Text(say("paper.consent.text")) in copy
                named = [block.text for block in copy if isinstance(block, Inverted)]
                assert named == ([] if procedure == OTHER else [say(f"consent.{procedure}")])
                written = [block.label for block in copy if isinstance(block, Blank)]
                assert {say("paper.consent.name"), say("paper.consent.document")} <= set(written)
                assert (say("paper.consent.procedure") in written) == (procedure == OTHER)
                assert len([block for block in copy if isinstance(block, Blank) and block.tall]) == 2
                for law in ("39/2015", "203/2021", "12.2"):
                    assert law in repr(astuple(copy[-1]))
            assert [type(block) for block in person] == [type(block) for block in file]
            assert (person[4:] == file[4:]) == (language == kept)

    in_lonely_kiosk(tmp_path, looked)


@pytest.mark.logs("printer_status")
def test_a_sheet_that_did_not_come_out_is_not_said_to_have(town: Town) -> None:
    journey = Journey(
        "no-sheet",
        "The ticket printer has no paper.",
        steps=(
            Dial("ticket", {"paper_out": True}),
            *TO_MENU,
            Touch("choose_service:consent"),
            At("consent_choose"),
            Touch("choose_consent:padro"),
            At("consent_print"),
            Seen("consent.notprinted"),
        ),
        states=(),
        requests=(),
        papers={},
    )
    player = Player(None, "ca")

    async def play(window: PlainWindow, conductor: Conductor, house: House) -> None:
        await player.play(journey, window, town, lambda: house.facts().off)

    before = len(town.papers("ticket"))
    asyncio.run(in_plain_kiosk(settings_of(town, ASSISTED), player.heard, play))
    assert len(town.papers("ticket")) == before
