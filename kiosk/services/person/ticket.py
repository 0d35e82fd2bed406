"""The turn on paper."""

from __future__ import annotations

from kiosk.house import House
from kiosk.paper.receipts import Turn as Said, turn
from kiosk.paper.ticket import Code, Figure, Ticket
from kiosk.services.common.from_home import done_in, from_home, home_code
from kiosk.services.common.views import place_name
from kiosk.session import Session
from kiosk.seu.models import Turn
from screens.i18n.words import Words, words

ZONES = frozenset({"orange", "pink", "blue", "welcome"})


def where_to_wait(zone: str, spoken: Words) -> str:
    """The zone in the person's language; of one that is not known only that they are to wait."""
    return spoken(f"turn.where.{zone if zone in ZONES else 'other'}")


def goes_along(given: Turn, spoken: Words) -> str:
    """That they can go on there with what they were doing, where the seu has kept it; else nothing."""
    if not given.handed_over:
        return ""
    return spoken("turn.along" if given.zone == "pink" else "turn.along.other")


def ticket_as_it_was(session: Session, house: House) -> Ticket:
    """The same ticket however often it is printed, with the hour of the first."""
    person = session.person
    person.paper = person.paper or turn_of(session, house)
    return person.paper


def turn_of(session: Session, house: House) -> Ticket:
    """The ticket, in the person's language; whether somebody goes first stands nowhere on it."""
    given, spoken, now = session.person.turn, words(session.language), house.clock.now()
    if given is None:
        raise RuntimeError("typeset a turn that was not given")
    said = Said(
        town=house.settings.kiosk.town,
        place=place_name(house, spoken),
        title=spoken("turn.question"),
        number=given.number,
        where=where_to_wait(given.zone, spoken),
        figures=(
            Figure(spoken("turn.before"), str(given.ahead), spoken("turn.before.unit", n=given.ahead)),
            Figure(
                spoken("turn.wait"), str(given.wait_minutes), spoken("turn.wait.unit", n=given.wait_minutes)
            ),
        ),
        follow=Code(given.follow_url, spoken("turn.follow")) if given.follow_url else None,
        call=" ".join(filter(None, (spoken("turn.lead"), goes_along(given, spoken)))),
        when=f"{spoken.day_and_year(now)} · {spoken.hour_said(now)}",
        from_home=home_code(from_home(done_in(session), house, spoken), spoken),
    )
    return turn(said)
