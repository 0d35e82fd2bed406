"""The demo town's register: its fictional residents and their dwellings, read from `demo/residents.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from demo.seu.mrz import Holder
from demo.seu.offers import Offer, Rules, offers_for
from demo.seu.received import Assurance

RESIDENTS = Path(__file__).parent.parent / "residents.toml"


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    def __repr__(self) -> str:
        return f"{type(self).__name__}(…)"

    __str__ = __repr__


class Other(_Row):
    """Somebody who lives in a dwelling and has no card in the demo."""

    name: str
    birth_date: date


class Dwelling(_Row):
    """An address of the register."""

    id: str
    street: str
    number: str
    postcode: str
    district: str
    section: str
    everyone_consents: bool = False
    also: tuple[Other, ...] = ()


class Document(_Row):
    """An identity document, as the register knows it."""

    kind: Literal["dni", "tie", "eu_card", "passport"]
    number: str
    nationality: str


class Resident(_Row):
    """A person of the demo town, in its register or not."""

    id: str
    given_names: str
    surname1: str
    surname2: str
    document: Document
    birth_date: date
    birth_place: str
    idcat_phone: str = ""
    idcat_level: Assurance = "substantial"
    """`low` where idCAT Mòbil was given from afar, and not in person."""
    municipal_phone: str = ""
    home: str = Field(alias="dwelling")
    """Id of the dwelling; empty for somebody who is not registered here."""
    registered_since: date | None = None
    last_access: datetime | None = None
    desk_only: bool = False
    at_desk: str = ""

    @property
    def full_name(self) -> str:
        return " ".join(part for part in (self.given_names, self.surname1, self.surname2) if part)

    def assurance_of(self, proof: str) -> Assurance:
        """What a code of this proof comes to."""
        return self.idcat_level if proof == "idcat_mobil_code" else "substantial"

    def phone_for(self, proof: str) -> str:
        """The national number that this proof is bound to; empty where there is none."""
        phones = {"idcat_mobil_code": self.idcat_phone, "card_plus_municipal_code": self.municipal_phone}
        return phones.get(proof, "")


class _Town(_Row):
    resident: tuple[Resident, ...]
    dwelling: tuple[Dwelling, ...]


class Register:
    """Everyone, by what their document says. What each can have is worked out once: asking takes no time."""

    def __init__(self, town: _Town) -> None:
        self._people = {(r.document.number, r.birth_date): r for r in town.resident}
        self._dwellings = {d.id: d for d in town.dwelling}
        self._offers = {r.id: offers_for(self._rules(r)) for r in town.resident}

    def __iter__(self) -> Iterator[Resident]:
        return iter(self._people.values())

    def find(self, holder: Holder) -> Resident | None:
        return self._people.get((holder.number, holder.birth_date))

    def by_number(self, number: str) -> Resident | None:
        """Whose DNI it is."""
        return next((person for person in self if person.document.number == number), None)

    def dwelling(self, resident: Resident) -> Dwelling | None:
        return self._dwellings.get(resident.home)

    def offers(self, resident: Resident) -> tuple[Offer, ...]:
        return self._offers[resident.id]

    def _rules(self, resident: Resident) -> Rules:
        dwelling = self._dwellings.get(resident.home)
        return Rules(
            registered=dwelling is not None,
            desk_only=resident.desk_only,
            dwelling_at_desk=bool(resident.at_desk),
            alone=dwelling is not None and not dwelling.also,
            everyone_consents=dwelling is not None and dwelling.everyone_consents,
        )


def load(path: Path = RESIDENTS) -> Register:
    """Read the residents; the shape is described at the top of that file."""
    return Register(_Town.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))))
