"""The eight padró documents, and the rules that say which of them a person can have at a kiosk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import Literal, get_args

Kind = Literal["volant", "certificat"]
Scope = Literal["individual", "dwelling"]
Time = Literal["current", "historic"]
Rendition = Literal["a4", "roll80"]
OfferId = Literal[
    "volant_individual_current",
    "volant_dwelling_current",
    "certificat_individual_current",
    "certificat_dwelling_current",
    "volant_individual_historic",
    "volant_dwelling_historic",
    "certificat_individual_historic",
    "certificat_dwelling_historic",
]

_TIMES: tuple[Time, ...] = ("current", "historic")
_KINDS: tuple[Kind, ...] = ("volant", "certificat")
_SCOPES: tuple[Scope, ...] = ("individual", "dwelling")


OFFERS: tuple[str, ...] = get_args(OfferId)

RENDITIONS: Mapping[Kind, tuple[Rendition, ...]] = {"volant": ("a4", "roll80"), "certificat": ("a4",)}
"""On which paper each can be had."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One document. There is no field for why it is given at the desk."""

    kind: Kind
    scope: Scope
    time: Time
    here: bool

    @property
    def id(self) -> str:
        return f"{self.kind}_{self.scope}_{self.time}"

    def to_json(self, assurance: str) -> dict[str, object]:
        """`assurance` is what a person has to have shown for a document of this kind."""
        return {
            "id": self.id,
            "kind": self.kind,
            "scope": self.scope,
            "time": self.time,
            "where": "here" if self.here else "desk",
            "price_cents": 0,
            "assurance": assurance,
            "renditions": list(RENDITIONS[self.kind]),
        }


@dataclass(frozen=True, slots=True)
class Rules:
    """What the register knows of a person that decides where documents are given."""

    registered: bool
    desk_only: bool
    """A minor, for one."""
    dwelling_at_desk: bool
    """Protection, review, custody, an establishment: the register keeps which to itself."""
    alone: bool
    everyone_consents: bool
    """Everybody of the dwelling agreed on its sheet (Resolution of 17 February 2020, annex III)."""


def offers_for(rules: Rules) -> tuple[Offer, ...]:
    """All eight, always in the order of the contract."""
    individual = rules.registered and not rules.desk_only
    dwelling = individual and not rules.dwelling_at_desk and (rules.alone or rules.everyone_consents)
    here = {
        ("volant", "individual", "current"): individual,
        ("volant", "individual", "historic"): individual,
        ("volant", "dwelling", "current"): dwelling,
        # The only certificate that this town hall seals by itself; the others are signed at the desk.
        ("certificat", "individual", "current"): individual,
    }
    return tuple(
        Offer(kind, scope, time, here.get((kind, scope, time), False))
        for time, kind, scope in product(_TIMES, _KINDS, _SCOPES)
    )
