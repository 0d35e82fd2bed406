"""Why a document of the seu is not printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DigestTrouble(StrEnum):
    """Why the bytes are not those that were announced."""

    DIFFERENT = "different"


class Seal(StrEnum):
    """What a PDF's seal is worth; only a good one may be printed."""

    GOOD = "good"
    UNREADABLE = "unreadable"
    UNSEALED = "unsealed"
    ALTERED = "altered"
    """A byte differs, or something was added after the seal."""
    UNTRUSTED = "untrusted"
    """Sealed by someone for whom none of the roots vouches, or whose certificate is out of date."""


class PdfTrouble(StrEnum):
    """Why a PDF cannot be printed here."""

    UNREADABLE = "unreadable"
    TOO_WIDE = "too_wide"
    """Something of it would lie beside the head."""
    TOO_LONG = "too_long"
    TOO_SLOW = "too_slow"


@dataclass(frozen=True, slots=True)
class DocumentRefused:
    """Nothing of it was printed, and nothing may be."""

    why: DigestTrouble | Seal | PdfTrouble
