"""What services do alike: put a ticket on paper, and explain a failure of the seu."""

from __future__ import annotations

from kiosk.activity import Step
from kiosk.paper.ticket import Ticket
from kiosk.services.common.memory import TroubleKind
from kiosk.seu.models import Failed, FailureKind

TROUBLES = {
    FailureKind.UNREACHABLE: TroubleKind.SEU_DOWN,
    FailureKind.FAULT: TroubleKind.SEU_DOWN,
    FailureKind.SLOW: TroubleKind.SEU_SLOW,
    FailureKind.GARBLED: TroubleKind.SEU_WRONG,
    FailureKind.REFUSED: TroubleKind.SEU_WRONG,
}

NOT_ACCEPTED = frozenset({"too-many-codes", "too-many-attempts"})
"""Problems that mean: this person cannot be identified here today."""


async def on_paper(step: Step, ticket: Ticket) -> bool:
    """Print it, whoever leaves the screen meanwhile; True, and remembered, where the printer agreed."""
    printed = await step.house.print_ticket(ticket)
    step.session.paper.printed |= printed
    return printed


def explain(step: Step, failure: Failed, resume: str) -> str:
    """The event for a failed call; `resume` is the state that trying again returns to."""
    if failure.problem in NOT_ACCEPTED:
        return "not_accepted"
    step.session.spine.trouble = TROUBLES[failure.kind]
    step.session.spine.resume = resume
    return "seu_failed"
