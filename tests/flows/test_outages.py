"""The network fails one operation of a journey, before the work or after it: it is said, and done once."""

from __future__ import annotations

import asyncio
import re
import time
from collections import Counter
from http import HTTPStatus
from itertools import groupby

import pytest

from demo.town import Town
from kiosk.conductor import Conductor
from kiosk.house import House
from kiosk.tour.journeys import JOURNEYS
from kiosk.tour.judge import BACKGROUND, OPERATIONS
from kiosk.tour.player import Player
from kiosk.tour.steps import Journey
from tests.flows.plain import PlainWindow, in_plain_kiosk, settings_for

PLACES = {operation: re.escape(place).replace(r"\*", "[^/]+") for place, operation in OPERATIONS.items()}
PLAYED = (
    *("padro-volant", "appointment-book", "appointment-move", "appointment-cancel", "catalogue"),
    *("turn", "turn-give-back", "paper-turn-again", "catalogue-turn"),
    *("check-in", "check-in-identified", "appointment-early", "appointment-late"),
    *("welcome-orange", "turn-handover", "welcome-handover"),
)
"""Journeys in which everything goes well, so that a trouble is the fault's."""
WORKS = {"fine", "lost"}
"""Where the network stood when the seu did what it was asked."""
MODES = ("cut", "lost", "error_500", "garbage")
READ_AGAIN = {"createChallenge"}
"""After these the document is read anew, as no journey of one try has it."""
TOLD_ON = {"giveTurnBack"}
"""These are told on without another try of the person's: tests/flows/test_turn_back.py."""
ELSEWHERE = {("welcome-handover", "takeTurn")}
"""Asked for by another kiosk, whose line holds."""
BEHIND = (("help", "callHelp"), ("help-again", "callHelp"), ("help-again", "callAgain"))
BEHIND += (("help-again", "cancelHelp"), ("opinion", "giveOpinions"))
"""What is told while the person goes on, and must reach the seu in the end."""
MEANT = {("/v1/handovers", HTTPStatus.NOT_FOUND)}
"""Refused as the journey means it: it types the number of nobody's turn."""
FAILS = 3
"""Times in a row that those fail: more often than one call tries again by itself."""
TROUBLES = {"trouble", "appointments_unsure"}
"""Screens that say what failed, and try it again."""
LATE = 20.0
CASES = [
    pytest.param(name, operation, mode, id=f"{name}-{operation}-{mode}")
    for name in PLAYED
    for operation in sorted(set(JOURNEYS[name].requests) - BACKGROUND - READ_AGAIN - TOLD_ON)
    if (name, operation) not in ELSEWHERE
    for mode in MODES
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
        if state in TROUBLES:
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
        await all_told(town, journey)

    asyncio.run(in_plain_kiosk(settings_for(town, journey), heard, play))
    assert TROUBLES & set(states)
    assert tuple(state for state, _ in groupby(without_trouble(states))) == journey.states
    assert asked(town) == done(town) == Counter(journey.requests)


@pytest.mark.long
@pytest.mark.logs("seu_failed", "printer_status")
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("name", "operation"), BEHIND)
def test_what_is_told_behind_a_person_reaches_the_seu_once(
    name: str, operation: str, mode: str, town: Town
) -> None:
    journey = JOURNEYS[name]
    player = Player(None, "ca")
    states: list[str] = []

    def heard(event: str, state: str) -> None:
        player.heard(event, state)
        states.append(state)

    async def play(window: PlainWindow, conductor: Conductor, house: House) -> None:
        await town.seu("trap", {"mode": mode, "at": PLACES[operation], "times": FAILS})
        await player.play(journey, window, town, lambda: house.facts().off or house.reader_has_card)
        for _ in range(FAILS):
            await house.laboratory.tell()  # as every minute does
        await all_told(town, journey)

    asyncio.run(in_plain_kiosk(settings_for(town, journey), heard, play))
    assert tuple(state for state, _ in groupby(states)) == journey.states
    assert asked(town) == done(town) == Counter(journey.requests)


async def all_told(town: Town, journey: Journey) -> None:
    """Until the seu has heard all of it, or it is late."""
    late = time.monotonic() + LATE
    while done(town) != Counter(journey.requests) and time.monotonic() < late:  # noqa: ASYNC110 - another process
        await asyncio.sleep(0.05)


def without_trouble(states: list[str]) -> list[str]:
    """The screens, but for the trouble and the second wait after it."""
    return [state for state in states if state not in TROUBLES]


def asked(town: Town) -> Counter[str]:
    """What the seu was asked to do, by the number of keys under which it was asked."""
    return _keys(town.traffic())


def done(town: Town) -> Counter[str]:
    """The same of what it did."""
    return _keys([record for record in town.traffic() if record["mode"] in WORKS and _agreed(record)])


def _agreed(record: dict[str, object]) -> bool:
    status = record["status"]
    assert isinstance(status, int)
    return status < HTTPStatus.BAD_REQUEST or (record["path"], status) in MEANT


def _keys(traffic: list[dict[str, object]]) -> Counter[str]:
    keys: dict[str, set[str]] = {}
    for record in traffic:
        line = f"{record['method']} {record['path']}"
        headers = record["headers"]
        assert isinstance(headers, list)
        key = dict(headers).get("idempotency-key", line)
        for operation, place in PLACES.items():
            if re.fullmatch(place, line):
                keys.setdefault(operation, set()).add(key)
    return Counter({operation: len(found) for operation, found in keys.items()})
