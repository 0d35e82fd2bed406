"""What the screens show while a procedure, an office, a day and an hour are chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from math import ceil
from typing import TypeVar

from kiosk.house import House
from kiosk.services.appointments.choices import (
    WEEKS,
    first_monday,
    its_offices,
    last_page,
    listed,
)
from kiosk.services.appointments.memory import Appointments, Held, Listed
from kiosk.services.appointments.said import hour_of, procedure_name
from kiosk.services.common.paging import Page, page_of, turning
from kiosk.services.common.search_views import search_fields
from kiosk.session import Session
from kiosk.seu.models import AppointmentOffice, BookableProcedure, CalendarDay, in_language
from screens.appointments import views
from screens.i18n.words import Words
from screens.view import Button, Choice, Notice

TOPICS, HOURS = 6, 8
"""What a screen has room for."""
NAMED = {Listed.PROCEDURES: (4, 3), Listed.OFFICES: (8, 4), Listed.MINE: (4, 3)}
"""The same of what has a name, and where one of the names is long."""
LONG = {Listed.PROCEDURES: 60, Listed.OFFICES: 32, Listed.MINE: 60}
"""Letters from which on a name is."""
WORKDAYS = 5
T = TypeVar("T")
GROUP_ICONS = {
    "home": "house",
    "money": "coins",
    "family": "users-three",
    "street": "map-trifold",
}
OTHER_ICON = "calendar-plus"


def countdown(held: Held | None, house: House, words: Words) -> str:
    """For how long the hour is held, by the kiosk's monotonic clock; empty where none is."""
    if held is None:
        return ""
    minutes, seconds = divmod(max(0, ceil(held.ends - house.clock.monotonic())), 60)
    left = (
        words("appt.left", m=str(minutes), s=str(seconds))
        if minutes
        else words("appt.left.s", s=str(seconds))
    )
    return words("appt.held", left=left)


def appointments_procedure(session: Session, house: House, words: Words) -> views.AppointmentsProcedure:
    """The groups, and the procedures of one."""
    memory = session.appointments
    names = [in_language(procedure.name, words.language) for procedure in listed(memory)]
    procedures = shown(memory, Listed.PROCEDURES, listed(memory), names)
    catalogue = memory.catalogue
    inhabited = {procedure.group for procedure in catalogue.procedures} if catalogue else set()
    groups = [group for group in catalogue.groups if group.id in inhabited] if catalogue else []
    # The key to the others has the place of one.
    topics = page_of(groups, memory.turned.get(Listed.TOPICS, 0), TOPICS - (len(groups) > TOPICS))
    return views.AppointmentsProcedure(
        question=words("appt.procedure.question"),
        lead=words("appt.procedure.lead"),
        groups=tuple(
            Choice(
                id=group.id,
                title=in_language(group.name, words.language),
                icon=GROUP_ICONS.get(group.id, OTHER_ICON),
                chosen=group.id == memory.group,
            )
            for group in topics.things
        ),
        other_topics=turning(words, topics, narrow=True),
        procedures=tuple(_procedure(procedure, words) for procedure in procedures.things),
        more=turning(words, procedures, narrow=True),
        search=Button(label=words("appt.search"), icon="keyboard"),
        mine=Button(label=words("appt.mine"), icon="calendar-check"),
        notice=Notice() if procedures.things else words.notice("care", "info", "appt.procedure.none"),
    )


def shown(memory: Appointments, which: Listed, things: Sequence[T], names: Iterable[str]) -> Page[T]:
    """The page of that list which was turned to; long names have more room each."""
    most = NAMED[which][any(len(name) > LONG[which] for name in names)]
    return page_of(things, memory.turned.get(which, 0), most)


def _procedure(procedure: BookableProcedure, words: Words) -> Choice:
    about = "appt.minutes" if procedure.identity is None else "appt.minutes.id"
    return Choice(
        id=procedure.id,
        title=in_language(procedure.name, words.language),
        about=words(about, n=procedure.minutes),
    )


def appointments_search(session: Session, house: House, words: Words) -> views.AppointmentsSearch:
    """The procedures that are most like what was typed."""
    memory = session.appointments
    known = {procedure.id: procedure for procedure in memory.catalogue.procedures} if memory.catalogue else {}
    fields = search_fields(memory.search, words, lambda name: _procedure(known[name], words))
    return views.AppointmentsSearch.model_validate(fields)


def appointments_office_search(
    session: Session, house: House, words: Words
) -> views.AppointmentsOfficeSearch:
    """The same of the offices at which the procedure is done."""
    memory = session.appointments
    known = {office.id: office for office in its_offices(memory)}
    fields = search_fields(memory.office_search, words, lambda name: _office(known[name], words))
    return views.AppointmentsOfficeSearch.model_validate(
        fields
        | {
            "question": words("appt.office.question"),
            "lead": words("appt.office.search.lead"),
            "hint": words("appt.office.search.hint"),
        }
    )


def appointments_office(session: Session, house: House, words: Words) -> views.AppointmentsOffice:
    """The offices at which the procedure is done."""
    memory = session.appointments
    names = [in_language(office.name, words.language) for office in its_offices(memory)]
    page = shown(memory, Listed.OFFICES, its_offices(memory), names)
    icon = "map-pin" if len(page.things) <= NAMED[Listed.OFFICES][1] else ""
    return views.AppointmentsOffice(
        question=words("appt.office.question"),
        lead=procedure_name(memory, words, memory.procedure.id if memory.procedure else ""),
        offices=tuple(_office(office, words, icon) for office in page.things),
        search=Button(label=words("appt.office.search"), icon="keyboard") if page.count > 1 else None,
        other_page=turning(words, page),
    )


def _office(office: AppointmentOffice, words: Words, icon: str = "") -> Choice:
    title = in_language(office.name, words.language)
    return Choice(id=office.id, title=title, about=office.address, icon=icon)


def appointments_day(session: Session, house: House, words: Words) -> views.AppointmentsDay:
    """A fortnight, the hours of the day that is looked at, and the one that is held."""
    memory = session.appointments
    monday = first_monday(memory) + timedelta(weeks=memory.weeks * WEEKS)
    known = {day.day: day for day in memory.days.days} if memory.days else {}
    worked = (day.weekday() + 1 for day, one in known.items() if one.state != "closed")
    width = max((*worked, WORKDAYS))
    fortnight = [monday + timedelta(days=7 * week + day) for week in range(WEEKS) for day in range(width)]
    hours = page_of(_hours(memory), memory.turned.get(Listed.HOURS, 0), HOURS)
    return views.AppointmentsDay(
        question=words("appt.question.move" if memory.moving else "appt.question"),
        lead=_about(memory, words),
        period=_period(fortnight[0], fortnight[-1], words),
        earlier=Button(label=words("appt.earlier"), icon="caret-left", ready=memory.weeks > 0),
        later=Button(label=words("appt.later"), icon="caret-right", ready=memory.weeks < last_page(memory)),
        weekdays=tuple(words.weekday(day) for day in fortnight[:width]),
        days=tuple(_day(memory, day, known.get(day), words) for day in fortnight),
        hours_question=words("appt.hour", day=words.day_of_month(memory.day)) if memory.day else "",
        hours=tuple(
            Choice(
                id=at.isoformat(),
                title=hour_of(words, at, house, alone=True),
                chosen=memory.held is not None and memory.held.at == at,
            )
            for at in hours.things
        ),
        more_hours=Button(label=words("appt.hours.more") if hours.count > 1 else "", icon="caret-right"),
        held=countdown(memory.held, house, words),
        notice=_notice(memory, [known[day] for day in fortnight if day in known], words),
        send=_reserve(memory, house, words),
    )


def _hours(memory: Appointments) -> tuple[datetime, ...]:
    """The free hours of the day, and with them the one that is held for this person."""
    held = memory.held
    if held is None or held.at.date() != memory.day or held.at in memory.hours:
        return memory.hours
    return tuple(sorted((*memory.hours, held.at)))


def _about(memory: Appointments, words: Words) -> str:
    procedure = procedure_name(memory, words, memory.procedure.id if memory.procedure else "")
    office = in_language(memory.office.name, words.language) if memory.office else ""
    return words("appt.about", procedure=procedure, office=office)


def _period(first: date, last: date, words: Words) -> str:
    names = list(dict.fromkeys((words.month(first), words.month(last))))
    text = " – ".join(names)
    return text[0].upper() + text[1:]


def _day(memory: Appointments, day: date, known: CalendarDay | None, words: Words) -> Choice:
    if known is None:
        return Choice(id="", title="")
    today = memory.days is not None and day == memory.days.today
    if known.state == "open":
        room, off = words("appt.free", n=known.free), ""
    else:
        room, off = "", words("appt.today" if today else f"appt.{known.state}")
    return Choice(id=day.isoformat(), title=str(day.day), about=room, off=off, chosen=day == memory.day)


def _notice(memory: Appointments, fortnight: Iterable[CalendarDay], words: Words) -> Notice:
    """What happened, else that there is no room, else what days that are shown are closed for."""
    if memory.notice:
        return words.notice("care", "warning", memory.notice)
    if memory.day is None:
        return words.notice("care", "info", "appt.noroom")
    closed = " ".join(_closed(days, words) for days in _runs(fortnight))
    return Notice(kind="info", icon="info", text=closed) if closed else Notice()


def _runs(days: Iterable[CalendarDay]) -> list[list[CalendarDay]]:
    """The days that are closed for something that has a name, those for the same together."""
    runs: list[list[CalendarDay]] = []
    for day in days:
        if day.because and runs and runs[-1][-1].because == day.because:
            runs[-1].append(day)
        elif day.because:
            runs.append([day])
    return runs


def _closed(days: list[CalendarDay], words: Words) -> str:
    first, last = days[0], days[-1]
    reason = in_language(first.because or {}, words.language)
    if first is last:
        return words("appt.feast", day=words.day(first.day), reason=reason)
    return words("appt.feast.days", first=words.day(first.day), last=words.day(last.day), reason=reason)


def _reserve(memory: Appointments, house: House, words: Words) -> Button:
    if memory.held is None:
        return Button(label=words("appt.missing" if memory.hours else "appt.missing.day"), ready=False)
    at = memory.held.at
    order = "appt.book.move" if memory.moving else "appt.book"
    return Button(
        label=words(order, day=words.day_short(at), hour=hour_of(words, at, house)), icon="arrow-right"
    )


VIEWS = (
    appointments_procedure,
    appointments_search,
    appointments_office,
    appointments_office_search,
    appointments_day,
)
WAITS = (
    *("appointments_ask", "appointments_days", "appointments_hours", "appointments_hold"),
    *("appointments_book", "appointments_move", "appointments_send", "appointments_check"),
    *("appointments_mine", "appointments_cancel"),
)
ROUTE = (
    dict.fromkeys(("appointments_ask", "appointments_procedure", "appointments_search"), "step.procedure"),
    dict.fromkeys(("appointments_office", "appointments_office_search"), "step.office"),
    dict.fromkeys(
        ("appointments_days", "appointments_day", "appointments_hours", "appointments_hold"), "step.hour"
    ),
    dict.fromkeys(
        ("appointments_reminder", "appointments_contact", "appointments_email", "appointments_address"),
        "step.contact",
    ),
    dict.fromkeys(("appointments_confirm", "appointments_book", "appointments_move"), "step.confirm"),
)
