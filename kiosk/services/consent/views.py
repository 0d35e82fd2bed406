"""What the screens of the consent sheet show."""

from __future__ import annotations

from kiosk.house import House
from kiosk.services.common.views import places
from kiosk.services.consent.states import OTHER, PROCEDURES
from kiosk.session import Session
from screens.consent import views
from screens.i18n.words import Words
from screens.view import Button, Choice, NoticeKind

ICONS = {"padro": "identification-card", "appointments": "calendar-plus", OTHER: "dots-three-circle"}
TICKETS: dict[str, tuple[NoticeKind, str]] = {
    "consent.printing": ("info", "printer"),
    "consent.printed": ("done", "check-circle"),
    "consent.notprinted": ("care", "warning"),
}


def consent_choose(session: Session, house: House, words: Words) -> views.ConsentChoose:
    """What the official is to do in the person's name."""
    return views.ConsentChoose(
        question=words("consent.question"),
        lead=words("consent.lead"),
        choices=tuple(
            Choice(
                id=name,
                title=words(f"consent.{name}"),
                about=words("consent.other.about") if name == OTHER else "",
                icon=ICONS[name],
            )
            for name in PROCEDURES
        ),
        notice=words.notice("info", "info", "consent.official"),
    )


def consent_print(session: Session, house: House, words: Words) -> views.ConsentPrint:
    """What the printer said of the sheet, and that a person has to act."""
    ticket = session.consent.ticket
    kind, icon = TICKETS[ticket]
    return views.ConsentPrint(
        question=words("consent.print.question"),
        lead=words("consent.official"),
        places=None if kind == "care" else places(house),
        notice=words.notice(kind, icon, ticket),
        again=Button(label=words("consent.again"), icon="printer", ready=ticket != "consent.printing"),
        done=Button(label=words("consent.done"), icon="check"),
    )


VIEWS = (consent_choose, consent_print)
