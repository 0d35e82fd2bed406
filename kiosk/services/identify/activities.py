"""What the kiosk asks of the seu until it knows who somebody is: evidence, proofs, codes."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from devices.contracts import ReaderState, Verdict
from kiosk.activity import Step
from kiosk.services.common.activities import explain
from kiosk.services.identify import phone
from kiosk.services.identify.challenge import accept, forget_evidence, fresh_challenge
from kiosk.services.identify.states import CODES
from kiosk.seu.models import Accepted, Failed, ProofName, Refused, Wrong

NOT_TAKEN = {
    Verdict.GENUINE: "document_unverified",
    Verdict.GENUINE_EXPIRED: "document_expired",
    Verdict.ISSUER_UNKNOWN: "document_unverified",
    Verdict.NOT_VERIFIED: "document_unverified",
    Verdict.FORGED: "no_proof",
    Verdict.CLONED: "no_proof",
}
"""Where a document of that verdict leads, when the town hall does not take it."""


async def identify_ask(step: Step) -> str | None:
    """Give the seu the chip's evidence over its fresh challenge, and learn which proofs it accepts."""
    identity, seu = step.session.identity, step.house.seu
    if identity.reading is None or identity.challenge is None:
        raise RuntimeError("asked the seu without a document")
    identity.evidence_key = identity.evidence_key or secrets.token_urlsafe(16)
    evidence = await seu.evidence(identity.challenge.challenge, identity.reading, identity.evidence_key)
    if isinstance(evidence, Failed):
        return explain(step, evidence, "identify_ask")
    identity.evidenced = True
    verdict = identity.reading.verdict
    if verdict not in accepted_documents(step):
        return NOT_TAKEN[verdict]
    return "proofs_known" if offer_proofs(step, evidence.proofs) else "no_proof"


async def identify_step_up(step: Step) -> str | None:
    """Ask the seu which proofs reach what is wanted now; those that did not are not offered again."""
    identity = step.session.identity
    identity.challenge = None
    challenge = await fresh_challenge(step)
    if isinstance(challenge, Failed):
        return explain(step, challenge, "identify_step_up")
    return "proofs_known" if offer_proofs(step, challenge.proofs) else "out_of_reach"


def accepted_documents(step: Step) -> tuple[str, ...]:
    """The verdicts of documents with which the town hall identifies people."""
    catalogue = step.house.catalogue
    return catalogue.documents.accepted if catalogue else ()


def offer_proofs(step: Step, accepted: Sequence[str]) -> bool:
    """Those that the seu accepts, this kiosk can take, and that were not too weak before; False for none."""
    identity = step.session.identity
    possible = CODES if step.house.signing_card.state is ReaderState.GONE else (*CODES, ProofName.DNIE_PIN)
    identity.proofs = tuple(
        proof for proof in possible if proof in accepted and proof not in identity.too_weak
    )
    identity.proof = identity.proofs[0] if len(identity.proofs) == 1 else None
    return bool(identity.proofs)


async def identify_phone(step: Step) -> str | None:
    """A phone that is typed anew is a code asked anew."""
    step.session.identity.key = ""
    return None


async def identify_send(step: Step) -> str | None:
    """Ask the seu to send the one-time code."""
    identity = step.session.identity
    number = phone.split(identity.phone.prefix, identity.phone.number)
    if identity.challenge is None or identity.proof is None or number is None:
        raise RuntimeError("asked for a code without proof or phone")
    identity.key = identity.key or secrets.token_urlsafe(16)
    answer = await step.house.seu.send_code(
        identity.challenge.challenge, identity.proof, *number, identity.key
    )
    if isinstance(answer, Failed):
        return explain(step, answer, "identify_send")
    identity.key = ""
    identity.code = answer
    identity.resend_in = answer.resend_after_seconds
    identity.typed = ""
    identity.code_notice = ""
    return "code_sent"


async def identify_code(step: Step) -> str | None:
    """Count down until the code may be sent again."""
    identity = step.session.identity
    while identity.resend_in > 0:
        await step.house.clock.sleep(1)
        identity.resend_in -= 1
        step.refresh()
    return None


async def identify_check(step: Step) -> str | None:
    """Ask the seu whether it is the code that it sent."""
    identity = step.session.identity
    if identity.challenge is None or identity.code is None:
        raise RuntimeError("checked a code that was not sent")
    identity.key = identity.key or secrets.token_urlsafe(16)
    answer = await step.house.seu.attempt(
        identity.challenge.challenge, identity.code.code, identity.typed, identity.key
    )
    match answer:
        case Failed(problem="code-expired"):
            identity.key = identity.typed = ""
            identity.resend_in = 0
            identity.code_notice = "code.late"
            return "code_expired"
        case Failed():
            return explain(step, answer, "identify_check")
        case Wrong():
            identity.key = identity.typed = ""
            identity.tries_left = answer.tries_left
            identity.code_notice = "code.wrong"
            return "code_wrong"
        case Refused():
            forget_evidence(step)
            return "not_accepted"
        case Accepted():
            accept(step, answer)
            if answer.assurance.reaches(identity.wanted):
                return "code_accepted"
            if identity.proof is not None:
                identity.too_weak = (*identity.too_weak, identity.proof)
            return "code_too_weak"


ACTIVITIES = (
    identify_ask,
    identify_step_up,
    identify_phone,
    identify_send,
    identify_code,
    identify_check,
)
