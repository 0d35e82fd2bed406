"""The traps of the statechart library, each closed by a test (docs/decisions/0001)."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest
from statemachine import State

from kiosk import cast
from kiosk.flow import SessionChart
from kiosk.look import THEMES
from kiosk.services.common.states import Facts
from kiosk.services.common.views import SERVICES
from kiosk.session import Session
from screens.appointments import views as appointments
from screens.arrival import views as arrival
from screens.common import views as common
from screens.consent import views as consent
from screens.drawings import variants
from screens.handover import views as handover
from screens.identify import views as identify
from screens.padro import views as padro
from screens.paper import views as paper
from screens.procedures import views as procedures
from screens.turns import views as turns
from screens.view import View
from screens.welcome import views as welcome
from tests.flows.plain import SHELL_ACTS

ROOMS = (common, identify, padro, appointments, paper, procedures, turns, arrival, welcome, consent, handover)
HOUSE_ACTS = {"start"}


def states(within: list[State]) -> Iterator[State]:
    for state in within:
        yield state
        yield from states(list(state.states))


def views() -> Iterator[type[View]]:
    for room in ROOMS:
        for _, thing in inspect.getmembers(room, inspect.isclass):
            if issubclass(thing, View) and thing.__module__ == room.__name__:
                yield thing


ALL = list(states(list(SessionChart.states)))


def test_no_two_states_have_the_same_id() -> None:
    ids = [state.id for state in ALL]
    assert sorted(ids) == sorted(set(ids))


def test_no_event_has_the_name_of_a_state() -> None:
    assert not cast.ALL_EVENTS & {state.id for state in ALL}


def test_every_screen_of_a_service_begins_with_its_name() -> None:
    for service in ALL:
        for screen in service.states:
            assert screen.id.startswith(service.id.split("_")[0] + "_"), screen.id


def test_every_leaf_has_a_view_and_every_view_a_state() -> None:
    leaves = {state.id for state in ALL if not state.states and not state.final}
    assert leaves == set(cast.VIEWS)


def test_every_activity_is_named_after_a_state() -> None:
    assert set(cast.ACTIVITIES) <= {state.id for state in ALL}


def test_every_view_has_the_name_of_its_state_and_of_its_qml_file() -> None:
    for state in cast.VIEWS:
        if state not in cast.WAITS:
            name = "".join(part.capitalize() for part in state.split("_"))
            [view] = [view for view in views() if view.__name__ == name]
            assert (Path("screens") / view.room / f"{name}.qml").exists()


def test_every_variant_of_a_screen_is_one_of_a_citizen_s_session() -> None:
    drawn = {view.__name__ for view in views()} - {"Attract", "Goodbye", "OutOfService", "Wait"}
    assert {name for name, _ in variants()} <= drawn


@pytest.mark.parametrize("view", list(views()), ids=lambda view: view.__name__)
def test_every_act_of_a_view_is_an_event_that_some_state_knows(view: type[View]) -> None:
    assert view.acts <= cast.ALL_EVENTS | HOUSE_ACTS | SHELL_ACTS


def test_no_act_of_the_shell_is_an_event_that_the_shell_would_swallow() -> None:
    swallowed = SHELL_ACTS - {"back", "home", "finish"}
    assert not swallowed & cast.ALL_EVENTS


def test_every_event_that_an_activity_returns_is_known() -> None:
    for activity in cast.ACTIVITIES.values():
        tree = ast.parse(inspect.getsource(activity))
        for node in ast.walk(tree):
            if isinstance(node, ast.Return) and isinstance(node.value, ast.Constant) and node.value.value:
                assert node.value.value in cast.ALL_EVENTS, f"{activity.__name__}: {node.value.value}"


def test_guards_made_for_several_states_are_told_apart() -> None:
    names = [
        str(guard.func.__name__)
        for state in ALL
        for transition in state.transitions
        for guard in transition.cond
        if hasattr(guard.func, "__closure__") and guard.func.__closure__
    ]
    assert len(names) > 10
    assert len(names) == len(set(names))


def test_every_state_that_acts_is_left_by_every_way_out() -> None:
    for state in cast.WAITS:
        assert {"home", "finish"} <= cast.EVENTS[state], state
    assert THEMES[0] == "light"


@pytest.mark.parametrize("service", [name for name, _ in SERVICES])
def test_the_first_choice_of_a_service_is_three_touches_from_attract(service: str) -> None:
    chart = SessionChart(Session("ca"))  # the first touch
    facts = Facts(assisted=True, handover=True, identity=dict.fromkeys((name for name, _ in SERVICES)))
    chart.send("choose_language", data="ca", facts=facts)
    chart.send("choose_service", data=service, facts=facts)
    assert "menu" not in {state.id for state in chart.configuration}
