"""What the screens before a turn show."""

from __future__ import annotations

from kiosk.house import House
from kiosk.services.common.views import panel, panels
from kiosk.session import Session
from kiosk.seu.models import in_language
from screens.i18n.words import Words
from screens.turns import views
from screens.view import Button, Choice

QUEUE_ICONS = {
    "padro": "identification-card",
    "general": "dots-three-circle",
    "taxes": "coins",
    "assisted": "users",
}
OTHER_QUEUE_ICON = "ticket"


def turns_queue(session: Session, house: House, words: Words) -> views.TurnsQueue:
    """The subjects of the seu, in its own words and order."""
    queues = house.catalogue.turns.queues if house.catalogue else ()
    return views.TurnsQueue(
        question=words("turns.queue.question"),
        lead=words("turns.queue.lead"),
        choices=tuple(
            Choice(
                id=queue.id,
                title=in_language(queue.name, words.language),
                about=in_language(queue.about, words.language) if queue.about else "",
                icon=QUEUE_ICONS.get(queue.id, OTHER_QUEUE_ICON),
            )
            for queue in queues
        ),
    )


def turns_priority(session: Session, house: House, words: Words) -> views.TurnsPriority:
    """One calm question; nobody asks why."""
    return views.TurnsPriority(
        question=words("turns.priority.question"),
        lead=words("turns.priority.lead"),
        choices=(
            Choice(id="no", title=words("turns.priority.no"), icon="ticket"),
            Choice(id="yes", title=words("turns.priority.yes"), icon="user-check"),
        ),
        notice=words.notice("info", "eye-slash", "turns.priority.discreet"),
    )


def turns_none(session: Session, house: House, words: Words) -> views.TurnsNone:
    """Today's turns are gone, and when there are more."""
    back_at, zone = session.person.back_at, house.clock.now().tzinfo
    when = back_at.astimezone(zone) if back_at else None
    now = (
        words("turns.none.back", day=words.day(when), hour=words.hour_said(when))
        if when
        else words("turns.none.ask")
    )
    return views.TurnsNone(
        question=words("turns.none.question"),
        panels=panels(words, words("turns.none.what"), words("turns.none.notdone"), now),
        primary=Button(label=words("act.home"), icon="house"),
        primary_act="go_home",
    )


def turns_giveup(session: Session, house: House, words: Words) -> views.TurnsGiveup:
    """It is asked once: a stray touch loses nobody's place."""
    number = _number(session)
    return views.TurnsGiveup(
        question=words("turn.giveup.question"),
        panels=(
            panel("now", words("turn.giveup.which"), words("turn.giveup.text", number=number)),
            panel("notdone", words("trouble.notdone"), words("turn.giveup.notdone")),
        ),
        primary=Button(label=words("turn.giveup"), icon="x"),
        primary_act="give_back",
        secondary=Button(label=words("turn.giveup.keep"), icon="ticket"),
        secondary_act="keep_turn",
    )


def turns_given_back(session: Session, house: House, words: Words) -> views.TurnsGivenBack:
    """Nobody is called by it any more."""
    return views.TurnsGivenBack(
        question=words("turn.back.question"),
        panels=(
            panel("notdone", words("turn.back.done"), words("turn.back.text", number=_number(session))),
            panel("now", words("trouble.now"), words("turn.back.now")),
        ),
        primary=Button(label=words("turn.done"), icon="check"),
        primary_act="done",
    )


def turns_unheard(session: Session, house: House, words: Words) -> views.TurnsUnheard:
    """Nobody knows yet whether the seu has taken it; the kiosk goes on telling it."""
    return views.TurnsUnheard(
        question=words("turn.unheard.question"),
        panels=panels(
            words,
            words("turn.unheard.what"),
            words("turn.unheard.notdone", number=_number(session)),
            words("turn.unheard.now"),
        ),
        primary=Button(label=words("turn.done"), icon="check"),
        primary_act="done",
    )


def _number(session: Session) -> str:
    turn = session.person.turn
    if turn is None:
        raise RuntimeError("gave back a turn that was not given")
    return turn.number


VIEWS = (turns_queue, turns_priority, turns_none, turns_giveup, turns_given_back, turns_unheard)
WAITS = ("turns_back",)
ROUTE = (
    dict.fromkeys(("turns_queue", "turns_priority"), "step.desk"),
    dict.fromkeys(("person_ask", "person_turn", "turns_giveup", "turns_back"), "step.turn"),
)
