"""Examples of the screens on which an appointment is found, moved and cancelled, or cannot be made."""

from __future__ import annotations

from typing import Literal

from screens.appointments import views
from screens.examples.appointments import AT, PROCEDURES, bring, cards, facts, held, other, typing
from screens.i18n.words import Words
from screens.view import Button, Keypad, Notice, Panel, View

HINT = "6••\u00a0•••\u00a0•58"


def plain(marked: str) -> str:
    return marked.replace("**", "")


def trouble(say: Words, key: str, second: Literal["notdone", "kept"] = "notdone") -> tuple[Panel, ...]:
    return (
        Panel(kind="what", title=say("trouble.what"), text=say(f"{key}.what")),
        Panel(kind=second, title=say(f"trouble.{second}"), text=say(f"{key}.{second}")),
        Panel(kind="now", title=say("trouble.now"), text=plain(say(f"{key}.now"))),
    )


def phone(say: Words, about: str, held: str) -> views.AppointmentsPhone:
    return views.AppointmentsPhone(
        question=say(f"{about}.question"),
        lead=f"{say(f'{about}.lead')} {held}".rstrip(),
        **typing(say, "600 000 158"),
        document=Button(label=say("appt.phone.document")),
        none=Button(label=say("code.nophone")),
        send=Button(label=say("phone.send"), icon="check"),
    )


def code(say: Words, held: str) -> views.AppointmentsCode:
    return views.AppointmentsCode(
        question=say("code.question"),
        lead=f"{say('appt.code.lead', phone=HINT)} {held}".rstrip(),
        digits=("4", "0", "", "", "", ""),
        wrong=say.notice("fault", "warning-octagon", "code.wrong", n=2),
        keypad=Keypad(clear=say("pad.clear"), correct=say("pad.correct")),
        resend=Button(label=say("code.resend.wait", n=24), icon="timer", ready=False),
        document=Button(label=say("appt.phone.document")),
        none=Button(label=say("code.nophone")),
        send=Button(label=say("can.more", n=4), ready=False),
    )


def told(say: Words) -> dict[str, View]:
    home = {"secondary": Button(label=say("act.home"), icon="house"), "secondary_act": "go_home"}
    return {
        "appointments-expired": views.AppointmentsExpired(
            question=say("appt.expired.question"),
            panels=trouble(say, "appt.expired"),
            primary=Button(label=say("appt.expired.again"), icon="clock"),
            primary_act="choose_again",
            **home,
        ),
        "appointments-already": views.AppointmentsAlready(
            question=say("appt.already.question"),
            panels=trouble(say, "appt.already"),
            primary=Button(label=say("appt.already.see"), icon="calendar-check"),
            primary_act="my_appointments",
            **home,
        ),
        "appointments-already-phone": views.AppointmentsAlready(
            question=say("appt.already.question"),
            panels=(
                Panel(kind="what", title=say("trouble.what"), text=say("appt.already.phone.what")),
                Panel(kind="notdone", title=say("trouble.notdone"), text=say("appt.already.notdone")),
                Panel(kind="now", title=say("trouble.now"), text=plain(say("appt.already.phone.now"))),
            ),
            primary=Button(label=say("appt.already.see"), icon="calendar-check"),
            primary_act="my_appointments",
            secondary=Button(label=say("appt.phone.document"), icon="identification-card"),
            secondary_act="by_document",
        ),
        "appointments-unsure": views.AppointmentsUnsure(
            question=say("appt.unsure.cancel"),
            panels=trouble(say, "appt.unsure", "kept"),
            primary=Button(label=say("act.retry"), icon="arrow-clockwise"),
            primary_act="retry",
            secondary=Button(label=say("person.take"), icon="ticket"),
            secondary_act="take_turn",
        ),
        "appointments-withdrawn": views.AppointmentsWithdrawn(
            question=say("appt.withdrawn.question"),
            panels=trouble(say, "appt.withdrawn"),
            primary=Button(label=say("appt.withdrawn.other"), icon="arrow-left"),
            primary_act="choose_again",
            **home,
        ),
        "appointments-giveup": views.AppointmentsGiveup(
            question=say("appt.giveup.question"),
            lead=PROCEDURES[say.language][2],
            panels=(
                Panel(
                    kind="now",
                    title=say("appt.giveup.which"),
                    text=say("appt.giveup.text", day=say.day_and_year(AT), hour=say.hour_said(AT)),
                ),
                Panel(kind="notdone", title=say("trouble.notdone"), text=say("appt.giveup.notdone")),
            ),
            primary=Button(label=say("appt.giveup"), icon="trash"),
            primary_act="confirm",
            secondary=Button(label=say("appt.giveup.keep"), icon="calendar-check"),
            secondary_act="keep_it",
        ),
        "appointments-cancelled": views.AppointmentsCancelled(
            question=say("appt.cancelled.question"),
            panels=(
                Panel(kind="notdone", title=say("appt.cancelled.done"), text=say("appt.cancelled.text")),
                Panel(kind="now", title=say("trouble.now"), text=say("appt.cancelled.now")),
            ),
            primary=Button(label=say("turn.done"), icon="check"),
            primary_act="done",
        ),
    }


def owned(say: Words) -> dict[str, View]:
    names = PROCEDURES[say.language]
    when = say("appt.list.when", day=say.day_and_year(AT), hour=say.hour_said(AT))
    return {
        "appointments-phone": phone(say, "appt.phone", ""),
        "appointments-phone-own": phone(say, "appt.own", held(say)),
        "appointments-code": code(say, ""),
        "appointments-code-held": code(say, held(say)),
        "appointments-list": views.AppointmentsList(
            question=say("appt.list.question"),
            lead=say("appt.list.lead", n=2),
            appointments=cards(say, names[:2], "calendar-check", when),
            other_page=None,
            notice=Notice(),
            other=Button(label=say("appt.list.document"), icon="identification-card"),
            other_act="by_document",
            another=Button(label=say("appt.list.another"), icon="calendar-plus"),
        ),
        "appointments-list-many": views.AppointmentsList(
            question=say("appt.list.question"),
            lead=say("appt.list.lead", n=40),
            appointments=cards(say, names, "calendar-check", when),
            other_page=other(say),
            notice=Notice(),
            other=Button(label=say("appt.list.document"), icon="identification-card"),
            other_act="by_document",
            another=Button(label=say("appt.list.another"), icon="calendar-plus"),
        ),
        "appointments-list-none": views.AppointmentsList(
            question=say("appt.list.question"),
            lead="",
            appointments=(),
            other_page=None,
            notice=say.notice("info", "info", "appt.list.none.document"),
            other=Button(label=say("appt.list.phone"), icon="device-mobile"),
            other_act="by_phone",
            another=Button(label=say("appt.list.another"), icon="calendar-plus"),
        ),
        "appointments-one": views.AppointmentsOne(
            question=say("appt.one.question"),
            lead=names[2],
            facts=facts(say)[1:],
            bring=bring(say),
            move=Button(label=say("appt.move"), icon="clock"),
            cancel=Button(label=say("appt.cancel"), icon="trash"),
            another_paper=Button(label=say("appt.print"), icon="printer"),
        ),
    }


def examples(say: Words) -> dict[str, View]:
    return {**told(say), **owned(say)}
