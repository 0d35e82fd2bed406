"""The turn on paper."""

from __future__ import annotations

from kiosk.house import House
from kiosk.paper.receipts import Turn, turn
from kiosk.paper.ticket import Figure, Ticket
from kiosk.services.common.from_home import done_in, from_home, home_code
from kiosk.session import Session
from screens.i18n.words import words


def turn_of(session: Session, house: House) -> Ticket:
    """The ticket, in the person's language."""
    given, spoken, now = session.person.turn, words(session.language), house.clock.now()
    if given is None:
        raise RuntimeError("typeset a turn that was not given")
    said = Turn(
        town=house.settings.kiosk.town,
        place=spoken("frame.kiosk"),
        title=spoken("turn.question"),
        number=given.number,
        where=spoken("turn.where"),
        figures=(
            Figure(spoken("turn.before"), str(given.ahead), spoken("turn.before.unit", n=given.ahead)),
            Figure(
                spoken("turn.wait"), str(given.wait_minutes), spoken("turn.wait.unit", n=given.wait_minutes)
            ),
        ),
        follow=None,
        call=spoken("turn.lead"),
        when=f"{spoken.day_and_year(now)} · {spoken.hour_said(now)}",
        from_home=home_code(from_home(done_in(session), house, spoken), spoken),
    )
    return turn(said)
