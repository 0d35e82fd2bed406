"""What the kiosk asks of the seu while an appointment is made: procedures, days, an hour, the order."""

from __future__ import annotations

import secrets

from kiosk.activity import Step
from kiosk.services.appointments.address import read
from kiosk.services.appointments.choices import WEEKS, first_monday
from kiosk.services.appointments.lookup_choices import booking_session
from kiosk.services.appointments.memory import Appointments, Held, Listed, Paper, Reminder
from kiosk.services.appointments.search_choices import know
from kiosk.services.appointments.ticket import appointment_ticket
from kiosk.services.common.activities import explain, on_paper
from kiosk.services.identify import phone
from kiosk.seu.appointments_calls import Contact
from kiosk.seu.models import Failed, FailureKind

WITHDRAWN = frozenset({"not-found", "not-offered"})
"""Problems that mean: the procedure, its office or the day is not to be had any more."""


async def appointments_ask(step: Step) -> str | None:
    """Ask the seu what takes an appointment, and show the first group that has something."""
    memory = step.session.appointments
    answer = await step.house.seu.appointments.catalogue()
    if isinstance(answer, Failed):
        return explain(step, answer, "appointments_ask")
    know(memory, answer)
    groups = [procedure.group for procedure in answer.procedures]
    if memory.group not in groups:
        memory.group = next((group.id for group in answer.groups if group.id in groups), "")
        memory.begin(Listed.TOPICS, Listed.PROCEDURES)
    return "procedures_known"


async def appointments_days(step: Step) -> str | None:
    """Ask which days have room, and for the hours of the one that is looked at, else of the first."""
    memory, looks_anew = step.session.appointments, step.session.appointments.days is None
    if looks_anew:
        step.house.let_go(step.session)
    answer = await step.house.seu.appointments.days(*_place(memory))
    if isinstance(answer, Failed):
        return _not_had(step, answer, "appointments_days")
    memory.days = answer
    free = [day.day for day in answer.days if day.state == "open"]
    if memory.day not in free:
        memory.day = next(iter(free), None)
        memory.begin(Listed.HOURS)
    memory.hours = ()
    if memory.day is None:
        return "days_known"
    if looks_anew:
        memory.weeks = (memory.day - first_monday(memory)).days // (7 * WEEKS)
    return await _see_hours(step, "appointments_days") or "days_known"


async def appointments_hours(step: Step) -> str | None:
    """Ask for the hours of another day."""
    failed = await _see_hours(step, "appointments_hours")
    if failed is None and not step.session.appointments.hours:
        step.session.appointments.notice = "appt.dayfull"
        return "day_gone"
    return failed or "hours_known"


async def _see_hours(step: Step, resume: str) -> str | None:
    memory = step.session.appointments
    if memory.day is None:
        raise RuntimeError("asked for the hours of no day")
    answer = await step.house.seu.appointments.hours(*_place(memory), memory.day)
    if isinstance(answer, Failed):
        return _not_had(step, answer, resume)
    memory.hours = answer.hours
    return None


async def appointments_hold(step: Step) -> str | None:
    """Ask for the hour; the one that was held before is given back only when this one is."""
    memory, house = step.session.appointments, step.house
    if memory.wanted is None:
        raise RuntimeError("held no hour")
    if not memory.key:
        memory.key, memory.asked_at = secrets.token_urlsafe(16), house.clock.monotonic()
    answer = await house.seu.appointments.hold(*_place(memory), memory.wanted, memory.key)
    if isinstance(answer, Failed):
        if answer.problem == "slot-gone":
            memory.key, memory.notice = "", "appt.gone"
            memory.wanted = memory.held.at if memory.held else None
            return "hour_gone"
        return _not_had(step, answer, "appointments_hold")
    house.let_go(step.session)
    memory.held = Held(answer.hold, answer.at, memory.asked_at + answer.expires_in_seconds)
    memory.key = ""
    return "hour_held"


def _place(memory: Appointments) -> tuple[str, str]:
    if memory.procedure is None or memory.office is None:
        raise RuntimeError("asked for hours of no procedure, or at no office")
    return memory.procedure.id, memory.office.id


def _not_had(step: Step, failure: Failed, resume: str) -> str:
    return "withdrawn" if failure.problem in WITHDRAWN else explain(step, failure, resume)


async def count_down(step: Step) -> str | None:
    """Say each second how long the hour is held, until it is not."""
    memory, clock = step.session.appointments, step.house.clock
    if memory.held is None:
        return None
    while (left := memory.held.ends - clock.monotonic()) > 0:
        step.refresh()
        await clock.sleep(min(1.0, left))
    return hold_has_ended(step)


def hold_has_ended(step: Step) -> str:
    """The event; the seu is told, whose clock may say otherwise."""
    step.house.let_go(step.session)
    return "hold_ended"


async def appointments_procedure(step: Step) -> str | None:
    """Whoever is back here wants another hour than the one that was held."""
    step.house.let_go(step.session)
    return None


async def appointments_day(step: Step) -> str | None:
    """An hour that was chosen is held no longer than the seu said."""
    return await count_down(step)


async def appointments_contact(step: Step) -> str | None:
    """Nor while a phone is typed to which a reminder goes."""
    return await count_down(step)


async def appointments_reminder(step: Step) -> str | None:
    """Nor while they choose how to be reminded."""
    return await count_down(step)


async def appointments_email(step: Step) -> str | None:
    """Nor while an address is typed."""
    return await count_down(step)


async def appointments_address(step: Step) -> str | None:
    """Nor while it is read."""
    return await count_down(step)


async def appointments_confirm(step: Step) -> str | None:
    """Nor while it is thought over."""
    return await count_down(step)


async def appointments_book(step: Step) -> str | None:
    """Order the appointment; the same order, placed again, brings the same one."""
    memory = step.session.appointments
    if memory.held is None:
        raise RuntimeError("booked an hour that is not held")
    memory.key = memory.key or secrets.token_urlsafe(16)
    answer = await step.house.seu.appointments.book(
        booking_session(step.session),
        memory.held.hold,
        step.session.language,
        _contact(memory),
        memory.key,
    )
    if isinstance(answer, Failed):
        if answer.problem == "already-booked":
            step.house.let_go(step.session)
            memory.lookup.by_document = step.session.identity.proven is not None
            return "booked_before"
        return not_done(step, answer, "appointments_book")
    memory.made, memory.held, memory.key = answer, None, ""
    return "booked"


def _contact(memory: Appointments) -> Contact | None:
    """Where the seu is to write to; None where it is not."""
    match memory.reminder:
        case Reminder.NONE:
            return None
        case Reminder.SMS:
            return phone.split(memory.phone.prefix, memory.phone.number)
        case Reminder.EMAIL:
            return read(memory.address.text)


def not_done(step: Step, failure: Failed, resume: str) -> str:
    """The event for an act that brought no answer, or was refused; what is not known is not guessed."""
    memory = step.session.appointments
    if failure.problem == "hold-ended":
        memory.held, memory.key = None, ""
        return "hold_ended"
    if failure.problem == "not-offered":
        return "withdrawn"
    return explain(step, failure, resume) if failure.kind is FailureKind.REFUSED else "not_answered"


async def appointments_done(step: Step) -> str | None:
    """Print it, once at each entry, and say what the printer said."""
    memory = step.session.appointments
    printed = await on_paper(step, appointment_ticket(step.session, step.house))
    memory.paper = Paper.PRINTED if printed else Paper.NOT_PRINTED
    return "paper_known"


ACTIVITIES = (
    appointments_ask,
    appointments_procedure,
    appointments_days,
    appointments_hours,
    appointments_hold,
    appointments_day,
    appointments_reminder,
    appointments_contact,
    appointments_email,
    appointments_address,
    appointments_confirm,
    appointments_book,
    appointments_done,
)
