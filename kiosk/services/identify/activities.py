"""What the kiosk does while somebody is being identified: waits for the card, reads it, asks the seu."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Sequence
from contextlib import suppress

from devices.contracts import Can, CardReading, Mrz, ReaderState, ReadFailure, ReadProgress, Verdict
from kiosk.activity import Step
from kiosk.remaining import seconds_left
from kiosk.services.common.activities import explain
from kiosk.services.common.memory import TroubleKind
from kiosk.services.identify import phone
from kiosk.services.identify.challenge import accept, forget_evidence, fresh_challenge
from kiosk.services.identify.lines import Lines, taken
from kiosk.services.identify.mrz import first_of, until_scanned
from kiosk.services.identify.states import CODES
from kiosk.seu.models import Accepted, Failed, ProofName, Refused, Wrong

SETTLED = 0.9
"""Seconds for which the reader has to say the same before a document counts as moved."""

NOT_TAKEN = {
    Verdict.GENUINE: "document_unverified",
    Verdict.GENUINE_EXPIRED: "document_expired",
    Verdict.ISSUER_UNKNOWN: "document_unverified",
    Verdict.NOT_VERIFIED: "document_unverified",
    Verdict.FORGED: "no_proof",
    Verdict.CLONED: "no_proof",
}
"""Where a document of that verdict leads, when the town hall does not take it."""

NONE_OF_OURS = {
    ReadFailure.NOT_A_DOCUMENT: "card.unknown",
    ReadFailure.BANK_CARD: "card.bank",
    ReadFailure.HEALTH_CARD: "card.health",
    ReadFailure.TRANSPORT_CARD: "card.transport",
}
"""What is said of a card that is no document. It has to be taken away before another is waited for."""


async def identify_card(step: Step) -> str | None:
    """Wait for one document on the reader, or for a card that signs in its slot."""
    identity = step.session.identity
    identity.typed = ""
    identity.can_wrong = False
    identity.lines = Lines(tries=identity.lines.tries)
    if identity.evidenced:
        identity.reading, identity.challenge, identity.evidenced = None, None, False
    return await first_of(_document(step), _signer(step))


async def _document(step: Step) -> str:
    identity = step.session.identity
    changed: asyncio.Queue[ReaderState] = asyncio.Queue()
    end = step.house.reader.watch(changed.put_nowait)
    try:
        state = step.house.reader.state
        if identity.problem == "reading.pulled" and state is ReaderState.CARD:
            state = await _news(changed, state)
        while identity.problem in NONE_OF_OURS.values() and state is ReaderState.CARD:
            state = await changed.get()
        while state is not ReaderState.CARD:
            if state is ReaderState.TWO_CARDS:
                identity.problem = "card.two"
            elif state is ReaderState.GONE:
                identity.problem = "card.gone"
            elif identity.problem in ("card.two", "card.gone"):
                identity.problem = ""
            step.refresh()
            state = await changed.get()
        return "card_present"
    finally:
        end()


async def _signer(step: Step) -> str:
    """A card that was already asked for its PIN counts once it was put in again."""
    card, catalogue = step.house.signing_card, step.house.catalogue
    accepted = catalogue is not None and ProofName.DNIE_PIN in catalogue.proofs
    changed: asyncio.Queue[ReaderState] = asyncio.Queue()
    end = card.watch(changed.put_nowait)
    try:
        state = ReaderState.EMPTY if step.session.identity.pin.asked else card.state
        while not (accepted and state is ReaderState.CARD):
            state = await changed.get()
        return "signer_present"
    finally:
        end()


async def identify_can(step: Step) -> str | None:
    """While its number is typed, the document may be taken away, or its lines scanned."""
    return await first_of(_taken_away(step), until_scanned(step, unreadable=lambda: None))


async def identify_mrz(step: Step) -> str | None:
    """While its lines are copied, whichever of them is on the screen, the same."""

    def unreadable() -> None:
        step.session.identity.lines.notice = "mrz.unread"
        step.refresh()

    return await first_of(_taken_away(step), until_scanned(step, unreadable))


async def _taken_away(step: Step) -> str:
    changed: asyncio.Queue[ReaderState] = asyncio.Queue()
    end = step.house.reader.watch(changed.put_nowait)
    try:
        while True:
            state = await changed.get()
            if state is not ReaderState.CARD and await _news(changed, state) is not ReaderState.CARD:
                return "card_removed"
    finally:
        end()


async def _news(changed: asyncio.Queue[ReaderState], state: ReaderState) -> ReaderState:
    """What lies on the reader once that has settled: the service looks only twice a second."""
    with suppress(TimeoutError):
        async with asyncio.timeout(SETTLED):
            while True:
                state = await changed.get()
    return state


async def identify_reading(step: Step) -> str | None:
    """Read the chip; whatever goes wrong, nothing of it is kept."""
    identity = step.session.identity
    identity.problem = ""
    clock = step.house.clock
    began = clock.monotonic()

    def report(progress: ReadProgress) -> None:
        identity.progress = progress
        identity.reading_left = seconds_left(clock.monotonic() - began, progress.done)
        step.refresh()

    secret = taken(identity.lines, clock.now().date()) or Can(identity.typed)
    identity.typed = ""
    challenge = await fresh_challenge(step)
    if isinstance(challenge, Failed):
        return explain(step, challenge, "identify_card")
    outcome = await step.house.reader.read(secret, report, challenge.to_chip)
    identity.progress, identity.reading_left = None, 0
    if isinstance(outcome, CardReading):
        identity.reading = outcome
        identity.can_tries = identity.lines.tries = 0
        return "document_read"
    return _not_read(step, outcome, secret)


def _not_read(step: Step, failure: ReadFailure, secret: Can | Mrz) -> str:
    identity = step.session.identity
    match failure:
        case ReadFailure.WRONG_SECRET if isinstance(secret, Mrz):
            return _wrong_lines(step)
        case ReadFailure.WRONG_SECRET:
            identity.can_tries += 1
            if identity.can_tries >= step.house.settings.identity.can_tries:
                identity.can_tries = 0
                return "can_wrong_last"
            identity.can_wrong = True
            return "can_wrong"
        case ReadFailure.CARD_PULLED | ReadFailure.READER_GONE:
            identity.problem = "reading.pulled"
            return "card_pulled"
        case _ if failure in NONE_OF_OURS:
            identity.problem = NONE_OF_OURS[failure]
            return "not_a_document"
        case ReadFailure.TWO_CARDS:
            identity.problem = "card.two"
            return "two_cards"
        case ReadFailure.FORGED:
            return "document_refused"
        case ReadFailure.MRZ_NEEDED:
            identity.lines.notice = "mrz.needed"
            return "can_not_taken"
        case _:
            step.session.spine.trouble = TroubleKind.NOT_READ
            step.session.spine.resume = "identify_card"
            return "document_unreadable"


def _wrong_lines(step: Step) -> str:
    lines = step.session.identity.lines
    lines.tries += 1
    if lines.tries >= step.house.settings.identity.can_tries:
        lines.tries = 0
        return "mrz_wrong_last"
    lines.notice = "mrz.refused"
    return "mrz_wrong"


async def identify_ask(step: Step) -> str | None:
    """Give the seu the chip's evidence over its fresh challenge, and learn which proofs it accepts."""
    identity, seu = step.session.identity, step.house.seu
    if identity.reading is None or identity.challenge is None:
        raise RuntimeError("asked the seu without a document")
    evidence = await seu.evidence(identity.challenge.challenge, identity.reading)
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
    number = phone.split(identity.prefix, identity.phone)
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
    identify_card,
    identify_can,
    identify_mrz,
    identify_reading,
    identify_ask,
    identify_step_up,
    identify_phone,
    identify_send,
    identify_code,
    identify_check,
)
