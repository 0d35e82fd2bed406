"""Finds the sentence for a key in one language; a missing key or a missing filling is a bug and raises."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from babel.core import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent

from screens.view import Notice, NoticeKind

LANGUAGES = ("ca", "es", "en")
SOURCE = "ca"
NAMES = {"ca": "Català", "es": "Castellano", "en": "English"}
NAMES_IN_SOURCE = {"ca": "Català", "es": "Castellà", "en": "Anglès"}

_HOUR = {"ca": "%-H.%M", "es": "%-H:%M", "en": "%-H:%M"}
_DAY = {"ca": "EEEE d MMMM", "es": "EEEE d 'de' MMMM", "en": "EEEE d MMMM"}
_DAY_AND_YEAR = {"ca": "EEEE d MMMM 'de' y", "es": "EEEE d 'de' MMMM 'de' y", "en": "EEEE d MMMM y"}

_DAY_AND_MONTH = {"ca": "d MMMM", "es": "d 'de' MMMM", "en": "d MMMM"}
_DATE = {"ca": "d MMMM 'de' y", "es": "d 'de' MMMM 'de' y", "en": "d MMMM y"}

Sentence = str | dict[str, str]


@cache
def catalogue(language: str) -> dict[str, Sentence]:
    """All sentences of one language by key; a plural is a table of CLDR categories (`one`, `other`).

    Each room has a file of its own in each language, and no key is in two of them (ValueError).
    """
    found: dict[str, Sentence] = {}
    for file in files("screens.i18n").joinpath(language).iterdir():
        sentences = tomllib.loads(file.read_text(encoding="utf-8"))
        if twice := found.keys() & sentences.keys():
            raise ValueError(f"{language}/{file.name} says again: {', '.join(sorted(twice))}")
        found |= sentences
    return found


class Words:
    """The sentences of one language; `instead` names those that stand in the place of others."""

    def __init__(self, language: str, instead: Mapping[str, str] = MappingProxyType({})) -> None:
        self.language = language
        self._instead = instead
        self._catalogue = catalogue(language)
        self._locale = Locale.parse(language)
        self._plural = self._locale.plural_form

    def __call__(self, key: str, *, n: int | None = None, **filled: str) -> str:
        """The sentence of `key`, with `{n}` and the other names filled in; `n` chooses among plural forms."""
        sentence = self._catalogue[self._instead.get(key, key)]
        if isinstance(sentence, dict):
            if n is None:
                raise KeyError(f"{key} has plural forms and needs n")
            sentence = sentence.get(self._plural(n), sentence["other"])
        if n is not None:
            filled["n"] = str(n)
        return sentence.format(**filled) if filled else sentence

    def notice(self, kind: NoticeKind, icon: str, key: str, *, n: int | None = None, **filled: str) -> Notice:
        """A sentence as a notice; words between two double asterisks at its start stand out."""
        strong, text = split_strong(self(key, n=n, **filled))
        return Notice(kind=kind, icon=icon, strong=strong, text=text)

    def hour(self, when: datetime | time) -> str:
        """10.24 in Catalan, 10:24 in Spanish and English."""
        return when.strftime(_HOUR[self.language])

    def hour_said(self, when: datetime | time) -> str:
        """10.24 h in Catalan, with a no-break space; as `hour` elsewhere."""
        return f"{self.hour(when)}\u00a0h" if self.language == "ca" else self.hour(when)

    def day(self, when: date) -> str:
        """dilluns 23 de novembre."""
        return format_date(when, _DAY[self.language], locale=self.language)

    def day_and_year(self, when: date) -> str:
        """Dilluns 23 de novembre de 2026, as it begins a line."""
        text = format_date(when, _DAY_AND_YEAR[self.language], locale=self.language)
        return text[0].upper() + text[1:]

    def day_and_month(self, when: date) -> str:
        """30 d’octubre."""
        return format_date(when, _DAY_AND_MONTH[self.language], locale=self.language)

    def weekday(self, when: date) -> str:
        """dl."""
        return format_date(when, "EEE", locale=self.language)

    def day_short(self, when: date) -> str:
        """dj. 26, with a no-break space."""
        return format_date(when, "EEE'\u00a0'd", locale=self.language)

    def day_of_month(self, when: date) -> str:
        """Dijous 26, as it begins a line."""
        text = format_date(when, "EEEE d", locale=self.language)
        return text[0].upper() + text[1:]

    def month(self, when: date) -> str:
        """novembre."""
        return format_date(when, "LLLL", locale=self.language)

    def language_name(self, code: str) -> str:
        """Castellà of `es`, as it begins a line; of a code that nobody knows the code itself."""
        name = str(self._locale.languages.get(code, code))
        return name[0].upper() + name[1:]

    def joined(self, things: Sequence[str]) -> str:
        """This, that and the other."""
        return format_list(things, locale=self.language)

    def date(self, when: date) -> str:
        """14 de març de 1951."""
        return format_date(when, _DATE[self.language], locale=self.language)

    def number(self, count: int) -> str:
        """1.234."""
        return format_decimal(count, locale=self.language)

    def share(self, part: float) -> str:
        """50 %, of a part from 0 to 1."""
        return format_percent(part, locale=self.language)

    def price(self, cents: int) -> str:
        """Free where it costs nothing."""
        if cents == 0:
            return self("receipt.free")
        return format_currency(cents / 100, "EUR", locale=self.language)


def split_strong(sentence: str) -> tuple[str, str]:
    """The words that stand out and the rest; where they stand in the middle, none stand out."""
    if sentence.startswith("**"):
        _, strong, rest = sentence.split("**", 2)
        return strong, rest.strip()
    return "", sentence.replace("**", "")


@cache
def words(language: str) -> Words:
    """The sentences of `language`, loaded once."""
    return Words(language)
