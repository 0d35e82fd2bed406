"""The operations on appointments; each brings its answer, or `Failed`."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Final

from pydantic import Field, TypeAdapter

from kiosk.seu.calls import Calls, said
from kiosk.seu.models import (
    Appointment,
    AppointmentCatalogue,
    Appointments,
    Days,
    Failed,
    Hold,
    Hours,
    LookupAttempt,
    LookupSent,
)
from kiosk.seu.wire import Ask

APPOINTMENT_CATALOGUE: Final = TypeAdapter(AppointmentCatalogue)
DAYS: Final = TypeAdapter(Days)
HOURS: Final = TypeAdapter(Hours)
HOLD: Final = TypeAdapter(Hold)
APPOINTMENT: Final = TypeAdapter(Appointment)
APPOINTMENTS: Final = TypeAdapter(Appointments)
LOOKUP_SENT: Final = TypeAdapter(LookupSent)
LOOKUP_ATTEMPT: Final[TypeAdapter[LookupAttempt]] = TypeAdapter(
    Annotated[LookupAttempt, Field(discriminator="result")]
)

Phone = tuple[str, str]
"""Country code without zeros, like `34`, and national number."""


Contact = Phone | str
"""A phone, or an e-mail address."""


def contact_body(contact: Contact) -> dict[str, str]:
    """A phone or an e-mail address as the contract writes it."""
    if isinstance(contact, str):
        return {"email": contact}
    prefix, number = contact
    return {"prefix": f"00{prefix}", "number": number}


class AppointmentCalls(Calls):
    """Keys come from whoever may repeat the act after a failure."""

    async def catalogue(self) -> AppointmentCatalogue | Failed:
        """What takes an appointment, and where."""
        ask = Ask("getAppointmentCatalogue", "GET", "/v1/appointment-catalogue")
        return await self._read(ask, APPOINTMENT_CATALOGUE)

    async def days(self, procedure: str, office: str) -> Days | Failed:
        """How much room each day has, from today on."""
        return await self._read(Ask("getDays", "GET", f"/v1/appointment-days/{procedure}/{office}"), DAYS)

    async def hours(self, procedure: str, office: str, day: date) -> Hours | Failed:
        """The free hours of a day."""
        path = f"/v1/appointment-days/{procedure}/{office}/{day.isoformat()}"
        return await self._read(Ask("getHours", "GET", path), HOURS)

    async def hold(self, procedure: str, office: str, at: datetime, key: str) -> Hold | Failed:
        """Keep an hour; `slot-gone` where somebody was quicker."""
        body = said(procedure=procedure, office=office, at=at.isoformat())
        ask = Ask("holdHour", "POST", "/v1/appointment-holds", key=key, body=body, status=201)
        return await self._read(ask, HOLD)

    async def release(self, hold: str) -> Failed | None:
        """Nobody here wants that hour any more."""
        ask = Ask("releaseHold", "DELETE", f"/v1/appointment-holds/{hold}", status=204, media="")
        return await self._done(ask)

    async def book(
        self,
        citizen_session: str,
        hold: str,
        language: str,
        contact: Contact | None,
        key: str,
    ) -> Appointment | Failed:
        """Make the appointment, for the person or the phone of that session; a contact is to be reminded."""
        written_to = {"contact": contact_body(contact)} if contact else {}
        body = said(hold=hold, language=language, **written_to, reminder=contact is not None)
        ask = Ask("bookAppointment", "POST", "/v1/appointments", citizen_session, key, body, status=201)
        return await self._read(ask, APPOINTMENT)

    async def mine(self, citizen_session: str) -> Appointments | Failed:
        """What the person of that session has booked."""
        ask = Ask("getAppointments", "GET", "/v1/appointments", citizen=citizen_session)
        return await self._read(ask, APPOINTMENTS)

    async def move(self, citizen_session: str, appointment: str, hold: str, key: str) -> Appointment | Failed:
        """The same appointment at the hour that is held."""
        path = f"/v1/appointments/{appointment}/moves"
        ask = Ask("moveAppointment", "POST", path, citizen_session, key, said(hold=hold))
        return await self._read(ask, APPOINTMENT)

    async def cancel(self, citizen_session: str, appointment: str) -> Failed | None:
        """The person does not come; cancelled again is cancelled."""
        path = f"/v1/appointments/{appointment}"
        ask = Ask("cancelAppointment", "DELETE", path, citizen=citizen_session, status=204, media="")
        return await self._done(ask)

    async def send_code(self, phone: Phone, key: str) -> LookupSent | Failed:
        """Send a code to whoever has that phone."""
        body = said(phone=contact_body(phone))
        ask = Ask("sendAppointmentCode", "POST", "/v1/appointment-lookups", key=key, body=body, status=202)
        return await self._read(ask, LOOKUP_SENT)

    async def attempt(self, lookup: str, digits: str, key: str) -> LookupAttempt | Failed:
        """Is it the code that was sent? A try that is repeated under its key costs no second one."""
        path = f"/v1/appointment-lookups/{lookup}/attempts"
        ask = Ask("tryAppointmentCode", "POST", path, key=key, body=said(digits=digits))
        return await self._read(ask, LOOKUP_ATTEMPT)
