"""Hours that are free, held and booked, and the phones with which somebody books and finds them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, AwareDatetime, Field, StringConstraints
from pydantic_core import PydanticCustomError

from kiosk.seu.models.answer import Answer, Secret
from kiosk.seu.models.identity import Assurance, Refused, Wrong
from kiosk.seu.terms import Id, NotNegative, Positive, Text, Word, Words


class ProcedureGroup(Answer):
    """Procedures that belong together."""

    id: Word
    name: Words


class BookableProcedure(Answer):
    """Something that is done with an appointment."""

    id: Word
    group: Word
    name: Words
    identity: Assurance | None
    """What a person has to have shown; None asks for a code to a phone and nothing else."""
    minutes: Positive
    offices: Annotated[tuple[Word, ...], Field(min_length=1)]
    bring: tuple[Words, ...]
    """One thing each, as it goes on in the middle of a sentence."""
    words: tuple[Text, ...]
    """Others by which people look for it, in any language."""


class AppointmentOffice(Answer):
    """Where one is expected."""

    id: Word
    name: Words
    address: Text


class AppointmentCatalogue(Answer):
    """All that takes an appointment, in the order in which it is shown."""

    groups: tuple[ProcedureGroup, ...]
    procedures: tuple[BookableProcedure, ...]
    offices: tuple[AppointmentOffice, ...]
    lapse_minutes: NotNegative
    """How long after its hour an appointment is still kept."""

    def procedure(self, name: str) -> BookableProcedure | None:
        """The procedure of that name, while it is offered."""
        return next((procedure for procedure in self.procedures if procedure.id == name), None)

    def office(self, name: str) -> AppointmentOffice | None:
        """The office of that name."""
        return next((office for office in self.offices if office.id == name), None)


class CalendarDay(Answer):
    """One day of an office."""

    day: date
    state: Literal["open", "full", "closed"]
    free: NotNegative
    because: Words | None = None
    """Why it is closed, where that has a name."""


def _room_where_open(days: tuple[CalendarDay, ...]) -> tuple[CalendarDay, ...]:
    if any((day.state == "open") != (day.free > 0) for day in days):
        raise PydanticCustomError("room", "an open day without room, or room on another")
    return days


class Days(Answer):
    """From today on, one day after another."""

    today: date
    """By the seu's clock; the kiosk's own may be wrong."""
    days: Annotated[tuple[CalendarDay, ...], AfterValidator(_room_where_open)]


class Hours(Answer):
    """The hours of a day that are free now, each in the office's own offset."""

    day: date
    hours: tuple[AwareDatetime, ...]


class Hold(Answer):
    """An hour that is kept for whoever stands here."""

    hold: Id
    at: AwareDatetime
    expires_in_seconds: Positive


class Appointment(Secret, extra="forbid"):
    """An hour that is booked. Nobody's name is on it."""

    appointment: Id
    code: Id
    """What is scanned on arrival; see `kiosk.services.appointments.code`."""
    number: Annotated[str, StringConstraints(pattern=r"^[0-9A-Z]{4}-[0-9A-Z]{4}$")]
    procedure: Word
    office: Word
    at: AwareDatetime


class Appointments(Secret, extra="forbid"):
    """What a person has booked, the next one first."""

    appointments: tuple[Appointment, ...]


class LookupSent(Secret, extra="forbid"):
    """Whoever has that phone gets a code."""

    lookup: Id
    phone_hint: Annotated[str, StringConstraints(pattern=r"^[^0-9]*(?:[0-9][^0-9]*){0,3}$", max_length=30)]
    digits: Annotated[int, Field(ge=4, le=8)]
    valid_seconds: Annotated[int, Field(ge=30)]
    resend_after_seconds: NotNegative
    tries: Positive


class LookupAccepted(Secret, extra="forbid"):
    """The code was right: a session that opens appointments alone."""

    result: Literal["accepted"]
    citizen_session: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{22,128}$")]
    expires_at: AwareDatetime


LookupAttempt = LookupAccepted | Wrong | Refused
