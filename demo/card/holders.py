"""The people of the demo town as their documents know them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NotRequired, TypedDict, cast

from demo.card.mrz import Zone

RESIDENTS = Path(__file__).parents[1] / "residents.toml"

_TOWN, _PROVINCE = "L’Hospitalet de Llobregat", "Barcelona"


class _Document(TypedDict):
    kind: str
    number: str
    support: str
    issuer: str
    nationality: str
    expiry: date
    can: str
    pin: NotRequired[str]


class _Resident(TypedDict):
    id: str
    label: str
    about: str
    given_names: str
    surname1: str
    surname2: str
    sex: str
    document: _Document
    birth_date: date
    birth_place: str
    idcat_phone: str
    dwelling: str


class _Dwelling(TypedDict):
    id: str
    street: str
    number: str


class _Town(TypedDict):
    resident: list[_Resident]
    dwelling: list[_Dwelling]


@dataclass(frozen=True, slots=True, repr=False)
class Address:
    """Where the holder lived at issue; the register may know better."""

    street: str
    """With the number."""
    town: str
    province: str


@dataclass(frozen=True, slots=True, repr=False)
class Holder:
    """One person with one document."""

    id: str
    label: str
    about: str
    kind: str
    """dni, tie, eu_card or passport."""
    number: str
    """DNI, NIE or the document's own number."""
    support: str
    """The number of the plastic: the document number of the MRZ."""
    issuer: str
    nationality: str
    expiry: date
    can: str
    pin: str
    """Of the contact chip; empty where there is none."""
    surname1: str
    surname2: str
    given_names: str
    sex: str
    birth_date: date
    birth_town: str
    birth_region: str
    """Province, or the country where it is abroad."""
    phone: str
    """The one registered with idCAT Mòbil, or empty."""
    address: Address | None

    @property
    def surnames(self) -> str:
        return f"{self.surname1} {self.surname2}".strip()

    @property
    def zone(self) -> Zone:
        """Spanish cards carry the support number as document number, and DNI or NIE as optional data."""
        codes = {"dni": "ID", "tie": "IR", "eu_card": "I", "passport": "P"}
        return Zone(
            code=codes[self.kind],
            issuer=self.issuer,
            number=self.support,
            optional=self.number if self.number != self.support else "",
            primary=self.surnames,
            secondary=self.given_names,
            nationality=self.nationality,
            birth_date=self.birth_date,
            sex=self.sex,
            expiry=self.expiry,
        )


def read_holders(residents: Path = RESIDENTS) -> tuple[Holder, ...]:
    """Everyone of the file, in its order."""
    town = cast(_Town, tomllib.loads(residents.read_text(encoding="utf-8")))
    addresses = {
        dwelling["id"]: Address(f"{dwelling['street']} {dwelling['number']}", _TOWN, _PROVINCE)
        for dwelling in town["dwelling"]
    }
    return tuple(_holder(resident, addresses.get(resident["dwelling"])) for resident in town["resident"])


def _holder(resident: _Resident, address: Address | None) -> Holder:
    document = resident["document"]
    place = re.fullmatch(r"(?P<town>[^(]+?)(?: \((?P<region>.+)\))?", resident["birth_place"])
    assert place
    return Holder(
        id=resident["id"],
        label=resident["label"],
        about=resident["about"],
        kind=document["kind"],
        number=document["number"],
        support=document["support"],
        issuer=document["issuer"],
        nationality=document["nationality"],
        expiry=document["expiry"],
        can=document["can"],
        pin=document.get("pin", ""),
        surname1=resident["surname1"],
        surname2=resident["surname2"],
        given_names=resident["given_names"],
        sex=resident["sex"],
        birth_date=resident["birth_date"],
        birth_town=place["town"],
        birth_region=place["region"] or "",
        phone=resident["idcat_phone"],
        address=address,
    )
