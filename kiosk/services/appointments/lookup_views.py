"""What the screens show of what one has booked: the way to it, the list, one of them, and its end."""

from __future__ import annotations

from kiosk.house import House
from kiosk.services.appointments.lookup_choices import code_is_whole, is_still_offered, looks_by_document
from kiosk.services.appointments.memory import Listed
from kiosk.services.appointments.order_views import bring_said
from kiosk.services.appointments.said import facts, hour_of, procedure_name
from kiosk.services.appointments.views import countdown, shown
from kiosk.services.common.paging import turning
from kiosk.services.common.views import panel
from kiosk.services.identify.keyed_views import code_fields, hinted, phone_fields
from kiosk.session import Session
from screens.appointments import views
from screens.i18n.words import Words
from screens.view import Button, Choice, Notice

USUAL_DIGITS = 6


def appointments_phone(session: Session, house: House, words: Words) -> views.AppointmentsPhone:
    """The phone that is the person's own, for an order or for what they booked; or a document instead."""
    memory = session.appointments
    about = "appt.own" if memory.lookup.for_order else "appt.phone"
    return views.AppointmentsPhone(
        question=words(f"{about}.question"),
        lead=f"{words(f'{about}.lead')} {countdown(memory.held, house, words)}".rstrip(),
        **phone_fields(memory.lookup.phone, words, "phone.send"),
        document=_by_document(house, words, "appt.phone.document"),
        none=Button(label=words("code.nophone")),
    )


def _by_phone(words: Words) -> Button:
    return Button(label=words("appt.list.phone"), icon="device-mobile")


def _by_document(house: House, words: Words, label: str) -> Button:
    """Without a label where the kiosk reads none."""
    return Button(label=words(label) if house.reads_documents else "", icon="identification-card")


def appointments_code(session: Session, house: House, words: Words) -> views.AppointmentsCode:
    """Its cells, a keypad, and the ways out for who got no code."""
    memory = session.appointments
    lookup = memory.lookup
    sent = words("appt.code.lead", phone=hinted(lookup.sent.phone_hint) if lookup.sent else "")
    return views.AppointmentsCode(
        lead=f"{sent} {countdown(memory.held, house, words)}".rstrip(),
        document=_by_document(house, words, "appt.phone.document"),
        **code_fields(
            words,
            lookup.typed,
            lookup.sent.digits if lookup.sent else USUAL_DIGITS,
            notice=lookup.notice,
            tries_left=lookup.tries_left,
            resend_in=lookup.resend_in,
            whole=code_is_whole(session),
        ),
    )


def appointments_list(session: Session, house: House, words: Words) -> views.AppointmentsList:
    """One after another, the next one first; what is not there may have been booked in the other way."""
    memory, by_document = session.appointments, looks_by_document(session)
    names = [procedure_name(memory, words, one.procedure) for one in memory.mine]
    page = shown(memory, Listed.MINE, memory.mine, names)
    none = "appt.list.none.document" if by_document else "appt.list.none"
    return views.AppointmentsList(
        question=words("appt.list.question"),
        lead=words("appt.list.lead", n=len(memory.mine)) if memory.mine else "",
        appointments=tuple(
            Choice(
                id=one.appointment,
                title=procedure_name(memory, words, one.procedure),
                about=words(
                    "appt.list.when", day=words.day_and_year(one.at), hour=hour_of(words, one.at, house)
                ),
                icon="calendar-check",
            )
            for one in page.things
        ),
        other_page=turning(words, page),
        notice=Notice() if memory.mine else words.notice("info", "info", none),
        other=_by_phone(words) if by_document else _by_document(house, words, "appt.list.document"),
        other_act="by_phone" if by_document else "by_document",
        another=Button(label=words("appt.list.another"), icon="calendar-plus"),
    )


def appointments_one(session: Session, house: House, words: Words) -> views.AppointmentsOne:
    """When, where and what for; and what can be done with it."""
    memory = session.appointments
    return views.AppointmentsOne(
        question=words("appt.one.question"),
        lead=procedure_name(memory, words, memory.made.procedure if memory.made else ""),
        facts=facts(session, house, words)[1:],
        bring=bring_said(memory, words, memory.made.procedure if memory.made else ""),
        move=Button(label=words("appt.move"), icon="clock", ready=is_still_offered(session)),
        cancel=Button(label=words("appt.cancel"), icon="trash"),
        another_paper=Button(label=words("appt.print"), icon="printer"),
    )


def appointments_giveup(session: Session, house: House, words: Words) -> views.AppointmentsGiveup:
    """It is asked once; nothing is cancelled by a stray touch."""
    memory = session.appointments
    if memory.made is None:
        raise RuntimeError("asked whether nothing is to be cancelled")
    day, hour = words.day_and_year(memory.made.at), hour_of(words, memory.made.at, house)
    return views.AppointmentsGiveup(
        question=words("appt.giveup.question"),
        lead=procedure_name(memory, words, memory.made.procedure),
        panels=(
            panel("now", words("appt.giveup.which"), words("appt.giveup.text", day=day, hour=hour)),
            panel("notdone", words("trouble.notdone"), words("appt.giveup.notdone")),
        ),
        primary=Button(label=words("appt.giveup"), icon="trash"),
        primary_act="confirm",
        secondary=Button(label=words("appt.giveup.keep"), icon="calendar-check"),
        secondary_act="keep_it",
    )


def appointments_cancelled(session: Session, house: House, words: Words) -> views.AppointmentsCancelled:
    """The hour is somebody else's chance now."""
    return views.AppointmentsCancelled(
        question=words("appt.cancelled.question"),
        panels=(
            panel("notdone", words("appt.cancelled.done"), words("appt.cancelled.text")),
            panel("now", words("trouble.now"), words("appt.cancelled.now")),
        ),
        primary=Button(label=words("turn.done"), icon="check"),
        primary_act="done",
    )


VIEWS = (
    appointments_phone,
    appointments_code,
    appointments_list,
    appointments_one,
    appointments_giveup,
    appointments_cancelled,
)
