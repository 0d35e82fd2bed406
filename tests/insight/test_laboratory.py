"""Opinions and days on their way to the demo town hall: late, together, once, and not lost."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.clock import WallClock
from kiosk.insight.desk import show
from kiosk.insight.hiding import LEAST
from kiosk.insight.laboratory import Laboratory
from kiosk.insight.outbox import HELD_FOR, MOST_TOGETHER, TOGETHER, Opinion, Outbox
from kiosk.insight.shelf import FILE_NAME, Shelf
from kiosk.insight.tally import Cell, Tally
from kiosk.seu.client import Seu
from kiosk.seu.identity import Token
from kiosk.seu.wire import Patience
from tests.contract.town import TOKEN, Town
from tests.flows.clocks import ManualClock

HOUR, DAY = 3600.0, 86400.0
QUICK = Patience(connect=1, silence=0.5, call=1, pauses=())

Test = Callable[[Laboratory, ManualClock], Awaitable[None]]


def in_laboratory(town: Town, folder: Path, *tests: Test) -> None:
    """Run each test in a kiosk of its own that finds what the one before left."""

    async def run() -> None:
        clock = ManualClock()
        for test in tests:
            seu = Seu(town.url, Token(TOKEN), kiosk="ZB-01", patience=QUICK, clock=WallClock())
            laboratory = Laboratory(Shelf(folder / FILE_NAME), (), seu, clock)
            try:
                await test(laboratory, clock)
            finally:
                await laboratory.close()
                await seu.aclose()

    asyncio.run(run())


def opinion(face: int = 5, hour: int = 9) -> Opinion:
    return Opinion(face, ("fast",), "padro", "ca", hour)


def session(language: str = "ca") -> Counter[Cell]:
    tally = Tally(0.0, {})
    tally.moved(("padro", "identify_card"), language, "padro", 1.0)
    tally.moved(("paper_take",), language, "", 2.0)
    return tally.over("finished", language, "", ManualClock().now(), 60.0)


def give(count: int) -> Test:
    async def gives(laboratory: Laboratory, clock: ManualClock) -> None:
        for number in range(count):
            await laboratory.end(Counter(), opinion(face=number % 5 + 1, hour=number % 24))

    return gives


async def tell(laboratory: Laboratory, clock: ManualClock) -> None:
    await laboratory.tell()


def kept(town: Town) -> list[dict]:
    return town.control.get("/opinions").json()


def batches(town: Town) -> list[str]:
    asked = town.control.get("/traffic").json()
    return [str(one["path"]) for one in asked if one["path"] == "/v1/opinions"]


def test_an_opinion_waits_until_it_can_leave_with_others(town: Town, tmp_path: Path) -> None:
    town.control.delete("/traffic")
    in_laboratory(town, tmp_path, give(TOGETHER - 1))
    assert batches(town) == []
    in_laboratory(town, tmp_path, give(1))
    assert len(batches(town)) == 1
    assert len(kept(town)) == TOGETHER


def test_a_lonely_opinion_leaves_hours_later(town: Town, tmp_path: Path) -> None:
    async def early_and_late(laboratory: Laboratory, clock: ManualClock) -> None:
        await laboratory.end(Counter(), opinion())
        await clock.move((HELD_FOR - 1) * HOUR)
        await laboratory.tell()
        assert kept(town) == []
        await clock.move(HOUR)
        await laboratory.tell()

    in_laboratory(town, tmp_path, early_and_late)
    assert kept(town) == [{"face": 5, "reasons": "fast", "service": "padro", "language": "ca", "hour": 9}]


def test_the_order_in_which_they_were_given_is_nowhere(town: Town, tmp_path: Path) -> None:
    town.control.post("/network", json={"mode": "down"})
    in_laboratory(town, tmp_path, give(TOGETHER - 1))
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as file:
        ids = [row[0] for row in file.execute("SELECT id FROM waiting")]
        assert ids == sorted(ids)
        assert {len(one) for one in ids} == {16}
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]
    town.control.post("/network", json={"mode": "fine"})

    in_laboratory(town, tmp_path, give(24))
    hours = [one["hour"] for one in kept(town)]
    assert hours != sorted(hours)


@pytest.mark.logs("seu_failed")
def test_without_network_nothing_is_lost_and_afterwards_nothing_counts_twice(
    town: Town, tmp_path: Path
) -> None:
    town.control.post("/network", json={"mode": "down"})
    in_laboratory(town, tmp_path, give(2 * TOGETHER), tell)
    assert kept(town) == []
    # The work is done, and the answer comes too late: the kiosk cannot know.
    town.control.post("/network", json={"mode": "slow", "seconds": 1.5})
    in_laboratory(town, tmp_path, tell)
    town.control.post("/network", json={"mode": "fine"})
    in_laboratory(town, tmp_path, tell, tell)
    assert len(kept(town)) == 2 * TOGETHER
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as file:
        assert file.execute("SELECT count(*) FROM batch").fetchone() == (0,)


def test_a_long_silence_ends_in_several_batches_of_which_none_is_small(tmp_path: Path) -> None:
    async def run() -> None:
        shelf, now = Shelf(tmp_path / FILE_NAME), ManualClock().now()
        outbox = Outbox(shelf)
        await asyncio.gather(*(outbox.keep(opinion(), now) for _ in range(MOST_TOGETHER + 1)))
        sizes = [len(json.loads(body)["opinions"]) for _, body in await outbox.batches(now)]
        assert sorted(sizes) == [50, 51]
        await shelf.close()

    asyncio.run(run())


def test_the_seu_is_told_of_a_day_once_it_is_over_and_only_once(town: Town, tmp_path: Path) -> None:
    async def two_days(laboratory: Laboratory, clock: ManualClock) -> None:
        for _ in range(LEAST + 2):
            await laboratory.end(session(), None)
        assert town.control.get("/insight").json() == {}
        await clock.move(DAY)
        await laboratory.end(session(), None)

    in_laboratory(town, tmp_path, two_days, tell)
    told = town.control.get("/insight").json()
    assert list(told) == ["2026-11-23"]
    outcome = {"about": "padro", "kind": "outcome", "total": 7, "cells": [{"name": "completed", "count": 7}]}
    assert outcome in told["2026-11-23"]["tables"]
    asked = [one["path"] for one in town.control.get("/traffic").json() if "/insight/" in one["path"]]
    assert asked == ["/v1/kiosks/ZB-01/insight/2026-11-23"]


@pytest.mark.logs("insight_failed")
def test_a_broken_disk_costs_numbers_and_nothing_else(town: Town, tmp_path: Path) -> None:
    async def broken(laboratory: Laboratory, clock: ManualClock) -> None:
        with closing(sqlite3.connect(tmp_path / FILE_NAME)) as file:
            file.executescript("DROP TABLE counter; DROP TABLE waiting;")
        await laboratory.end(session(), opinion())
        await laboratory.tell()

    in_laboratory(town, tmp_path, broken)


def test_the_command_shows_four_weeks_and_hides_what_is_small(town: Town, tmp_path: Path) -> None:
    async def some(laboratory: Laboratory, clock: ManualClock) -> None:
        for _ in range(LEAST):
            await laboratory.end(session(), None)
        await laboratory.end(session("en"), None)

    in_laboratory(town, tmp_path, some)
    lines: list[str] = []
    today = ManualClock().now().date()
    assert show(tmp_path / FILE_NAME, today, lines.append, as_json=True) == 0
    said = json.loads(lines[0])
    assert said["to"] == "2026-11-23"
    tables = {(table["about"], table["kind"]): table for table in said["tables"]}
    assert tables["padro", "language"] == {
        "about": "padro",
        "kind": "language",
        "total": LEAST + 1,
        "cells": {},
    }
    assert tables["padro", "outcome"]["cells"] == {"completed": LEAST + 1}
    lines.clear()
    assert show(tmp_path / FILE_NAME, today, lines.append, as_json=False) == 0
    assert "padro, outcome: 6" in lines
    assert "1" not in {line.split()[-1] for line in lines}


def test_the_command_before_anybody_came_says_so(tmp_path: Path) -> None:
    lines: list[str] = []
    assert show(tmp_path / FILE_NAME, ManualClock().now().date(), lines.append, as_json=False) == 0
    assert lines[-1] == "nothing that can be shown was counted yet"
