"""The states in which a person signs with their own card and its PIN, and what typing does in them."""

from __future__ import annotations

from statemachine import State

from kiosk.services.identify.pin import KEYS, LEAST
from kiosk.session import Session


def type_character(model: Session, data: str) -> None:
    """One more character of the PIN."""
    model.identity.pin.wrong = False
    model.identity.pin.type(data)


def correct_pin(model: Session) -> None:
    """Take the last character back."""
    model.identity.pin.correct()


def clear_pin(model: Session) -> None:
    """Begin the PIN again."""
    model.identity.pin.wipe()


def change_keys(model: Session) -> None:
    """From small letters to capitals, to signs, and back."""
    pin = model.identity.pin
    pin.layer = (pin.layer + 1) % len(KEYS)


def insist(model: Session) -> None:
    """It may be the last try, and the person knows."""
    model.identity.pin.insists = True


def pin_complete(model: Session) -> bool:
    """As long as a PIN is at least."""
    return model.identity.pin.count >= LEAST


class SignatureStates(State.Compound):
    """The card in its slot, how many tries are left, the PIN, and the signature."""

    identify_contact = State(initial=True)
    identify_tries = State()
    identify_risk = State()
    identify_pin = State()
    identify_sign = State()

    identify_contact.to(identify_tries, event="contact_present")

    identify_tries.to(identify_pin, event="tries_enough")
    identify_tries.to(identify_risk, event="tries_few")
    identify_tries.to(identify_contact, event="contact_removed")

    identify_risk.to(identify_pin, event="insist", on=insist)
    identify_risk.to(identify_contact, event="contact_removed")

    identify_pin.to(None, event="character", on=type_character)
    identify_pin.to(None, event="correct", on=correct_pin)
    identify_pin.to(None, event="clear", on=clear_pin)
    identify_pin.to(None, event="change_keys", on=change_keys)
    identify_pin.to(identify_sign, event="send_pin", cond=pin_complete)
    identify_pin.to(identify_contact, event="contact_removed", on=clear_pin)

    identify_sign.to(identify_tries, event="pin_wrong")
    identify_sign.to(identify_contact, event="contact_removed")
