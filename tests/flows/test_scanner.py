"""A serial scanner in a whole kiosk: the lines that it reads open a passport, and no other code does."""

from __future__ import annotations

import asyncio
import os
import pty

import pytest

from demo.town import Town
from kiosk.conductor import Conductor
from kiosk.house import House
from kiosk.tour.journeys import JOURNEYS
from kiosk.tour.player import Player
from tests.flows.plain import PlainWindow, in_plain_kiosk, settings_of


@pytest.mark.parametrize("name", ["identity-mrz-scanned", "identity-mrz-wrong"])
def test_the_lines_open_a_passport_on_a_serial_line_too(name: str, town: Town) -> None:
    journey = JOURNEYS[name]
    player = Player(None, "ca")
    states: list[str] = []
    master, slave = pty.openpty()
    scanner = {"KIOSK_SCANNER__KIND": "serial", "KIOSK_SCANNER__DEVICE": os.ttyname(slave)}

    def heard(event: str, state: str) -> None:
        player.heard(event, state)
        if not states or states[-1] != state:
            states.append(state)

    async def play(window: PlainWindow, conductor: Conductor, house: House) -> None:
        window.typed = lambda text: os.writev(master, [text.encode()])
        assert await _present(house)
        await player.play(journey, window, town, lambda: house.facts().off or house.reader_has_card)

    try:
        asyncio.run(in_plain_kiosk(settings_of(town, {**journey.settings, **scanner}), heard, play))
    finally:
        os.close(slave)
        os.close(master)
    assert tuple(states) == journey.states


async def _present(house: House) -> bool:
    for _ in range(200):
        if house.scanner.present:
            break
        await asyncio.sleep(0.02)
    return house.scanner.present
