"""Every operation on appointments, as a kiosk comes upon it."""

from __future__ import annotations

from kiosk.seu.calls import new_key
from kiosk.seu.client import Seu
from kiosk.seu.models import (
    Appointment,
    AppointmentCatalogue,
    Appointments,
    Days,
    Failed,
    FailureKind,
    Hold,
    Hours,
    LookupAccepted,
    LookupSent,
    Wrong,
)
from tests.contract.town import RESIDENTS, Town

PHONE = ("34", RESIDENTS["maria"]["idcat_phone"])


async def the_way_of_an_appointment(seu: Seu, town: Town) -> None:
    """It is booked and found by its phone, moved and cancelled; and an hour is given back."""
    diary = seu.appointments
    catalogue = await diary.catalogue()
    assert isinstance(catalogue, AppointmentCatalogue)
    procedure = catalogue.procedures[0]
    place = procedure.id, procedure.offices[0]
    days = await diary.days(*place)
    assert isinstance(days, Days)
    hours = await diary.hours(*place, next(day.day for day in days.days if day.free > 2))
    assert isinstance(hours, Hours)
    first, second, third = [await diary.hold(*place, at, new_key()) for at in hours.hours[:3]]
    assert isinstance(first, Hold)
    assert isinstance(second, Hold)
    assert isinstance(third, Hold)
    taken = await diary.hold(*place, hours.hours[0], new_key())
    assert taken == Failed(FailureKind.REFUSED, "slot-gone")
    assert await diary.release(third.hold) is None

    nobodys = await diary.book("", first.hold, "ca", PHONE, new_key())
    assert nobodys == Failed(FailureKind.REFUSED, "session-ended")
    sent = await diary.send_code(PHONE, new_key())
    assert isinstance(sent, LookupSent)
    digits = town.sms()["code"]
    wrong = await diary.attempt(sent.lookup, f"{(int(digits) + 1) % 10**6:06}", new_key())
    assert isinstance(wrong, Wrong)
    accepted = await diary.attempt(sent.lookup, digits, new_key())
    assert isinstance(accepted, LookupAccepted)
    session = accepted.citizen_session
    made = await diary.book(session, first.hold, "ca", PHONE, new_key())
    assert isinstance(made, Appointment)
    assert made.at == hours.hours[0]
    twice = await diary.book(session, second.hold, "ca", PHONE, new_key())
    assert twice == Failed(FailureKind.REFUSED, "already-booked")
    assert await diary.mine(session) == Appointments(appointments=(made,))
    moved = await diary.move(session, made.appointment, second.hold, new_key())
    assert isinstance(moved, Appointment)
    assert moved == made.model_copy(update={"at": hours.hours[1]})
    assert await diary.cancel(session, made.appointment) is None
    assert await diary.mine(session) == Appointments(appointments=())
    assert await seu.leave(session) is None
    assert await diary.mine(session) == Failed(FailureKind.REFUSED, "session-ended")
