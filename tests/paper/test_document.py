"""The seu's document: nothing of it becomes dots unless it is what the seu announced, sealed and whole."""

from __future__ import annotations

import asyncio
from hashlib import sha256
from importlib.resources import files

from devices.contracts import Dots
from kiosk.paper.document import DigestTrouble, DocumentRefused, document_sheets, warm
from kiosk.paper.pdf import PdfTrouble, pages
from kiosk.paper.seal import Seal, check_seal
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
    asyncio.run(warm(1728))


def test_a_document_that_takes_too_long_is_refused_at_its_deadline() -> None:
    digest = sha256(sealed()).hexdigest()
    waiting = document_sheets(sealed(), sha256=digest, width=1728, seal_roots=(), seconds=0)

    assert asyncio.run(waiting) == DocumentRefused(PdfTrouble.TOO_SLOW)
