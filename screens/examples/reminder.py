"""Examples of the screens on which somebody says how they are to be reminded, and confirms."""

from __future__ import annotations

from screens.appointments import views
from screens.examples.appointments import AT, PHONE, PROCEDURES, bring, facts, held, typing
from screens.i18n.words import Words
from screens.view import Button, Choice, Keypad, Notice, View

ADDRESS = "maria.puig@gmail.com"
LONG_ADDRESS = "secretaria.general_inscripcions+primavera@associaciodeveins-santaeulalia.example.cat"
ENDINGS = ("+", "@gmail.com", ".com", ".cat", ".es")
WAYS = (("sms", "device-mobile"), ("email", "envelope-simple"), ("none", "prohibit"))


def reminder(say: Words, phone: str) -> views.AppointmentsReminder:
    about = say("appt.remind.sms.known", phone=phone) if phone else say("appt.remind.sms.about")
    return views.AppointmentsReminder(
        question=say("appt.remind.question"),
        lead=say("appt.remind.lead"),
        choices=tuple(
            Choice(
                id=way,
                title=say(f"appt.remind.{way}"),
                about=about if way == "sms" else say(f"appt.remind.{way}.about"),
                icon=icon,
                chosen=way == ("sms" if phone else "none"),
            )
            for way, icon in WAYS
        ),
        held=held(say),
    )


def email(say: Words, typed: str, wrong: Notice) -> views.AppointmentsEmail:
    return views.AppointmentsEmail(
        question=say("appt.email.question"),
        lead=f"{say('appt.email.lead')} {held(say)}",
        typed=typed,
        hint=say("appt.email.hint"),
        wrong=wrong,
        keypad=Keypad(clear=say("pad.clear"), correct=say("pad.correct")),
        endings=ENDINGS,
        send=Button(
            label=say("act.continue" if typed else "appt.email.missing"),
            icon="check" if typed else "",
            ready=bool(typed),
        ),
    )


def address(say: Words, whole: str) -> views.AppointmentsAddress:
    mailbox, _, domain = whole.partition("@")
    return views.AppointmentsAddress(
        question=say("appt.address.question"),
        lead=say("appt.address.lead"),
        mailbox=mailbox,
        domain=f"@{domain}",
        held=held(say),
        correct=Button(label=say("appt.address.correct"), icon="keyboard"),
        send=Button(label=say("appt.address.right"), icon="check"),
    )


def confirm(say: Words, way: str, whole: str) -> views.AppointmentsConfirm:
    said = say(f"appt.remind.{way}.chosen", phone=PHONE, address=whole)
    return views.AppointmentsConfirm(
        question=say("appt.confirm.question"),
        lead=PROCEDURES[say.language][2],
        facts=(*facts(say)[1:4], Choice(id="reminder", title=say("appt.remind"), about=said)),
        bring=bring(say),
        change=Button(label=say("appt.remind.change"), icon="bell-ringing"),
        held=held(say),
        send=Button(label=say("appt.confirm"), icon="check"),
    )


def moved(say: Words) -> views.AppointmentsConfirm:
    when = say("appt.list.when", day=say.day_and_year(AT), hour=say.hour_said(AT))
    return views.AppointmentsConfirm(
        question=say("appt.confirm.move.question"),
        lead=PROCEDURES[say.language][2],
        facts=(
            Choice(id="before", title=say("appt.before"), about=when),
            Choice(id="after", title=say("appt.after"), about=when),
            facts(say)[3],
        ),
        bring=bring(say),
        change=Button(label="", icon="bell-ringing"),
        held=held(say),
        send=Button(label=say("appt.confirm.move"), icon="check"),
    )


def contact(say: Words) -> views.AppointmentsContact:
    return views.AppointmentsContact(
        question=say("appt.contact.question"),
        lead=f"{say('appt.contact.lead')} {held(say)}",
        **typing(say, "600 000"),
        none=Button(label=say("appt.contact.none"), icon="x"),
        send=Button(label=say("phone.more.short"), ready=False),
    )


def examples(say: Words) -> dict[str, View]:
    ending = say.notice("care", "warning", "appt.email.ending")
    return {
        "appointments-reminder": reminder(say, ""),
        "appointments-reminder-known": reminder(say, PHONE),
        "appointments-contact": contact(say),
        "appointments-email": email(say, "", Notice()),
        "appointments-email-typed": email(say, "maria.puig@gmail", ending),
        "appointments-email-long": email(say, LONG_ADDRESS, say.notice("care", "warning", "appt.email.sign")),
        "appointments-address": address(say, ADDRESS),
        "appointments-address-long": address(say, LONG_ADDRESS),
        "appointments-confirm": confirm(say, "sms", ""),
        "appointments-confirm-move": moved(say),
        "appointments-confirm-email": confirm(say, "email", LONG_ADDRESS),
    }
