"""From a document on the reader to a citizen's session, as the seu answers it."""

from __future__ import annotations

from base64 import urlsafe_b64decode
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, StringConstraints

from kiosk.seu.models.answer import Answer, Secret
from kiosk.seu.terms import Id, NotNegative, Positive, Proofs, Text


class ProofName(StrEnum):
    """The proofs of the contract; one that the kiosk does not know is left out of what it offers."""

    IDCAT_MOBIL_CODE = "idcat_mobil_code"
    DNIE_PIN = "dnie_pin"
    CARD_PLUS_MUNICIPAL_CODE = "card_plus_municipal_code"
    STAFF = "staff"


class Assurance(StrEnum):
    """How sure the seu is of who somebody is, weakest first."""

    LOW = "low"
    SUBSTANTIAL = "substantial"
    HIGH = "high"

    def reaches(self, wanted: Assurance | None) -> bool:
        """Whether it is enough where `wanted` is asked for; None asks nothing."""
        order = list(Assurance)
        return wanted is None or order.index(self) >= order.index(wanted)


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
    assurance: Assurance
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
