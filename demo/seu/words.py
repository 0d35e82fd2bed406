"""Texts in the three languages of the demo town hall."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Literal

Language = Literal["ca", "es", "en"]
_LANGUAGES: dict[str, Language] = {"ca": "ca", "es": "es", "en": "en"}


@dataclass(frozen=True, slots=True)
class Words:
    """One text in Catalan, Spanish and English."""

    ca: str
    es: str
    en: str

    def in_(self, language: Language) -> str:
        return {"ca": self.ca, "es": self.es, "en": self.en}[language]

    def to_json(self) -> dict[str, str]:
        return asdict(self)


def preferred(accept_language: str) -> Language:
    """The best of the three for an `Accept-Language` (RFC 9110, 12.5.4); Catalan where none is asked for."""
    wanted: list[tuple[float, int, Language]] = []
    for place, item in enumerate(accept_language.lower().split(",")):
        tag, _, weight = item.strip().partition(";q=")
        primary = _LANGUAGES.get(tag.partition("-")[0])
        if primary is None:
            continue
        try:
            quality = float(weight or "1")
        except ValueError:
            continue
        wanted.append((-quality, place, primary))
    return min(wanted)[2] if wanted else "ca"
