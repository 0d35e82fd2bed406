"""What every service does with a failure of the seu: remember how to explain it, and where to try again."""

from __future__ import annotations

from kiosk.activity import Step
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


def explain(step: Step, failure: Failed, resume: str) -> str:
    """The event for a failed call; `resume` is the state that trying again returns to."""
    if failure.problem in NOT_ACCEPTED:
        return "not_accepted"
    step.session.spine.trouble = TROUBLES[failure.kind]
    step.session.spine.resume = resume
    return "seu_failed"
