"""What the kiosk does while somebody signs with their own card: waits for it, asks it, lets it sign."""

from __future__ import annotations

import secrets

from devices.contracts import PinTries, ReaderState, Signed, SigningFailure
from kiosk.activity import Step, news_by
from kiosk.services.common.activities import explain
from kiosk.services.identify.challenge import accept, forget_evidence, fresh_challenge
from kiosk.seu.models import Accepted, Failed


async def identify_contact(step: Step) -> str | None:
    """Wait for a card in the slot; one that was no signer has to be taken out first."""
    pin, card = step.session.identity.pin, step.house.signing_card
    pin.wipe()
    with news_by(card.watch) as changed:
        state = card.state
        if pin.problem == "contact.notsigner" and state is ReaderState.CARD:
            state = await changed.get()
        while state is not ReaderState.CARD:
            state = await changed.get()
        pin.problem, pin.asked = "", True
        return "contact_present"


async def identify_tries(step: Step) -> str | None:
    """Ask the card how often its PIN may still be wrong. None is sent where it may be the last."""
    pin = step.session.identity.pin
    answer = await step.house.signing_card.tries()
    match answer:
        case PinTries.SEVERAL:
            return "tries_enough"
        case PinTries.LAST | PinTries.UNKNOWN:
            pin.unknown = answer is PinTries.UNKNOWN
            pin.insists = False
            return "tries_few"
        case PinTries.BLOCKED:
            return "pin_blocked"
        case failure:
            return _not_signed(step, failure)


async def identify_risk(step: Step) -> str | None:
    """Wait for the card to be taken out."""
    return await _removed(step)


async def identify_pin(step: Step) -> str | None:
    """Wait for the card to be taken out while its PIN is typed."""
    return await _removed(step)


async def _removed(step: Step) -> str:
    card = step.house.signing_card
    with news_by(card.watch) as changed:
        state = card.state
        while state is ReaderState.CARD:
            state = await changed.get()
        step.session.identity.pin.problem = "contact.pulled"
        return "contact_removed"


async def identify_sign(step: Step) -> str | None:
    """Sign the seu's challenge and hand the signature over. What was signed already is not signed again."""
    identity = step.session.identity
    if identity.signed is None:
        pin = identity.pin.take()
        try:
            challenge = await fresh_challenge(step)
            if isinstance(challenge, Failed):
                step.session.spine.resume = "identify_contact"
                return explain(step, challenge, "identify_contact")
            outcome = await step.house.signing_card.sign(pin, challenge.to_sign)
        finally:
            pin[:] = bytes(len(pin))
        if not isinstance(outcome, Signed):
            return _not_signed(step, outcome)
        identity.signed = outcome
    if identity.challenge is None:
        raise RuntimeError("signed no challenge")
    identity.key = identity.key or secrets.token_urlsafe(16)
    answer = await step.house.seu.signature(identity.challenge.challenge, identity.signed, identity.key)
    if isinstance(answer, Failed):
        return explain(step, answer, "identify_sign")
    if not isinstance(answer, Accepted):
        forget_evidence(step)
        return "not_accepted"
    accept(step, answer)
    return "signature_accepted"


def _not_signed(step: Step, failure: SigningFailure) -> str:
    pin = step.session.identity.pin
    match failure:
        case SigningFailure.WRONG_PIN:
            pin.wrong = True
            return "pin_wrong"
        case SigningFailure.BLOCKED:
            return "pin_blocked"
        case SigningFailure.NOT_A_SIGNER:
            pin.problem = "contact.notsigner"
        case SigningFailure.CARD_PULLED:
            pin.problem = "contact.pulled"
        case SigningFailure.READER_GONE | SigningFailure.TIMED_OUT:
            pin.problem = "contact.silent"
    return "contact_removed"


ACTIVITIES = (identify_contact, identify_tries, identify_risk, identify_pin, identify_sign)
