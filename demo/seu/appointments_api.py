"""The operations on appointments, under the names that the contract gives them."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

from fastapi import Depends, FastAPI, Header, Request
from pydantic import Field, model_validator

from demo.seu import received
from demo.seu.appointments import Contact, Person
from demo.seu.appointments_mail import News
from demo.seu.appointments_town import appointment_catalogue
from demo.seu.problems import Kind, Problem

if TYPE_CHECKING:
    from demo.seu.api import TownHall

Json = dict[str, object]
Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{16,64}$")]


class HoldWanted(received.Received):
    procedure: received.Word
    office: received.Word
    at: received.Instant


class AppointmentWanted(received.Received):
    hold: Id
    language: received.Language
    contact: received.Phone | received.Email | None = None
    reminder: bool

    @model_validator(mode="before")
    @classmethod
    def _no_null(cls, given: object) -> object:
        return received.without_nulls(given, "contact")

    @model_validator(mode="after")
    def _a_reminder_goes_somewhere(self) -> AppointmentWanted:
        if self.reminder and self.contact is None:
            raise ValueError("somewhere for the reminder")
        return self

    def written_to(self) -> Contact:
        match self.contact:
            case received.Phone(prefix=prefix, number=number):
                phone, email = f"{prefix} {number}", ""
            case received.Email(email=address):
                phone, email = "", address
            case None:
                phone = email = ""
        return Contact(phone, email, self.reminder, self.language)


class MoveWanted(received.Received):
    hold: Id


class LookupWanted(received.Received):
    phone: received.Phone


def _person(request: Request, citizen_session: Annotated[str, Header()] = "") -> Person:
    hall: TownHall = request.app.state.hall
    phone = hall.appointment_codes.phone(citizen_session)
    if phone is not None:
        return Person(phone=phone)
    session = hall.identity.session(citizen_session)
    return Person(session.resident.id, session.phone, session.assurance)


def _anybody(request: Request, citizen_session: Annotated[str, Header()] = "") -> Person:
    return _person(request, citizen_session) if citizen_session else Person()


Somebody = Annotated[Person, Depends(_person)]
Whoever = Annotated[Person, Depends(_anybody)]


def add_appointments(app: FastAPI, hall: TownHall) -> None:
    """The contract's operations, on `app`."""
    diary, codes, post = hall.appointments, hall.appointment_codes, hall.appointment_post

    of_one_day = "/v1/appointment-days/{procedure}/{office}"

    @app.get("/v1/appointment-catalogue")
    def get_appointment_catalogue() -> Json:
        return appointment_catalogue(diary.dials.withdrawn)

    @app.get(of_one_day)
    def get_days(procedure: received.Word, office: received.Word) -> Json:
        return diary.days(procedure, office)

    @app.get(of_one_day + "/{day}")
    def get_hours(procedure: received.Word, office: received.Word, day: received.Day) -> Json:
        return diary.hours(procedure, office, date.fromisoformat(day))

    @app.post("/v1/appointment-holds", status_code=201)
    def hold_hour(body: HoldWanted) -> Json:
        at = datetime.fromisoformat(body.at.upper().replace("Z", "+00:00"))
        try:
            return diary.hold(body.procedure, body.office, at)
        except OverflowError:  # an instant in the first or the last hours of time
            raise Problem(Kind.SLOT_GONE) from None

    @app.delete("/v1/appointment-holds/{hold}", status_code=204)
    def release_hold(hold: Id) -> None:
        diary.release(hold)

    @app.get("/v1/appointments")
    def get_appointments(who: Somebody) -> Json:
        return diary.of(who)

    @app.post("/v1/appointments", status_code=201)
    def book_appointment(who: Somebody, body: AppointmentWanted) -> Json:
        made = diary.book(body.hold, who, body.written_to())
        post.tell(str(made["appointment"]), News.BOOKED)
        return made

    @app.delete("/v1/appointments/{appointment}", status_code=204)
    def cancel_appointment(who: Somebody, appointment: Id) -> None:
        if diary.cancel(appointment, who):
            post.tell(appointment, News.CANCELLED)

    @app.post("/v1/appointments/{appointment}/moves")
    def move_appointment(who: Somebody, appointment: Id, body: MoveWanted) -> Json:
        moved = diary.move(appointment, body.hold, who)
        post.tell(appointment, News.MOVED)
        return moved

    @app.post("/v1/appointment-lookups", status_code=202)
    def send_appointment_code(body: LookupWanted) -> Json:
        return codes.send(body.phone.prefix, body.phone.number)

    @app.post("/v1/appointment-lookups/{lookup}/attempts")
    def try_appointment_code(lookup: Id, body: received.Attempt) -> Json:
        return codes.attempt(lookup, body.digits)
