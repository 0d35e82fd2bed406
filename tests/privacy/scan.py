"""Looks for anything of a person in bytes, in every form in which it could have been written down."""

from __future__ import annotations

import base64
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from urllib.parse import quote, quote_plus

from demo.card.holders import read_holders
from demo.card.mrz import Zone
from demo.controls import RESIDENTS

ZONES = {holder.id: holder.zone for holder in read_holders()}
"""The machine readable zone of everybody's document."""
SHORTEST = 4
"""Characters below which a value is no evidence: it stands anywhere by chance."""


def values_of_residents() -> frozenset[str]:
    """Every value of every resident that says something of a person."""
    town = tomllib.loads(RESIDENTS.read_text(encoding="utf-8"))
    found: set[str] = set()
    for person in town["resident"]:
        document = person["document"]
        whole = f"{person['given_names']} {person['surname1']} {person['surname2']}".strip()
        found |= {whole, person["surname1"], person["surname2"].removeprefix("i "), person["label"]}
        found |= {document["number"], document["support"], document["can"], person["email"]}
        found |= {document.get("pin", ""), *_runs(ZONES[person["id"]])}
        found |= {person["idcat_phone"], person.get("municipal_phone", ""), person["birth_place"]}
        found |= {f"{person['surname1']}<<{person['given_names']}"}
        found |= set(_dates(person["birth_date"]))
    for dwelling in town["dwelling"]:
        found |= {f"{dwelling['street']}, {dwelling['number']}", dwelling["street"]}
        for other in dwelling.get("also", ()):
            found |= {other["name"], *_dates(other["birth_date"])}
    return frozenset(value for value in found if len(value) >= SHORTEST)


def _runs(zone: Zone) -> Iterator[str]:
    """Of the zone: its number and its birth date as they are copied, and what opens the chip."""
    information = zone.information()
    yield from (information[:10], information[10:17], information, zone.td1()[:30], zone.td3()[44:])


def _dates(day: date) -> Iterator[str]:
    yield day.isoformat()
    yield day.strftime("%d/%m/%Y")
    yield day.strftime("%Y%m%d")
    yield day.strftime("%d%m%Y")
    yield day.strftime("%d %m %Y")


def _plain(text: str) -> str:
    """Without accents, as a careless program would write it."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(part for part in parts if not unicodedata.combining(part))


def _texts(value: str) -> Iterator[str]:
    plain = _plain(value)
    yield from (value, plain, value.upper(), plain.upper(), plain.lower())
    yield plain.upper().replace(" ", "<")
    yield from (quote(value), quote_plus(value), quote(plain))


def _base64(content: bytes) -> Iterator[bytes]:
    """The middle of its base64, wherever in a longer text it begins."""
    for shift in range(3):
        coded = base64.b64encode(b"\0" * shift + content)
        begin = (8 * shift + 5) // 6
        end = len(coded) - (0, 3, 2)[(shift + len(content)) % 3]
        yield coded[begin:end]
        yield coded[begin:end].replace(b"+", b"-").replace(b"/", b"_")


def forms(value: str) -> frozenset[bytes]:
    """The ways in which `value` could stand somewhere."""
    found: set[bytes] = set()
    for text in set(_texts(value)):
        for coding in ("utf-8", "utf-16-le", "utf-16-be"):
            found.add(text.encode(coding))
        content = text.encode()
        found |= {content.hex().encode(), content.hex().upper().encode(), *_base64(content)}
    return frozenset(form for form in found if len(form) >= SHORTEST)


class Scanner:
    """Finds any of some values in bytes and files."""

    def __init__(self, values: Iterable[str]) -> None:
        self._value_of = {form: value for value in values for form in forms(value)}
        longest_first = sorted(self._value_of, key=len, reverse=True)
        self._pattern = re.compile(b"|".join(re.escape(form) for form in longest_first))

    def in_bytes(self, where: str, content: bytes) -> list[str]:
        """A sentence for each finding; the value is named by its first letters only."""
        return [
            f"{where}: something of a person at byte {match.start()} ({self._value_of[match[0]][:3]}…)"
            for match in self._pattern.finditer(content)
        ]

    def in_files(self, *roots: Path) -> list[str]:
        """The same for every file below `roots`, whatever it is."""
        found = []
        for root in roots:
            files = sorted(root.rglob("*")) if root.is_dir() else [root]
            for file in files:
                if file.is_file():
                    found += self.in_bytes(file.name, file.read_bytes())
                found += self.in_bytes("the name of a file", str(file.relative_to(root)).encode())
        return found
