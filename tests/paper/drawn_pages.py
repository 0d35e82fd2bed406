"""Every page of the demo's documents as dots: what the golden pictures are drawn from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from io import BytesIO

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from demo.seu.offers import RENDITIONS, Rendition
from demo.seu.paper.content import PaperLanguage, Wanted, content
from demo.seu.paper.layout import Check, laid_out
from demo.seu.paper.roll import rolled_out
from demo.seu.register import load
from devices.contracts import Dots
from kiosk.paper.pdf import pages
from kiosk.paper.refusal import PdfTrouble

RESIDENT = "elena"
LANGUAGES: tuple[PaperLanguage, ...] = ("ca", "es")
CSV = "ZB26-2345-6789-ABCD"
ADDRESS = f"https://seu.exemple.cat/csv?c={CSV}"
AT = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)
HEADS: Mapping[Rendition, int] = {"a4": 1728, "roll80": 576}
PICTURES = "pictures"
"""A page of shades, for the diffusion; the demo's documents have no pictures."""


def drawings(copy: int = 1, heads: Mapping[Rendition, int] = HEADS) -> Iterator[tuple[str, Dots]]:
    """Every sheet of every document, in every language and on every paper that has a head, by its name."""
    register = load()
    resident = next(one for one in register if one.id == RESIDENT)
    dwelling = register.dwelling(resident)
    assert dwelling is not None
    check = Check(CSV, ADDRESS, "ZB-01", copy)
    for offer in register.offers(resident):
        for rendition in heads.keys() & RENDITIONS[offer.kind] if offer.here else ():
            for language in LANGUAGES:
                said = content(resident, dwelling, Wanted(offer, "grants", language, rendition), AT)
                pdf, _ = (rolled_out if rendition == "roll80" else laid_out)(said, check)
                for number, sheet in enumerate(_sheets(pdf, heads[rendition]), start=1):
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
