"""The states in which a person says what a turn is for; it is taken, and shown, on the way to a person."""

from __future__ import annotations

from statemachine import State

from kiosk.services.common.states import Facts
from kiosk.services.person.memory import Reason
from kiosk.session import Session

SERVICE = "turns"
SUBJECTS = 2
"""Fewer queues than these are no choice."""


def asks_subject(facts: Facts) -> bool:
    """There is more than one queue to choose from."""
    return len(facts.queues) >= SUBJECTS


def asks_priority(model: Session, facts: Facts) -> bool:
    """Some go before others here, and this person was not asked yet: nobody is asked twice."""
    return facts.priority and model.person.priority is None


def is_queue(data: str, facts: Facts) -> bool:
    """A subject that the catalogue has."""
    return data in facts.queues


def enter(model: Session) -> None:
    """The person is here for a turn, and for nothing else."""
    model.spine.service = SERVICE


def choose_queue(model: Session, data: str) -> None:
    """Another subject is another turn."""
    model.person.queue, model.person.key = data, ""


def choose_priority(model: Session, data: str) -> None:
    """Said as the data of an event of one name, so that no trace tells who goes first."""
    model.person.priority, model.person.key = data == "yes", ""


def chose_queue(model: Session) -> bool:
    """The subject was asked for, so that is where Back leads."""
    return bool(model.person.queue) and model.spine.service == SERVICE


def was_led(model: Session) -> bool:
    """Something could not be done, and its screen is where Back leads."""
    return model.person.reason is not Reason.TURN


def remember_where(model: Session) -> None:
    """Whoever keeps the turn goes on where they were."""
    model.person.back_to = model.screen


def was_at_turn(model: Session) -> bool:
    """They were looking at their turn."""
    return model.person.back_to == "person_turn"


def may_give_back(model: Session) -> bool:
    """There is a turn to be given back."""
    return model.person.waits


class TurnsStates(State.Compound):
    """The subject, then the one question, then the turn; or that none is left; and a turn given back."""

    turns_queue = State(initial=True)
    turns_priority = State()
    turns_none = State()
    turns_giveup = State()
    turns_back = State()
    turns_given_back = State()
    turns_unheard = State()

    turns_giveup.to(turns_back, event="give_back")
    turns_back.to(turns_given_back, event="given_back")
    turns_back.to(turns_unheard, event="seu_unheard")
    turns_queue.to(turns_priority, event="choose_queue", cond=[is_queue, asks_priority], on=choose_queue)
    turns_priority.to(turns_queue, event="back", cond=chose_queue)
