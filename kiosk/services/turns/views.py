"""What the screens before a turn show."""

from __future__ import annotations

from kiosk.house import House
from kiosk.services.common.views import panels
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


VIEWS = (turns_queue, turns_priority, turns_none)
ROUTE = (
    dict.fromkeys(("turns_queue", "turns_priority"), "step.desk"),
    dict.fromkeys(("person_ask", "person_turn"), "step.turn"),
)
