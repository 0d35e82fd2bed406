"""The small types of the contract (docs/seu-api.yaml, `schemas`): ids, words, texts in several languages."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError


def unique(values: tuple[str, ...]) -> tuple[str, ...]:
    """No value stands twice."""
    if len(set(values)) != len(values):
        raise PydanticCustomError("unique", "a value stands twice")
    return values


def _in_three_languages(words: dict[str, str]) -> dict[str, str]:
    if not words.keys() >= {"ca", "es", "en"}:
        raise PydanticCustomError("languages", "one of ca, es, en is missing")
    return words


Text = Annotated[str, StringConstraints(min_length=1)]
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{16,64}$")]
Word = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
WebAddress = Annotated[str, StringConstraints(pattern=r"^https://")]
Proofs = Annotated[tuple[Word, ...], Field(min_length=1), AfterValidator(unique)]
NotNegative = Annotated[int, Field(ge=0)]
Positive = Annotated[int, Field(ge=1)]

Words = Annotated[dict[str, Text], AfterValidator(_in_three_languages)]
"""One text by language; Catalan is always there."""
