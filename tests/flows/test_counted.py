"""After sessions of everybody in town the counters say how it went, and nothing of anybody."""

from __future__ import annotations

import asyncio
import re
import sqlite3
import tomllib
from contextlib import closing
from datetime import date

import pytest

from demo.controls import RESIDENTS
from demo.town import Town
from kiosk.conductor import Conductor
from kiosk.house import House
from kiosk.insight.counters import counted
from kiosk.insight.shelf import FILE_NAME
from kiosk.tour.journeys.parts import LEAVE, ORDER, TO_MENU, identified, to_can
from kiosk.tour.player import Player
from kiosk.tour.steps import At, Journey, Step, TakeCard, Touch, TypeCan
from tests.flows.plain import PlainWindow, in_plain_kiosk, settings_of
from tests.privacy.scan import Scanner, values_of_residents

WORD = re.compile(r"[a-z][a-z0-9_]{0,39}")
EVERYBODY = [person["id"] for person in tomllib.loads(RESIDENTS.read_text(encoding="utf-8"))["resident"]]


def looks_in(resident: str) -> tuple[Step, ...]:
    """Comes, has the document read, and leaves."""
    return (
        *TO_MENU,
        *to_can(resident),
        TypeCan(resident),
        Touch("send_can"),
        At("identify_reading"),
        TakeCard(),
        Touch("finish"),
        At("goodbye"),
        At("attract"),
    )


PRINTS = (*identified("maria"), *ORDER, At("paper_take"), Touch("paper_taken"), At("more"), *LEAVE)


@pytest.mark.logs("seu_failed", "printer_status")
def test_the_counters_hold_words_and_numbers_and_nothing_of_anybody(town: Town) -> None:
    steps = [step for resident in EVERYBODY for step in looks_in(resident)]
    journey = Journey("counted", "", (*steps, *PRINTS), (), (), {})
    player = Player(None, "ca")
    settings = settings_of(town, {})

    async def play(window: PlainWindow, conductor: Conductor, house: House) -> None:
        await player.play(journey, window, town, lambda: house.facts().off or house.reader_has_card)

    asyncio.run(in_plain_kiosk(settings, player.heard, play))
    folder = settings.kiosk.state_folder
    assert Scanner(values_of_residents()).in_files(folder) == []
    with closing(sqlite3.connect(folder / FILE_NAME)) as file:
        days = [day for (day,) in file.execute("SELECT DISTINCT day FROM counter")]
        waiting = file.execute("SELECT opinion FROM waiting").fetchall()
    counts = counted(folder / FILE_NAME, *(date.fromisoformat(day) for day in (min(days), max(days))))
    assert all(WORD.fullmatch(part) for cell in counts for part in cell)
    assert sum(n for cell, n in counts.items() if cell[:2] == ("session", "end")) == len(EVERYBODY) + 1
    assert counts["session", "home", "offered"] == 1
    assert counts["session", "home", "not_offered"] == len(EVERYBODY)
    assert counts["padro", "outcome", "completed"] == 1
    assert counts["padro", "outcome", "left"] == len(EVERYBODY)
    [(opinion,)] = waiting
    assert re.sub(r"\d+", "0", opinion) == (
        '{"face": 0, "reasons": [], "service": "padro", "language": "ca", "hour": 0}'
    )
