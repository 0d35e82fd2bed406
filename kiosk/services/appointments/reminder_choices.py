"""What choosing and typing do where somebody says how they are to be reminded: guards and callbacks."""

from __future__ import annotations

from kiosk.services.appointments.address import ENDINGS, LONGEST, Slip, TypedAddress, read
from kiosk.services.appointments.memory import Reminder
from kiosk.services.identify.typed_phone import TypedPhone
from kiosk.session import Session


def contact(model: Session) -> TypedPhone:
    """The phone to which the seu writes."""
    return model.appointments.phone


def contact_is_bad(model: Session) -> bool:
    """Whole, but no phone of any country."""
    return not contact(model).possible


def wants_sms(data: str) -> bool:
    """A message to a phone."""
    return data == Reminder.SMS


def wants_email(data: str) -> bool:
    """A message to an address."""
    return data == Reminder.EMAIL


def wants_none(data: str) -> bool:
    """No message."""
    return data == Reminder.NONE


def by_sms(model: Session) -> None:
    """To the phone that was typed; another contact is another order."""
    model.appointments.reminder, model.appointments.key = Reminder.SMS, ""


def by_email(model: Session) -> None:
    """To the address that was typed and read."""
    model.appointments.reminder, model.appointments.key = Reminder.EMAIL, ""


def not_at_all(model: Session) -> None:
    """They will think of it."""
    model.appointments.reminder, model.appointments.key = Reminder.NONE, ""


def type_sign(model: Session, data: str) -> None:
    """One more letter or sign, or an ending that stands on a key of its own."""
    address = model.appointments.address
    address.slip = None
    is_sign = len(data) == 1 and data.isprintable() and not data.isspace()
    if (is_sign or data in ENDINGS) and len(address.text + data) <= LONGEST:
        address.text += data


def correct_sign(model: Session) -> None:
    """Take the last one back."""
    address = model.appointments.address
    address.text, address.slip = address.text[:-1], None


def clear_signs(model: Session) -> None:
    """Begin again."""
    model.appointments.address = TypedAddress()


def address_is_bad(model: Session) -> bool:
    """No e-mail can go there."""
    return isinstance(read(model.appointments.address.text), Slip)


def tell_slip(model: Session) -> None:
    """Say what is wrong with it."""
    address, answer = model.appointments.address, read(model.appointments.address.text)
    address.slip = answer if isinstance(answer, Slip) else None
