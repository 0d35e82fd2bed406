"""What an earlier run sent is settled by what the printer tells, and where nobody knows, staff look."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import pytest

from devices.contracts import CutDone, JobStep, Mark, Pdf, Plain, PlainCode, PlainLine, Sending, Work
from devices.printer.escpos import EscPosPrinter
from devices.printer.models import known_models
from kiosk import jobs
from kiosk.journal import JobKind, Journal, Wanted, new_copy
from tests.devices.simulated_printer import Heard, Simulated, page, simulated, until

T = TypeVar("T")

CUSTOM = ("--dialect", "custom", "--no-process-id")
PRESENTING = known_models()["custom-vkp80iii"].model_copy(update={"dots": 576, "process_ids": False})
DROPPING = known_models()["custom-kpm180h"].model_copy(update={"dots": 576})

Part = Callable[[Journal, EscPosPrinter], Coroutine[None, None, T]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.sqlite"


def one_run(path: Path, peer: Simulated, presenter: bool, work: Part[T]) -> T:
    """A run of the kiosk's printing part, from its opening to its end."""

    async def run() -> T:
        journal = Journal(path)
        model = PRESENTING if presenter else DROPPING
        printer = EscPosPrinter("document", peer.address, model, left_over=journal.left_over("document"))
        try:
            async with asyncio.timeout(60):
                return await work(journal, printer)
        finally:
            await printer.close()
            await journal.close()

    return asyncio.run(run())


def killed_at_the_cut(kind: JobKind) -> Part[None]:
    """A sheet comes out whole, and the run ends before that is written down."""

    async def work(journal: Journal, printer: EscPosPrinter) -> None:
        await until(lambda: printer.status.can_print)
        sheets = [page()]
        job = await jobs.intend(journal, printer, kind, new_copy(), sheets)
        ended = asyncio.Event()
        here = asyncio.get_running_loop()

        def note(step: JobStep) -> Future[None]:
            if isinstance(step, CutDone):
                here.call_soon_threadsafe(ended.set)
                return Future()
            return journal.note(job)(step)

        printing = asyncio.ensure_future(printer.print(sheets, Heard(), note))
        await ended.wait()
        printing.cancel()
        await asyncio.wait([printing])

    return work


async def looked_back(journal: Journal, printer: EscPosPrinter) -> tuple[int, bool]:
    """Of how many jobs the printer was asked, and whether staff have to look now."""
    return len(await jobs.look_back(journal, printer)), await journal.sheet_left()


def written(path: Path, column: str = "state") -> list[object]:
    with closing(sqlite3.connect(path)) as file:
        return [value for (value,) in file.execute(f"SELECT {column} FROM jobs ORDER BY id")]


@pytest.mark.parametrize("kind", JobKind)
@pytest.mark.parametrize(
    ("presenter", "options", "became"),
    [(True, (*CUSTOM, "--presenter"), "retracted"), (False, CUSTOM, "printed")],
    ids=["presenter", "slot"],
)
def test_a_whole_sheet_of_a_killed_run_is_drawn_back_or_looked_for(
    path: Path, kind: JobKind, *, presenter: bool, options: tuple[str, ...], became: str
) -> None:
    with simulated(path.parent / "out", *options) as peer:
        one_run(path, peer, presenter, killed_at_the_cut(kind))
        # Whoever it was for was told nothing: in a slot it lies there for anybody.
        left = kind is JobKind.DOCUMENT and not presenter
        assert one_run(path, peer, presenter, looked_back) == (1, left)
    assert written(path) == [became]


def test_of_several_that_were_never_settled_the_printer_knows_the_last_alone(path: Path) -> None:
    async def three(journal: Journal, printer: EscPosPrinter) -> None:
        for name in ("document", "ticket"):
            job = await journal.intend(Wanted(JobKind.DOCUMENT, name, "ab" * 32, 7, 1, new_copy()))
            await asyncio.wrap_future(journal.note(job)(Sending(1, Mark(cuts=7, starts=1))))
        await killed_at_the_cut(JobKind.DOCUMENT)(journal, printer)

    with simulated(path.parent / "out", *CUSTOM, "--presenter") as peer:
        one_run(path, peer, True, three)
        assert one_run(path, peer, True, looked_back) == (2, True)
    assert written(path) == ["uncertain", "sending", "retracted"]
    assert written(path, "remains") == [1, 0, 0]


def test_where_the_printer_is_gone_nobody_knows_and_staff_look(path: Path) -> None:
    async def lost(journal: Journal, printer: EscPosPrinter) -> None:
        job = await journal.intend(Wanted(JobKind.DOCUMENT, "document", "ab" * 32, 7, 1, new_copy()))
        await asyncio.wrap_future(journal.note(job)(Sending(1, Mark())))

    with simulated(path.parent / "out", *CUSTOM, "--presenter") as peer:
        one_run(path, peer, True, lost)
        peer.turn(pull_power="rst")
        assert one_run(path, peer, True, looked_back) == (1, True)
    assert written(path) == ["uncertain"]


@pytest.mark.parametrize(
    ("work", "pieces"),
    [
        (Pdf(b"%PDF-1.7 a page", 2), [b"%PDF-1.7 a page"]),
        ((page(40), page(60, seed=2)), [page(40).rows, page(60, seed=2).rows]),
        (
            (Plain((PlainLine("El vostre torn"), PlainCode("https://seu.exemple.cat", 25, 6))),),
            [b"El vostre torn", b"https://seu.exemple.cat"],
        ),
    ],
    ids=["pdf", "dots", "letters"],
)
def test_of_the_pages_their_digest_and_their_length_are_kept(
    path: Path, work: Work, pieces: list[bytes]
) -> None:
    async def intend(journal: Journal, printer: EscPosPrinter) -> None:
        await jobs.intend(journal, printer, JobKind.DOCUMENT, new_copy(), work)

    with simulated(path.parent / "out", *CUSTOM) as peer:
        one_run(path, peer, False, intend)
    assert written(path, "sha256") == [sha256(b"".join(pieces)).hexdigest()]
    assert written(path, "length") == [len(b"".join(pieces))]
    assert written(path, "sheets") == [len(work)]
