"""What the seu answers (docs/seu-api.yaml), as frozen models that hold it to the letter.

Members that a model does not know are ignored, but where the contract is closed on purpose. Types that hold
personal data show nothing of it in `repr`.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from kiosk.seu.terms import Id, LanguageCode, NotNegative, Positive, Proofs, Text, WebAddress, Word, Words


class Answer(BaseModel):
    """One answer of the seu: frozen, tolerant of fields that a later contract adds."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)


class Secret(Answer):
    """An answer that holds something of a person; it never shows itself."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}(…)"

    __str__ = __repr__

    def __repr_args__(self) -> list[tuple[str | None, object]]:
        # What pydantic's pretty-printers, and rich, take a model apart with.
        return []


class FailureKind(StrEnum):
    """How the seu failed, as a screen explains it."""

    UNREACHABLE = "unreachable"
    SLOW = "slow"
    FAULT = "fault"
    """5xx."""
    GARBLED = "garbled"
    """An answer that does not keep the contract."""
    REFUSED = "refused"
    """4xx: `problem` says which of the contract's stable types."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A call that brought no answer. Nothing is half done: the same idempotency key may be used again."""

    kind: FailureKind
    problem: str = ""
    """The last part of the problem's type (`too-many-codes`), or empty."""


class ProofName(StrEnum):
    """The proofs of the contract; one that the kiosk does not know is left out of what it offers."""

    IDCAT_MOBIL_CODE = "idcat_mobil_code"
    DNIE_PIN = "dnie_pin"
    CARD_PLUS_MUNICIPAL_CODE = "card_plus_municipal_code"
    STAFF = "staff"


class PaperOutcome(StrEnum):
    """What became of the paper, as it is reported to the seu."""

    PRINTED = "printed"
    NOT_PRINTED = "not_printed"
    UNCERTAIN = "uncertain"
    MADE_UNPRINTABLE = "made_unprintable"
    LEFT_IN_PRINTER = "left_in_printer"


def in_language(words: Words, language: str) -> str:
    """The text in that language, else in Catalan."""
    return words.get(language) or words["ca"]


# --- the catalogue ------------------------------------------------------------------------------------------


class Town(Answer):
    """The town that the kiosk serves."""

    name: Text
    ine: Annotated[str, StringConstraints(pattern=r"^[0-9]{5}$")]
    """INE code of the municipality."""


class Office(Answer):
    """The office that answers for the kiosk."""

    name: Words
    phone: Annotated[str, StringConstraints(pattern=r"^\+[0-9]{6,15}$")]
    """E.164."""


class DataProtection(Answer):
    """Who answers for the data, and whom to ask (GDPR, article 13)."""

    controller: Text
    contact: Text
    purpose: Words


class CatalogueService(Answer):
    """A service as the town hall offers it through this kiosk."""

    id: Word
    available: bool
    reason: Words = {}


class CatalogueNotice(Answer):
    """Something that the town hall tells everybody."""

    id: Word
    text: Words
    service: Word | None = None
    until: AwareDatetime | None = None


class Purpose(Answer):
    """What a padró document may be asked for."""

    id: Word
    name: Words


class PadroCatalogue(Answer):
    """Purposes and document languages, in the order in which they are shown."""

    purposes: tuple[Purpose, ...]
    languages: Annotated[tuple[LanguageCode, ...], Field(min_length=1)]


class FromHome(Answer):
    """How to do the same from home next time."""

    procedure: Word
    title: Words
    url: WebAddress


class Catalogue(Answer):
    """What this town hall offers, in its own words."""

    town: Town
    office: Office
    data_protection: DataProtection
    services: tuple[CatalogueService, ...]
    proofs: Proofs
    notices: tuple[CatalogueNotice, ...]
    padro: PadroCatalogue
    from_home: tuple[FromHome, ...]

    @property
    def document_languages(self) -> tuple[str, ...]:
        """In which padró documents are issued, the usual one first."""
        return self.padro.languages

    def service(self, name: str) -> CatalogueService | None:
        """The service of that name, if the town hall offers it."""
        return next((service for service in self.services if service.id == name), None)

    def home_link(self, procedure: str) -> FromHome | None:
        """The procedure at home, if there is one."""
        return next((link for link in self.from_home if link.procedure == procedure), None)


# --- identity -----------------------------------------------------------------------------------------------


class Challenge(Secret):
    """A fresh number that evidence answers, and the proofs that the seu accepts, in its order."""

    challenge: Id
    nonce: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{22,86}$")]
    expires_at: AwareDatetime
    proofs: Proofs

    @property
    def to_sign(self) -> bytes:
        """What a proof signs: the bytes that the nonce encodes."""
        return urlsafe_b64decode(self.nonce + "=" * (-len(self.nonce) % 4))

    @property
    def to_chip(self) -> bytes:
        """The first 8 of them, which active authentication has room for (ICAO 9303-11, 6.1)."""
        return self.to_sign[:8]


class Evidence(Secret):
    """The seu has taken the chip's evidence, which shows possession and no more; all get the same proofs."""

    assurance: Literal["possession"]
    proofs: Proofs


class CodeSent(Secret):
    """A one-time code is on its way, if the phone is the registered one; the seu never says whether."""

    code: Id
    phone_hint: Annotated[str, StringConstraints(pattern=r"^[^0-9]*(?:[0-9][^0-9]*){0,3}$", max_length=30)]
    digits: Annotated[int, Field(ge=4, le=8)]
    valid_seconds: Annotated[int, Field(ge=30)]
    resend_after_seconds: NotNegative
    tries: Positive
    """What is left in this challenge."""


class LastAccess(Answer):
    """When this person was last identified (ENS op.acc.5)."""

    at: AwareDatetime


class Accepted(Secret):
    """The code was right."""

    result: Literal["accepted"]
    citizen_session: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{22,128}$")]
    assurance: Literal["substantial", "high"]
    name: Text
    """How to greet the person."""
    last_access: LastAccess | None
    expires_at: AwareDatetime


class Wrong(Answer):
    """The code was not the one that was sent."""

    result: Literal["wrong"]
    tries_left: Positive


class Refused(Answer, extra="forbid"):
    """No more tries. The reason is nobody's business here."""

    result: Literal["refused"]


Attempt = Accepted | Wrong | Refused


# --- padró documents ----------------------------------------------------------------------------------------

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
    renditions: Annotated[tuple[Word, ...], Field(min_length=1)]


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


# --- the way to a person, and the kiosk's own voice ---------------------------------------------------------


class Turn(Answer):
    """A place in the queue of the desk."""

    turn: Id
    number: Annotated[str, StringConstraints(min_length=1, max_length=10)]
    """As it is called and shown."""
    zone: Word
    ahead: NotNegative
    wait_minutes: NotNegative


class HelpCall(Answer):
    """A call for staff."""

    call: Id
    state: Literal["called", "coming", "ended"]


class Heard(Answer):
    """The hour of the seu's clock."""

    at: AwareDatetime
