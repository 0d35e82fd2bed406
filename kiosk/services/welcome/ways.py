"""How the welcome zone is joined to the spine: before the menu, and on to what its places say."""

from __future__ import annotations

from kiosk.services.common import states as spine
from kiosk.services.common.ways import Spine
from kiosk.services.person.memory import Reason
from kiosk.services.turns.states import TurnsStates, asks_priority
from kiosk.services.welcome.states import (
    WelcomeStates,
    begin,
    came_from_here,
    is_welcome,
    its_queue,
    starts_here,
    takes_turn_there,
)


def join(welcome: type[WelcomeStates], turns: type[TurnsStates], to: Spine) -> None:
    """Where a kiosk welcomes people, their language is followed by its questions."""
    to.language.to(
        welcome,
        event="choose_language",
        cond=[spine.returning_to(None), is_welcome],
        on=[spine.set_language, begin],
    )
    welcome.welcome_ask.to(to.language, event="back")
    coming = [spine.because(Reason.TURN), its_queue]
    place = welcome.welcome_place
    turns.turns_priority.to(place, event="back", cond=came_from_here)
    place.to(to.menu, event="go_on", cond=starts_here)
    place.to(turns.turns_priority, event="go_on", cond=[takes_turn_there, asks_priority], on=coming)
    place.to(to.person.person_ask, event="go_on", cond=takes_turn_there, on=coming)

    to.goes_home(welcome)
    to.changes_language(welcome.welcome_ask, welcome.welcome_place)
