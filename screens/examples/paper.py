"""Examples of the screens while paper is made, held up and taken."""

from __future__ import annotations

from screens.common.views import Trouble
from screens.examples.pieces import MIRRORED, PLACES, kept, notdone, now, what
from screens.i18n.words import Words
from screens.paper.views import (
    PaperHeld,
    PaperPrinting,
    PaperRetracted,
    PaperTake,
    PaperUncertain,
    PaperUnwritten,
)
from screens.view import Button, Places, View


def printing(say: Words, percent: int, sheet: str) -> PaperPrinting:
    return PaperPrinting(
        question=say("printing.question"), sheet=sheet, percent=percent, promise=say("printing.promise")
    )


def held(say: Words, title: str, cause: str, next_step: str, status: str) -> PaperHeld:
    return PaperHeld(
        question=say(title),
        lead=say("paperout.calm"),
        panels=(
            what(say, cause),
            kept(say, "paperout.kept" if title == "paperout.title" else "held.kept"),
            now(say, next_step),
        ),
        status=status,
        primary=Button(label=say("paperout.leave"), icon="door"),
        primary_act="collect_at_desk",
    )


def take(say: Words, sheets: int, places: Places) -> PaperTake:
    return PaperTake(
        question=say("take.question"),
        lead=say(f"take.lead.{places.slot}"),
        printed=say("take.done", n=sheets),
        places=places,
        notice=say.notice("info", "eye-slash", "take.careful"),
        got=Button(label=say("take.got"), icon="check"),
    )


def trouble(say: Words, view: type[Trouble], about: str, label: str, act: str) -> Trouble:
    return view(
        question=say(f"{about}.title"),
        panels=(
            what(say, f"{about}.what"),
            kept(say, f"{about}.kept") if about == "retracted" else notdone(say, f"{about}.notdone"),
            now(say, f"{about}.now"),
        ),
        primary=Button(label=say(label), icon="printer" if act == "print_copy" else "ticket"),
        primary_act=act,
        secondary=Button(label=say("act.continue"), icon="arrow-right"),
        secondary_act="go_home",
    )


def examples(say: Words) -> dict[str, View]:
    return {
        "printing": printing(say, 62, say("printing.sheet.one")),
        "printing-begins": printing(say, 0, say("printing.sheet", n=1, m="2")),
        "held-paper": held(
            say, "paperout.title", "paperout.what", "paperout.now", say("paperout.sent", hour="10.31")
        ),
        "held-offline": held(say, "held.title", "offline.what", "held.now.untold", say("held.status")),
        "take": take(say, 1, PLACES),
        "take-mirrored": take(say, 2, MIRRORED),
        "take-watched": take(say, 1, PLACES).model_copy(
            update={"got": None, "notice": say.notice("info", "check-circle", "take.watched")}
        ),
        "retracted": trouble(say, PaperRetracted, "retracted", "retracted.copy", "print_copy"),
        "unwritten": trouble(say, PaperUnwritten, "unwritten", "person.take", "take_turn"),
        "uncertain": trouble(say, PaperUncertain, "uncertain", "person.take", "take_turn"),
    }
