"""`python -m tests.paper.golden_pages FOLDER`: every page of the demo's documents, as black and white PNG.

Written anew into `tests/paper/golden/pages` where a change is meant; `test_golden_pages` finds the others.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from demo.seu.offers import RENDITIONS, Rendition
from demo.seu.paper.content import PaperLanguage, Wanted, content
from demo.seu.paper.layout import Check, laid_out
from demo.seu.paper.roll import rolled_out
from demo.seu.register import load
from devices.contracts import Dots
from kiosk.paper.pdf import PdfTrouble, pages

GOLDEN = Path(__file__).parent / "golden" / "pages"
RESIDENT = "elena"
LANGUAGES: tuple[PaperLanguage, ...] = ("ca", "es")
CSV = "ZB26-2345-6789-ABCD"
ADDRESS = f"https://seu.exemple.cat/csv?c={CSV}"
AT = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)
HEADS: dict[Rendition, int] = {"a4": 1728, "roll80": 576}
PICTURES = "pictures"
"""A page of shades, for the diffusion; the demo's documents have no pictures."""


def all_pages(copy: int = 1) -> Iterator[tuple[str, Dots]]:
    """Every sheet of every document, in every language and on every paper, by its name."""
    register = load()
    resident = next(one for one in register if one.id == RESIDENT)
    dwelling = register.dwelling(resident)
    assert dwelling is not None
    check = Check(CSV, ADDRESS, "ZB-01", copy)
    for offer in register.offers(resident):
        for rendition in RENDITIONS[offer.kind] if offer.here else ():
            for language in LANGUAGES:
                said = content(resident, dwelling, Wanted(offer, "grants", language, rendition), AT)
                pdf, _ = (rolled_out if rendition == "roll80" else laid_out)(said, check)
                for number, sheet in enumerate(_sheets(pdf, HEADS[rendition]), start=1):
                    yield f"{offer.id}-{rendition}-{language}-{number}", sheet
    yield PICTURES, _sheets(_shades(), 576)[0]


def _sheets(pdf: bytes, head: int) -> tuple[Dots, ...]:
    sheets = pages(pdf, head)
    if isinstance(sheets, PdfTrouble):
        raise ValueError(sheets)
    return sheets


def _shades() -> bytes:
    file, shades = BytesIO(), Image.linear_gradient("L")
    canvas = Canvas(file, pagesize=(204, 140), pageCompression=0)
    canvas.drawImage(ImageReader(shades), 10, 30, 80, 100)
    canvas.translate(150, 35)
    canvas.rotate(35)
    canvas.drawImage(ImageReader(shades.rotate(90)), -20, 10, 60, 60)
    canvas.save()
    return file.getvalue()


def picture(sheet: Dots) -> Image.Image:
    """What its paper looks like."""
    white = bytes(byte ^ 0xFF for byte in sheet.rows)
    return Image.frombytes("1", (sheet.width, sheet.height), white)


def dots_of(file: Path) -> Dots:
    """The other way round."""
    with Image.open(file) as image:
        return Dots(image.width, bytes(byte ^ 0xFF for byte in image.tobytes()))


def write(folder: Path) -> None:
    """Write them all."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, sheet in all_pages():
        picture(sheet).save(folder / f"{name}.png", optimize=True)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
