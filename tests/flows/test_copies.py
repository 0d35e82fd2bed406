"""The same document twice, where no sensor sees it taken: two orders, two papers, each with its number."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from demo.town import Town
from kiosk.conductor import Conductor
from kiosk.house import House
from kiosk.journal_file import FILE_NAME
from kiosk.tour.journeys import JOURNEYS
from kiosk.tour.journeys.parts import ORDER, identified
from kiosk.tour.judge import operations_of
from kiosk.tour.player import Player
from kiosk.tour.steps import At, Touch
from tests.flows.plain import PlainWindow, in_plain_kiosk, settings_of, told_of_papers, until

TWICE = (
    *identified("maria"),
    *ORDER,
    At("paper_take"),
    Touch("paper_taken"),
    At("more"),
    Touch("want_more"),
    At("menu"),
    Touch("choose_service:padro"),
    At("padro_choose"),
    *ORDER,
    At("paper_take"),
)


@pytest.mark.logs("printer_status")
def test_the_same_document_twice_is_two_orders_and_two_papers(town: Town) -> None:
    before = len(town.papers("document"))
    settings, player = settings_of(town, {}), Player(None, "ca")

    async def play(window: PlainWindow, conductor: Conductor, house: House) -> None:
        journey = replace(JOURNEYS["padro-volant"], steps=TWICE)
        await player.play(journey, window, town, lambda: house.facts().off or house.reader_has_card)
        await until(lambda: told_of_papers(town) == ["printed", "printed"])

    asyncio.run(in_plain_kiosk(settings, player.heard, play))

    assert len(town.papers("document")) - before == 2
    assert [name for name in operations_of(town.traffic()) if name.startswith("issue")] == [
        "issueDocument"
    ] * 2
    with closing(sqlite3.connect(settings.kiosk.state_folder / FILE_NAME)) as file:
        rows = file.execute("SELECT copy, state FROM jobs WHERE kind = 'document'").fetchall()
    assert [state for _, state in rows] == ["printed", "printed"]
    assert len({copy for copy, _ in rows}) == 2
