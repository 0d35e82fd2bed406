"""Asking the seu for a turn, putting it on paper, and saying how far its queue has come."""

from __future__ import annotations

import secrets
from functools import partial

from kiosk.activity import Step
from kiosk.services.common.activities import explain, on_paper
from kiosk.services.handover.carried import carried
from kiosk.services.person.memory import Reason
from kiosk.services.person.ticket import ticket_as_it_was
from kiosk.seu.models import Failed, FailureKind, Turn

LOOK_EVERY = 5.0
"""Seconds between two questions how far the queue has come."""

CONTRACT_REASONS = {
    Reason.REFUSED: "not_identified",
    Reason.CAN: "not_identified",
    Reason.MRZ: "not_identified",
    Reason.DOCUMENT: "not_identified",
    Reason.PHONE: "not_identified",
    Reason.PIN: "not_identified",
    Reason.BLOCKED: "not_identified",
    Reason.EXPIRED: "not_identified",
    Reason.UNVERIFIED: "not_identified",
    Reason.ASSURANCE: "not_identified",
    Reason.DESK: "desk_document",
    Reason.PAPER: "desk_document",
    Reason.NOT_GOOD: "desk_document",
    Reason.NOT_READY: "desk_document",
    Reason.COLLECT: "desk_document",
    Reason.NONE: "other",
    Reason.TURN: "other",
    Reason.ARRIVED: "other",
}
"""What the seu learns of the reason (docs/seu-api.yaml, TurnWanted): too little to tell persons apart."""


async def person_ask(step: Step) -> str | None:
    """Ask for a turn; an answer that was lost is asked for again under the same key."""
    person = step.session.person
    person.key = person.key or secrets.token_urlsafe(16)
    step.house.unask_turns(step.session, but=person.key)
    person.carried = carried(step.session, step.house) if person.carried is None else person.carried
    person.unsure[person.key] = asking = partial(
        step.house.seu.take_turn,
        CONTRACT_REASONS[person.reason],
        step.session.language,
        person.key,
        queue=person.queue,
        priority=person.priority,
        handover=person.carried,
    )
    answer = await asking()
    if not isinstance(answer, Failed) or answer.kind is FailureKind.REFUSED:
        del person.unsure[person.key]
    if isinstance(answer, Failed):
        return _refused(step, answer)
    person.turn, person.place, person.paper, person.on_paper = answer, None, None, False
    return "turn_given"


def _refused(step: Step, failed: Failed) -> str:
    person = step.session.person
    match failed.problem:
        case "no-turns-left":
            person.back_at = failed.back_at
            return "no_turns"
        case "not-offered":
            # The town hall has closed that queue since, or what goes along; another try is for any desk.
            person.queue, person.key, person.carried = "", "", {}
    return explain(step, failed, "person_ask")


async def person_turn(step: Step) -> str | None:
    """Print the ticket each time it is asked for, and say what the printer said; then watch the queue."""
    person = step.session.person
    if not person.on_paper:
        person.ticket, person.on_paper = "turn.printing", True
        step.refresh()
        printed = await on_paper(step, ticket_as_it_was(step.session, step.house))
        person.ticket = "turn.printed" if printed else "turn.notprinted"
        step.refresh()
    assert person.turn is not None
    await _watch_queue(step, person.turn)
    return None


async def _watch_queue(step: Step, turn: Turn) -> None:
    """Until the number has been called and is over, or the screen is left."""
    person = step.session.person
    while person.place is None or person.place.state != "gone":
        await step.house.clock.sleep(LOOK_EVERY)
        answer = await step.house.seu.turn_place(turn.turn)
        if isinstance(answer, Failed) and answer.problem == "not-found":
            return
        before = person.place, person.unheard
        person.unheard = isinstance(answer, Failed)
        if not isinstance(answer, Failed):
            person.place = answer
        if (person.place, person.unheard) != before:
            step.tell("queue_moved")


ACTIVITIES = (person_ask, person_turn)
