"""The bodies that the seu receives: strict, and closed to members that the contract does not name."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from demo.seu.offers import OfferId


def _instant(text: str) -> str:
    # RFC 3339, 5.6; `fromisoformat` takes more than that, so the pattern comes first.
    datetime.fromisoformat(text.upper().replace("Z", "+00:00"))
    return text


def _whole(number: object) -> object:
    """JSON Schema takes 5.0 for an integer, and so do we."""
    return int(number) if isinstance(number, float) and number.is_integer() else number


def _each_once(words: list[str]) -> list[str]:
    if len(set(words)) != len(words):
        raise ValueError("each once")
    return words


Word = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
Whole = Annotated[int, BeforeValidator(_whole)]
Instant = Annotated[
    str,
    Field(pattern=r"^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,6})?([Zz]|[+-]\d{2}:\d{2})$"),
    AfterValidator(_instant),
]
Base64 = Annotated[
    str, Field(min_length=4, pattern=r"^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$")
]
CopyNumber = Annotated[int, Field(ge=1, le=99)]


class Received(BaseModel):
    """Redacts itself: what people typed and what their documents say passes through here."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, hide_input_in_errors=True)

    def __repr__(self) -> str:
        return f"{type(self).__name__}(…)"

    __str__ = __repr__


class NewChallenge(Received):
    """Nothing: who the person is comes with the evidence."""


class Evidence(Received):
    means: Literal["chip"]
    dg1: Annotated[Base64, Field(max_length=400)]
    sod: Annotated[Base64, Field(max_length=65536)]
    hashes_agree: bool
    witness: Literal["kiosk_word"]


class Phone(Received):
    prefix: Annotated[str, Field(pattern=r"^00[1-9][0-9]{0,3}$")]
    number: Annotated[str, Field(pattern=r"^[0-9]{4,14}$")]


class CodeWanted(Received):
    proof: Word
    phone: Phone


class Attempt(Received):
    digits: Annotated[str, Field(pattern=r"^[0-9]{4,8}$")]


class IssueWanted(Received):
    offer: OfferId
    purpose: Word
    language: Language
    rendition: Literal["a4"]


class CopyWanted(Received):
    because: Literal["not_printed", "uncertain", "asked"]


class Outcome(Received):
    outcome: Literal["printed", "not_printed", "uncertain", "made_unprintable", "left_in_printer"]


class TurnWanted(Received):
    reason: Literal["desk_document", "not_identified", "other"]
    language: Language


class HelpWanted(Received):
    service: Word
    reason: Word


class Device(Received):
    name: Word
    status: Word


class Heartbeat(Received):
    at: Instant
    state: Word
    version: Annotated[str, Field(pattern=r"^[0-9A-Za-z.+-]{1,40}$")]
    devices: Annotated[list[Device], Field(max_length=20)]
    uncertain_jobs: Annotated[Whole, Field(ge=0, le=100_000)]


class Opinion(Received):
    face: Annotated[Whole, Field(ge=1, le=5)]
    reasons: Annotated[list[Word], Field(max_length=10), AfterValidator(_each_once)]
    service: Word
    language: Language
    hour: Annotated[Whole, Field(ge=0, le=23)]
