"""Examples of the screens on which somebody says what a turn is for."""

from __future__ import annotations

from screens.examples.pieces import notdone, now_said, what
from screens.i18n.words import Words
from screens.turns.views import TurnsNone, TurnsPriority, TurnsQueue
from screens.view import Button, Choice, View

SUBJECTS = (
    ("padro", "Empadronament", "Altes, canvis i documents", "identification-card"),
    ("general", "Altres tràmits", "Instàncies, registre i dubtes", "dots-three-circle"),
    ("taxes", "Impostos i rebuts", "Pagaments i domiciliacions", "coins"),
    ("assisted", "Amb algú al costat", "Tràmits en línia, acompanyats", "users"),
    ("social", "Serveis socials i habitatge", "Primera visita, ajuts i lloguer", "ticket"),
    ("works", "Obres, llicències i activitats", "", "ticket"),
)
"""In the seu's words: here always in Catalan."""


def queue(say: Words, count: int) -> TurnsQueue:
    return TurnsQueue(
        question=say("turns.queue.question"),
        lead=say("turns.queue.lead"),
        choices=tuple(
            Choice(id=name, title=title, about=about, icon=icon)
            for name, title, about, icon in SUBJECTS[:count]
        ),
    )


def priority(say: Words) -> TurnsPriority:
    return TurnsPriority(
        question=say("turns.priority.question"),
        lead=say("turns.priority.lead"),
        choices=(
            Choice(id="no", title=say("turns.priority.no"), icon="ticket"),
            Choice(id="yes", title=say("turns.priority.yes"), icon="user-check"),
        ),
        notice=say.notice("info", "eye-slash", "turns.priority.discreet"),
    )


def none(say: Words, next_step: str) -> TurnsNone:
    return TurnsNone(
        question=say("turns.none.question"),
        panels=(
            what(say, "turns.none.what"),
            notdone(say, "turns.none.notdone"),
            now_said(say, next_step),
        ),
        primary=Button(label=say("act.home"), icon="house"),
        primary_act="go_home",
    )


def examples(say: Words) -> dict[str, View]:
    day = {"ca": "divendres 27 de novembre", "es": "viernes 27 de noviembre", "en": "Friday 27 November"}
    hour = {"ca": "8.30\u00a0h"}.get(say.language, "8:30")
    return {
        "turns-queue-2": queue(say, 2),
        "turns-queue-4": queue(say, 4),
        "turns-queue-6": queue(say, 6),
        "turns-priority": priority(say),
        "turns-none": none(say, say("turns.none.back", day=day[say.language], hour=hour)),
        "turns-none-unknown": none(say, say("turns.none.ask")),
    }
