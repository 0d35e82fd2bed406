"""The seu's challenge of the person who is being identified, and what comes of an answer that it accepts."""

from __future__ import annotations

from kiosk.activity import Step
from kiosk.seu.models import Accepted, Challenge, Failed


async def fresh_challenge(step: Step) -> Challenge | Failed:
    """One that is open: the seu's last one until it was answered or expired, else a new one."""
    identity = step.session.identity
    known = identity.challenge
    if known is not None and known.expires_at > step.house.clock.now():
        return known
    answer = await step.house.seu.challenge(identity.wanted)
    if not isinstance(answer, Failed):
        identity.challenge, identity.evidenced, identity.evidence_key = answer, False, ""
    return answer


def accept(step: Step, answer: Accepted) -> None:
    """The person is known now; the token of a weaker proof before it is of no more use."""
    identity = step.session.identity
    if identity.proven is not None:
        step.house.background(step.house.seu.leave(identity.proven.citizen_session))
    identity.proven = answer
    forget_evidence(step)


def forget_evidence(step: Step) -> None:
    """The chip's files, phone, code and PIN have served; they need not live to the end of the session."""
    identity = step.session.identity
    identity.reading = identity.challenge = identity.code = identity.signed = None
    identity.evidenced = False
    identity.phone.number = identity.typed = identity.key = ""
    identity.pin.wipe()
