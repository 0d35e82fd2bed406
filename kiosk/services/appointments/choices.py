"""What choosing and typing do while an appointment is made: guards and callbacks of `states`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from kiosk.services.appointments.memory import Act, Appointments, Listed, Paper
from kiosk.session import Session
from kiosk.seu.models import (
    AppointmentOffice,
    Assurance,
    BookableProcedure,
    CalendarDay,
)

WEEKS = 2
"""Weeks on a screen."""


# --- the procedure and its office -------------------------------------------------------------------------


def turn_page(which: Listed) -> Callable[[Session], None]:
    """The next page of that list."""

    def turn(model: Session) -> None:
        turned = model.appointments.turned
        turned[which] = turned.get(which, 0) + 1

    turn.__name__ = turn.__qualname__ = f"turn_page_of_{which}"
    return turn


def listed(memory: Appointments) -> tuple[BookableProcedure, ...]:
    """The procedures of the group that is shown."""
    procedures = memory.catalogue.procedures if memory.catalogue else ()
    return tuple(procedure for procedure in procedures if procedure.group == memory.group)


def its_offices(memory: Appointments) -> tuple[AppointmentOffice, ...]:
    """Where the procedure that was chosen is done."""
    if memory.procedure is None or memory.catalogue is None:
        return ()
    return tuple(
        office for name in memory.procedure.offices if (office := memory.catalogue.office(name)) is not None
    )


def choose_group(model: Session, data: str) -> None:
    """Show another group from its beginning."""
    model.appointments.group = data
    model.appointments.begin(Listed.PROCEDURES)


def _procedure(model: Session, data: str) -> BookableProcedure | None:
    catalogue = model.appointments.catalogue
    return catalogue.procedure(data) if catalogue else None


def has_one_office(model: Session, data: str) -> bool:
    """There is nothing to choose."""
    chosen = _procedure(model, data)
    return chosen is not None and len(chosen.offices) == 1


def has_offices(model: Session, data: str) -> bool:
    """There are several to choose from."""
    chosen = _procedure(model, data)
    return chosen is not None and len(chosen.offices) > 1


def is_shown_enough(model: Session, data: str) -> bool:
    """The person has shown what this procedure asks for."""
    chosen = _procedure(model, data)
    return chosen is not None and model.identity.has(chosen.identity)


def had_one_office(model: Session) -> bool:
    """What was chosen at another kiosk is to be had, at one place."""
    return has_one_office(model, model.handover.choice_in("appointments"))


def had_offices(model: Session) -> bool:
    """The same, at several."""
    return has_offices(model, model.handover.choice_in("appointments"))


def had_nothing(model: Session) -> bool:
    """Nothing was chosen before, or it is not to be had."""
    return not had_one_office(model) and not had_offices(model)


def is_still_shown(model: Session) -> bool:
    """The person has shown here what that asks for."""
    return is_shown_enough(model, model.handover.choice_in("appointments"))


def choose_again(model: Session) -> None:
    """What had been chosen there."""
    choose_procedure(model, model.handover.choice_in("appointments"))
    model.handover.come_to()


def _again(model: Session) -> BookableProcedure | None:
    again = model.appointments.again
    return _procedure(model, again[0]) if again else None


def can_book_again(model: Session) -> bool:
    """What was lost is still offered, and they have shown what it asks for."""
    lost = _again(model)
    return lost is not None and model.identity.has(lost.identity)


def must_show_again(model: Session) -> bool:
    """What was lost is still offered, and asks for more than they have shown."""
    lost = _again(model)
    return lost is not None and not model.identity.has(lost.identity)


def book_again(model: Session) -> None:
    """The same procedure, at the same office while it is done there."""
    memory, lost = model.appointments, _again(model)
    assert memory.again is not None
    assert lost is not None
    office, memory.again = memory.again[1], None
    choose_procedure(model, lost.id)
    if office in lost.offices:
        choose_office(model, office)


def forget_again(model: Session) -> None:
    """It is not offered any more."""
    model.appointments.again = None


def is_nobody_yet(model: Session) -> bool:
    """Nobody knows yet who it is."""
    return model.identity.proven is None


def wanted(model: Session) -> Assurance | None:
    """What a person has to have shown for the procedure that was chosen."""
    chosen = model.appointments.procedure
    return chosen.identity if chosen else None


def choose_procedure(model: Session, data: str) -> None:
    """A new choice is a new appointment."""
    memory = model.appointments
    memory.procedure = _procedure(model, data)
    memory.act, memory.made, memory.key = Act.BOOK, None, ""
    memory.begin(Listed.OFFICES)
    look_anew(memory)
    if memory.procedure is not None and memory.catalogue is not None:
        memory.office = memory.catalogue.office(memory.procedure.offices[0])


def look_anew(memory: Appointments) -> None:
    """Of the calendar nothing is chosen yet."""
    memory.days, memory.day, memory.wanted = None, None, None
    memory.hours, memory.weeks, memory.notice = (), 0, ""
    memory.begin(Listed.HOURS)


def choose_hour_anew(model: Session) -> None:
    """For the same procedure, at the same office."""
    look_anew(model.appointments)


def is_its_office(model: Session, data: str) -> bool:
    """One that the procedure is done at."""
    memory = model.appointments
    return memory.procedure is not None and data in memory.procedure.offices


def choose_office(model: Session, data: str) -> None:
    """Its calendar is another one."""
    memory = model.appointments
    look_anew(memory)
    memory.office = memory.catalogue.office(data) if memory.catalogue else None


# --- the day and the hour ---------------------------------------------------------------------------------


def _day(model: Session, data: str) -> CalendarDay | None:
    days = model.appointments.days
    return next((day for day in days.days if day.day.isoformat() == data), None) if days else None


def is_open_day(model: Session, data: str) -> bool:
    """There is room on that day."""
    day = _day(model, data)
    return day is not None and day.state == "open"


def choose_day(model: Session, data: str) -> None:
    """Its hours are asked for anew."""
    memory = model.appointments
    memory.day, memory.hours, memory.notice = date.fromisoformat(data), (), ""
    memory.begin(Listed.HOURS)


def is_free_hour(model: Session, data: str) -> bool:
    """One of those that are shown."""
    return any(at.isoformat() == data for at in model.appointments.hours)


def choose_hour(model: Session, data: str) -> None:
    """It is asked for under a key of its own."""
    memory = model.appointments
    memory.wanted, memory.key, memory.notice = datetime.fromisoformat(data), "", ""


def first_monday(memory: Appointments) -> date:
    """Where the calendar begins."""
    today = memory.days.today if memory.days else date.min
    return today - timedelta(days=today.weekday())


def last_page(memory: Appointments) -> int:
    """The last fortnight of which something is known."""
    if memory.days is None or not memory.days.days:
        return 0
    return (memory.days.days[-1].day - first_monday(memory)).days // (7 * WEEKS)


def turn_weeks(step: int) -> Callable[[Session], None]:
    """Another fortnight, as far as there is one."""

    def turn(model: Session) -> None:
        memory = model.appointments
        memory.weeks = min(max(0, memory.weeks + step), last_page(memory))

    turn.__name__ = turn.__qualname__ = "turn_weeks_on" if step > 0 else "turn_weeks_back"
    return turn


def is_held(model: Session) -> bool:
    """The hour that was chosen is kept."""
    return model.appointments.held is not None


def is_moving(model: Session) -> bool:
    """It is for an appointment that there is already."""
    return model.appointments.moving


# --- the order -----------------------------------------------------------------------------------------


def wants(act: Act) -> Callable[[Session], bool]:
    """A guard: that is what is asked of the seu."""

    def wants_it(model: Session) -> bool:
        return model.appointments.act is act

    wants_it.__name__ = wants_it.__qualname__ = f"wants_to_{act}"
    return wants_it


def paper_is_known(model: Session) -> bool:
    """The printer has said what became of the paper."""
    return model.appointments.paper is not Paper.PRINTING


def print_anew(model: Session) -> None:
    """The paper is on its way again."""
    model.appointments.paper = Paper.PRINTING
