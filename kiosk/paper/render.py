"""A page drawn by PDFium in grey, at eight dots a millimetre, and given up where it takes too long."""

from __future__ import annotations

import ctypes
import time

import pypdfium2
from pypdfium2 import raw

from kiosk.paper.grey import Grey

DOTS_PER_POINT = 8 * 25.4 / 72
"""Eight dots a millimetre: A4 is 1680 by 2376."""


class Slow(Exception):
    """The time for a document is over."""


def rendered(
    page: pypdfium2.PdfPage,
    sheet: Grey,
    across: int,
    down: int,
    until: float,
    *,
    left: int | None = None,
    top: int = 0,
) -> Grey:
    """`sheet`, white until now, with the page on it, `across` by `down` dots, its corner at `left` and `top`.

    Without `left` the page lies in the middle. Raises Slow after `until`, a moment of `time.monotonic`, and
    PdfiumError where PDFium fails.
    """
    if left is None:
        left = (sheet.width - across) // 2
    # It is read where PDFium wrote it, without a copy.
    bitmap = pypdfium2.PdfBitmap.new_native(
        sheet.width,
        sheet.height,
        raw.FPDFBitmap_Gray,
        buffer=(ctypes.c_ubyte * len(sheet.rows)).from_buffer(sheet.rows),
        stride=sheet.width,
    )
    pause = raw.IFSDK_PAUSE(version=1, user=None)
    pause.NeedToPauseNow = type(pause.NeedToPauseNow)(lambda _: int(time.monotonic() > until))
    flags = raw.FPDF_ANNOT | raw.FPDF_GRAYSCALE
    try:
        state = raw.FPDF_RenderPageBitmap_Start(bitmap, page, left, top, across, down, 0, flags, pause)
    finally:
        raw.FPDF_RenderPage_Close(page)
        bitmap.close()
    if state == raw.FPDF_RENDER_TOBECONTINUED:
        raise Slow
    if state != raw.FPDF_RENDER_DONE:
        raise pypdfium2.PdfiumError("not drawn")
    return sheet
