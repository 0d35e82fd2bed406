"""Giving the turn back that the person does not need."""

from __future__ import annotations

from kiosk.activity import Step
from kiosk.services.turns.back import give_back


async def turns_back(step: Step) -> str:
    """Tell the seu; where it does not hear, that is said, and it is told on."""
    person = step.session.person
    if person.turn is None:
        raise RuntimeError("gave back a turn that was not given")
    person.given_back = True
    return "given_back" if await give_back(step.house, person.turn.turn) else "seu_unheard"


ACTIVITIES = (turns_back,)
