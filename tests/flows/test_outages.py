"""The network fails one operation of a journey, before the work or after it: it is said, and done once."""

from __future__ import annotations

import asyncio
import re
import time
from collections import Counter
from itertools import groupby

import pytest

from demo.town import Town
from kiosk.conductor import Conductor
from kiosk.house import House
from kiosk.tour.journeys import JOURNEYS
from kiosk.tour.judge import BACKGROUND, OPERATIONS
from kiosk.tour.player import Player
from tests.flows.plain import PlainWindow, in_plain_kiosk, settings_of

PLACES = {operation: re.escape(place).replace(r"\*", "[^/]+") for place, operation in OPERATIONS.items()}
PLAYED = ("padro-volant",)
"""Journeys in which everything goes well, so that a trouble is the fault's."""
READ_AGAIN = {"createChallenge"}
"""After these the document is read anew, as no journey of one try has it."""
LATE = 20.0
CASES = [
    pytest.param(name, operation, mode, id=f"{name}-{operation}-{mode}")
    for name in PLAYED
    for operation in sorted(set(JOURNEYS[name].requests) - BACKGROUND - READ_AGAIN)
    for mode in ("cut", "lost")
]


@pytest.mark.long
@pytest.mark.logs("seu_failed", "printer_status")
@pytest.mark.parametrize(("name", "operation", "mode"), CASES)
def test_what_failed_is_said_and_what_is_tried_again_is_done_once(
    name: str, operation: str, mode: str, town: Town
) -> None:
    journey = JOURNEYS[name]
    player = Player(None, "ca")
    states: list[str] = []
    troubled = asyncio.Event()

    def heard(event: str, state: str) -> None:
        player.heard(event, state)
        states.append(state)
        if state == "trouble":
            troubled.set()

    async def recover(window: PlainWindow) -> None:
        await troubled.wait()
        await town.seu("trap", {"mode": mode, "at": PLACES[operation], "times": 0})
        await window.touch("retry")

    async def play(window: PlainWindow, conductor: Conductor, house: House) -> None:
        await town.seu("trap", {"mode": mode, "at": PLACES[operation], "times": 1000})
        recovering = asyncio.create_task(recover(window))
        await player.play(journey, window, town, lambda: house.facts().off or house.reader_has_card)
        await recovering
        late = time.monotonic() + LATE
        while done_once(town) != Counter(journey.requests) and time.monotonic() < late:  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.05)

    asyncio.run(in_plain_kiosk(settings_of(town, journey.settings), heard, play))
    assert "trouble" in states
    assert tuple(state for state, _ in groupby(without_trouble(states))) == journey.states
    assert done_once(town) == Counter(journey.requests)


def without_trouble(states: list[str]) -> list[str]:
    """The screens, but for the trouble and the second wait after it."""
    return [state for state in states if state != "trouble"]


def done_once(town: Town) -> Counter[str]:
    """What the seu was asked to do, by the number of keys under which it was asked."""
    keys: dict[str, set[str]] = {}
    for record in town.traffic():
        line = f"{record['method']} {record['path']}"
        headers = record["headers"]
        assert isinstance(headers, list)
        key = dict(headers).get("idempotency-key", line)
        for operation, place in PLACES.items():
            if re.fullmatch(place, line):
                keys.setdefault(operation, set()).add(key)
    return Counter({operation: len(found) for operation, found in keys.items()})
