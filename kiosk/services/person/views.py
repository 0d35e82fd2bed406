"""What the screens show on the way to a person."""

from __future__ import annotations

from kiosk.house import House
from kiosk.services.common.house_views import qr_picture
from kiosk.services.common.views import panels
from kiosk.services.handover.carried import carried
from kiosk.services.person.memory import Person, Reason
from kiosk.services.person.ticket import goes_along, where_to_wait
from kiosk.session import Session
from kiosk.seu.models import Arrived, Turn, TurnPlace
from screens.common import views
from screens.i18n.words import Words
from screens.view import Button, Choice, Notice, NoticeKind

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
    Reason.ARRIVED: ("person.turn.what", "person.nothing.notdone"),
}

NOTICES: dict[str, tuple[NoticeKind, str]] = {
    "turn.printing": ("info", "printer"),
    "turn.printed": ("done", "check-circle"),
    "turn.notprinted": ("care", "warning"),
    "turn.unheard": ("care", "warning"),
    "turn.gone": ("care", "warning"),
    "turn.called": ("done", "bell-ringing"),
    "turn.called.screen": ("done", "bell-ringing"),
}


def person_offer(session: Session, house: House, words: Words) -> views.PersonOffer:
    """Why, and the turn that leads on."""
    what, notdone = WHAT[session.person.reason]
    now = "person.now.along" if carried(session, house) else "person.now"
    return views.PersonOffer(
        question=words("person.question"),
        panels=panels(words, words(what), words(notdone), words(now)),
        primary=Button(label=words("person.take"), icon="ticket"),
        primary_act="take_turn",
    )


def person_turn(session: Session, house: House, words: Words) -> views.PersonTurn:
    """The number, large, what the printer said of its ticket, and how far the queue has come."""
    person = session.person
    turn = person.turn
    if turn is None:
        raise RuntimeError("showed a turn that was not given")
    ahead, wait = _place(person, turn)
    question, lead = words("turn.question"), words("turn.lead")
    if person.reason is Reason.ARRIVED and isinstance(session.arrival.answer, Arrived):
        hour = words.hour_said(session.arrival.answer.at.astimezone(house.clock.now().tzinfo))
        question, lead = words("arrival.here"), words("arrival.here.lead", hour=hour)
    return views.PersonTurn(
        question=question,
        lead="\n".join(filter(None, (lead, goes_along(turn, words)))),
        number=turn.number,
        where=where_to_wait(turn.zone, words),
        figures=(
            Choice(
                id="ahead",
                title=str(ahead),
                about=words("turn.before"),
                off=words("turn.before.unit", n=ahead),
            ),
            Choice(
                id="wait",
                title=str(wait),
                about=words("turn.wait.about"),
                off=words("turn.minutes", n=wait),
            ),
        ),
        notice=_notice(person, words),
        follow=words("turn.follow.short") if turn.follow_url else "",
        follow_qr=qr_picture(turn.follow_url) if turn.follow_url else "",
        again=Button(label=words("turn.again"), icon="printer", ready=person.ticket != "turn.printing"),
        back=Button(label=words("turn.unneeded"), icon="x", ready=person.ticket != "turn.printing")
        if person.waits
        else None,
        done=Button(label=words("turn.done"), icon="check"),
    )


def _place(person: Person, turn: Turn) -> tuple[int, int]:
    """People before this one, and minutes."""
    known = person.place or turn
    return known.ahead, known.wait_minutes


def _notice(person: Person, words: Words) -> Notice:
    """What matters most now: being called, then the ticket, then that the seu is not heard."""
    key, desk = person.ticket, ""
    match person.place:
        case TurnPlace(state="called", desk=desk):
            key = "turn.called" if desk else "turn.called.screen"
        case TurnPlace(state="gone"):
            key = "turn.gone"
        case _ if person.unheard and key == "turn.printed":
            key = "turn.unheard"
    return words.notice(*NOTICES[key], key, desk=desk)


VIEWS = (person_offer, person_turn)
WAITS = ("person_ask",)
