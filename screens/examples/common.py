"""Examples of the screens of the spine."""

from __future__ import annotations

import base64
import io

import segno

from screens.common.views import (
    Attract,
    Goodbye,
    Language,
    Menu,
    More,
    Opinion,
    OutOfService,
    PersonOffer,
    PersonTurn,
    Trouble,
    Wait,
)
from screens.examples.pieces import notdone, now, what
from screens.i18n.words import LANGUAGES, NAMES, NAMES_IN_SOURCE, Words, words
from screens.view import Button, Choice, Notice, View

# The services that come with later issues: their arches and cards have to have room already.
LATER_ARCHES = (
    Choice(id="idcat", title="idCAT Mòbil", icon="device-mobile"),
    Choice(id="places", title="Llocs", icon="map-trifold"),
)
LATER_SERVICES = (
    Choice(id="arrival", title="Tinc cita", about="Aviseu que ja heu arribat", icon="qr-code"),
    Choice(
        id="appointment", title="Demana cita", about="També canviar-la o anul·lar-la", icon="calendar-plus"
    ),
    Choice(
        id="idcat",
        title="Obtén l’idCAT Mòbil",
        about="Per fer tràmits des de casa",
        icon="device-mobile",
        off="Disponible a les 15 h: ara falta personal",
    ),
    Choice(id="places", title="Busca un lloc", about="Biblioteques, CAP, escoles…", icon="map-trifold"),
)
FOLLOW = "https://seu.exemple.cat/torn/9f86d081884c7d659a2f"
REASONS = {0: (), 2: ("lost", "notfound", "slow", "broken"), 4: ("fast", "clear", "helped", "noqueue")}


def qr(text: str) -> str:
    """A QR as the kiosk sends it to a screen: one pixel a module, quiet zone included."""
    picture = io.BytesIO()
    segno.make(text, error="m", micro=False).save(picture, kind="png", scale=1, border=4)
    return "data:image/png;base64," + base64.b64encode(picture.getvalue()).decode()


def attract(say: Words, later: int, lit: int) -> Attract:
    here = (
        Choice(id="padro", title=say("attract.padro"), icon="identification-card"),
        Choice(id="appointments", title=say("attract.appointments"), icon="calendar-plus"),
        Choice(id="turn", title=say("attract.turn"), icon="ticket"),
        Choice(id="procedures", title=say("attract.procedures"), icon="books"),
    )
    return Attract(
        question=say("attract.greeting.morning"),
        lead=say("attract.lead"),
        start=say("attract.start"),
        start_others=tuple(words(other)("attract.start") for other in LANGUAGES if other != say.language),
        arches=(*here, *LATER_ARCHES[:later]),
        lit=lit,
    )


def menu(say: Words, *, off: str = "", later: int = 0) -> Menu:
    here = (
        Choice(
            id="padro",
            title=say("menu.padro"),
            about=say("menu.padro.about"),
            icon="identification-card",
            off=off,
        ),
        Choice(id="turn", title=say("menu.turn"), about=say("menu.turn.about"), icon="ticket"),
        Choice(
            id="procedures", title=say("menu.procedures"), about=say("menu.procedures.about"), icon="books"
        ),
    )
    return Menu(
        question=say("menu.question"),
        lead=say("menu.lead"),
        choices=(*LATER_SERVICES[: later and 1], *here, *LATER_SERVICES[1:later]),
        notice=Notice(kind="care", text=off) if off else Notice(),
    )


def language(say: Words) -> Language:
    return Language(
        question=say("language.question"),
        lead="\n".join(words(other)("language.question") for other in LANGUAGES if other != say.language),
        choices=tuple(
            Choice(
                id=code,
                title=NAMES[code],
                about="" if code == "ca" else NAMES_IN_SOURCE[code],
                chosen=code == say.language,
            )
            for code in LANGUAGES
        ),
        other=Button(label=say("language.other"), icon="hand-waving"),
        official=say("language.official"),
        contrast=Button(label=say("access.contrast"), icon="circle-half"),
    )


def trouble(say: Words, title: str, cause: str, left: str, next_step: str) -> Trouble:
    return Trouble(
        question=say(title),
        panels=(what(say, cause), notdone(say, left), now(say, next_step)),
        primary=Button(label=say("act.retry"), icon="arrow-clockwise"),
        primary_act="retry",
        secondary=Button(label=say("act.home"), icon="house"),
        secondary_act="go_home",
    )


def person_offer(say: Words, cause: str, left: str, then: str = "person.now") -> PersonOffer:
    return PersonOffer(
        question=say("person.question"),
        panels=(what(say, cause), notdone(say, left), now(say, then)),
        primary=Button(label=say("person.take"), icon="ticket"),
        primary_act="take_turn",
    )


def person_turn(
    say: Words, ahead: int, notice: Notice, follow: str = "", *, along: bool = False
) -> PersonTurn:
    return PersonTurn(
        question=say("turn.question"),
        lead=f"{say('turn.lead')}\n{say('turn.along')}" if along else say("turn.lead"),
        number="P047",
        where=say("turn.where.pink" if along else "turn.where.orange"),
        figures=(
            Choice(
                id="ahead",
                title=str(ahead),
                about=say("turn.before"),
                off=say("turn.before.unit", n=ahead),
            ),
            Choice(id="wait", title="12", about=say("turn.wait.about"), off=say("turn.minutes", n=12)),
        ),
        notice=notice,
        follow=say("turn.follow.short") if follow else "",
        follow_qr=qr(follow) if follow else "",
        again=Button(label=say("turn.again"), icon="printer"),
        back=Button(label=say("turn.unneeded"), icon="x"),
        done=Button(label=say("turn.done"), icon="check"),
    )


def more(say: Words, notice: Notice, turn: str = "") -> More:
    return More(
        question=say("more.question"),
        yes=Choice(id="yes", title=say("more.yes"), about=say("more.yes.about"), icon="plus"),
        no=Choice(id="no", title=say("more.no"), about=say("more.no.about"), icon="door"),
        turn=Button(label=say("more.turn", number=turn), icon="x") if turn else None,
        notice=notice,
    )


def opinion(say: Words, chosen: int) -> Opinion:
    question = "" if not chosen else say("opinion.good" if chosen > 3 else "opinion.bad")
    return Opinion(
        question=say("opinion.question"),
        lead=say("opinion.anonymous"),
        faces=tuple(
            Choice(id=str(mood), title=say(f"opinion.{mood}"), chosen=mood == chosen) for mood in range(1, 6)
        ),
        reasons_question=question,
        reasons=tuple(
            Choice(id=name, title=say(f"opinion.{name}"), chosen=place == 0)
            for place, name in enumerate(REASONS[chosen])
        ),
        skip=Button(label=say("opinion.skip")),
        send=Button(label=say("opinion.send"), ready=bool(chosen)),
    )


def goodbye(say: Words, *, whole: bool) -> Goodbye:
    return Goodbye(
        question=say("bye.title"),
        take=(
            Choice(id="card", title=say("bye.card"), icon="identification-card"),
            Choice(id="paper", title=say("bye.paper"), icon="file-text"),
        )
        if whole
        else (),
        wiped=Notice(kind="done", text=say("bye.wiped")),
        home_title=say("bye.home") if whole else "",
        home_text="Bonificació de l’IBI per família nombrosa" if whole else "",
        home_needs=say("home.needs.digital") if whole else "",
        home_address="seuelectronica.ajuntament.example/padro" if whole else "",
        home_qr=qr("https://seuelectronica.ajuntament.example/padro") if whole else "",
    )


def examples(say: Words) -> dict[str, View]:
    return {
        "attract": attract(say, 0, 0),
        "attract-6": attract(say, 2, 1),
        "out": OutOfService(question=say("out.question"), lead=say("out.lead")),
        "out-settings": OutOfService(
            question=say("out.question"),
            lead=say("out.lead"),
            for_staff=(
                "seu.base_url: ha de començar per https:// (ara: «seu.example»)",
                "printers.document.address: falta. Per exemple: tcp://192.0.2.10:9100",
            ),
        ),
        "language": language(say),
        "menu": menu(say),
        "menu-off": menu(say, off=say("off.padro.paper")),
        "menu-4": menu(say, later=1),
        "menu-5": menu(say, later=2),
        "menu-6": menu(say, later=3),
        "menu-7": menu(say, later=4),
        "trouble-seu": trouble(say, "seudown.title", "seudown.wrong", "seudown.notdone", "seudown.now"),
        "trouble-turn": trouble(say, "seudown.title", "seudown.what", "seudown.unsure.turn", "seudown.now"),
        "trouble-read": trouble(say, "notread.title", "notread.what", "notread.notdone", "notread.now"),
        "person-offer": person_offer(say, "person.refused.what", "person.refused.notdone"),
        "person-offer-blocked": person_offer(say, "person.blocked.what", "person.blocked.notdone"),
        "person-offer-long": person_offer(say, "person.collect.what", "person.collect.notdone"),
        "person-offer-along": person_offer(
            say, "person.document.what", "person.nothing.notdone", "person.now.along"
        ),
        "person-turn": person_turn(say, 3, say.notice("done", "check-circle", "turn.printed")),
        "person-turn-unprinted": person_turn(say, 1, say.notice("care", "warning", "turn.notprinted")),
        "person-turn-followed": person_turn(say, 3, say.notice("care", "warning", "turn.unheard"), FOLLOW),
        "person-turn-along": person_turn(
            say, 3, say.notice("done", "check-circle", "turn.printed"), FOLLOW, along=True
        ),
        "person-turn-called": person_turn(
            say, 0, say.notice("done", "bell-ringing", "turn.called", desk="3"), FOLLOW
        ),
        "wait": Wait(question=say("wait.question"), text=say("wait.text")),
        "more": more(say, say.notice("care", "identification-card", "more.card")),
        "more-plain": more(say, Notice()),
        "more-turn": more(say, say.notice("care", "identification-card", "more.card"), "P047"),
        "opinion": opinion(say, 0),
        "opinion-good": opinion(say, 4),
        "opinion-bad": opinion(say, 2),
        "goodbye": goodbye(say, whole=True),
        "goodbye-short": goodbye(say, whole=False),
    }
