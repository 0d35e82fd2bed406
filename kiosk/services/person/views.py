"""What the screens show on the way to a person."""

from __future__ import annotations

from kiosk.house import House
from kiosk.services.common.views import panel
from kiosk.services.person.memory import Reason
from kiosk.session import Session
from screens.common import views
from screens.i18n.words import Words
from screens.view import Button, Choice, NoticeKind

WHAT = {
    Reason.REFUSED: ("person.refused.what", "person.refused.notdone"),
    Reason.CAN: ("person.can.what", "person.can.notdone"),
    Reason.MRZ: ("person.mrz.what", "person.can.notdone"),
    Reason.DOCUMENT: ("person.document.what", "person.nothing.notdone"),
    Reason.PHONE: ("person.phone.what", "person.nothing.notdone"),
    Reason.PIN: ("person.pin.what", "person.nothing.notdone"),
    Reason.BLOCKED: ("person.blocked.what", "person.blocked.notdone"),
    Reason.EXPIRED: ("person.expired.what", "person.refused.notdone"),
    Reason.UNVERIFIED: ("person.unverified.what", "person.refused.notdone"),
    Reason.ASSURANCE: ("person.assurance.what", "person.refused.notdone"),
    Reason.DESK: ("person.desk.what", "person.desk.notdone"),
    Reason.PAPER: ("person.paper.what", "person.desk.notdone"),
    Reason.NOT_GOOD: ("person.not_good.what", "person.desk.notdone"),
    Reason.NOT_READY: ("person.not_ready.what", "person.desk.notdone"),
    Reason.NONE: ("person.none.what", "person.desk.notdone"),
    Reason.COLLECT: ("person.collect.what", "person.collect.notdone"),
    Reason.TURN: ("person.turn.what", "person.nothing.notdone"),
}

TICKETS: dict[str, tuple[NoticeKind, str]] = {
    "turn.printing": ("info", "printer"),
    "turn.printed": ("done", "check-circle"),
    "turn.notprinted": ("care", "warning"),
}


def person_offer(session: Session, house: House, words: Words) -> views.PersonOffer:
    """Why, and the turn that leads on."""
    what, notdone = WHAT[session.person.reason]
    return views.PersonOffer(
        question=words("person.question"),
        panels=(
            panel("what", words("trouble.what"), words(what)),
            panel("notdone", words("trouble.notdone"), words(notdone)),
            panel("now", words("trouble.now"), words("person.now")),
        ),
        primary=Button(label=words("person.take"), icon="ticket"),
        primary_act="take_turn",
    )


def person_turn(session: Session, house: House, words: Words) -> views.PersonTurn:
    """The number, large, and what the printer said of its ticket."""
    turn = session.person.turn
    if turn is None:
        raise RuntimeError("showed a turn that was not given")
    kind, icon = TICKETS[session.person.ticket]
    return views.PersonTurn(
        question=words("turn.question"),
        lead=words("turn.lead"),
        number=turn.number,
        where=words("turn.where"),
        figures=(
            Choice(
                id="ahead",
                title=str(turn.ahead),
                about=words("turn.before"),
                off=words("turn.before.unit", n=turn.ahead),
            ),
            Choice(
                id="wait",
                title=str(turn.wait_minutes),
                about=words("turn.wait"),
                off=words("turn.wait.unit", n=turn.wait_minutes),
            ),
        ),
        notice=words.notice(kind, icon, session.person.ticket),
        again=Button(
            label=words("turn.again"), icon="printer", ready=session.person.ticket != "turn.printing"
        ),
        done=Button(label=words("turn.done"), icon="check"),
    )


VIEWS = (person_offer, person_turn)
WAITS = ("person_ask",)
