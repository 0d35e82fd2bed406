"""The bodies that the seu receives: strict, and closed to members that the contract does not name."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from demo.seu.offers import OfferId, Rendition


def _instant(text: str) -> str:
    # RFC 3339, 5.6; `fromisoformat` takes more than that, so the pattern comes first.
    datetime.fromisoformat(text.upper().replace("Z", "+00:00"))
    return text


def _day(text: str) -> str:
    date.fromisoformat(text)
    return text


def _whole(number: object) -> object:
    """JSON Schema takes 5.0 for an integer, and so do we."""
    return int(number) if isinstance(number, float) and number.is_integer() else number


def _each_once(words: list[str]) -> list[str]:
    if len(set(words)) != len(words):
        raise ValueError("each once")
    return words


def without_nulls(given: object, *names: str) -> object:
    """A member that may be left out may not be null."""
    if isinstance(given, dict) and any(name in given and given[name] is None for name in names):
        raise ValueError("left out, or not null")
    return given


Assurance = Literal["low", "substantial", "high"]
Verdict = Literal["genuine", "genuine_expired", "issuer_unknown", "not_verified", "forged", "cloned"]
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
PaperNumber = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]


class Received(BaseModel):
    """Redacts itself: what people typed and what their documents say passes through here."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, hide_input_in_errors=True)

    def __repr__(self) -> str:
        return f"{type(self).__name__}(…)"

    __str__ = __repr__


class NewChallenge(Received):
    """What is asked for; who the person is comes with the evidence."""

    assurance: Assurance | None = None

    @model_validator(mode="before")
    @classmethod
    def _no_null(cls, given: object) -> object:
        return without_nulls(given, "assurance")


class Evidence(Received):
    means: Literal["chip"]
    dg1: Annotated[Base64, Field(max_length=400)]
    sod: Annotated[Base64, Field(max_length=65536)]
    dg14: Annotated[Base64, Field(max_length=65536)] | None = None
    dg15: Annotated[Base64, Field(max_length=65536)] | None = None
    signature: Annotated[Base64, Field(max_length=65536)] | None = None
    hashes_agree: bool
    verdict: Verdict
    chip_proof: Literal["none", "pace_cam", "chip_authentication", "active_authentication", "failed"]
    witness: Literal["kiosk_word", "active_authentication"]

    @model_validator(mode="before")
    @classmethod
    def _no_null(cls, given: object) -> object:
        return without_nulls(given, "dg14", "dg15", "signature")

    @model_validator(mode="after")
    def _witness_has_its_signature(self) -> Evidence:
        if self.witness == "active_authentication" and (self.dg15 is None or self.signature is None):
            raise ValueError("a signature, and the key by which it is checked")
        return self


class Signature(Received):
    proof: Literal["dnie_pin"]
    certificate: Annotated[Base64, Field(max_length=16384)]
    signature: Annotated[Base64, Field(max_length=2048)]


class Phone(Received):
    prefix: Annotated[str, Field(pattern=r"^00[1-9][0-9]{0,3}$")]
    number: Annotated[str, Field(pattern=r"^[0-9]{4,14}$")]


class Email(Received):
    email: Annotated[
        str,
        Field(
            max_length=254,
            pattern=(
                r"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                r"@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])$"
            ),
        ),
    ]


class CodeWanted(Received):
    proof: Word
    phone: Phone


class Attempt(Received):
    digits: Annotated[str, Field(pattern=r"^[0-9]{4,8}$")]


class IssueWanted(Received):
    offer: OfferId
    purpose: Word
    language: Language
    rendition: Rendition
    paper: PaperNumber


class CopyWanted(Received):
    because: Literal["not_printed", "uncertain", "asked"]
    paper: PaperNumber


class Outcome(Received):
    outcome: Literal[
        "printed",
        "taken",
        "retracted",
        "not_printed",
        "uncertain",
        "made_unprintable",
        "left_in_printer",
        "refused",
    ]


class Handover(Received):
    """What somebody was doing."""

    service: Word
    choice: Word | None = None
    screen: Literal["dark", "black", "white"] | None = None

    @model_validator(mode="before")
    @classmethod
    def _no_null(cls, given: object) -> object:
        return without_nulls(given, "choice", "screen")


class TurnCalled(Received):
    number: Annotated[str, Field(max_length=10, pattern=r"^[A-Z]*(0|[1-9][0-9]*)$")]


class TurnWanted(Received):
    reason: Literal["desk_document", "not_identified", "other"]
    language: Language
    queue: Word | None = None
    priority: bool | None = None
    handover: Handover | None = None

    @model_validator(mode="before")
    @classmethod
    def _no_null(cls, given: object) -> object:
        return without_nulls(given, "queue", "priority", "handover")


class HelpWanted(Received):
    service: Word
    reason: Word
    since: Instant | None = None

    @model_validator(mode="before")
    @classmethod
    def _no_null(cls, given: object) -> object:
        return without_nulls(given, "since")


class HelpLevel(Received):
    level: Annotated[Whole, Field(ge=2, le=3)]


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


class Opinions(Received):
    opinions: Annotated[list[Opinion], Field(min_length=1, max_length=100)]


NotSmall = Annotated[Whole, Field(ge=5, le=1_000_000)]
Enough = Annotated[Whole, Field(ge=20, le=1_000_000)]
Day = Annotated[
    str, Field(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"), AfterValidator(_day)
]


class InsightCell(Received):
    name: Word
    count: NotSmall


class InsightTable(Received):
    about: Word
    kind: Word
    total: NotSmall
    cells: Annotated[list[InsightCell], Field(max_length=100)]


class Arm(Received):
    arm: Literal["as_it_is", "variant"]
    sessions: Enough
    completed: Annotated[Whole, Field(ge=0, le=1_000_000)] | None = None
    faces: Enough | None = None
    glad: Annotated[Whole, Field(ge=0, le=1_000_000)] | None = None

    @model_validator(mode="before")
    @classmethod
    def _no_null(cls, given: object) -> object:
        return without_nulls(given, "completed", "faces", "glad")


class Experiment(Received):
    name: Word
    arms: Annotated[list[Arm], Field(min_length=2, max_length=2)]


class Insight(Received):
    tables: Annotated[list[InsightTable], Field(max_length=60)]
    experiments: Annotated[list[Experiment], Field(max_length=20)]
