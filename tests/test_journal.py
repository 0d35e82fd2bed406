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

from devices.contracts import CutDone, Cutting, Found, JobStep, Mark, Sending
from kiosk.journal import Job, JobKind, Journal, Wanted, new_copy
from kiosk.journal_file import (
    VERSIONS,
    JobState,
    confirm_taken_away,
    open_file,
    settle_by_hand,
    waiting_jobs,
)
from tests.disk import full_disk

T = TypeVar("T")

PAGE = sha256(b"a page").hexdigest()
MARK = Mark("K216-000123", cuts=2376, starts=41, job=7)


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


def wanted(kind: JobKind = JobKind.DOCUMENT, sheets: int = 1) -> Wanted:
    return Wanted(kind, str(kind), PAGE, 513_216, sheets, new_copy())


def written(path: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as file:
        return file.execute("SELECT printer, state FROM jobs ORDER BY id").fetchall()


def after_a_crash(path: Path, *steps: JobStep, kind: JobKind = JobKind.DOCUMENT, sheets: int = 1) -> None:
    """A run that ended after these steps of a job, with no time to settle anything."""

    async def work(journal: Journal) -> None:
        note = journal.note(await journal.intend(wanted(kind, sheets)))
        for step in steps:
            await asyncio.wrap_future(note(step))

    with_journal(path, work)


def test_an_intent_is_in_the_file_before_the_call_returns(path: Path) -> None:
    async def work(journal: Journal) -> list[tuple[str, str]]:
        await journal.intend(wanted())
        return written(path)

    assert with_journal(path, work) == [("document", "intended")]


def test_each_step_is_in_the_file_before_it_is_taken(path: Path) -> None:
    async def work(journal: Journal) -> list[str]:
        note = journal.note(await journal.intend(wanted(sheets=2)))
        seen = []
        for step in (Sending(1, MARK), Cutting(1), CutDone(1), Sending(2, MARK), Cutting(2), CutDone(2)):
            note(step).result(timeout=10)
            ((_, state),) = written(path)
            seen.append(state)
        return seen

    assert with_journal(path, work) == ["sending", "cutting", "cut"] * 2


def test_a_step_of_a_job_that_was_settled_is_not_taken(path: Path) -> None:
    async def work(journal: Journal) -> None:
        job = await journal.intend(wanted())
        await journal.settle(job, JobState.MADE_UNPRINTABLE)
        with pytest.raises(RuntimeError):
            journal.note(job)(Sending(1, MARK)).result(timeout=10)

    with_journal(path, work)


@pytest.mark.parametrize("state", [state for state in JobState if state is not JobState.INTENDED])
def test_a_settled_job_says_what_became_of_it(path: Path, state: JobState) -> None:
    async def work(journal: Journal) -> bool:
        return await journal.settle(await journal.intend(wanted()), state)

    assert with_journal(path, work)
    assert written(path) == [("document", state)]


@pytest.mark.parametrize(
    ("became", "learnt"),
    [
        (JobState.PRINTED, JobState.UNCERTAIN),
        (JobState.PRINTED, JobState.NOT_PRINTED),
        (JobState.TAKEN, JobState.RETRACTED),
        (JobState.RETRACTED, JobState.TAKEN),
        (JobState.TAKEN_AWAY, JobState.NOT_PRINTED),
        (JobState.MADE_UNPRINTABLE, JobState.UNCERTAIN),
    ],
)
def test_what_is_known_is_not_written_over(path: Path, became: JobState, learnt: JobState) -> None:
    async def work(journal: Journal) -> bool:
        job = await journal.intend(wanted())
        await journal.settle(job, became)
        return await journal.settle(job, learnt)

    assert with_journal(path, work) is False
    assert written(path) == [("document", became)]


@pytest.mark.parametrize(
    ("became", "learnt"),
    [
        (JobState.UNCERTAIN, JobState.PRINTED),
        (JobState.PRINTED, JobState.TAKEN),
        (JobState.PRINTED, JobState.RETRACTED),
        (JobState.PRESENTED, JobState.TAKEN),
    ],
)
def test_what_is_learnt_later_is_written_and_what_lies_there_waits_still(
    path: Path, became: JobState, learnt: JobState
) -> None:
    async def work(journal: Journal) -> tuple[bool, bool]:
        job = await journal.intend(wanted())
        await journal.settle(job, became, remains=True)
        return await journal.settle(job, learnt), await journal.sheet_left()

    assert with_journal(path, work) == (True, True)
    assert written(path) == [("document", learnt)]


def test_a_sheet_left_in_a_printer_waits_for_a_person(path: Path) -> None:
    async def work(journal: Journal) -> tuple[bool, int]:
        left = await journal.intend(wanted())
        await journal.settle(left, JobState.LEFT_IN_PRINTER, remains=True)
        await journal.settle(await journal.intend(wanted()), JobState.MADE_UNPRINTABLE)
        return await journal.sheet_left(), await journal.uncertain_jobs()

    async def left_over(journal: Journal) -> Mark | None:
        return journal.left_over("document")

    assert with_journal(path, work) == (True, 1)
    assert with_journal(path, left_over) == Mark()
    assert confirm_taken_away(path) == 1
    assert with_journal(path, left_over) is None
    assert written(path) == [("document", "taken_away"), ("document", "made_unprintable")]
    assert with_journal(path, lambda journal: journal.sheet_left()) is False


# --- after a crash ------------------------------------------------------------------------------------------


def test_a_run_that_was_killed_is_asked_about_with_what_the_printer_said(path: Path) -> None:
    program = (
        "import asyncio, sys; from pathlib import Path; from devices.contracts import Mark, Sending\n"
        "from kiosk.journal import JobKind, Journal, Wanted, new_copy\n"
        "async def run():\n"
        "    journal = Journal(Path(sys.argv[1]))\n"
        "    job = await journal.intend(Wanted(JobKind.DOCUMENT, 'document', 'ab' * 32, 7, 2, new_copy()))\n"
        "    await asyncio.wrap_future(journal.note(job)(Sending(2, Mark('K216-000123', 2376, 41, 7))))\n"
        "    print('sent', flush=True)\n"
        "    await asyncio.Event().wait()\n"
        "asyncio.run(run())"
    )
    command = [sys.executable, "-c", program, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": "."}) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"sent\n"
        process.send_signal(signal.SIGKILL)

    async def work(journal: Journal) -> tuple[tuple[Job, ...], bool, int]:
        return journal.open_jobs(), await journal.sheet_left(), await journal.uncertain_jobs()

    (job,), left, uncertain = with_journal(path, work)

    assert (job.printer, job.sheet, job.sheets, job.mark) == ("document", 2, 2, MARK)
    assert (left, uncertain) == (True, 1)
    # Until the printer has answered, every later run asks again.
    assert with_journal(path, work)[0] == (job,)


@pytest.mark.parametrize(
    ("sheets", "steps", "state", "left"),
    [
        (1, (), "not_printed", False),
        (1, (Sending(1, MARK), Cutting(1), CutDone(1)), "printed", True),
        (2, (Sending(1, MARK), Cutting(1), CutDone(1)), "not_printed", True),
    ],
)
def test_what_the_file_alone_tells_is_settled_at_the_next_start(
    path: Path, sheets: int, steps: tuple[JobStep, ...], state: str, left: bool
) -> None:
    after_a_crash(path, *steps, sheets=sheets)

    async def work(journal: Journal) -> tuple[tuple[Job, ...], bool]:
        return journal.open_jobs(), await journal.sheet_left()

    assert with_journal(path, work) == ((), left)
    assert written(path) == [("document", state)]


@pytest.mark.parametrize(
    ("sheets", "found", "state"),
    [
        (1, Found.CUT, "printed"),
        (2, Found.CUT, "not_printed"),
        (1, Found.NOT_CUT, "not_printed"),
        (1, Found.UNKNOWN, "uncertain"),
    ],
)
def test_what_the_printer_tells_settles_the_rest(path: Path, sheets: int, found: Found, state: str) -> None:
    after_a_crash(path, Sending(1, MARK), Cutting(1), sheets=sheets)

    async def work(journal: Journal) -> tuple[bool, bool]:
        (job,) = journal.open_jobs()
        return await journal.learn(job, found, remains=True), await journal.sheet_left()

    assert with_journal(path, work) == (True, True)
    assert written(path) == [("document", state)]


def test_a_ticket_of_an_earlier_run_troubles_nobody(path: Path) -> None:
    after_a_crash(path, Sending(1, Mark()), kind=JobKind.TICKET)

    async def work(journal: Journal) -> tuple[bool, int, int]:
        return await journal.sheet_left(), await journal.uncertain_jobs(), len(await journal.untold())

    assert with_journal(path, work) == (False, 0, 0)
    assert waiting_jobs(path) == ()

    after_a_crash(path, Sending(1, Mark()), Cutting(1), CutDone(1), kind=JobKind.TICKET)

    assert with_journal(path, work) == (False, 0, 0)


def test_what_is_being_printed_now_is_neither_left_nor_uncertain_nor_to_be_told(path: Path) -> None:
    async def work(journal: Journal) -> tuple[bool, int, tuple[tuple[str, JobState], ...]]:
        note = journal.note(await journal.intend(wanted()))
        await asyncio.wrap_future(note(Sending(1, MARK)))
        return await journal.sheet_left(), await journal.uncertain_jobs(), await journal.untold()

    assert with_journal(path, work) == (False, 0, ())

    async def later(journal: Journal) -> tuple[bool, int, tuple[tuple[str, JobState], ...]]:
        return await journal.sheet_left(), await journal.uncertain_jobs(), await journal.untold()

    left, uncertain, ((_, state),) = with_journal(path, later)
    assert (left, uncertain, state) == (True, 1, JobState.SENDING)


def test_the_mark_of_what_is_left_is_the_last_of_that_printer(path: Path) -> None:
    marks = [Mark("K216-000123", cuts, 41) for cuts in (5, 6, 7)]

    async def work(journal: Journal) -> None:
        for name, mark in zip(("document", "document", "ticket"), marks, strict=True):
            job = await journal.intend(Wanted(JobKind.DOCUMENT, name, PAGE, 7, 1, new_copy()))
            await asyncio.wrap_future(journal.note(job)(Sending(1, mark)))

    async def left_over(journal: Journal) -> list[Mark | None]:
        assert [job.mark for job in journal.open_jobs()] == marks
        return [journal.left_over(name) for name in ("document", "ticket", "another")]

    with_journal(path, work)
    assert with_journal(path, left_over) == [marks[1], marks[2], None]


def test_what_is_uncertain_is_counted_wherever_its_paper_is(path: Path) -> None:
    async def work(journal: Journal) -> tuple[bool, int]:
        await journal.settle(await journal.intend(wanted()), JobState.UNCERTAIN)
        return await journal.sheet_left(), await journal.uncertain_jobs()

    assert with_journal(path, work) == (False, 1)


def test_the_seu_is_told_until_it_knows_the_latest(path: Path) -> None:
    async def work(journal: Journal) -> list[list[JobState]]:
        said = []

        async def tell() -> None:
            untold = await journal.untold()
            said.append([state for _, state in untold])
            for copy, state in untold:
                await journal.told(copy, state)

        job = await journal.intend(wanted())
        await tell()
        for state in (JobState.PRESENTED, JobState.RETRACTED):
            await journal.settle(job, state)
            await tell()
            await tell()
        return said

    assert with_journal(path, work) == [[], [JobState.PRESENTED], [], [JobState.RETRACTED], []]


def test_what_was_told_of_one_copy_was_not_told_of_another(path: Path) -> None:
    async def work(journal: Journal) -> tuple[Job, tuple[tuple[str, JobState], ...]]:
        first, second = await journal.intend(wanted()), await journal.intend(wanted())
        for job in (second, first):
            await journal.settle(job, JobState.PRINTED)
        assert [copy for copy, _ in await journal.untold()] == [first.copy, second.copy]
        await journal.told(first.copy, JobState.PRINTED)
        return second, await journal.untold()

    second, untold = with_journal(path, work)
    assert untold == ((second.copy, JobState.PRINTED),)


def test_what_staff_settled_beside_the_kiosk_is_still_to_be_told(path: Path) -> None:
    async def work(journal: Journal) -> tuple[tuple[str, JobState], ...]:
        job = await journal.intend(wanted())
        await journal.settle(job, JobState.UNCERTAIN, remains=True)
        await journal.told(job.copy, JobState.UNCERTAIN)
        assert [(one.copy, one.state, one.remains) for one in waiting_jobs(path)] == [
            (job.copy, JobState.UNCERTAIN, True)
        ]
        assert not settle_by_hand(path, "0" * 16, printed=True)
        assert settle_by_hand(path, job.copy, printed=False)
        assert confirm_taken_away(path) == 1
        assert waiting_jobs(path) == ()
        assert await journal.untold() == ((job.copy, JobState.NOT_PRINTED),)
        return await journal.untold()

    assert len(with_journal(path, work)) == 1


# --- cancelled, and out of room -----------------------------------------------------------------------------


def test_an_intent_that_is_cancelled_is_written_as_not_printed(path: Path) -> None:
    async def work(journal: Journal) -> None:
        intent = asyncio.create_task(journal.intend(wanted()))
        await asyncio.sleep(0)
        intent.cancel()
        with pytest.raises(asyncio.CancelledError):
            await intent

    with_journal(path, work)

    assert written(path) == [("document", "not_printed")]


def test_what_became_of_a_job_is_written_even_when_its_teller_is_cancelled(path: Path) -> None:
    async def work(journal: Journal) -> None:
        job = await journal.intend(wanted())
        telling = asyncio.create_task(journal.settle(job, JobState.PRINTED))
        await asyncio.sleep(0)
        telling.cancel()
        with pytest.raises(asyncio.CancelledError):
            await telling

    with_journal(path, work)

    assert written(path) == [("document", "printed")]


def test_a_full_disk_stops_steps_and_what_is_owed_is_written_when_there_is_room(path: Path) -> None:
    async def work(journal: Journal) -> None:
        job, other = await journal.intend(wanted()), await journal.intend(wanted())
        with full_disk(path.with_name(path.name + "-wal").stat().st_size):
            with pytest.raises(sqlite3.Error):
                await asyncio.wrap_future(journal.note(job)(Sending(1, MARK)))
            with pytest.raises(sqlite3.Error):
                await journal.settle(job, JobState.LEFT_IN_PRINTER, remains=True)
            with pytest.raises(sqlite3.Error):
                await journal.settle(other, JobState.MADE_UNPRINTABLE)
            assert not await journal.try_out()
            assert not journal.works
        await journal.intend(wanted(JobKind.TICKET))
        assert [state for _, state in written(path)] == ["intended"] * 3
        assert not journal.works  # as long as it owes something to its file
        assert await journal.try_out()
        assert journal.works
        assert await journal.sheet_left()

    with_journal(path, work)

    assert [state for _, state in written(path)] == ["left_in_printer", "made_unprintable", "intended"]


# --- the file -----------------------------------------------------------------------------------------------


def test_what_is_written_outlasts_the_power(path: Path) -> None:
    with closing(open_file(path)) as file:
        # SQLite's own words: each commit is synced before it returns, also with a write-ahead log.
        assert file.execute("PRAGMA synchronous").fetchone() == (2,)
        assert file.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_file_of_the_first_version_is_brought_up(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file, file:
        file.executescript(VERSIONS[0])
        for number, state in enumerate(("printed", "intended", "left_in_printer")):
            file.execute(
                "INSERT INTO jobs (copy, printer, sha256, length, state, intended_at)"
                " VALUES (?, 'document', 'ab', 7, ?, 0)",
                (f"{number:016}", state),
            )

    async def work(journal: Journal) -> tuple[list[str], bool, int]:
        left, untold = await journal.sheet_left(), await journal.untold()
        return [job.copy for job in journal.open_jobs()], left, len(untold)

    assert with_journal(path, work) == ([f"{1:016}"], True, 0)
    assert with_journal(path, work) == ([f"{1:016}"], True, 0)
    assert [state for _, state in written(path)] == ["printed", "sending", "left_in_printer"]
    assert [job.remains for job in waiting_jobs(path)] == [True, True]


def test_a_file_of_a_later_version_is_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("PRAGMA user_version = 99")
    before = path.read_bytes()

    with pytest.raises(sqlite3.Error):
        Journal(path)

    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA user_version").fetchone() == (99,)
        assert file.execute("SELECT name FROM sqlite_master").fetchall() == []
    assert len(path.read_bytes()) == len(before)


def test_it_holds_these_columns_and_no_other(path: Path) -> None:
    with_journal(path, lambda journal: journal.uncertain_jobs())

    with closing(sqlite3.connect(path)) as file:
        columns = [row[1] for row in file.execute("PRAGMA table_info(jobs)")]
        tables = {name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert columns == [
        *("id", "copy", "printer", "sha256", "length", "state", "intended_at", "settled_at"),
        *("kind", "sheets", "sheet", "serial", "cuts", "starts", "job", "remains", "told"),
    ]
    assert tables == {"jobs", "trials"}
