"""Every journey, played without Qt against the real town, over its own protocols."""

from __future__ import annotations

import asyncio
import time

import pytest

from demo.town import Town
from kiosk.conductor import Conductor
from kiosk.house import House
from kiosk.journal_file import FILE_NAME, confirm_taken_away
from kiosk.tour.journeys import JOURNEYS
from kiosk.tour.judge import operations_of, same_requests
from kiosk.tour.player import Player
from tests.flows.plain import PlainWindow, in_plain_kiosk, settings_for, settings_of, until

REST = 1.0
"""Seconds for what is told in the background at the end, and must not be told."""
LATE = 20.0
"""Seconds after which what was to be printed or told is not."""


@pytest.mark.logs("seu_failed", "printer_status", "document_refused", "admin_refused")
@pytest.mark.parametrize("name", sorted(JOURNEYS))
def test_a_journey_goes_as_it_says(name: str, town: Town) -> None:
    journey = JOURNEYS[name]
    town.put_printer(presenter=journey.presenter)
    player = Player(None, "ca")
    states: list[str] = []
    before = {printer: len(town.papers(printer)) for printer in journey.papers}

    def heard(event: str, state: str) -> None:
        player.heard(event, state)
        if not states or states[-1] != state:
            states.append(state)

    async def play(window: PlainWindow, conductor: Conductor, house: House) -> None:
        await player.play(journey, window, town, lambda: house.facts().off or house.reader_has_card)
        await asyncio.sleep(REST)
        late = time.monotonic() + LATE
        while not all_told() and time.monotonic() < late:  # noqa: ASYNC110 - other processes
            await asyncio.sleep(0.05)

    def all_told() -> bool:
        told = same_requests(operations_of(town.traffic()), journey.requests)
        return told and came_out() == journey.papers

    def came_out() -> dict[str, int]:
        return {printer: len(town.papers(printer)) - before[printer] for printer in journey.papers}

    asyncio.run(in_plain_kiosk(settings_for(town, journey), heard, play))
    assert tuple(states) == journey.states
    assert same_requests(operations_of(town.traffic()), journey.requests), operations_of(town.traffic())
    assert came_out() == journey.papers


@pytest.mark.logs("seu_failed", "printer_status")
def test_after_half_a_page_nobody_prints_until_staff_have_taken_it_away(town: Town) -> None:
    journey = JOURNEYS["paper-left"]
    player = Player(None, "ca")
    settings = settings_of(town, {})

    async def play(window: PlainWindow, conductor: Conductor, house: House) -> None:
        await player.play(journey, window, town, lambda: house.facts().off or house.reader_has_card)
        assert "padro" in house.facts().off
        assert confirm_taken_away(settings.kiosk.state_folder / FILE_NAME) == 1
        await until(lambda: not house.facts().off)

    asyncio.run(in_plain_kiosk(settings, player.heard, play))
