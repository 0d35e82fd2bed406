"""A scanner that types, in a whole kiosk: the lines that it reads open a passport, and no other code does."""

from __future__ import annotations

import asyncio

import pytest

from demo.town import Town
from devices.scanner.wedge import WedgeScanner
from kiosk.conductor import Conductor
from kiosk.house import House
from kiosk.tour.journeys import JOURNEYS
from kiosk.tour.player import Player
from tests.flows.plain import PlainWindow, in_plain_kiosk, settings_of

KEYBOARD = {"KIOSK_SCANNER__KIND": "keyboard"}


@pytest.mark.parametrize("name", ["identity-mrz-scanned", "identity-mrz-wrong", "check-in"])
def test_what_a_keyboard_scanner_types_does_what_a_serial_one_reads(
    name: str, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    journey = JOURNEYS[name]
    player = Player(None, "ca")
    states: list[str] = []

    def heard(event: str, state: str) -> None:
        player.heard(event, state)
        if not states or states[-1] != state:
            states.append(state)

    async def play(window: PlainWindow, conductor: Conductor, house: House) -> None:
        scanner = house.scanner
        assert isinstance(scanner, WedgeScanner)

        async def types(text: str) -> None:
            scanner.typed("".join(f"{line}\r" for line in text.splitlines()))

        monkeypatch.setattr(town, "scan", types)
        await player.play(journey, window, town, lambda: house.facts().off or house.reader_has_card)

    asyncio.run(in_plain_kiosk(settings_of(town, {**journey.settings, **KEYBOARD}), heard, play))
    assert tuple(states) == journey.states
