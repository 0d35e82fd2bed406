"""The states of identification, and what typing does in them."""

from __future__ import annotations

from statemachine import State

from kiosk.services.identify.mrz_states import MrzStates, forget_lines, lines_are_whole
from kiosk.services.identify.pin_states import SignatureStates
from kiosk.services.identify.typed_phone import TypedPhone, types_phone
from kiosk.session import Session
from kiosk.seu.models import ProofName

CAN_DIGITS = 6
CODES = (ProofName.IDCAT_MOBIL_CODE, ProofName.CARD_PLUS_MUNICIPAL_CODE)
"""Proofs by a code that is sent to a phone."""


def type_can(model: Session, data: str) -> None:
    """One more digit of the CAN."""
    model.identity.can_wrong = False
    _type(model, data, CAN_DIGITS)


def registered(model: Session) -> TypedPhone:
    """The phone that the seu knows."""
    return model.identity.phone


def phone_is_bad(model: Session) -> bool:
    """Whole, but no phone of any country."""
    return not registered(model).possible


def type_code(model: Session, data: str) -> None:
    """One more digit of the one-time code."""
    model.identity.code_notice = ""
    _type(model, data, model.identity.code.digits if model.identity.code else 0)


def _type(model: Session, data: str, most: int) -> None:
    if data.isdigit() and len(data) == 1 and len(model.identity.typed) < most:
        model.identity.typed += data


def correct(model: Session) -> None:
    """Take the last digit back."""
    model.identity.typed = model.identity.typed[:-1]


def clear(model: Session) -> None:
    """Begin again."""
    model.identity.typed = ""


def can_complete(model: Session) -> bool:
    """All six digits are there."""
    return len(model.identity.typed) == CAN_DIGITS


def code_complete(model: Session) -> bool:
    """All digits of the code are there."""
    return model.identity.code is not None and len(model.identity.typed) == model.identity.code.digits


def may_resend(model: Session) -> bool:
    """The seu asks for a pause between two codes."""
    return model.identity.resend_in == 0


def choose_proof(model: Session, data: str) -> None:
    """Remember the proof that the person can give."""
    model.identity.proof = ProofName(data)


def signs(data: str) -> bool:
    """The card itself signs, with its PIN."""
    return data == ProofName.DNIE_PIN


def sends_code(model: Session, data: str) -> bool:
    """A code is sent to a phone, and the seu knows for whom."""
    return data in CODES and model.identity.evidenced


def needs_document(model: Session, data: str) -> bool:
    """A code is sent to a phone, once the document says whose."""
    return data in CODES and not model.identity.evidenced


def only_signature(model: Session) -> bool:
    """The only proof is a signature."""
    return model.identity.proofs == (ProofName.DNIE_PIN,)


def only_code(model: Session) -> bool:
    """The only proof is a code, so there is nothing to choose."""
    return len(model.identity.proofs) == 1 and not only_signature(model) and model.identity.evidenced


def only_code_of_document(model: Session) -> bool:
    """The only proof is a code, and the document has to say to whom."""
    return len(model.identity.proofs) == 1 and not only_signature(model) and not model.identity.evidenced


def several_proofs(model: Session) -> bool:
    """There is something to choose."""
    return len(model.identity.proofs) > 1


def asked_inside(model: Session) -> bool:
    """A service asked who the person is, not the menu."""
    return bool(model.identity.asked_from)


def asked_for_more(model: Session) -> bool:
    """The person is known, and was asked for more in the middle of a service."""
    return bool(model.identity.asked_from) and model.identity.proven is not None


class IdentifyStates(State.Compound):
    """From the document on the reader to a proof that the seu accepts."""

    identify_card = State(initial=True)
    identify_can = State()
    identify_mrz = MrzStates
    identify_reading = State()
    identify_ask = State()
    identify_step_up = State()
    identify_proof = State()
    identify_signature = SignatureStates
    identify_phone = State()
    identify_send = State()
    identify_code = State()
    identify_check = State()
    identify_done = State()

    identify_card.to(identify_can, event="card_present")

    identify_can.to(None, event="digit", on=type_can)
    identify_can.to(None, event="correct", on=correct)
    identify_can.to(None, event="clear", on=clear)
    identify_can.to(identify_reading, event="send_can", cond=can_complete, on=forget_lines)
    identify_can.to(identify_reading, event="mrz_scanned")
    identify_can.to(identify_mrz, event="no_can")
    identify_can.to(identify_card, event="card_removed back")

    identify_mrz.to(identify_reading, event="mrz_scanned")
    identify_mrz.to(identify_card, event="card_removed")
    identify_mrz.identify_mrz_number.to(identify_can, event="back")
    identify_mrz.identify_mrz_expiry.to(identify_reading, event="send_expiry", cond=lines_are_whole)

    identify_reading.to(identify_ask, event="document_read")
    identify_reading.to(identify_can, event="can_wrong")
    identify_reading.to(identify_mrz, event="mrz_wrong can_not_taken")
    identify_reading.to(identify_card, event="card_pulled not_a_document two_cards stop_reading back")

    identify_ask.to(identify_phone, event="proofs_known", cond=only_code)
    identify_ask.to(identify_signature, event="proofs_known", cond=only_signature)
    identify_ask.to(identify_proof, event="proofs_known", cond=several_proofs)

    identify_step_up.to(identify_card, event="proofs_known", cond=only_code_of_document)
    identify_step_up.to(identify_signature, event="proofs_known", cond=only_signature)
    identify_step_up.to(identify_proof, event="proofs_known", cond=several_proofs)

    identify_proof.to(identify_phone, event="choose_proof", cond=sends_code, on=choose_proof)
    identify_proof.to(identify_card, event="choose_proof", cond=needs_document, on=choose_proof)
    identify_proof.to(identify_signature, event="choose_proof", cond=signs, on=choose_proof)
    identify_proof.to(identify_card, event="back", unless=asked_for_more)

    identify_card.to(identify_signature, event="signer_present")
    identify_signature.to(identify_proof, event="back no_pin", cond=several_proofs)
    identify_signature.to(identify_card, event="back", unless=[several_proofs, asked_for_more])
    identify_signature.identify_sign.to(identify_done, event="signature_accepted")

    types_phone(identify_phone, registered, phone_is_bad)
    identify_phone.to(identify_send, event="send_phone", unless=phone_is_bad)
    identify_phone.to(identify_proof, event="back", cond=several_proofs)
    identify_phone.to(identify_card, event="back", unless=several_proofs)

    identify_send.to(identify_code, event="code_sent")

    identify_code.to(None, event="digit", on=type_code)
    identify_code.to(None, event="correct", on=correct)
    identify_code.to(None, event="clear", on=clear)
    identify_code.to(identify_send, event="resend", cond=may_resend)
    identify_code.to(identify_check, event="send_code", cond=code_complete)
    identify_code.to(identify_phone, event="back")

    identify_check.to(identify_done, event="code_accepted")
    identify_check.to(identify_step_up, event="code_too_weak")
    identify_check.to(identify_code, event="code_wrong code_expired")
