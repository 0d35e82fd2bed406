"""A document of the seu, in the thread that checks and draws it: only what is sealed becomes a page."""

from __future__ import annotations

from hashlib import sha256
from importlib.resources import files

from demo.seu.paper.seal import new_seal
from kiosk.paper.checking import checked_sheets
from kiosk.paper.pdf import pages
from kiosk.paper.refusal import DocumentRefused, PdfTrouble

PAGE = files("kiosk.paper").joinpath("first.pdf").read_bytes()
SEAL = new_seal()
SEALED = SEAL.put_on(PAGE[: PAGE.index(b"%%EOF") + 6])
SEEDS = (SEALED, PAGE)
HEAD = 576
DRAWN = pages(SEALED, HEAD)
assert not isinstance(DRAWN, PdfTrouble)


def one(data: bytes) -> None:
    pages(data, HEAD, seconds=2)
    made = checked_sheets(data, sha256(data).hexdigest(), HEAD, (SEAL.root_pem.encode(),))
    # Figures in the gap of the signature may differ; what is printed may not.
    assert isinstance(made, DocumentRefused) or made == DRAWN
