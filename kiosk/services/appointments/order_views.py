"""What the screens show from the phone to the paper, and where an hour could not be booked."""

from __future__ import annotations

from typing import TypeVar

from kiosk.house import House
from kiosk.services.appointments.choices import paper_is_known
from kiosk.services.appointments.lookup_choices import has_shown_document
from kiosk.services.appointments.memory import Act, Appointments, Paper, Reminder
from kiosk.services.appointments.reminder_views import reminder_fact
from kiosk.services.appointments.said import bring, facts, late, moved_facts, procedure_name, when_and_where
from kiosk.services.appointments.views import countdown
from kiosk.services.common.views import panels
from kiosk.session import Session
from screens.appointments import views
from screens.i18n.words import Words
from screens.view import Button, Choice, NoticeKind

T = TypeVar("T")

DONE = {Act.BOOK: "appt.done.question", Act.MOVE: "appt.done.moved"}
PAPERS: dict[Paper, tuple[NoticeKind, str]] = {
    Paper.PRINTING: ("info", "printer"),
    Paper.PRINTED: ("done", "check-circle"),
    Paper.NOT_PRINTED: ("care", "warning"),
}


def bring_said(memory: Appointments, words: Words, procedure: str) -> str:
    """What to bring, and how late one may be."""
    things = bring(memory, words, procedure)
    said = words("paper.appointment.bring", what=things) if things else words("appt.bring.nothing")
    return f"{said} {late(memory, words)}"


def appointments_confirm(session: Session, house: House, words: Words) -> views.AppointmentsConfirm:
    """Everything once more."""
    memory = session.appointments
    procedure = memory.procedure.id if memory.procedure else ""
    ask = "appt.confirm.move" if memory.moving else "appt.confirm"
    return views.AppointmentsConfirm(
        question=words(f"{ask}.question"),
        lead=procedure_name(memory, words, procedure),
        facts=_order(session, house, words),
        bring=bring_said(memory, words, procedure),
        change=Button(label="" if memory.moving else words("appt.remind.change"), icon="bell-ringing"),
        held=countdown(memory.held, house, words),
        send=Button(label=words(ask), icon="check"),
    )


def _order(session: Session, house: House, words: Words) -> tuple[Choice, ...]:
    """What is ordered: of one that is moved the hour that it had, too."""
    memory = session.appointments
    if memory.held is None or memory.office is None:
        return ()
    if memory.moving and memory.made is not None:
        return moved_facts(session, house, words, memory.made.at, memory.held.at, memory.office.id)
    return (
        *when_and_where(session, house, words, memory.held.at, memory.office.id),
        reminder_fact(memory, words),
    )


def appointments_done(session: Session, house: House, words: Words) -> views.AppointmentsDone:
    """What is booked now, and its paper."""
    memory = session.appointments
    kind, icon = PAPERS[memory.paper]
    reminder = memory.reminder if memory.act is Act.BOOK and not memory.mine else Reminder.NONE
    return views.AppointmentsDone(
        question=words(DONE[memory.act]),
        lead=words(f"appt.done.{reminder}"),
        facts=facts(session, house, words),
        bring=bring_said(memory, words, memory.made.procedure if memory.made else ""),
        notice=words.notice(kind, icon, f"appt.paper.{memory.paper}"),
        again=Button(label=words("appt.print.again"), icon="printer", ready=paper_is_known(session)),
        done=Button(label=words("turn.done"), icon="check", ready=paper_is_known(session)),
    )


def appointments_expired(session: Session, house: House, words: Words) -> views.AppointmentsExpired:
    """The hour is anybody's again."""
    return views.AppointmentsExpired(
        question=words("appt.expired.question"),
        panels=panels(
            words, words("appt.expired.what"), words("appt.expired.notdone"), words("appt.expired.now")
        ),
        primary=Button(label=words("appt.expired.again"), icon="clock"),
        primary_act="choose_again",
        secondary=Button(label=words("act.home"), icon="house"),
        secondary_act="go_home",
    )


def appointments_already(session: Session, house: House, words: Words) -> views.AppointmentsAlready:
    """One for each procedure, and the way to move it; of those who share a phone, each has a document."""
    shares = not has_shown_document(session) and house.reads_documents
    about = "appt.already.phone" if shares else "appt.already"
    return views.AppointmentsAlready(
        question=words("appt.already.question"),
        panels=panels(words, words(f"{about}.what"), words("appt.already.notdone"), words(f"{about}.now")),
        primary=Button(label=words("appt.already.see"), icon="calendar-check"),
        primary_act="my_appointments",
        secondary=Button(label=words("appt.phone.document"), icon="identification-card")
        if shares
        else Button(label=words("act.home"), icon="house"),
        secondary_act="by_document" if shares else "go_home",
    )


def appointments_unsure(session: Session, house: House, words: Words) -> views.AppointmentsUnsure:
    """It may be done or not: asked again, the same comes of it."""
    act = session.appointments.act
    return views.AppointmentsUnsure(
        question=words(f"appt.unsure.{act}"),
        panels=panels(
            words, words("appt.unsure.what"), words("appt.unsure.kept"), words("appt.unsure.now"), kept=True
        ),
        primary=Button(label=words("act.retry"), icon="arrow-clockwise"),
        primary_act="retry",
        secondary=Button(label=words("person.take"), icon="ticket"),
        secondary_act="take_turn",
    )


def appointments_withdrawn(session: Session, house: House, words: Words) -> views.AppointmentsWithdrawn:
    """What was chosen is not offered any more."""
    return views.AppointmentsWithdrawn(
        question=words("appt.withdrawn.question"),
        panels=panels(
            words, words("appt.withdrawn.what"), words("appt.withdrawn.notdone"), words("appt.withdrawn.now")
        ),
        primary=Button(label=words("appt.withdrawn.other"), icon="arrow-left"),
        primary_act="choose_again",
        secondary=Button(label=words("act.home"), icon="house"),
        secondary_act="go_home",
    )


VIEWS = (
    appointments_confirm,
    appointments_done,
    appointments_expired,
    appointments_already,
    appointments_unsure,
    appointments_withdrawn,
)
