"""What the seu answers (docs/seu-api.yaml), as frozen models that tolerate fields they do not know.

Types that hold personal data show nothing of it in `repr`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Answer(BaseModel):
    """One answer of the seu: frozen, tolerant of fields that a later contract adds."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)


class Secret(Answer):
    """An answer that holds something of a person; it never shows itself."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}(…)"

    __str__ = __repr__


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


Words = dict[str, str]
"""One text by language; Catalan is always there."""


class Town(Answer):
    """The town that the kiosk serves."""

    name: str


class Office(Answer):
    """The office that answers for the kiosk."""

    name: Words
    phone: str
    """E.164."""


class DataProtection(Answer):
    """Who answers for the data, and whom to ask (GDPR, article 13)."""

    controller: str
    contact: str
    purpose: Words


class CatalogueService(Answer):
    """A service as the town hall offers it through this kiosk."""

    id: str
    available: bool
    reason: Words = {}


class Purpose(Answer):
    """What a padró document may be asked for."""

    id: str
    name: Words


class PadroCatalogue(Answer):
    """Purposes and document languages, in the order in which they are shown."""

    purposes: tuple[Purpose, ...]
    languages: tuple[str, ...]


class FromHome(Answer):
    """How to do the same from home next time."""

    procedure: str
    title: Words
    url: str


class Catalogue(Answer):
    """What this town hall offers, in its own words."""

    town: Town
    office: Office
    data_protection: DataProtection
    services: tuple[CatalogueService, ...]
    proofs: tuple[str, ...]
    padro: PadroCatalogue
    from_home: tuple[FromHome, ...]

    def service(self, name: str) -> CatalogueService | None:
        """The service of that name, if the town hall offers it."""
        return next((service for service in self.services if service.id == name), None)

    def home_link(self, procedure: str) -> FromHome | None:
        """The procedure at home, if there is one."""
        return next((link for link in self.from_home if link.procedure == procedure), None)


def in_language(words: Words, language: str) -> str:
    """The text in that language, else in Catalan."""
    return words.get(language) or words["ca"]


class Challenge(Secret):
    """A fresh number that evidence answers, and the proofs that the seu accepts, in its order."""

    challenge: str
    nonce: str
    proofs: tuple[str, ...]


class Evidence(Secret):
    """The seu has taken the chip's evidence; the same proofs for everybody."""

    proofs: tuple[str, ...]


class CodeSent(Secret):
    """A one-time code is on its way, if the phone is the registered one; the seu never says whether."""

    code: str
    phone_hint: str
    digits: int = Field(ge=4, le=10)
    valid_seconds: int = Field(gt=0)
    resend_after_seconds: int = Field(ge=0)


class LastAccess(Answer):
    """When this person was last identified (ENS op.acc.5)."""

    at: datetime


class Accepted(Secret):
    """The code was right."""

    result: Literal["accepted"]
    citizen_session: str
    name: str
    last_access: LastAccess | None = None


class Wrong(Answer):
    """The code was not the one that was sent."""

    result: Literal["wrong"]
    tries_left: int


class Refused(Answer):
    """No more tries. The reason is nobody's business here."""

    result: Literal["refused"]


Attempt = Accepted | Wrong | Refused


class Offer(Secret):
    """One of the eight padró documents; the seu does not say why one is given at the desk."""

    id: str
    kind: Literal["volant", "certificat"]
    scope: Literal["individual", "dwelling"]
    time: Literal["current", "historic"]
    where: Literal["here", "desk"]
    price_cents: int = 0


class Offers(Secret):
    """All eight documents, or none where the person is not on this town's register."""

    registered: bool
    offers: tuple[Offer, ...]


class DocumentFacts(Answer):
    """By which the document that is fetched is checked."""

    sha256: str
    bytes: int


class Issue(Secret):
    """A document that the seu has issued."""

    issue: str
    copy_number: int = Field(alias="copy")
    sheets: int
    receipt_number: str
    price_cents: int
    document: DocumentFacts


class PaperOutcome(StrEnum):
    """What became of the paper, as it is reported to the seu."""

    PRINTED = "printed"
    NOT_PRINTED = "not_printed"
    UNCERTAIN = "uncertain"
    MADE_UNPRINTABLE = "made_unprintable"
    LEFT_IN_PRINTER = "left_in_printer"


class Turn(Answer):
    """A place in the queue of the desk."""

    number: str
    zone: str
    ahead: int
    wait_minutes: int


class HelpCall(Answer):
    """A call for staff."""

    call: str
    state: Literal["called", "coming", "ended"]
