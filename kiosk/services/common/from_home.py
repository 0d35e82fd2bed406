"""What a person did here, as a way to do it from home: one answer for screen, receipt and ticket."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.house import House
from kiosk.paper.ticket import Code
from kiosk.session import Session
from kiosk.seu.models import Assurance, in_language
from screens.i18n.words import Words

NEEDS = {
    Assurance.LOW: "home.needs.digital",
    Assurance.SUBSTANTIAL: "home.needs.digital",
    Assurance.HIGH: "home.needs.certificate",
}
INSTEAD_OF_A_TURN = "appointments"
"""What the seu calls the procedure by which nobody needs to wait for a turn."""


@dataclass(frozen=True, slots=True)
class HomeOffer:
    """A procedure of the seu, in the person's language."""

    title: str
    url: str
    needs: str
    """What one has to have at home, in a sentence; empty where nothing is known of it."""


def done_in(session: Session) -> tuple[str, ...]:
    """The procedures that the person did or looked at, by the seu's names; what matters most comes first."""
    looked_at = session.procedures.procedure
    found = (
        session.padro.procedure,
        looked_at.id if looked_at is not None and not looked_at.withdrawn else "",
        INSTEAD_OF_A_TURN if session.person.turn is not None else "",
    )
    return tuple(name for name in found if name)


def from_home(done: Iterable[str], house: House, words: Words) -> HomeOffer | None:
    """The first of `done` that can be done from home; the catalogue of procedures knows best."""
    for name in done:
        offer = _of_procedure(name, house, words) or _of_catalogue(name, house, words)
        if offer is not None:
            return offer
    return None


def home_code(offer: HomeOffer | None, words: Words) -> Code | None:
    """The offer as it stands on paper."""
    if offer is None:
        return None
    return Code(offer.url, f"{words('home.code', title=offer.title)} {offer.needs}".strip())


def _of_procedure(name: str, house: House, words: Words) -> HomeOffer | None:
    procedure = house.shelf.procedures.procedure(name) if house.shelf else None
    if procedure is None or procedure.channels.home is None or procedure.withdrawn:
        return None
    needs = words(NEEDS[procedure.identity]) if procedure.identity else words("home.needs.nothing")
    return HomeOffer(in_language(procedure.name, words.language), procedure.channels.home, needs)


def _of_catalogue(name: str, house: House, words: Words) -> HomeOffer | None:
    link = house.catalogue.home_link(name) if house.catalogue else None
    if link is None:
        return None
    needs = words(NEEDS[link.identity]) if link.identity else ""
    return HomeOffer(in_language(link.title, words.language), link.url, needs)
