"""What every answer of the seu is, and the ways in which there is none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict


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
    back_at: datetime | None = None
    """When what was refused can be had again, where the seu says so."""
