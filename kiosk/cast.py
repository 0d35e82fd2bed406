"""Who plays what: each state's activity and view, found by the state's name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from statemachine import State

from kiosk.activity import Activity
from kiosk.flow import SessionChart
from kiosk.house import House
from kiosk.services.appointments import (
    activities as appointments_activities,
    lookup_activities as appointments_lookup_activities,
    lookup_views as appointments_lookup_views,
    order_views as appointments_order_views,
    reminder_views as appointments_reminder_views,
    views as appointments_views,
)
from kiosk.services.arrival import activities as arrival_activities, views as arrival_views
from kiosk.services.common import views as common_views
from kiosk.services.consent import activities as consent_activities, views as consent_views
from kiosk.services.handover import activities as handover_activities, views as handover_views
from kiosk.services.identify import (
    activities as identify_activities,
    pin_activities,
    pin_views,
    reading_activities,
    views as identify_views,
)
from kiosk.services.padro import activities as padro_activities, views as padro_views
from kiosk.services.paper import activities as paper_activities, views as paper_views
from kiosk.services.person import activities as person_activities, views as person_views
from kiosk.services.procedures import activities as procedures_activities, views as procedures_views
from kiosk.services.turns import activities as turns_activities, views as turns_views
from kiosk.services.welcome import views as welcome_views
from kiosk.session import Session
from screens.i18n.words import Words
from screens.view import View

ViewOf = Callable[[Session, House, Words], View]

ACTIVITIES: dict[str, Activity] = {
    activity.__name__: activity
    for room in (
        reading_activities,
        identify_activities,
        pin_activities,
        padro_activities,
        appointments_activities,
        appointments_lookup_activities,
        paper_activities,
        person_activities,
        arrival_activities,
        procedures_activities,
        consent_activities,
        handover_activities,
        turns_activities,
    )
    for activity in room.ACTIVITIES
}

WAITS = frozenset(
    wait
    for room in (
        identify_views,
        pin_views,
        padro_views,
        appointments_views,
        person_views,
        procedures_views,
        arrival_views,
        handover_views,
        turns_views,
    )
    for wait in room.WAITS
)
"""States in which the seu is asked; they share one screen, `Wait`."""

VIEWS: dict[str, ViewOf] = {
    view.__name__: view
    for room in (
        common_views,
        identify_views,
        pin_views,
        padro_views,
        appointments_views,
        appointments_order_views,
        appointments_lookup_views,
        appointments_reminder_views,
        paper_views,
        person_views,
        procedures_views,
        turns_views,
        arrival_views,
        welcome_views,
        consent_views,
        handover_views,
    )
    for view in room.VIEWS
} | dict.fromkeys(WAITS, common_views.wait)

BUSY = WAITS | {"identify_reading", "paper_printing"}
"""The machine acts, within deadlines of its own; the person's silence is no absence."""

ROUTES: dict[str, tuple[Mapping[str, str], ...]] = {
    "padro": padro_views.ROUTE,
    "appointments": appointments_views.ROUTE,
    "turns": turns_views.ROUTE,
    "arrival": arrival_views.ROUTE,
}
"""The way of each service that has one: for each of its steps the screens, with the word for it."""


def _events_of(states: list[State], inherited: frozenset[str], found: dict[str, frozenset[str]]) -> None:
    for state in states:
        own = frozenset(event.id for transition in state.transitions for event in transition.events)
        found[state.id] = own | inherited
        _events_of(state.states, found[state.id], found)


def _events_by_state() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    _events_of(list(SessionChart.states), frozenset(), found)
    return found


EVENTS = _events_by_state()
"""The events that mean something in each state, its own and those of the states around it."""

ALL_EVENTS = frozenset().union(*EVENTS.values())
