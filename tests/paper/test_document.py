"""The seu's document: nothing of it becomes dots unless it is what the seu announced, sealed and whole."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import suppress
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from devices.contracts import Dots
from kiosk.paper.document import document_sheets, warm
from kiosk.paper.pdf import pages
from kiosk.paper.refusal import DigestTrouble, DocumentRefused, PdfTrouble, Seal
from kiosk.paper.seal import check_seal
from tests.devices.simulated_printer import until
from tests.paper.sealing import TOWN_HALL, plain, sealed


def sheets_of(
    pdf: bytes, *, announced: bytes, roots: tuple[bytes, ...]
) -> tuple[Dots, ...] | DocumentRefused:
    digest = sha256(announced).hexdigest()
    return asyncio.run(document_sheets(pdf, sha256=digest, width=1728, seal_roots=roots))


def test_a_good_document_becomes_sheets() -> None:
    sheets = sheets_of(sealed(), announced=sealed(), roots=(TOWN_HALL.root,))

    assert not isinstance(sheets, DocumentRefused)
    assert [sheet.height for sheet in sheets] == [2376]


def test_without_pinned_roots_no_seal_is_asked_for() -> None:
    assert not isinstance(sheets_of(plain(), announced=plain(), roots=()), DocumentRefused)


def test_other_bytes_than_announced_are_refused() -> None:
    refused = sheets_of(sealed(), announced=plain(), roots=())

    assert refused == DocumentRefused(DigestTrouble.DIFFERENT)


def test_a_document_without_a_seal_is_refused_where_roots_are_pinned() -> None:
    refused = sheets_of(plain(), announced=plain(), roots=(TOWN_HALL.root,))

    assert refused == DocumentRefused(Seal.UNSEALED)


def test_what_is_no_document_is_refused() -> None:
    assert sheets_of(b"no", announced=b"no", roots=()) == DocumentRefused(PdfTrouble.UNREADABLE)


def test_what_warms_the_press_takes_the_whole_way_and_is_trusted_by_nobody() -> None:
    first = files("kiosk.paper").joinpath("first.pdf").read_bytes()

    assert check_seal(first, [TOWN_HALL.root]) is Seal.UNTRUSTED
    assert not isinstance(pages(first, 576), PdfTrouble)
    asyncio.run(warm())


def test_a_file_in_which_pdfium_is_lost_is_given_up_and_the_next_document_is_made() -> None:
    hostile = forms_within_forms(40)
    digest = sha256(hostile).hexdigest()
    waiting = document_sheets(hostile, sha256=digest, width=576, seal_roots=(), seconds=4)

    # Left alone it would draw for days.
    assert asyncio.run(waiting) == DocumentRefused(PdfTrouble.TOO_SLOW)
    assert not isinstance(sheets_of(plain(), announced=plain(), roots=()), DocumentRefused)


def test_who_leaves_keeps_nobody_waiting_beyond_the_deadline() -> None:
    async def leave() -> tuple[Dots, ...] | DocumentRefused:
        hostile = forms_within_forms(40)
        digest = sha256(hostile).hexdigest()
        gone = asyncio.create_task(
            document_sheets(hostile, sha256=digest, width=576, seal_roots=(), seconds=2)
        )
        await asyncio.sleep(0)
        gone.cancel()
        digest = sha256(plain()).hexdigest()
        async with asyncio.timeout(20):
            return await document_sheets(plain(), sha256=digest, width=1728, seal_roots=())

    assert not isinstance(asyncio.run(leave()), DocumentRefused)


def test_a_process_that_ended_while_it_waited_is_replaced() -> None:
    asyncio.run(warm())
    (waiting,) = children()
    os.kill(waiting, signal.SIGKILL)
    os.waitid(os.P_PID, waiting, os.WEXITED | os.WNOWAIT)

    assert not isinstance(sheets_of(plain(), announced=plain(), roots=()), DocumentRefused)


def test_nothing_of_a_document_outlives_it() -> None:
    sheets_of(sealed(), announced=sealed(), roots=(TOWN_HALL.root,))

    # It is ended behind its answer, and seen out in the press's thread.
    asyncio.run(until(lambda: children() == []))


def children() -> list[int]:
    """The processes that make documents ready for this one."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            if parent == os.getpid() and b"kiosk.paper.document_child" in (folder / "cmdline").read_bytes():
                found.append(int(folder.name))
    return found


def forms_within_forms(levels: int) -> bytes:
    """A page that draws a form that draws another one twice, and so on."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R"
        b" /Resources << /XObject << /F 5 0 R >> >> >>",
        b"<< /Length 5 >>\nstream\n/F Do\nendstream",
    ]
    for level in range(levels):
        objects.append(
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 200 200]"
            b" /Resources << /XObject << /F %d 0 R >> >> /Length 11 >>\nstream\n/F Do /F Do\nendstream"
            % (level + 6)
        )
    objects.append(
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 200 200] /Length 12 >>\nstream\n0 0 1 1 re f\nendstream"
    )
    pdf, places = b"%PDF-1.7\n", []
    for number, written in enumerate(objects, 1):
        places.append(len(pdf))
        pdf += b"%d 0 obj\n%b\nendobj\n" % (number, written)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        pdf
        + b"xref\n0 %d\n0000000000 65535 f \n%btrailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (
            size,
            table,
            size,
            len(pdf),
        )
    )
