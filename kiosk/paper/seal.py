"""Is a PDF sealed by the town hall, whole and unaltered? Judged by pyHanko against pinned roots, off line."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from io import BytesIO

from kiosk.paper.refusal import Seal


def check_seal(pdf: bytes, roots: Sequence[bytes]) -> Seal:
    """What the seal of `pdf` is worth; `roots` are certificates in PEM, one or more each.

    Every verdict is asked for: of a file with a flipped byte pyHanko still says `valid`, but not `intact`.
    """
    # Importing pyHanko takes over a second: `document.warm` has it done ahead, in another process.
    from asn1crypto import pem
    from asn1crypto.x509 import Certificate
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.status import SignatureCoverageLevel
    from pyhanko_certvalidator import ValidationContext

    # They log the certificates and what they found in the file.
    for name in ("pyhanko", "pyhanko_certvalidator"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        certificates = [
            Certificate.load(der) for root in roots for _, _, der in pem.unarmor(root, multiple=True)
        ]
    except ValueError:
        # The technician's file holds none: nobody is trusted.
        return Seal.UNTRUSTED
    trusted = ValidationContext(trust_roots=certificates, allow_fetching=False)
    try:
        signatures = PdfFileReader(BytesIO(pdf)).embedded_regular_signatures
        verdicts = [validate_pdf_signature(signature, trusted) for signature in signatures]
    except Exception:  # noqa: BLE001 - a broken file makes pyHanko raise anything, AttributeError too
        return Seal.UNREADABLE
    if not verdicts:
        return Seal.UNSEALED
    whole = verdicts[-1].coverage is SignatureCoverageLevel.ENTIRE_FILE
    if not whole or not all(verdict.intact and verdict.valid for verdict in verdicts):
        return Seal.ALTERED
    if not all(verdict.trusted for verdict in verdicts):
        return Seal.UNTRUSTED
    return Seal.GOOD
