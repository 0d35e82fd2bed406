"""The journal: written before the first byte, told after the last, and honest about what it does not know."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Coroutine
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import pytest

from kiosk.journal import Job, JobState, Journal

T = TypeVar("T")

PAGE = sha256(b"a page").hexdigest()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.sqlite"


def with_journal(path: Path, work: Callable[[Journal], Coroutine[None, None, T]]) -> T:
    async def run() -> T:
        journal = Journal(path)
        try:
            return await work(journal)
        finally:
            await journal.close()

    return asyncio.run(run())


def written(path: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as file:
        return file.execute("SELECT printer, state FROM jobs ORDER BY id").fetchall()


def test_an_intent_is_in_the_file_before_the_call_returns(path: Path) -> None:
    async def work(journal: Journal) -> list[tuple[str, str]]:
        await journal.intend("document", PAGE, 513_216)
        return written(path)

    assert with_journal(path, work) == [("document", "intended")]


@pytest.mark.parametrize("state", [state for state in JobState if state is not JobState.INTENDED])
def test_a_settled_job_says_what_became_of_it(path: Path, state: JobState) -> None:
    async def work(journal: Journal) -> bool:
        return await journal.settle(await journal.intend("document", PAGE, 1), state)

    assert with_journal(path, work)
    assert written(path) == [("document", state)]


def test_what_is_known_is_not_written_over(path: Path) -> None:
    async def work(journal: Journal) -> bool:
        job = await journal.intend("document", PAGE, 1)
        await journal.settle(job, JobState.PRINTED)
        return await journal.settle(job, JobState.UNCERTAIN)

    assert with_journal(path, work) is False
    assert written(path) == [("document", "printed")]


def test_a_person_settles_what_was_uncertain(path: Path) -> None:
    async def work(journal: Journal) -> tuple[int, bool, int]:
        job = await journal.intend("document", PAGE, 1)
        await journal.settle(job, JobState.UNCERTAIN)
        before = await journal.uncertain_jobs()
        settled = await journal.settle(job, JobState.PRINTED)
        return before, settled, await journal.uncertain_jobs()

    assert with_journal(path, work) == (1, True, 0)


def test_a_sheet_left_in_a_printer_waits_for_a_person(path: Path) -> None:
    async def work(journal: Journal) -> int:
        await journal.settle(await journal.intend("document", PAGE, 1), JobState.LEFT_IN_PRINTER)
        await journal.settle(await journal.intend("document", PAGE, 1), JobState.MADE_UNPRINTABLE)
        return await journal.uncertain_jobs()

    assert with_journal(path, work) == 1


def test_a_run_that_was_killed_leaves_its_job_uncertain(path: Path) -> None:
    program = (
        "import asyncio, sys; from pathlib import Path; from kiosk.journal import Journal\n"
        "async def run():\n"
        "    journal = Journal(Path(sys.argv[1]))\n"
        "    await journal.intend('document', 'ab' * 32, 7)\n"
        "    print('sent', flush=True)\n"
        "    await asyncio.Event().wait()\n"
        "asyncio.run(run())"
    )
    command = [sys.executable, "-c", program, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": "."}) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"sent\n"
        process.send_signal(signal.SIGKILL)

    async def work(journal: Journal) -> tuple[tuple[Job, ...], int]:
        return journal.open_jobs(), await journal.uncertain_jobs()

    (job,), uncertain = with_journal(path, work)

    assert job.printer == "document"
    assert uncertain == 1
    assert written(path) == [("document", "uncertain")]
    # The run after the next knows of it, but it is no longer open.
    assert with_journal(path, work) == ((), 1)


def test_an_intent_that_is_cancelled_is_written_as_not_printed(path: Path) -> None:
    async def work(journal: Journal) -> None:
        intent = asyncio.create_task(journal.intend("document", PAGE, 1))
        await asyncio.sleep(0)
        intent.cancel()
        with pytest.raises(asyncio.CancelledError):
            await intent

    with_journal(path, work)

    assert written(path) == [("document", "not_printed")]


def test_what_became_of_a_job_is_written_even_when_its_teller_is_cancelled(path: Path) -> None:
    async def work(journal: Journal) -> None:
        job = await journal.intend("document", PAGE, 1)
        telling = asyncio.create_task(journal.settle(job, JobState.PRINTED))
        await asyncio.sleep(0)
        telling.cancel()
        with pytest.raises(asyncio.CancelledError):
            await telling

    with_journal(path, work)

    assert written(path) == [("document", "printed")]


def test_no_two_copies_have_the_same_number(path: Path) -> None:
    async def work(journal: Journal) -> set[str]:
        return {(await journal.intend("document", PAGE, 1)).copy for _ in range(20)}

    assert len(with_journal(path, work)) == 20


def test_it_holds_these_columns_and_no_other(path: Path) -> None:
    with_journal(path, lambda journal: journal.uncertain_jobs())

    with closing(sqlite3.connect(path)) as file:
        columns = [row[1] for row in file.execute("PRAGMA table_info(jobs)")]
    assert columns == [
        "id",
        "copy",
        "printer",
        "sha256",
        "length",
        "state",
        "intended_at",
        "settled_at",
    ]
