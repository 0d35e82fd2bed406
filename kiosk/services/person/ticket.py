"""The turn on paper."""

from __future__ import annotations

from devices.contracts import Dots
from kiosk.house import House
from kiosk.paper.press import press
from kiosk.paper.receipts import Turn, turn
from kiosk.paper.ticket import Figure
from kiosk.paper.typeset import typeset
from kiosk.session import Session
from screens.i18n.words import words


async def turn_sheets(session: Session, house: House) -> tuple[Dots, ...]:
    """The ticket as dots for the ticket printer."""
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
            Figure(spoken("turn.wait"), str(given.wait_minutes), spoken("turn.wait.unit", n=given.wait_minutes)),
        ),
        follow=None,
        call=spoken("turn.lead"),
        when=f"{spoken.day_and_year(now)} · {spoken.hour(now)}",
    )
    return (await press(typeset, turn(said), house.ticket_printer.width),)
