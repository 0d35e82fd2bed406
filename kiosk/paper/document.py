"""The seu's document, checked before a dot of it is made: its digest, and its seal where roots are pinned.

All of it has a deadline. What PDFium or pyHanko still does with a document after it cannot be stopped; what
comes next waits behind it in the press, and is refused at its own deadline.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from hashlib import sha256 as digest_of
from hmac import compare_digest
from importlib.resources import files

from devices.contracts import Dots
from kiosk.paper.codes import found
from kiosk.paper.grey import Grey
from kiosk.paper.pdf import PdfTrouble, pages
from kiosk.paper.press import press
from kiosk.paper.seal import Seal, check_seal

A4_ROWS = 2376
SECONDS = 12.0
"""For a whole document; an ordinary one takes a few hundredths of a second."""


class DigestTrouble(StrEnum):
    """Why the bytes are not those that were announced."""

    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class DocumentRefused:
    """Nothing of it was printed, and nothing may be."""

    why: DigestTrouble | Seal | PdfTrouble


async def document_sheets(
    pdf: bytes, *, sha256: str, width: int, seal_roots: Sequence[bytes], seconds: float = SECONDS
) -> tuple[Dots, ...] | DocumentRefused:
    """The sheets of `pdf` for a head of `width` dots.

    `sha256` is the hexadecimal digest that the seu announced. `seal_roots` are roots in PEM; where there are
    none, no seal is asked for.
    """
    try:
        async with asyncio.timeout(seconds):
            return await press(checked_sheets, pdf, sha256, width, tuple(seal_roots))
    except TimeoutError:
        return DocumentRefused(PdfTrouble.TOO_SLOW)


async def warm(width: int) -> None:
    """Have the first document for a head of `width` dots as quick as the second.

    Loading what checks and draws takes half a second, once; memory for a sheet is there again after each.
    """
    await press(_first)
    await press(found, Grey.white(width, A4_ROWS))


@cache
def _first() -> None:
    """`first.pdf` is a page with a seal by nobody and a QR; nothing of it is printed."""
    pdf = files("kiosk.paper").joinpath("first.pdf").read_bytes()
    check_seal(pdf, ())
    pages(pdf, 576)


def checked_sheets(
    pdf: bytes, sha256: str, width: int, seal_roots: tuple[bytes, ...]
) -> tuple[Dots, ...] | DocumentRefused:
    """The same at once, in the caller's thread: no other may be drawing a PDF meanwhile."""
    if not compare_digest(digest_of(pdf).hexdigest(), sha256.lower()):
        return DocumentRefused(DigestTrouble.DIFFERENT)
    if seal_roots:
        seal = check_seal(pdf, seal_roots)
        if seal is not Seal.GOOD:
            return DocumentRefused(seal)
    sheets = pages(pdf, width)
    return DocumentRefused(sheets) if isinstance(sheets, PdfTrouble) else sheets
