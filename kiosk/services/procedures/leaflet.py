"""A procedure on paper."""

from __future__ import annotations

from kiosk.house import House
from kiosk.paper.leaflets import Leaflet, leaflet
from kiosk.paper.ticket import Ticket
from kiosk.services.common.from_home import from_home, home_code
from kiosk.services.common.views import place_name
from kiosk.services.procedures.facts import Facts, facts_of
from kiosk.session import Session
from kiosk.seu.models import in_language
from screens.i18n.words import Words, words


def leaflet_of(session: Session, house: House) -> Ticket:
    """The leaflet, in the person's language."""
    look, spoken = session.procedures, words(session.language)
    procedure, shelf = look.procedure, look.shelf
    if procedure is None or shelf is None:
        raise RuntimeError("typeset a procedure that was not opened")
    facts = facts_of(procedure, shelf.procedures, spoken)
    told = shelf.told_at
    return leaflet(
        Leaflet(
            town=house.settings.kiosk.town,
            place=place_name(house, spoken),
            title=in_language(procedure.name, spoken.language),
            about=in_language(procedure.about, spoken.language),
            note=in_language(procedure.note, spoken.language) if procedure.note else "",
            needs_title=spoken("procedures.needs"),
            needs=facts.needs,
            rows=_rows(facts, spoken),
            from_home=home_code(from_home((procedure.id,), house, spoken), spoken),
            told=spoken("procedures.told", day=spoken.date(told), hour=spoken.hour_said(told)),
        )
    )


def _rows(facts: Facts, words: Words) -> tuple[tuple[str, str], ...]:
    rows = [
        (words("procedures.cost"), ". ".join(facts.costs)),
        (words("procedures.deadline"), ". ".join(facts.deadline)),
        (words("procedures.takes"), ". ".join(facts.takes)),
    ]
    for place in facts.places:
        rows += [
            (words("procedures.where"), f"{place.name}, {place.address}"),
            (words("procedures.hours"), place.hours),
            (words("procedures.phone_number"), place.phone),
        ]
    return tuple((label, value) for label, value in rows if value)
