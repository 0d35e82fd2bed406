"""Examples of the screens of the consent sheet."""

from __future__ import annotations

from screens.consent.views import ConsentChoose, ConsentPrint
from screens.examples.pieces import PLACES
from screens.i18n.words import Words
from screens.view import Button, Choice, NoticeKind, Places, View


def choose(say: Words) -> ConsentChoose:
    return ConsentChoose(
        question=say("consent.question"),
        lead=say("consent.lead"),
        choices=(
            Choice(id="padro", title=say("consent.padro"), icon="identification-card"),
            Choice(id="appointments", title=say("consent.appointments"), icon="calendar-plus"),
            Choice(
                id="other",
                title=say("consent.other"),
                about=say("consent.other.about"),
                icon="dots-three-circle",
            ),
        ),
        notice=say.notice("info", "info", "consent.official"),
    )


def printed(say: Words, key: str, kind: NoticeKind, where: Places | None) -> ConsentPrint:
    return ConsentPrint(
        question=say("consent.print.question"),
        lead=say("consent.official"),
        places=where,
        notice=say.notice(kind, "printer", key),
        again=Button(label=say("consent.again"), icon="printer", ready=kind != "info"),
        done=Button(label=say("consent.done"), icon="check"),
    )


def examples(say: Words) -> dict[str, View]:
    return {
        "consent-choose": choose(say),
        "consent-print": printed(say, "consent.printed", "done", PLACES),
        "consent-print-failed": printed(say, "consent.notprinted", "care", None),
    }
