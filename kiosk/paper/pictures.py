"""Pictures of a page by error diffusion, and nothing else of it: each inside its own four corners.

Words above a picture stay crisp, and so does what lies beside a picture that is turned. Pictures of two
shades are line art, and codes are codes: both are left to the threshold.
"""

from __future__ import annotations

import ctypes
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import pypdfium2
from pypdfium2 import raw
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker, QPolygonF

from kiosk.paper.codes import FoundCode, found_in
from kiosk.paper.grey import Box, Grey
from kiosk.paper.ink import diffused
from kiosk.paper.render import Slow, rendered

DEEPEST = 12
"""Forms within forms in which pictures are looked for."""
LOOKED_EVERY = 500
"""Objects between two looks at the clock."""
CODE_MARGIN = 24
"""Dots around a code in a picture that are left to the threshold with it: its quiet zone."""
UNIT = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
"""Where a picture lies before its matrix (ISO 32000-1, 8.9.4)."""
Corner = tuple[float, float]
ToSheet = Callable[[Corner], Corner]


Handle: TypeAlias = Any  # Any: a pointer of PDFium's, which carries no types


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of a page, where it lies on the sheet."""

    handle: Handle = field(repr=False)
    corners: tuple[Corner, ...]
    box: Box


def diffuse(
    page: pypdfium2.PdfPage, grey: Grey, across: int, known: Sequence[FoundCode], until: float, threshold: int
) -> None:
    """Make the pictures of `page` black and white where they lie on `grey`, which shows the page.

    `across` is the width of the page in dots; it lies in the middle of the sheet. `known` are codes found so
    far. Raises Slow after `until`, a moment of `time.monotonic`.
    """
    left = (grey.width - across) // 2
    pictures = list(_pictures(page, grey, left, across, until))
    full = [grey.cut(picture.box) for picture in pictures]
    for picture in pictures:
        raw.FPDFPageObj_SetIsActive(picture.handle, False)
    for picture, shown in zip(pictures, full, strict=True):
        box = picture.box
        bare = rendered(
            page,
            Grey.white(box.width, box.height),
            across,
            grey.height,
            until,
            left=left - box.left,
            top=-box.top,
        )
        codes = [code.box for code in (*known, *found_in(shown, box))]
        over = grey.cut(box)
        _draw(picture, over, shown, bare, threshold)
        for code in codes:
            kept = grey.inside(code.grown(CODE_MARGIN)).common(box)
            if kept.filled:
                own = kept.moved(-box.left, -box.top)
                over.put(shown.cut(own), own.left, own.top)
        grey.put(over, box.left, box.top)


def _draw(picture: Picture, over: Grey, shown: Grey, bare: Grey, threshold: int) -> None:
    """The picture in dots, on `over`; what is black without it (in `bare`) and with it (`shown`) stays so."""
    mixing = QPainter(bare_image := bare.image())
    mixing.setCompositionMode(QPainter.CompositionMode.CompositionMode_Lighten)
    mixing.drawImage(0, 0, shown.image())
    mixing.end()
    del bare_image
    bare.rows[:] = bare.rows.translate(bytes(threshold) + b"\xff" * (256 - threshold))
    painter = QPainter(over_image := over.image())
    painter.setClipPath(_outline(picture))
    painter.drawImage(0, 0, diffused(shown))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Darken)
    painter.drawImage(0, 0, bare.image())
    painter.end()
    del over_image


def _outline(picture: Picture) -> QPainterPath:
    """Its four corners within its box, and a dot around them: PDFium draws an edge wherever it touches."""
    path, edge = QPainterPath(), QPainterPathStroker()
    corners = [QPointF(x - picture.box.left, y - picture.box.top) for x, y in picture.corners]
    path.addPolygon(QPolygonF([*corners, corners[0]]))
    edge.setWidth(2)
    return path.united(edge.createStroke(path))


def _pictures(page: pypdfium2.PdfPage, grey: Grey, left: int, across: int, until: float) -> Iterator[Picture]:
    """Every picture that has more than two shades and a place on the sheet."""

    def on_sheet(corner: Corner) -> Corner:
        x, y = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(page, left, 0, across, grey.height, 0, *corner, x, y)
        return float(x.value), float(y.value)

    for handle, forms in _images(page, until):
        if _bits(page, handle) == 1:
            continue
        corners: tuple[Corner, ...] = UNIT
        for holder in (handle, *forms):
            corners = tuple(_through(holder, corner) for corner in corners)
        places = tuple(on_sheet(corner) for corner in corners)
        across_, down = [x for x, _ in places], [y for _, y in places]
        box = grey.inside(Box(int(min(across_)), int(min(down)), int(max(across_)), int(max(down))).grown(1))
        if box.filled:
            yield Picture(handle, places, box)


def _images(page: pypdfium2.PdfPage, until: float) -> Iterator[tuple[Handle, tuple[Handle, ...]]]:
    """Handles of images, each with the forms that it stands in, the innermost first."""
    waiting: list[tuple[Handle, tuple[Handle, ...]]] = [(page, ())]
    seen = 0
    while waiting:
        holder, forms = waiting.pop(0)
        count, get = (
            (raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject)
            if forms
            else (raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject)
        )
        for index in range(count(holder)):
            seen += 1
            if seen % LOOKED_EVERY == 0 and time.monotonic() > until:
                raise Slow
            handle = get(holder, index)
            kind = raw.FPDFPageObj_GetType(handle)
            if kind == raw.FPDF_PAGEOBJ_IMAGE:
                yield handle, forms
            elif kind == raw.FPDF_PAGEOBJ_FORM and len(forms) < DEEPEST:
                waiting.append((handle, (handle, *forms)))


def _bits(page: pypdfium2.PdfPage, handle: Handle) -> int:
    facts = raw.FPDF_IMAGEOBJ_METADATA()
    known = raw.FPDFImageObj_GetImageMetadata(handle, page, facts)
    return int(facts.bits_per_pixel) if known else 0


def _through(holder: Handle, corner: Corner) -> Corner:
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(holder, matrix)
    x, y = corner
    return matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f
