"""An identity document: what opens it, what it says, and what is to be thought of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol


@dataclass(frozen=True, slots=True, repr=False)
class Can:
    """Card access number: the six digits printed on the front (ICAO 9303-11, 4.4)."""

    digits: str

    def __repr__(self) -> str:
        return "Can(…)"


@dataclass(frozen=True, slots=True, repr=False)
class Mrz:
    """The three fields of the machine readable zone that open a chip (ICAO 9303-11, 4.3)."""

    document_number: str
    birth_date: date
    expiry_date: date

    def __repr__(self) -> str:
        return "Mrz(…)"


class DocumentKind(StrEnum):
    """What a person calls it."""

    DNI = "dni"
    TIE = "tie"
    EU_CARD = "eu_card"
    PASSPORT = "passport"
    OTHER = "other"


@dataclass(frozen=True, slots=True, repr=False)
class Document:
    """What DG1 says, and DG11 or DG13 where present for names with their diacritics."""

    kind: DocumentKind
    number: str
    """DNI, NIE or the document's own number: what the register knows the person by."""
    support_number: str
    """The document number field of DG1 (on Spanish cards the number of the plastic)."""
    issuer: str
    """Three letters (ICAO 9303-3, 5)."""
    nationality: str
    surnames: str
    given_names: str
    birth_date: date
    expiry_date: date

    def __repr__(self) -> str:
        return "Document(…)"


class Verdict(StrEnum):
    """What is to be thought of a document that was read; docs/identity.md says what each means."""

    GENUINE = "genuine"
    GENUINE_EXPIRED = "genuine_expired"
    ISSUER_UNKNOWN = "issuer_unknown"
    NOT_VERIFIED = "not_verified"
    FORGED = "forged"
    CLONED = "cloned"


class ChipProof(StrEnum):
    """How the chip showed that it holds the private key of its document, and so is no copy."""

    NONE = "none"
    """The document declares no such key, or none of a kind known here: a copy could not be told from it."""
    PACE_CAM = "pace_cam"
    """PACE with chip authentication mapping (ICAO 9303-11, 4.4.3.3.3); the key stands in EF.CardSecurity."""
    CHIP_AUTHENTICATION = "chip_authentication"
    """ICAO 9303-11, 6.2; the key stands in DG14. Nobody but the kiosk can vouch for it afterwards."""
    ACTIVE_AUTHENTICATION = "active_authentication"
    """ICAO 9303-11, 6.1; the key stands in DG15. The seu can check its signature over the challenge."""
    FAILED = "failed"
    """It declares a key that it did not show to hold, or keeps back the file in which the key stands."""


@dataclass(frozen=True, slots=True, repr=False)
class ChipFiles:
    """All that a chip handed out, as it was read, and how it proved itself: what a judge goes by."""

    groups: Mapping[int, bytes]
    """Data groups by their number, each with its outer tag; empty where the file is no data object at all."""
    sod: bytes
    proof: ChipProof
    expiry_date: date
    """Of the document, as DG1 says."""
    issuer: str
    """Three letters, as DG1 says."""
    card_security: bytes = b""
    """EF.CardSecurity, where the chip proved itself by PACE-CAM; its signature is judged too."""

    def __repr__(self) -> str:
        return "ChipFiles(…)"


class Judge(Protocol):
    """Passive authentication and what follows from it. Used in the reader's worker thread."""

    def verdict(self, files: ChipFiles, today: date) -> Verdict:
        """Never raises, whatever the bytes are."""


@dataclass(frozen=True, slots=True, repr=False)
class ChipEvidence:
    """The raw files as the seu gets them."""

    dg1: bytes
    sod: bytes
    dg14: bytes = b""
    dg15: bytes = b""
    signature: bytes = b""
    """Of active authentication over the challenge; empty otherwise."""

    def __repr__(self) -> str:
        return "ChipEvidence(…)"


@dataclass(frozen=True, slots=True, repr=False)
class CardReading:
    """A document that was read: what it says, what is to be thought of it, and the evidence for the seu."""

    document: Document
    evidence: ChipEvidence
    hashes_agree: bool
    """Every data group read has the hash that the SOD declares. It does not prove a genuine chip."""
    proof: ChipProof
    verdict: Verdict

    def __repr__(self) -> str:
        return "CardReading(…)"
