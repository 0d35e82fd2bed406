"""The seu's PDF as dots, sheet by sheet, at the head's own resolution and never scaled.

PDFium is not thread-safe: all of this is called in one thread (see `press`).
"""

from __future__ import annotations

import ctypes
from enum import StrEnum

import pypdfium2
import pypdfium2.raw

from devices.contracts import Dots
from kiosk.paper.ink import ink

DOTS_PER_POINT = 8 * 25.4 / 72
"""Eight dots a millimetre: A4 is 1680 by 2376."""
THRESHOLD = 168
"""Keeps 7 pt text of 45 % grey whole."""
MOST_SHEETS = 20
MOST_ROWS = 8 * 1000


class PdfTrouble(StrEnum):
    """Why a PDF cannot be printed here."""

    UNREADABLE = "unreadable"
    TOO_WIDE = "too_wide"
    TOO_LONG = "too_long"


def pages(pdf: bytes, width: int) -> tuple[Dots, ...] | PdfTrouble:
    """Each page of `pdf` as a sheet `width` dots wide, the page in its middle."""
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError:
        return PdfTrouble.UNREADABLE
    try:
        if not 0 < len(document) <= MOST_SHEETS:
            return PdfTrouble.TOO_LONG if len(document) else PdfTrouble.UNREADABLE
        sheets = []
        for page in document:
            sheet = _sheet(page, width)
            page.close()
            if isinstance(sheet, PdfTrouble):
                return sheet
            sheets.append(sheet)
        return tuple(sheets)
    except pypdfium2.PdfiumError:
        return PdfTrouble.UNREADABLE
    finally:
        document.close()


def _sheet(page: pypdfium2.PdfPage, width: int) -> Dots | PdfTrouble:
    across, down = (round(points * DOTS_PER_POINT) for points in page.get_size())
    if across > width:
        return PdfTrouble.TOO_WIDE
    if down > MOST_ROWS:
        return PdfTrouble.TOO_LONG
    # White, and ours: it is read where PDFium wrote it, without a copy.
    grey = bytearray(b"\xff") * (width * down)
    bitmap = pypdfium2.PdfBitmap.new_native(
        width,
        down,
        pypdfium2.raw.FPDFBitmap_Gray,
        buffer=(ctypes.c_ubyte * len(grey)).from_buffer(grey),
        stride=width,
    )
    try:
        pypdfium2.raw.FPDF_RenderPageBitmap(
            bitmap,
            page,
            (width - across) // 2,
            0,
            across,
            down,
            0,
            pypdfium2.raw.FPDF_ANNOT | pypdfium2.raw.FPDF_GRAYSCALE,
        )
        return ink(grey, width, THRESHOLD)
    finally:
        bitmap.close()
