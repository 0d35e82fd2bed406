"""Is a PDF sealed by the town hall, whole and unaltered? Judged by pyHanko against pinned roots, off line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO


@dataclass(frozen=True, slots=True)
class Sealed:
    """Every signature is good, and the last covers the whole file."""

    by: str
    """The sealing organ, as its certificate names it."""


class SealTrouble(StrEnum):
    """Why a document is refused."""

    UNREADABLE = "unreadable"
    UNSEALED = "unsealed"
    ALTERED = "altered"
    """A byte differs, or something was added after the seal."""
    UNTRUSTED = "untrusted"
    """Sealed by someone whom none of the roots vouches for, or whose certificate is out of date."""


Seal = Sealed | SealTrouble


def check_seal(pdf: bytes, roots: Sequence[bytes]) -> Seal:
    """What the seal of `pdf` is worth; `roots` are certificates in PEM, one or more each.

    All verdicts are asked for: of a file with a flipped byte pyHanko still says `valid`, but not `intact`.
    """
    # Importing pyHanko takes over a second: `document.warm` has it done ahead, in the press's thread.
    from asn1crypto import pem
    from asn1crypto.x509 import Certificate
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.general import ValueErrorWithMessage
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.status import SignatureCoverageLevel
    from pyhanko_certvalidator import ValidationContext

    certificates = [Certificate.load(der) for root in roots for _, _, der in pem.unarmor(root, multiple=True)]
    trusted = ValidationContext(trust_roots=certificates, allow_fetching=False)
    try:
        signatures = PdfFileReader(BytesIO(pdf)).embedded_regular_signatures
        verdicts = [validate_pdf_signature(signature, trusted) for signature in signatures]
    except (PdfError, ValueErrorWithMessage, ValueError, KeyError, TypeError):
        return SealTrouble.UNREADABLE
    if not verdicts:
        return SealTrouble.UNSEALED
    whole = verdicts[-1].coverage is SignatureCoverageLevel.ENTIRE_FILE
    if not whole or not all(verdict.intact and verdict.valid for verdict in verdicts):
        return SealTrouble.ALTERED
    if not all(verdict.trusted for verdict in verdicts):
        return SealTrouble.UNTRUSTED
    return Sealed(str(verdicts[-1].signing_cert.subject.human_friendly))
