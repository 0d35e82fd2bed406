"""What the screens show while somebody signs with their own card."""

from __future__ import annotations

from kiosk.house import House
from kiosk.services.common.views import keypad, panels
from kiosk.services.identify.pin import KEYS, LEAST, MOST
from kiosk.services.identify.pin_states import pin_complete
from kiosk.session import Session
from screens.i18n.words import Words
from screens.identify import views
from screens.view import Button, Notice

OTHER_KEYS = ("pin.capitals", "pin.signs", "pin.small")
"""What the key says that shows the next of `KEYS`."""


def identify_contact(session: Session, house: House, words: Words) -> views.IdentifyContact:
    """Where the card goes, and that it stays there."""
    problem = session.identity.pin.problem
    return views.IdentifyContact(
        question=words("contact.question"),
        lead=words("contact.lead"),
        problem=words.notice("care", "warning", problem) if problem else Notice(),
        leave=words.notice("info", "hand-palm", "contact.leave"),
        none=Button(label=words("contact.none"), icon="question"),
    )


def identify_risk(session: Session, house: House, words: Words) -> views.IdentifyRisk:
    """Nothing was sent yet; another way comes first, since a blocked card is worse than none."""
    unknown = session.identity.pin.unknown
    return views.IdentifyRisk(
        question=words("risk.unknown.title" if unknown else "risk.last.title"),
        panels=panels(
            words,
            words("risk.unknown.what" if unknown else "risk.last.what"),
            words("risk.notdone"),
            words("risk.now"),
        ),
        primary=Button(label=words("risk.other"), icon="arrow-left"),
        primary_act="no_pin",
        secondary=Button(label=words("risk.insist"), icon="check"),
        secondary_act="insist",
    )


def identify_pin(session: Session, house: House, words: Words) -> views.IdentifyPin:
    """Dots, and a keypad with letters."""
    pin = session.identity.pin
    cells = max(LEAST, min(MOST, pin.count + 1))
    complete = pin_complete(session)
    return views.IdentifyPin(
        question=words("pin.question"),
        lead=words("pin.lead"),
        run=tuple("•" if cell < pin.count else "" for cell in range(cells)),
        wrong=words.notice("fault", "warning-octagon", "pin.wrong") if pin.wrong else Notice(),
        bad=pin.wrong,
        rows=KEYS[pin.layer],
        change=words(OTHER_KEYS[pin.layer]),
        keypad=keypad(words),
        none=Button(label=words("contact.none"), icon="question"),
        send=Button(
            label=words("act.continue") if complete else words("pin.more", n=LEAST - pin.count),
            icon="check" if complete else "",
            ready=complete,
        ),
    )


VIEWS = (identify_contact, identify_risk, identify_pin)
WAITS = ("identify_step_up", "identify_tries", "identify_sign")
