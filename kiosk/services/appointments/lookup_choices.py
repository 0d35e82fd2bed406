"""What typing and choosing do on the way to a code and to what one has booked: guards and callbacks."""

from __future__ import annotations

from kiosk.services.appointments.choices import look_anew
from kiosk.services.appointments.memory import Act, Appointments, Paper
from kiosk.services.identify.typed_phone import TypedPhone
from kiosk.session import Session
from kiosk.seu.models import Assurance


def looked_up(model: Session) -> TypedPhone:
    """The phone to which a code goes."""
    return model.appointments.lookup.phone


def looked_up_is_bad(model: Session) -> bool:
    """Whole, but no phone of any country."""
    return not looked_up(model).possible


def begin_for_order(model: Session) -> None:
    """The code says with whose phone it is booked."""
    model.appointments.lookup.for_order = True


def begin_for_own(model: Session) -> None:
    """The code opens what one has booked."""
    model.appointments.lookup.for_order = False


def is_for_order(model: Session) -> bool:
    """An hour is to be booked with that phone."""
    return model.appointments.lookup.for_order


def new_lookup(model: Session) -> None:
    """A phone that is sent is a code asked anew."""
    model.appointments.lookup.key = ""


def type_code(model: Session, data: str) -> None:
    """One more digit of the code."""
    lookup = model.appointments.lookup
    lookup.notice = ""
    most = lookup.sent.digits if lookup.sent else 0
    if data.isdigit() and len(data) == 1 and len(lookup.typed) < most:
        lookup.typed += data


def correct_code(model: Session) -> None:
    """Take the last digit back."""
    model.appointments.lookup.typed = model.appointments.lookup.typed[:-1]


def clear_code(model: Session) -> None:
    """Begin the code again."""
    model.appointments.lookup.typed = ""


def code_is_whole(model: Session) -> bool:
    """All its digits are there."""
    lookup = model.appointments.lookup
    return lookup.sent is not None and len(lookup.typed) == lookup.sent.digits


def may_send_again(model: Session) -> bool:
    """The seu asks for a pause between two codes."""
    return model.appointments.lookup.resend_in == 0


def is_known(model: Session) -> bool:
    """Who it is was shown already, by a document or a code."""
    return has_shown_document(model) or has_shown_phone(model)


def has_shown_document(model: Session) -> bool:
    """The seu knows who it is."""
    return model.identity.proven is not None


def has_shown_phone(model: Session) -> bool:
    """They typed a code that came to it."""
    return bool(model.appointments.lookup.session)


def booking_session(model: Session) -> str:
    """The token with which an hour is booked: a document says more than a phone."""
    proven = model.identity.proven
    return proven.citizen_session if proven else model.appointments.lookup.session


def session_of(model: Session) -> str:
    """The token behind which one's appointments are; empty where nobody has shown who they are."""
    return booking_session(model) if looks_by_document(model) else model.appointments.lookup.session


def looks_by_document(model: Session) -> bool:
    """What was booked in one's name is looked for, and not what was booked with a phone."""
    lookup = model.appointments.lookup
    return has_shown_document(model) and (lookup.by_document or not lookup.session)


def look_by_document(model: Session) -> None:
    """From now on, once it was shown."""
    model.appointments.lookup.by_document = True


def look_by_phone(model: Session) -> None:
    """From now on."""
    model.appointments.lookup.by_document = False


def by_code(model: Session) -> Assurance:
    """What seeing one's appointments asks for: as much as a code is worth."""
    return Assurance.LOW


def is_mine(model: Session, data: str) -> bool:
    """One of those that the seu listed."""
    return any(one.appointment == data for one in model.appointments.mine)


def choose_mine(model: Session, data: str) -> None:
    """One of them, to be moved, cancelled or printed."""
    memory = model.appointments
    memory.made = next(one for one in memory.mine if one.appointment == data)
    memory.act, memory.key = Act.BOOK, ""


def is_only_one(model: Session) -> bool:
    """There is nothing to choose."""
    return len(model.appointments.mine) == 1


def choose_only_one(model: Session) -> None:
    """It is looked at without being asked for."""
    choose_mine(model, model.appointments.mine[0].appointment)


def is_still_offered(model: Session) -> bool:
    """Its procedure and office are in the catalogue, so there are hours to choose from."""
    memory = model.appointments
    if memory.made is None or memory.catalogue is None:
        return False
    its = memory.catalogue.procedure(memory.made.procedure), memory.catalogue.office(memory.made.office)
    return None not in its


def begin_move(model: Session) -> None:
    """Its calendar, for another hour."""
    memory = model.appointments
    assert memory.made is not None
    assert memory.catalogue is not None
    memory.procedure = memory.catalogue.procedure(memory.made.procedure)
    memory.office = memory.catalogue.office(memory.made.office)
    memory.act, memory.key = Act.MOVE, ""
    look_anew(memory)


def begin_cancel(model: Session) -> None:
    """It is asked whether they are sure."""
    model.appointments.act, model.appointments.key = Act.CANCEL, ""


def begin_print(model: Session) -> None:
    """The paper of one that there is already."""
    memory: Appointments = model.appointments
    memory.act, memory.paper = Act.BOOK, Paper.PRINTING
