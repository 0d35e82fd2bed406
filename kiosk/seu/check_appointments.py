"""What `kiosk seu check` asks of appointments: hours are listed and kept, and nobody books unseen."""

from __future__ import annotations

from secrets import token_urlsafe
from typing import Final

from kiosk.seu.appointments_calls import (
    APPOINTMENT_CATALOGUE,
    DAYS,
    HOLD,
    HOURS,
    LOOKUP_ATTEMPT,
    LOOKUP_SENT,
)
from kiosk.seu.calls import new_key, said
from kiosk.seu.examiner import CANARY, Examiner, Seen
from kiosk.seu.models import BookableProcedure, LookupAccepted

HOLDS: Final = "/v1/appointment-holds"
LOOKUPS: Final = "/v1/appointment-lookups"
APPOINTMENTS: Final = "/v1/appointments"
# Nobody has these phones: Ofcom keeps them for films.
_PHONES: Final = (
    {"prefix": "0044", "number": "7700900158"},
    {"prefix": "0044", "number": "7700900271"},
)
_NO_HOUR: Final = "2001-01-01T09:00:00+01:00"


async def appointments(examiner: Examiner, *, acts: bool) -> None:
    """With `acts` an hour is held and given back, and codes are sent to two phones of nobody, and tried."""
    listed = await examiner.call("getAppointmentCatalogue", "GET", "/v1/appointment-catalogue")
    catalogue = examiner.good(listed, 200, APPOINTMENT_CATALOGUE)
    await _nowhere(examiner)
    await _closed(examiner)
    if catalogue is not None and catalogue.procedures:
        await _hours(examiner, catalogue.procedures[0], acts)
    if acts:
        await _codes(examiner)


async def _nowhere(examiner: Examiner) -> None:
    """What the catalogue does not have, and what does not keep the contract."""
    no_days = await examiner.call("getDays of no procedure", "GET", f"/v1/appointment-days/{CANARY}/{CANARY}")
    examiner.refused(no_days, "not-found")
    unknown = said(procedure=CANARY, office=CANARY, at=_NO_HOUR)
    examiner.refused(await _post(examiner, "holdHour of no procedure", HOLDS, unknown), "not-offered")
    zoneless = said(procedure="any", office="any", at=_NO_HOUR[:19])
    examiner.refused(await _post(examiner, "holdHour without a zone", HOLDS, zoneless), "request-not-valid")
    examiner.done(await examiner.call("releaseHold of nobody", "DELETE", f"{HOLDS}/{token_urlsafe(16)}"))
    attempts = f"{LOOKUPS}/{token_urlsafe(16)}/attempts"
    examiner.refused(
        await _post(examiner, "tryAppointmentCode of no code", attempts, said(digits="000000")), "not-found"
    )


async def _closed(examiner: Examiner) -> None:
    """Without a session nothing is booked, and nobody's appointment is seen, moved or cancelled."""
    somebodys = f"{APPOINTMENTS}/{token_urlsafe(16)}"
    order = said(hold=token_urlsafe(16), language="ca", contact=_PHONES[0], reminder=False)
    for operation, method, path, body in (
        ("bookAppointment", "POST", APPOINTMENTS, order),
        ("getAppointments", "GET", APPOINTMENTS, None),
        ("moveAppointment", "POST", f"{somebodys}/moves", said(hold=token_urlsafe(16))),
        ("cancelAppointment", "DELETE", somebodys, None),
    ):
        for whose, session in (("without a session", ""), ("in a session of nobody", token_urlsafe(32))):
            headers = {"Citizen_Session": session} if session else {}
            headers |= {"Idempotency_Key": new_key()} if method == "POST" else {}
            seen = await examiner.call(f"{operation} {whose}", method, path, body, **headers)
            examiner.refused(seen, "session-ended")


async def _hours(examiner: Examiner, procedure: BookableProcedure, acts: bool) -> None:
    place = f"/v1/appointment-days/{procedure.id}/{procedure.offices[0]}"
    days = examiner.good(await examiner.call("getDays", "GET", place), 200, DAYS)
    no_day = await examiner.call("getHours of no day", "GET", f"{place}/2026-02-30")
    examiner.refused(no_day, "request-not-valid")
    if days is None:
        return
    if not days.days or days.days[0].day != days.today:
        examiner.found("getDays", "the first day is not today")
    day = next((day for day in days.days if day.free), None)
    if day is None:
        return
    seen = await examiner.call("getHours", "GET", f"{place}/{day.day.isoformat()}")
    hours = examiner.good(seen, 200, HOURS)
    if hours is None or not hours.hours:
        return
    if any(at.date() != day.day for at in hours.hours) or sorted(hours.hours) != list(hours.hours):
        examiner.found("getHours", "hours of another day, or out of order")
    if acts:
        wanted = said(procedure=procedure.id, office=procedure.offices[0], at=hours.hours[-1].isoformat())
        await _hold(examiner, wanted)


async def _hold(examiner: Examiner, wanted: bytes) -> None:
    key = new_key()
    first = await examiner.call("holdHour", "POST", HOLDS, wanted, Idempotency_Key=key)
    hold = examiner.good(first, 201, HOLD)
    again = await examiner.call("holdHour again", "POST", HOLDS, wanted, Idempotency_Key=key)
    examiner.same(first, again)
    examiner.refused(await _post(examiner, "holdHour of a held one", HOLDS, wanted), "slot-gone")
    if hold is not None:
        path = f"{HOLDS}/{hold.hold}"
        examiner.done(await examiner.call("releaseHold", "DELETE", path))
        examiner.done(await examiner.call("releaseHold twice", "DELETE", path))
        freed = examiner.good(await _post(examiner, "holdHour of a freed one", HOLDS, wanted), 201, HOLD)
        if freed is not None:
            examiner.done(await examiner.call("releaseHold at last", "DELETE", f"{HOLDS}/{freed.hold}"))


async def _codes(examiner: Examiner) -> None:
    for phone in _PHONES:
        sent = await _post(examiner, "sendAppointmentCode", LOOKUPS, said(phone=phone))
        lookup = examiner.good(sent, 202, LOOKUP_SENT)
        if lookup is None:
            continue
        attempts = f"{LOOKUPS}/{lookup.lookup}/attempts"
        tried = await _post(examiner, "tryAppointmentCode", attempts, said(digits="0" * lookup.digits))
        answer = examiner.good(tried, 200, LOOKUP_ATTEMPT)
        if isinstance(answer, LookupAccepted):
            examiner.found("tryAppointmentCode", "a phone of nobody was accepted")


async def _post(examiner: Examiner, case: str, path: str, body: bytes) -> Seen | None:
    return await examiner.call(case, "POST", path, body, Idempotency_Key=new_key())
