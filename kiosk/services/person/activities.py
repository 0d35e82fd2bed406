"""Asking the seu for a turn, and putting it on paper."""

from __future__ import annotations

import secrets

from kiosk.activity import Step
from kiosk.services.common.activities import explain
from kiosk.services.person.memory import Reason
from kiosk.services.person.ticket import turn_of
from kiosk.seu.models import Failed

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
}
"""What the seu learns of the reason (docs/seu-api.yaml, TurnWanted): too little to tell persons apart."""


async def person_ask(step: Step) -> str | None:
    """Ask for a turn; an answer that was lost is asked for again under the same key."""
    person = step.session.person
    person.key = person.key or secrets.token_urlsafe(16)
    answer = await step.house.seu.take_turn(
        CONTRACT_REASONS[person.reason], step.session.language, person.key
    )
    if isinstance(answer, Failed):
        return explain(step, answer, "person_ask")
    person.turn = answer
    return "turn_given"


async def person_turn(step: Step) -> str | None:
    """Print the ticket, once at each entry, and say what the printer said."""
    person = step.session.person
    person.ticket = "turn.printing"
    step.refresh()
    printed = await step.house.print_ticket(turn_of(step.session, step.house))
    person.ticket = "turn.printed" if printed else "turn.notprinted"
    step.session.paper.printed |= printed
    step.refresh()
    return None


ACTIVITIES = (person_ask, person_turn)
