"""Five people, five causes why their documents are given at the desk: nobody can tell them apart."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from demo.town import Town
from kiosk.conductor import Conductor
from kiosk.house import House
from kiosk.tour.journeys.parts import identified
from kiosk.tour.player import Player
from kiosk.tour.steps import At, Journey, Touch
from screens.examples.shell import shell
from screens.i18n.words import words
from screens.stage import Stage
from screens.view import View
from tests.flows.plain import PlainWindow, in_plain_kiosk, settings_of

FIVE = ("anna", "pere", "fatima", "nuria", "josep")
DWELLING = ("volant_dwelling_current", "certificat_dwelling_current")


def seen_by(resident: str, town: Town) -> dict[str, View]:
    """The screens with the documents, and the way to a person."""
    journey = Journey(
        resident,
        "",
        steps=(*identified(resident), Touch(f"choose_document:{DWELLING[0]}"), At("person_offer")),
        states=(),
        requests=(),
        papers={},
    )
    windows: list[PlainWindow] = []
    player = Player(None, "ca")

    async def play(window: PlainWindow, conductor: Conductor, house: House) -> None:
        windows.append(window)
        await player.play(journey, window, town, lambda: house.facts().off or house.reader_has_card)

    asyncio.run(in_plain_kiosk(settings_of(town, {}), player.heard, play))
    return {name: windows[0].seen[name] for name in ("PadroChoose", "PersonOffer")}


@pytest.fixture(scope="module")
def five(open_town: Town) -> dict[str, dict[str, View]]:
    seen = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PCSCLITE_CSOCK_NAME", open_town.environment["PCSCLITE_CSOCK_NAME"])
        for resident in FIVE:
            open_town.start_afresh()
            seen[resident] = seen_by(resident, open_town)
    return seen


def test_all_five_see_the_same_words(five: dict[str, dict[str, View]]) -> None:
    assert all(views == five["anna"] for views in five.values())


def test_what_is_given_at_the_desk_stands_in_its_place_and_says_only_that(
    five: dict[str, dict[str, View]],
) -> None:
    choices = five["anna"]["PadroChoose"].model_dump()["choices"]
    assert [choice["id"] for choice in choices][1] == DWELLING[0]
    assert {choice["off"] for choice in choices if choice["id"] in DWELLING} == {"Aquest es fa al taulell"}


def test_all_five_see_the_same_picture(five: dict[str, dict[str, View]], tmp_path: Path) -> None:
    for name in ("PadroChoose", "PersonOffer"):
        pictures = []
        for resident in FIVE:
            stage = Stage(
                1080,
                1920,
                px_per_mm=3.61,
                fullscreen=False,
                acted=lambda serial, event, data: None,
                touched=lambda: None,
            )
            stage.shell(shell(five[resident][name], words("ca")))
            stage.show(1, five[resident][name])
            stage.grab(tmp_path / f"{resident}.png")
            stage.close()
            pictures.append(QImage(str(tmp_path / f"{resident}.png")))
        assert not pictures[0].isNull()
        assert all(picture == pictures[0] for picture in pictures)
