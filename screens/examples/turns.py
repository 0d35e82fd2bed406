"""Examples of the screens on which somebody says what a turn is for."""

from __future__ import annotations

from screens.examples.pieces import notdone, now, now_said, said_as, what
from screens.i18n.words import Words
from screens.turns.views import (
    TurnsGivenBack,
    TurnsGiveup,
    TurnsNone,
    TurnsPriority,
    TurnsQueue,
    TurnsUnheard,
)
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


def giveup(say: Words) -> TurnsGiveup:
    return TurnsGiveup(
        question=say("turn.giveup.question"),
        panels=(
            said_as("now", say("turn.giveup.which"), say("turn.giveup.text", number="P047")),
            notdone(say, "turn.giveup.notdone"),
        ),
        primary=Button(label=say("turn.giveup"), icon="x"),
        primary_act="give_back",
        secondary=Button(label=say("turn.giveup.keep"), icon="ticket"),
        secondary_act="keep_turn",
    )


def given_back(say: Words) -> TurnsGivenBack:
    return TurnsGivenBack(
        question=say("turn.back.question"),
        panels=(
            said_as("notdone", say("turn.back.done"), say("turn.back.text", number="P047")),
            now(say, "turn.back.now"),
        ),
        primary=Button(label=say("turn.done"), icon="check"),
        primary_act="done",
    )


def unheard(say: Words) -> TurnsUnheard:
    return TurnsUnheard(
        question=say("turn.unheard.question"),
        panels=(
            what(say, "turn.unheard.what"),
            said_as("notdone", say("trouble.notdone"), say("turn.unheard.notdone", number="P047")),
            now(say, "turn.unheard.now"),
        ),
        primary=Button(label=say("turn.done"), icon="check"),
        primary_act="done",
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
        "turns-giveup": giveup(say),
        "turns-given-back": given_back(say),
        "turns-unheard": unheard(say),
    }
