"""The seu's PDF as dots, sheet by sheet, at the head's own resolution and never scaled.

PDFium is not thread-safe: all of this is called in one thread of a process.
"""

from __future__ import annotations

import time

import pypdfium2

from devices.contracts import Dots
from kiosk.paper import codes, pictures
from kiosk.paper.grey import Grey
from kiosk.paper.ink import ink
from kiosk.paper.refusal import PdfTrouble
from kiosk.paper.render import DOTS_PER_POINT, Slow, rendered

THRESHOLD = 168
"""Keeps 7 pt text of 45 % grey whole."""
MOST_SHEETS = 20
MOST_ROWS = 8 * 1000
WIDEST = 8 * 300
"""Dots of a page that may have margins to lose."""
SECONDS = 8.0
"""For all sheets of a document; an ordinary one takes a hundredth of a second."""


def pages(pdf: bytes, width: int, seconds: float = SECONDS) -> tuple[Dots, ...] | PdfTrouble:
    """Each page of `pdf` as a sheet `width` dots wide, the page in its middle."""
    until = time.monotonic() + seconds
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError:
        return PdfTrouble.UNREADABLE
    try:
        if not 0 < len(document) <= MOST_SHEETS:
            return PdfTrouble.TOO_LONG if len(document) else PdfTrouble.UNREADABLE
        sheets = []
        for page in document:
            sheet = _sheet(page, width, until)
            page.close()
            if isinstance(sheet, PdfTrouble):
                return sheet
            sheets.append(sheet)
        return tuple(sheets)
    except Slow:
        return PdfTrouble.TOO_SLOW
    except pypdfium2.PdfiumError:
        return PdfTrouble.UNREADABLE
    finally:
        document.close()


def _sheet(page: pypdfium2.PdfPage, width: int, until: float) -> Dots | PdfTrouble:
    size = [points * DOTS_PER_POINT for points in page.get_size()]
    # A page may say that it is larger than any number: compared before it is rounded.
    if not size[0] < WIDEST + 0.5:
        return PdfTrouble.TOO_WIDE
    if not size[1] < MOST_ROWS + 0.5:
        return PdfTrouble.TOO_LONG
    across, down = (round(dots) for dots in size)
    if not (across and down):
        return PdfTrouble.UNREADABLE
    grey = rendered(page, Grey.white(max(width, across), down), across, down, until)
    found = codes.found(grey)
    pictures.diffuse(page, grey, across, found, until, THRESHOLD)
    if across > width:
        narrow = grey.cropped(width, THRESHOLD)
        if narrow is None:
            return PdfTrouble.TOO_WIDE
        grey, found = narrow, codes.found(narrow)
    for code in found:
        codes.redraw(grey, code, THRESHOLD)
    return ink(grey.rows, grey.width, THRESHOLD)
