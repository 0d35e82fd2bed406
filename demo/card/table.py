"""The table on which the demo's cards lie, and the reader beside it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from demo.card.holders import Holder
from demo.card.vpcd import Slot
from demo.routes import NotThere

if TYPE_CHECKING:
    from demo.card.personalisation import Personalised

EXTRAS = {
    "metro": ("Targeta de metro", "No és cap document"),
    "bank": ("Targeta bancària", "No és cap document"),
    "health": ("Targeta sanitària", "Europea, d’Alemanya"),
    "old-passport": ("Passaport antic", "Només amb les línies MRZ"),
    "altered": ("DNI alterat", "El xip no és el signat"),
    "expired": ("DNI caducat", "Signat com cal, però caducat"),
    "stranger": ("Carnet d’Utopia", "D’un país sense signant conegut"),
    "unverified": ("DNI dubtós", "Signat amb el que no es pot comprovar"),
    "cloned": ("DNI clonat", "Còpia dels fitxers, sense la clau"),
}
"""Cards that no resident carries: label and about by id.

The old passport has the data of the residents' first passport, Utopia's card those of their first European
card, the others the CAN of their first DNI.
"""


LIKE = {
    "old-passport": "passport",
    "altered": "dni",
    "expired": "dni",
    "unverified": "dni",
    "cloned": "dni",
    "stranger": "eu_card",
}
"""The kind of document whose first holder's data such a card has."""


@dataclass(frozen=True, slots=True, repr=False)
class Named:
    """A card as the dock shows it, with what the person who holds it reads on it, or knows."""

    id: str
    label: str
    about: str
    resident: bool
    can: str = ""
    zone: str = ""
    """The parts of the MRZ that open the chip, where no CAN does: number, birth and expiry."""
    phone: str = ""
    pin: str = ""
    """Of its contacts, where it has them: it can be put into the other reader."""


class Table:
    """All cards and one slot. The cards are made while the process already answers."""

    def __init__(self, holders: tuple[Holder, ...], slot: Slot) -> None:
        self.cards = (
            *(_named(holder, holder.id, holder.label, holder.about) for holder in holders),
            *(_extra(holders, name, *said) for name, said in EXTRAS.items()),
        )
        self.slot = slot
        self.inserted: str | None = None
        self._moving = asyncio.Lock()
        self._made = asyncio.create_task(asyncio.to_thread(_personalise, holders))

    async def insert(self, name: str) -> None:
        """Put the card in, taking out another. Raises `NotThere`."""
        make = (await self._made).cards.get(name)
        if not make:
            raise NotThere("card")
        async with self._moving:
            if self.inserted:
                await self.slot.remove()
            self.inserted = name
            await self.slot.insert(make(), self._pulled)

    async def remove(self) -> None:
        async with self._moving:
            await self.slot.remove()
            self.inserted = None

    async def authorities(self) -> str:
        """The roots of trust of every issuer, in PEM."""
        return (await self._made).authorities

    def _pulled(self) -> None:
        self.inserted = None


def _named(holder: Holder, name: str, label: str, about: str) -> Named:
    return Named(
        name,
        label,
        about,
        resident=name == holder.id,
        can="" if name == "old-passport" else holder.can,
        zone=holder.zone.information() if name == "old-passport" else "",
        phone=holder.phone,
        pin=holder.pin if name == holder.id else "",
    )


def _extra(holders: tuple[Holder, ...], name: str, label: str, about: str) -> Named:
    like = next((holder for holder in holders if holder.kind == LIKE.get(name)), None)
    return _named(like, name, label, about) if like else Named(name, label, about, resident=False)


def _personalise(holders: tuple[Holder, ...]) -> Personalised:
    # Cryptography and the picture are half a second of imports, and nobody waits for them yet.
    from demo.card.personalisation import personalise

    return personalise(holders)
