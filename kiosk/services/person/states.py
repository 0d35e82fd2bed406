"""The states on the way to a person."""

from __future__ import annotations

from statemachine import State

from kiosk.session import Session


def print_again(model: Session) -> None:
    """The same ticket once more."""
    model.person.on_paper = False


class PersonStates(State.Compound):
    """Why, then a turn, then the turn on paper."""

    person_offer = State(initial=True)
    person_ask = State()
    person_turn = State()

    person_ask.to(person_turn, event="turn_given")
    person_turn.to(None, event="queue_moved")
