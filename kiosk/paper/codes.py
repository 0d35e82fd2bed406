"""QR codes of a page, found among its dots and drawn anew in whole dots, each in its own place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import isqrt
from typing import Any

import zxingcpp
from zxingcpp import BarcodeFormat

from kiosk.paper.grey import Box, Grey

LEAST_DOTS = 6
"""Of a module, in each direction: what thermal paper keeps apart."""
QUIET = 4
"""White modules around a QR code (ISO/IEC 18004, 9.1)."""
SKEW = 2
"""Dots by which the corners of an upright code may miss each other: the finder tells whole dots."""
ANY = (BarcodeFormat.QRCode, BarcodeFormat.DataMatrix)


@dataclass(frozen=True, slots=True)
class FoundCode:
    """A code on a sheet, as zxing-cpp reads it."""

    payload: bytes = field(repr=False)
    box: Box
    modules: tuple[bytes, ...] = field(repr=False)
    """Rows of a byte each module, 0 is black; empty where the code cannot be drawn anew."""


def found(grey: Grey) -> list[FoundCode]:
    """The QR codes of a sheet, the right way up."""
    return list(_read(grey, (BarcodeFormat.QRCode,)))


def found_in(part: Grey, box: Box) -> list[FoundCode]:
    """The codes of any kind on `part`, which lies at `box` of its sheet; none of them will be drawn anew."""
    return [FoundCode(code.payload, code.box.moved(box.left, box.top), ()) for code in _read(part, ANY)]


def _read(grey: Grey, formats: tuple[BarcodeFormat, ...]) -> Iterator[FoundCode]:
    wanted = zxingcpp.BarcodeFormats(formats)
    for code in zxingcpp.read_barcodes(
        grey.seen(),
        formats=wanted,
        try_rotate=False,
        try_downscale=False,
        try_invert=False,
        # There is no shadow on this paper.
        binarizer=zxingcpp.Binarizer.FixedThreshold,
    ):
        at = code.position
        corners = (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
        across, down = sorted(corner.x for corner in corners), sorted(corner.y for corner in corners)
        box = Box(across[0], down[0], across[-1], down[-1])
        upright = (
            abs(at.top_left.x - at.bottom_left.x) <= SKEW
            and abs(at.top_left.y - at.top_right.y) <= SKEW
            and at.top_left.x < at.top_right.x
            and at.top_left.y < at.bottom_left.y
        )
        yield FoundCode(code.bytes, box, _modules(code) if upright else ())


def _modules(code: zxingcpp.Barcode) -> tuple[bytes, ...]:
    image: Any = code.to_image(scale=1, add_quiet_zones=False)  # Any: its types call it a buffer from 3.12 on
    flat = memoryview(image).tobytes()
    side = isqrt(len(flat))
    return tuple(flat[at : at + side] for at in range(0, len(flat), side))


def redraw(grey: Grey, code: FoundCode, threshold: int) -> None:
    """Draw `code` with whole dots where that fits and says the same; else leave it as it is."""
    count = len(code.modules)
    if not count:
        return
    # A tenth, since the finder rounds: a code of whole dots stays as large as it is.
    dots = max(LEAST_DOTS, int(min(code.box.width, code.box.height) / count + 0.1))
    side = count * dots
    left = round((code.box.left + code.box.right - side) / 2)
    top = round((code.box.top + code.box.bottom - side) / 2)
    place = Box(left, top, left + side, top + side)
    around = place.grown(QUIET * dots)
    # A code that grows must not lose the white that a reader needs.
    wanted = around if side > min(code.box.width, code.box.height) + SKEW else place
    if grey.inside(wanted) != wanted or not _free(grey, code.box, wanted, threshold):
        return
    before = grey.cut(grey.inside(around))
    _erase(grey, code.box)
    grey.put(_drawn(code.modules, dots), left, top)
    if not any(again.payload == code.payload for again in _read(grey.cut(grey.inside(around)), ANY[:1])):
        grey.put(before, grey.inside(around).left, grey.inside(around).top)


def _free(grey: Grey, code: Box, around: Box, threshold: int) -> bool:
    """Whether nothing but the code itself, with a dot for its edge, is black in `around`."""
    code = code.grown(2)
    sides = (
        Box(around.left, around.top, around.right, code.top),
        Box(around.left, code.bottom, around.right, around.bottom),
        Box(around.left, code.top, code.left, code.bottom),
        Box(code.right, code.top, around.right, code.bottom),
    )
    return not any(grey.dark(side, threshold) for side in sides)


def _erase(grey: Grey, box: Box) -> None:
    box = grey.inside(box.grown(2))
    grey.put(Grey.white(box.width, box.height), box.left, box.top)


def _drawn(modules: tuple[bytes, ...], dots: int) -> Grey:
    rows = bytearray()
    for row in modules:
        rows += b"".join((b"\xff" if module else b"\0") * dots for module in row) * dots
    return Grey(len(modules) * dots, rows)
