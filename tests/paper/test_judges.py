"""Tickets as judges see them that nobody here wrote: npos their bytes, zxing their codes on bad paper."""

from __future__ import annotations

from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageFilter

from devices.contracts import Dots
from devices.printer.job import strip_bytes
from devices.printer.raster import FED_ROWS, steps
from kiosk.paper.typeset import typeset
from screens.i18n.words import LANGUAGES
from tests.paper.drawn_tickets import CODES, WIDTHS, tickets
from tests.tours.decoder import commands, dots_by_npos, sheets

NPOS = Path(".tools/npm/node_modules/npos").resolve()
BUFFER = 4096
SPREAD = 3
"""Dots across of what one dot becomes where ink spreads by one on each side."""
BLUR = 1.5
"""Dots; as much again as the spread, at the paper's and the camera's edge."""

pytestmark = pytest.mark.usefixtures("fonts")


def rows(dots: Dots) -> list[str]:
    """A digit a dot, 1 is black."""
    whole = [dots.rows[start : start + dots.stride] for start in range(0, len(dots.rows), dots.stride)]
    return [f"{int.from_bytes(row, 'big'):0{8 * dots.stride}b}" for row in whole]


def without_feeds(drawn: list[str]) -> list[str]:
    """The rows without those that are fed: npos joins the strips and leaves out what lies between."""
    kept: list[str] = []
    at = 0
    while at < len(drawn):
        end = at
        while end < len(drawn) and "1" not in drawn[end]:
            end += 1
        if end - at < FED_ROWS and end < len(drawn):
            kept += drawn[at:end]
        if end < len(drawn):
            kept.append(drawn[end])
        at = end + 1
    return kept


def packed(drawn: list[str], width: int) -> bytes:
    return b"".join(int(row.ljust(width, "0"), 2).to_bytes(width // 8, "big") for row in drawn)


def same(seen: bytes, wanted: bytes) -> bool:
    """Dot for dot, but for the neighbour that a lone dot has where `10` would have begun a command."""
    others = {(one, other) for one, other in zip(seen, wanted, strict=True) if one != other}
    return others <= {(0x18, 0x10)} and seen.count(b"\x18") - wanted.count(b"\x18") < 10


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", [*LANGUAGES, "ar"])
def test_the_bytes_are_the_typeset_dots_to_another_decoder(tmp_path: Path, language: str, width: int) -> None:
    if not NPOS.exists():
        pytest.skip("npos is not here; make test puts it there")
    for name, made in tickets(language).items():
        dots = typeset(made, width)
        stream = tmp_path / f"{name}.bin"
        stream.write_bytes(b"".join(step.data for step in steps(dots, strip_bytes(BUFFER))))

        seen = dots_by_npos(NPOS, stream)

        assert same(packed(seen, width), packed(without_feeds(rows(dots)), width)), name
        (sheet,) = sheets([*commands(stream.read_bytes()), b"\x1dV\x00"], width)
        assert same(b"".join(sheet), dots.rows), name


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", [*LANGUAGES, "ar"])
def test_every_code_is_read_from_paper_that_spreads_and_by_a_camera_that_blurs(
    language: str, width: int
) -> None:
    for name, made in tickets(language).items():
        paper = picture(typeset(made, width))
        worn = paper.filter(ImageFilter.MinFilter(SPREAD)).filter(ImageFilter.GaussianBlur(BLUR))

        for seen in (paper, worn):
            assert [code.text for code in zxingcpp.read_barcodes(seen)] == [CODES[name]], name


def picture(dots: Dots) -> Image.Image:
    """As a camera sees it: black on white, in greys."""
    black_is_zero = bytes(byte ^ 0xFF for byte in dots.rows)
    return Image.frombytes("1", (8 * dots.stride, dots.height), black_is_zero).convert("L")
