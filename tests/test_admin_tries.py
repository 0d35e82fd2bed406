"""Wrong PINs in a row are remembered, whatever happens to the machine, its clock or its disk."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from kiosk.admin.tries import FILE_NAME, LONGEST, Tries
from tests.flows.clocks import ManualClock


def written(folder: Path, content: str) -> Tries:
    (folder / FILE_NAME).write_text(content)
    return Tries(folder / FILE_NAME, ManualClock())


def test_a_clock_that_was_put_back_makes_nobody_wait_longer_than_once_more(tmp_path: Path) -> None:
    later = ManualClock().now().timestamp() + 90 * 86400
    assert written(tmp_path, json.dumps({"wrong": 5, "at": later})).wait == 120


def test_time_that_went_by_while_the_machine_was_off_counts(tmp_path: Path) -> None:
    now = ManualClock().now().timestamp()
    assert written(tmp_path, json.dumps({"wrong": 5, "at": now - 50})).wait == 70
    assert written(tmp_path, json.dumps({"wrong": 5, "at": now - 500})).wait == 0


@pytest.mark.parametrize("content", ["", "{", "[]", '{"wrong": "many"}', '{"wrong": null, "at": 0}'])
def test_a_file_that_cannot_be_read_counts_as_many(tmp_path: Path, content: str) -> None:
    assert written(tmp_path, content).wait == LONGEST


@pytest.mark.logs("admin_tries_failed")
def test_where_they_cannot_be_written_they_count_until_the_next_start(tmp_path: Path) -> None:
    async def test() -> None:
        clock = ManualClock()
        tries = Tries(tmp_path / "no folder" / FILE_NAME, clock)
        for _ in range(4):
            tries.add()
        assert (tries.wait, tries.locked) == (60, True)
        await clock.move(59.5)
        assert tries.wait == 1

    asyncio.run(test())
