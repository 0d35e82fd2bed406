"""An appointment in words: its procedure, place, day and hour, and what to bring."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from kiosk.services.appointments.memory import Appointments
from kiosk.seu.models import Appointment, in_language
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


def hour_of(words: Words, at: datetime, hours: Iterable[datetime]) -> str:
    """An hour of the office's own clock; one that comes twice in these says which of the two it is.

    That happens where summer time ends: the first of the two is the one before.
    """
    alike = [other for other in hours if f"{other:%H:%M}" == f"{at:%H:%M}"]
    if len(alike) < 2:
        return words.hour(at)
    return words("appt.hour.first" if at == min(alike) else "appt.hour.second", hour=words.hour(at))


def facts(memory: Appointments, words: Words, one: Appointment | None) -> tuple[Choice, ...]:
    """What is known of an appointment, a line each: what stands before it, and it."""
    if one is None:
        return ()
    return (
        _fact("procedure", words("paper.appointment.what"), procedure_name(memory, words, one.procedure)),
        *when_and_where(memory, words, one.at, one.office),
        _fact("number", words("paper.appointment.number"), one.number),
    )


def when_and_where(memory: Appointments, words: Words, at: datetime, office: str) -> tuple[Choice, ...]:
    """Day, hour and place, a line each."""
    return (
        _fact("day", words("appt.day"), words.day_and_year(at)),
        _fact("hour", words("appt.hour.label"), words.hour_said(at)),
        _fact("place", words("paper.appointment.where"), place_name(memory, words, office)),
    )


def _fact(id_: str, label: str, text: str) -> Choice:
    return Choice(id=id_, title=label, about=text)
