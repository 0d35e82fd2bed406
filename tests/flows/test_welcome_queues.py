"""A place of the welcome zone whose queue the seu does not have: staff are told, and the kiosk is open."""

from __future__ import annotations

import asyncio
from pathlib import Path

import httpx
import pytest

from config.settings import Kiosk, Settings
from config.welcome import DEFAULT
from demo.town import Town
from kiosk.checkup import queue_troubles
from kiosk.conductor import Conductor
from kiosk.house import House
from kiosk.seu.models import Catalogue
from kiosk.tour.player import Player
from kiosk.tour.steps import At, Journey, Touch
from tests.contract.spec import contract
from tests.flows.plain import PlainWindow, in_plain_kiosk, settings_of, until

WELCOME = {"KIOSK_KIOSK__ROLE": "welcome"}
CATALOGUE = Catalogue.model_validate(contract()["components"]["examples"]["CatalogueOrdinary"]["value"])


def written(folder: Path, queue: str) -> Path:
    """The questions, with that queue for the pink zone."""
    file = folder / "ours.toml"
    text = DEFAULT.read_text(encoding="utf-8")
    file.write_text(text.replace('queue = "assisted"', f'queue = "{queue}"'), encoding="utf-8")
    return file


def told(town: Town) -> list[str]:
    """What staff were called for."""
    calls = httpx.get(f"{town.control('seu')}/help-calls", trust_env=False).json()
    return [call["reason"] for call in calls if call["state"] != "ended"]


@pytest.mark.logs("welcome_queue_unknown")
def test_staff_are_told_and_the_kiosk_opens_all_the_same(town: Town, tmp_path: Path) -> None:
    journey = Journey("open", "", (At("attract"), Touch("start"), At("language")), (), (), {})
    player = Player(None, "ca")

    async def play(window: PlainWindow, conductor: Conductor, house: House) -> None:
        await player.play(journey, window, town, lambda: False)
        await until(lambda: told(town) == ["welcome_queue"])

    extra = WELCOME | {"KIOSK_KIOSK__WELCOME_FILE": str(written(tmp_path, "weddings"))}
    asyncio.run(in_plain_kiosk(settings_of(town, extra), player.heard, play))


def test_nobody_is_told_of_a_queue_that_is_there(town: Town) -> None:
    player = Player(None, "ca")

    async def play(window: PlainWindow, conductor: Conductor, house: House) -> None:
        beats = ("PUT", "/heartbeat")
        await until(
            lambda: any((seen["method"], str(seen["path"])[-10:]) == beats for seen in town.traffic())
        )
        assert told(town) == []

    asyncio.run(in_plain_kiosk(settings_of(town, WELCOME), player.heard, play))


def test_the_checkup_names_the_place_and_the_queues_that_there_are(tmp_path: Path) -> None:
    file = written(tmp_path, "weddings")
    here = Settings(kiosk=Kiosk(role="welcome", welcome_file=file))
    troubles = queue_troubles(here, CATALOGUE)
    assert [trouble.partition(" ")[0] for trouble in troubles] == [
        "places.assisted.queue",
        "places.desk.queue",
    ]
    assert all(str(file) in trouble and "padro, taxes" in trouble for trouble in troubles)
    assert queue_troubles(Settings(kiosk=Kiosk(welcome_file=file)), CATALOGUE) == ()
