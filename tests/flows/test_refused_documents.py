"""A document that is not good: not a dot of it reaches a printer; technician, seu and person are told."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace

import httpx
import pytest

from demo.town import Town
from kiosk.conductor import Conductor
from kiosk.house import House
from kiosk.paper.document import document_sheets
from kiosk.tour.journeys import JOURNEYS
from kiosk.tour.player import Player
from kiosk.tour.steps import SeuDial
from screens.common.views import PersonOffer
from tests.flows.plain import PlainWindow, in_plain_kiosk, settings_of

JOURNEY = JOURNEYS["padro-altered"]
IMAGE = b"\x1dv0"


@pytest.mark.logs("document_refused")
@pytest.mark.parametrize(
    ("fault", "why"), [("altered", "altered"), ("unsealed", "unsealed"), ("another", "untrusted")]
)
def test_what_is_not_sealed_as_it_has_to_be_is_refused_and_told(
    fault: str, why: str, town: Town, tmp_path_factory: pytest.TempPathFactory
) -> None:
    steps = tuple(
        SeuDial("seal", {"fault": fault}) if isinstance(step, SeuDial) else step for step in JOURNEY.steps
    )
    player = Player(None, "ca")
    windows: list[PlainWindow] = []
    before = len(town.printed("document"))

    async def play(window: PlainWindow, conductor: Conductor, house: House) -> None:
        windows.append(window)
        await player.play(
            replace(JOURNEY, steps=steps), window, town, lambda: house.facts().off or house.reader_has_card
        )

    asyncio.run(in_plain_kiosk(settings_of(town, {}), player.heard, play))

    assert IMAGE not in town.printed("document")[before:]
    outcomes = httpx.get(f"{town.control('seu')}/outcomes", trust_env=False).json()
    assert [row["outcome"] for row in outcomes] == ["refused"]
    log = (tmp_path_factory.getbasetemp() / "log.jsonl").read_text(encoding="utf-8").splitlines()
    told = [line for line in map(json.loads, log) if line["event"] == "document_refused"]
    assert [line["why"] for line in told] == [why]
    shown = windows[0].seen["PersonOffer"]
    assert isinstance(shown, PersonOffer)
    assert "No és cosa vostra." in shown.panels[0].text


@pytest.mark.logs("document_refused")
def test_a_document_that_cannot_be_made_ready_leads_to_a_turn(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document_sheets, "__kwdefaults__", {"seconds": 0.0})
    steps = tuple(
        SeuDial("seal", {"fault": "none"}) if isinstance(step, SeuDial) else step for step in JOURNEY.steps
    )
    player = Player(None, "ca")
    windows: list[PlainWindow] = []

    async def play(window: PlainWindow, conductor: Conductor, house: House) -> None:
        windows.append(window)
        await player.play(
            replace(JOURNEY, steps=steps), window, town, lambda: house.facts().off or house.reader_has_card
        )

    asyncio.run(in_plain_kiosk(settings_of(town, {}), player.heard, play))

    shown = windows[0].seen["PersonOffer"]
    assert isinstance(shown, PersonOffer)
    assert "No hem pogut preparar el document" in shown.panels[0].text
    assert "PersonTurn" in windows[0].seen
