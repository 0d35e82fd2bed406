"""An appointment in words: its procedure, place, day and hour, and what to bring."""

from __future__ import annotations

from datetime import datetime

from kiosk.house import House
from kiosk.services.appointments.memory import Appointments
from kiosk.session import Session
from kiosk.seu.models import in_language
from screens.i18n.words import Words
from screens.view import Choice


def procedure_name(memory: Appointments, words: Words, procedure: str) -> str:
    """What it is for; a procedure that was withdrawn since has no name any more."""
    known = memory.catalogue.procedure(procedure) if memory.catalogue else None
    return in_language(known.name, words.language) if known else words("appt.any")


def place_name(memory: Appointments, words: Words, office: str) -> str:
    """The office with its address."""
    known = memory.catalogue.office(office) if memory.catalogue else None
    return (
        f"{in_language(known.name, words.language)}, {known.address}" if known else words("appt.office.any")
    )


def bring(memory: Appointments, words: Words, procedure: str) -> str:
    """What to bring, as it goes on in the middle of a sentence; empty for nothing."""
    known = memory.catalogue.procedure(procedure) if memory.catalogue else None
    return words.joined([in_language(thing, words.language) for thing in known.bring]) if known else ""


def late(memory: Appointments, words: Words) -> str:
    """From when on whoever is late has lost it."""
    return words("appt.late", n=memory.catalogue.lapse_minutes) if memory.catalogue else ""


def hour_of(words: Words, at: datetime, house: House, *, alone: bool = False) -> str:
    """An hour of the office's own clock; one that the town's clocks show twice that night says which it is.

    `alone` is without the sign that it is an hour, as among others.
    """
    zone = house.clock.now().tzinfo
    before, after = (at.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    hour = words.hour(at) if alone else words.hour_said(at)
    if before is None or after is None or before <= after:
        return hour
    return words("appt.hour.first" if at.utcoffset() == before else "appt.hour.second", hour=hour)


def moved_facts(
    session: Session, house: House, words: Words, before: datetime, after: datetime, office: str
) -> tuple[Choice, ...]:
    """The hour that it had, the one that it has instead, and the place."""
    return (
        _fact("before", words("appt.before"), _day_and_hour(house, words, before)),
        _fact("after", words("appt.after"), _day_and_hour(house, words, after)),
        _place(session, words, office),
    )


def _day_and_hour(house: House, words: Words, at: datetime) -> str:
    return words("appt.list.when", day=words.day_and_year(at), hour=hour_of(words, at, house))


def facts(session: Session, house: House, words: Words) -> tuple[Choice, ...]:
    """What is known of the appointment, a line each: what stands before it, and it."""
    memory, one = session.appointments, session.appointments.made
    if one is None:
        return ()
    return (
        _fact("procedure", words("paper.appointment.what"), procedure_name(memory, words, one.procedure)),
        *(
            moved_facts(session, house, words, memory.moved_from, one.at, one.office)
            if memory.moving and memory.moved_from
            else when_and_where(session, house, words, one.at, one.office)
        ),
        _fact("number", words("paper.appointment.number"), one.number),
    )


def when_and_where(
    session: Session, house: House, words: Words, at: datetime, office: str
) -> tuple[Choice, ...]:
    """Day, hour and place, a line each."""
    return (
        _fact("day", words("appt.day"), words.day_and_year(at)),
        _fact("hour", words("appt.hour.label"), hour_of(words, at, house)),
        _place(session, words, office),
    )


def _place(session: Session, words: Words, office: str) -> Choice:
    return _fact("place", words("paper.appointment.where"), place_name(session.appointments, words, office))


def _fact(id_: str, label: str, text: str) -> Choice:
    return Choice(id=id_, title=label, about=text)
