"""Documents of the municipal register, as the seu offers and issues them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from kiosk.seu.models.answer import Answer, Secret
from kiosk.seu.models.identity import Assurance
from kiosk.seu.terms import Id, NotNegative, Positive, WebAddress, Word


class PaperOutcome(StrEnum):
    """What became of the paper, as it is reported to the seu."""

    PRINTED = "printed"
    NOT_PRINTED = "not_printed"
    UNCERTAIN = "uncertain"
    MADE_UNPRINTABLE = "made_unprintable"
    LEFT_IN_PRINTER = "left_in_printer"
    REFUSED = "refused"


Rendition = Literal["a4", "roll80"]
"""On which paper a document is: A4, or a roll of which 72 mm are printed."""

OfferId = Literal[
    "volant_individual_current",
    "volant_dwelling_current",
    "certificat_individual_current",
    "certificat_dwelling_current",
    "volant_individual_historic",
    "volant_dwelling_historic",
    "certificat_individual_historic",
    "certificat_dwelling_historic",
]


class Offer(Secret, extra="forbid"):
    """One of the eight padró documents; the seu does not say why one is given at the desk."""

    id: OfferId
    kind: Literal["volant", "certificat"]
    scope: Literal["individual", "dwelling"]
    time: Literal["current", "historic"]
    where: Literal["here", "desk"]
    price_cents: NotNegative
    assurance: Assurance
    """What a person has to have shown to have it."""
    renditions: Annotated[tuple[Word, ...], Field(min_length=1)]
    """On which paper it can be had; what is not known here is passed over."""


def _all_eight(offers: tuple[Offer, ...]) -> tuple[Offer, ...]:
    if tuple(offer.id for offer in offers) != get_args(OfferId):
        raise PydanticCustomError("all_eight", "not the eight documents in their order")
    return offers


class Offers(Secret, extra="forbid"):
    """All eight documents, in the same order for everybody; where nobody is registered, all at the desk."""

    registered: bool
    offers: Annotated[tuple[Offer, ...], AfterValidator(_all_eight)]


CopyReason = Literal["not_printed", "uncertain", "asked"]
"""Why another copy is wanted."""


class DocumentFacts(Answer):
    """By which the document that is fetched is checked."""

    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    bytes: Positive


class Issue(Secret):
    """A document that the seu has issued."""

    issue: Id
    csv: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{8,64}$")]
    """Codi segur de verificació."""
    verification_url: WebAddress
    copy_number: Annotated[int, Field(alias="copy", ge=1, le=99)]
    sheets: Positive
    receipt_number: Annotated[str, StringConstraints(min_length=1, max_length=30)]
    price_cents: NotNegative
    document: DocumentFacts
