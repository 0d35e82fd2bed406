"""Why the seu refused (RFC 9457), and the types of the contract."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import AwareDatetime, Field, StringConstraints

from kiosk.seu.models import Answer

PROBLEMS: Final = {
    "idempotency-key-missing": 400,
    "kiosk-unknown": 401,
    "session-ended": 401,
    "another-kiosk": 403,
    "assurance-too-low": 403,
    "not-found": 404,
    "method-not-allowed": 405,
    "idempotency-key-reused": 409,
    "evidence-missing": 409,
    "evidence-given": 409,
    "challenge-closed": 409,
    "given-at-the-desk": 409,
    "no-turns-left": 409,
    "slot-gone": 409,
    "already-booked": 409,
    "handover-taken": 409,
    "hold-ended": 410,
    "challenge-expired": 410,
    "code-expired": 410,
    "body-too-large": 413,
    "unsupported-media-type": 415,
    "request-not-valid": 422,
    "evidence-unreadable": 422,
    "proof-not-accepted": 422,
    "not-offered": 422,
    "contact-not-proven": 422,
    "too-many-codes": 429,
    "too-many-requests": 429,
    "internal": 500,
    "unavailable": 503,
}
"""The types of the contract and their statuses. Others are tolerated, but not by name in a log."""


class BrokenRule(Answer, extra="forbid"):
    """Where a request broke the contract, and which rule; never what was sent."""

    where: str
    rule: str


class ProblemDetails(Answer):
    """The body of a refusal. Its words are for engineers: a screen has sentences of its own."""

    type: Annotated[str, StringConstraints(pattern=r"^urn:zonablava:problem:[a-z0-9-]+$")]
    title: str
    status: Annotated[int, Field(ge=400, le=599)]
    errors: tuple[BrokenRule, ...] = ()
    back_at: AwareDatetime | None = None

    @property
    def name(self) -> str:
        """The last part of the type, like `too-many-codes`."""
        return self.type.rpartition(":")[2]
