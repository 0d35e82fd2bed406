"""A document that is what it has to be becomes sheets; another one, the reason why not."""

from __future__ import annotations

from hashlib import sha256 as digest_of
from hmac import compare_digest

from devices.contracts import Dots
from kiosk.paper.pdf import pages
from kiosk.paper.refusal import DigestTrouble, DocumentRefused, PdfTrouble, Seal
from kiosk.paper.seal import check_seal


def checked_sheets(
    pdf: bytes, sha256: str, width: int, seal_roots: tuple[bytes, ...]
) -> tuple[Dots, ...] | DocumentRefused:
    """See `kiosk.paper.document.document_sheets`; here no other thread may be drawing a PDF meanwhile."""
    if not compare_digest(digest_of(pdf).hexdigest(), sha256.lower()):
        return DocumentRefused(DigestTrouble.DIFFERENT)
    if seal_roots:
        seal = check_seal(pdf, seal_roots)
        if seal is not Seal.GOOD:
            return DocumentRefused(seal)
    sheets = pages(pdf, width)
    return DocumentRefused(sheets) if isinstance(sheets, PdfTrouble) else sheets
