"""The states in which a turn is taken over: its number, the seu, what it is about."""

from __future__ import annotations

from statemachine import State

from kiosk.services.common.states import Facts, is_spoken
from kiosk.services.handover.number import number_of, typed_on
from kiosk.session import Session

SERVICE = "handover"


def takes_over(data: str, facts: Facts) -> bool:
    """A turn from another kiosk, where a person of the office sits beside and the town hall hands over."""
    return data == SERVICE and facts.assisted and facts.handover


def enter(model: Session) -> None:
    """Nothing of a turn before counts."""
    model.spine.service = SERVICE
    model.handover.begin()


def type_sign(model: Session, data: str) -> None:
    """One more letter or figure."""
    model.handover.typed = typed_on(model.handover.typed, data)


def correct_sign(model: Session) -> None:
    """Take the last one back."""
    model.handover.typed = model.handover.typed[:-1]


def another(model: Session) -> None:
    """Begin the number again."""
    model.handover.begin()


def is_number(model: Session) -> bool:
    """What was typed can be the number of a turn."""
    return bool(number_of(model.handover.typed))


def ask_for_it(model: Session) -> None:
    """Each time somebody asks it is an act of its own."""
    model.handover.key = ""


def adopt(model: Session) -> None:
    """It is this person's: from now on the kiosk speaks their language and looks as they like it."""
    taken = model.handover.taken
    if taken is None:
        raise RuntimeError("went on with nothing")
    model.handover.goes_on = True
    model.look.like(taken.screen)
    if is_spoken(taken.language):
        model.language = taken.language


class HandoverStates(State.Compound):
    """The number, then what it is about; or why there is nothing to go on with."""

    handover_number = State(initial=True)
    handover_ask = State()
    handover_show = State()
    handover_none = State()

    handover_number.to(None, event="character", on=type_sign)
    handover_number.to(None, event="correct", on=correct_sign)
    handover_number.to(None, event="clear", on=another)
    handover_number.to(handover_ask, event="take_over", cond=is_number, on=ask_for_it)

    handover_ask.to(handover_show, event="taken_over")
    handover_ask.to(handover_none, event="not_taken_over")

    handover_show.to(handover_number, event="other_number back", on=another)
    handover_none.to(handover_number, event="other_number back", on=another)
