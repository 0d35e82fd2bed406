"""The seu's document, checked before a dot of it is made: its digest, and its seal where roots are pinned.

It is done in a process of its own, which is ended where it takes too long: what PDFium or pyHanko do with a
hostile file cannot be stopped otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence

from devices.contracts import Dots
from kiosk.paper import document_worker
from kiosk.paper.document_wire import Order
from kiosk.paper.press import afterwards, press
from kiosk.paper.refusal import DocumentRefused

SECONDS = 12.0
"""For a whole document; an ordinary one takes a few hundredths of a second."""


async def document_sheets(
    pdf: bytes, *, sha256: str, width: int, seal_roots: Sequence[bytes], seconds: float = SECONDS
) -> tuple[Dots, ...] | DocumentRefused:
    """The sheets of `pdf` for a head of `width` dots.

    `sha256` is the hexadecimal digest that the seu announced. `seal_roots` are roots in PEM; where there are
    none, no seal is asked for.
    """
    try:
        return await press(document_worker.sheets, Order(pdf, sha256, width, tuple(seal_roots)), seconds)
    finally:
        afterwards(document_worker.tidy)


async def warm() -> None:
    """Have the next document as quick as any: loading what checks and draws takes half a second."""
    await press(document_worker.warm)


def rest() -> None:
    """No document is to be expected: what waits for one gives its memory back."""
    afterwards(document_worker.dismiss)
