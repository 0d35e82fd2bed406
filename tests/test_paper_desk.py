"""`kiosk paper`: what staff read and say beside a running kiosk, word for word."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from devices.contracts import CutDone, Cutting, JobStep, Mark, Sending
from kiosk.__main__ import main
from kiosk.journal import JobKind, Journal, Wanted
from kiosk.journal_file import FILE_NAME, JobState, open_file
from tests.disk import full_disk

COPY = "c0ffee0123456789"
LOOK = "look into the printer and its slot, destroy what lies there, then `kiosk paper confirm`"
SETTLE = f"then `kiosk paper settle {COPY} printed` or `not_printed`"
BEING_PRINTED = "being printed, or the printer has still to be asked"
FIRST = (Sending(1, Mark()),)
SECOND = (*FIRST, Cutting(1), CutDone(1), Sending(2, Mark()), Cutting(2))

Kiosk = Callable[..., tuple[int, list[str]]]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the kiosk of the settings keeps its journal."""
    monkeypatch.setenv("KIOSK_SEU__BASE_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("KIOSK_KIOSK__STATE_FOLDER", str(tmp_path))
    return tmp_path / FILE_NAME


@pytest.fixture
def paper(file: Path, capsys: pytest.CaptureFixture[str]) -> Kiosk:
    """`kiosk paper …`: its exit status and its lines."""

    def run(*words: str) -> tuple[int, list[str]]:
        status = main(["paper", *words])
        said = capsys.readouterr()
        assert said.err == ""
        return status, said.out.splitlines()

    return run


def printed(
    file: Path,
    *steps: JobStep,
    state: JobState | None = None,
    remains: bool = False,
    copy: str = COPY,
) -> None:
    """A document of two sheets that came as far as that; None where nothing was settled."""

    async def run() -> None:
        journal = Journal(file)
        job = await journal.intend(Wanted(JobKind.DOCUMENT, "document", "ab" * 32, 7, 2, copy))
        for step in steps:
            await asyncio.wrap_future(journal.note(job)(step))
        if state is not None:
            await journal.settle(job, state, remains=remains)
        await journal.close()

    asyncio.run(run())


def test_before_anything_was_printed_nothing_is_to_be_done_and_no_file_is_made(
    file: Path, paper: Kiosk
) -> None:
    for words in (("list",), ("confirm",), ("settle", COPY, "printed")):
        assert paper(*words) == (0, ["nothing was printed yet"])
    assert not file.exists()


@pytest.mark.parametrize("state", [JobState.PRINTED, JobState.MADE_UNPRINTABLE])
def test_what_is_done_waits_for_nobody(file: Path, paper: Kiosk, state: JobState) -> None:
    printed(file, *SECOND, state=state)
    assert paper("list") == (0, ["nothing waits for staff"])


@pytest.mark.parametrize(
    ("steps", "state", "remains", "said"),
    [
        (FIRST, JobState.UNCERTAIN, True, f"sheet 1 of 2  uncertain: {LOOK}; {SETTLE}"),
        (SECOND, JobState.UNCERTAIN, False, f"sheet 2 of 2  uncertain: {SETTLE}"),
        (FIRST, JobState.LEFT_IN_PRINTER, True, f"sheet 1 of 2  left_in_printer: {LOOK}"),
        (FIRST, None, False, f"sheet 1 of 2  sending: {BEING_PRINTED}"),
        (SECOND, None, False, f"sheet 2 of 2  cutting: {BEING_PRINTED}"),
    ],
)
def test_each_that_waits_has_a_line_with_what_to_do(
    file: Path, paper: Kiosk, steps: tuple[JobStep, ...], state: JobState | None, remains: bool, said: str
) -> None:
    printed(file, *steps, state=state, remains=remains)
    status, (line,) = paper("list")
    assert status == 1
    assert re.fullmatch(rf"{COPY}  \d{{4}}-\d\d-\d\d \d\d:\d\d  document  {re.escape(said)}", line)


def test_the_oldest_comes_first(file: Path, paper: Kiosk) -> None:
    copies = ["f" * 16, "0" * 16]
    for copy in copies:
        printed(file, *FIRST, state=JobState.UNCERTAIN, remains=True, copy=copy)
    assert [line.split()[0] for line in paper("list")[1]] == copies
    assert paper("confirm") == (0, ["2 taken away"])


def test_staff_say_that_it_is_gone_and_what_became_of_it(file: Path, paper: Kiosk) -> None:
    printed(file, *FIRST, state=JobState.UNCERTAIN, remains=True)
    assert paper("confirm") == (0, ["1 taken away"])
    assert paper("confirm") == (0, ["0 taken away"])
    status, (line,) = paper("list")
    assert status == 1
    assert line.endswith(f"uncertain: {SETTLE}")
    assert paper("settle", COPY, "not_printed") == (0, [f"{COPY} not_printed"])
    assert paper("list") == (0, ["nothing waits for staff"])
    said = f"{COPY} is not uncertain; `kiosk paper list` says which are"
    assert paper("settle", COPY, "printed") == (1, [said])


def test_a_full_disk_is_said_beside_what_waits(file: Path, paper: Kiosk) -> None:
    printed(file, *FIRST, state=JobState.LEFT_IN_PRINTER, remains=True)
    with closing(open_file(file)) as kiosk, full_disk():
        kiosk.execute("SELECT * FROM jobs").fetchall()
        status, (waits, unwritten) = paper("list")
        assert paper("confirm")[0] == 2
    assert status == 2
    assert waits.endswith(LOOK)
    assert unwritten.startswith("the journal cannot be written: ")
    assert unwritten.endswith("; no document is printed until it can")
    assert paper("confirm") == (0, ["1 taken away"])


def test_what_is_no_journal_is_said(file: Path, paper: Kiosk) -> None:
    file.write_bytes(b"no journal" * 100)
    for words in (("list",), ("confirm",), ("settle", COPY, "printed")):
        said = "the journal cannot be written: file is not a database; no document is printed until it can"
        assert paper(*words) == (2, [said])
