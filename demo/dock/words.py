"""What the dock says, in one language; a missing key is a bug and raises KeyError."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal, get_args

Language = Literal["ca", "es", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

Words = Callable[..., str]
"""`words(key, n=…)`: the sentence with its places filled."""


def table(language: Language) -> Mapping[str, str]:
    """Every sentence of one language, by key; a key below another is joined to it by a point."""
    text = Path(__file__).with_name("words.toml").read_text(encoding="utf-8")
    sentences: dict[str, str] = {}
    for key, value in tomllib.loads(text)[language].items():
        below = value if isinstance(value, dict) else {"": value}
        sentences.update({f"{key}.{name}".rstrip("."): sentence for name, sentence in below.items()})
    return sentences


def words_of(language: Language) -> Words:
    """Looks sentences up, and fills their places."""
    sentences = table(language)

    def words(key: str, **filled: str | int) -> str:
        return sentences[key].format(**filled)

    return words
