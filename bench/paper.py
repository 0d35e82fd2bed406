"""From a page to the printer's bytes: our time, and python-escpos' for the same page in the same run."""

from __future__ import annotations

import contextlib
import io
import os
import tempfile
import time
from collections.abc import Callable
from hashlib import sha256

import pypdfium2
from PIL import Image

from bench.samples import tell
from bench.volant import volant
from devices.contracts import Dots
from devices.printer import raster
from devices.printer.job import strip_bytes
from devices.printer.models import known_models
from kiosk import heap
from kiosk.paper.checking import checked_sheets
from kiosk.paper.grey import Grey
from kiosk.paper.ink import ink
from kiosk.paper.pdf import THRESHOLD, pages
from kiosk.paper.refusal import DocumentRefused, PdfTrouble
from kiosk.paper.render import DOTS_PER_POINT, rendered

MODEL = known_models()["generic-216"]
PAGES, RASTERS = 30, 10


def dots(pdf: bytes) -> Dots:
    """The page of `pdf`, for the head of A4."""
    sheets = pages(pdf, MODEL.dots)
    if isinstance(sheets, PdfTrouble):
        raise ValueError(sheets)
    (sheet,) = sheets
    return sheet


def printer_bytes(sheet: Dots) -> bytes:
    """Everything that is sent for `sheet`, but for the questions between its strips."""
    return b"".join(step.data for step in raster.steps(sheet, strip_bytes(MODEL.buffer)))


def grey(pdf: bytes) -> bytearray:
    """The page of `pdf` as `kiosk.paper.pdf` hands it on: rows of grey bytes, as wide as the head."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    across, down = (round(points * DOTS_PER_POINT) for points in page.get_size())
    sheet = rendered(page, Grey.white(MODEL.dots, down), across, down, time.monotonic() + 60)
    page.close()
    document.close()
    return sheet.rows


def milliseconds(work: Callable[[], object]) -> float:
    """How long `work` takes."""
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)


def ratios(pdf: bytes) -> list[float]:
    """Our time by that of python-escpos, in turns."""
    rows = grey(pdf)
    picture = Image.frombuffer("L", (MODEL.dots, len(rows) // MODEL.dots), bytes(rows), "raw", "L", 0, 1)
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
        # It keeps its table of printers in a folder, and says that it does not know this one's width.
        os.environ["ESCPOS_CAPABILITIES_PICKLE_DIR"] = folder
        from escpos.printer import Dummy

        return [
            milliseconds(lambda: printer_bytes(ink(rows, MODEL.dots, THRESHOLD)))
            / milliseconds(lambda: Dummy().image(picture))
            for _ in range(RASTERS)
        ]


def main() -> None:
    heap.keep()  # as where documents are made ready
    pdf, root = volant()
    announced = sha256(pdf).hexdigest()

    def whole() -> bytes:
        sheets = checked_sheets(pdf, announced, MODEL.dots, (root,))
        if isinstance(sheets, DocumentRefused):
            raise ValueError(sheets)
        return b"".join(map(printer_bytes, sheets))

    whole()
    tell(
        {"pdf_to_bytes": [milliseconds(whole) for _ in range(PAGES)], "raster_vs_python_escpos": ratios(pdf)}
    )


if __name__ == "__main__":
    main()
