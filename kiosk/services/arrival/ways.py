"""How an arrival is joined to the spine."""

from __future__ import annotations

from statemachine import State

from kiosk.services.arrival.states import (
    ArrivalStates,
    begin,
    by_person,
    can_book_again,
    its_turn,
    want_again,
    wanted,
    wants_to_scan,
)
from kiosk.services.common import states as spine
from kiosk.services.common.ways import Spine
from kiosk.services.person.memory import Reason
from kiosk.services.turns.states import TurnsStates
from kiosk.services.turns.ways import takes_turn


def join(arrival: type[ArrivalStates], turns: type[TurnsStates], to: Spine, *doors: State) -> None:
    """From the menu and other `doors`, by a code or by who one is, to the turn of the appointment."""
    chosen = [spine.choose_service, begin]
    unknown = [*chosen, spine.asking(wanted, on_the_way_to=arrival.arrival_ask)]
    for door in (to.menu, *doors):
        door.to(arrival, event="choose_service", cond=wants_to_scan, on=chosen)
        door.to(arrival.arrival_ask, event="choose_service", cond=spine.wants("arrival"), on=chosen)
        door.to(to.identify, event="choose_service", cond=spine.wants_first("arrival"), on=unknown)
    from_here = spine.asking(wanted, on_the_way_to=arrival.arrival_ask, at=arrival.arrival_scan)
    arrival.arrival_scan.to(to.identify, event="no_code", on=[by_person, from_here])
    to.identifies(arrival.arrival_scan, on=arrival.arrival_ask)

    arrived = [spine.because(Reason.ARRIVED), its_turn]
    arrival.arrival_ask.to(to.person.person_turn, event="arrived", on=arrived)
    takes_turn(arrival.arrival_answer, turns, to, because=Reason.TURN)
    arrival.arrival_answer.to(
        to.menu, event="book_again", cond=can_book_again, on=[want_again, spine.as_appointments]
    )
    arrival.arrival_scan.to(to.menu, event="back")
    arrival.arrival_answer.to(to.menu, event="go_home back")

    to.tries_again(arrival.arrival_ask)
    to.goes_home(arrival)
    to.changes_language(arrival.arrival_scan, arrival.arrival_answer)
