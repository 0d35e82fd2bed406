"""Asking the seu for what goes with a turn, and giving it back where it was another person's."""

from __future__ import annotations

import asyncio
import secrets

from kiosk.activity import Step
from kiosk.services.common.activities import explain
from kiosk.services.handover.memory import Refusal
from kiosk.services.handover.number import number_of
from kiosk.services.procedures.activities import freshen
from kiosk.seu.models import Failed

REFUSALS = {
    "not-found": Refusal.UNKNOWN,
    "handover-taken": Refusal.TAKEN,
    "too-many-requests": Refusal.TRIES,
    "another-kiosk": Refusal.CLOSED,
    "not-offered": Refusal.CLOSED,
}


async def handover_ask(step: Step) -> str:
    """Once; an answer that was lost is asked for again under the same key."""
    memory, house = step.session.handover, step.house
    memory.key = memory.key or secrets.token_urlsafe(16)
    answer = await house.seu.handovers.take(number_of(memory.typed), memory.key)
    if isinstance(answer, Failed):
        if answer.problem not in REFUSALS:
            return explain(step, answer, "handover_ask")
        memory.refusal, memory.back_at = REFUSALS[answer.problem], answer.back_at
        return "not_taken_over"
    memory.taken = answer
    if answer.choice:
        await _learn_its_name(step, answer.service)
    return "taken_over"


async def _learn_its_name(step: Step, service: str) -> None:
    """Of what was chosen; where the seu does not say it now, the service's alone is shown."""
    match service:
        case "appointments":
            catalogue = await step.house.seu.appointments.catalogue()
            step.session.appointments.catalogue = None if isinstance(catalogue, Failed) else catalogue
        case "procedures":
            await freshen(step)


async def handover_show(step: Step) -> None:
    """Until somebody goes on with it; left in any other way, it is given back to whom it is of."""
    memory = step.session.handover
    taken = memory.taken
    try:
        await asyncio.Event().wait()
    finally:
        if taken is not None and not memory.goes_on:
            step.house.background(step.house.seu.handovers.give_back(taken.handover))


ACTIVITIES = (handover_ask, handover_show)
