"""What the screens show where somebody says how they are to be reminded."""

from __future__ import annotations

from kiosk.house import House
from kiosk.services.appointments.address import ENDINGS
from kiosk.services.appointments.lookup_choices import has_shown_document
from kiosk.services.appointments.memory import Appointments, Reminder
from kiosk.services.appointments.views import countdown
from kiosk.services.common.views import keypad
from kiosk.services.identify import phone
from kiosk.services.identify.keyed_views import phone_fields
from kiosk.session import Session
from screens.appointments import views
from screens.i18n.words import Words
from screens.view import Button, Choice, Notice

ICONS = {Reminder.SMS: "device-mobile", Reminder.EMAIL: "envelope-simple", Reminder.NONE: "prohibit"}


def spoken_phone(memory: Appointments) -> str:
    """The phone as it is written in its country; empty for none that can exist."""
    number = phone.split(memory.phone.prefix, memory.phone.number)
    return phone.spoken(f"+{number[0]}{number[1]}") if number else ""


def reminder_fact(memory: Appointments, words: Words) -> Choice:
    """How they are reminded, as it was chosen."""
    chosen = f"appt.remind.{memory.reminder}.chosen"
    said = words(chosen, phone=spoken_phone(memory), address=memory.address.text)
    return Choice(id="reminder", title=words("appt.remind"), about=said)


def appointments_reminder(session: Session, house: House, words: Words) -> views.AppointmentsReminder:
    """By SMS, by e-mail, or not at all; the phone that a code proved is known."""
    memory = session.appointments
    number = "" if has_shown_document(session) else spoken_phone(memory)
    about = words("appt.remind.sms.known", phone=number) if number else words("appt.remind.sms.about")
    return views.AppointmentsReminder(
        question=words("appt.remind.question"),
        lead=words("appt.remind.lead"),
        choices=tuple(
            Choice(
                id=way,
                title=words(f"appt.remind.{way}"),
                about=about if way is Reminder.SMS else words(f"appt.remind.{way}.about"),
                icon=ICONS[way],
                chosen=way is memory.reminder,
            )
            for way in (Reminder.SMS, Reminder.EMAIL, Reminder.NONE)
        ),
        held=countdown(memory.held, house, words),
    )


def appointments_contact(session: Session, house: House, words: Words) -> views.AppointmentsContact:
    """The phone of somebody who showed a document."""
    memory = session.appointments
    return views.AppointmentsContact(
        question=words("appt.contact.question"),
        lead=f"{words('appt.contact.lead')} {countdown(memory.held, house, words)}",
        **phone_fields(memory.phone, words, "act.continue"),
        none=Button(label=words("appt.contact.none"), icon="x"),
    )


def appointments_email(session: Session, house: House, words: Words) -> views.AppointmentsEmail:
    """Letters, digits and signs, and what is plainly wrong with what was typed."""
    memory = session.appointments
    typed = memory.address
    wrong = words.notice("care", "warning", f"appt.email.{typed.slip}") if typed.slip else Notice()
    return views.AppointmentsEmail(
        question=words("appt.email.question"),
        lead=f"{words('appt.email.lead')} {countdown(memory.held, house, words)}",
        typed=typed.text,
        hint=words("appt.email.hint"),
        wrong=wrong,
        keypad=keypad(words),
        endings=ENDINGS,
        send=Button(
            label=words("act.continue" if typed.text else "appt.email.missing"),
            icon="check" if typed.text else "",
            ready=bool(typed.text),
        ),
    )


def appointments_address(session: Session, house: House, words: Words) -> views.AppointmentsAddress:
    """The address, large, before anything goes there."""
    memory = session.appointments
    mailbox, _, domain = memory.address.text.partition("@")
    return views.AppointmentsAddress(
        question=words("appt.address.question"),
        lead=words("appt.address.lead"),
        mailbox=mailbox,
        domain=f"@{domain}",
        held=countdown(memory.held, house, words),
        correct=Button(label=words("appt.address.correct"), icon="keyboard"),
        send=Button(label=words("appt.address.right"), icon="check"),
    )


VIEWS = (appointments_reminder, appointments_contact, appointments_email, appointments_address)
