"""Examples of the screens by which a person proves who they are."""

from __future__ import annotations

from screens.examples.pieces import MIRRORED, PLACES, cells, keypad, send
from screens.i18n.words import Words, split_strong
from screens.identify.views import (
    IdentifyCan,
    IdentifyCard,
    IdentifyCode,
    IdentifyDone,
    IdentifyPhone,
    IdentifyProof,
    IdentifyReading,
)
from screens.view import Button, Choice, Notice, Places, View, WaitStep


def card(say: Words, problem: Notice, places: Places = PLACES) -> IdentifyCard:
    strong, text = split_strong(
        say(
            "card.privacy",
            controller="Ajuntament de L’Hospitalet",
            contact="proteccio.dades@ajuntament.example",
        )
    )
    return IdentifyCard(
        question=say("card.question"),
        lead=say(f"card.lead.{places.reader}"),
        here=say("card.here"),
        places=places,
        problem=problem,
        leave=say.notice("info", "hand-palm", "card.leave"),
        privacy=Notice(icon="shield-check", strong=strong, text=text),
        none=Button(label=say("card.none"), icon="question"),
    )


def can(say: Words, typed: str, wrong: Notice) -> IdentifyCan:
    return IdentifyCan(
        question=say("can.question"),
        lead=say("can.lead"),
        digits=cells(typed),
        wrong=wrong,
        keypad=keypad(say),
        none=Button(label=say("can.none"), icon="question"),
        send=send(say, typed),
    )


def reading(say: Words, percent: int) -> IdentifyReading:
    order = ("reading.opened", "reading.can", "reading.data", "reading.check")
    now = percent * len(order) // 101
    return IdentifyReading(
        question=say("reading.question"),
        lead=say("reading.left", n=3),
        title=say("reading.title"),
        percent=percent,
        steps=tuple(
            WaitStep(text=say(key), state="done" if place < now else "now" if place == now else "todo")
            for place, key in enumerate(order)
        ),
        notice=say.notice("info", "shield-check", "reading.wipe"),
        stop=Button(label=say("reading.stop"), icon="x"),
    )


def proof(say: Words) -> IdentifyProof:
    return IdentifyProof(
        question=say("proof.question"),
        lead=say("proof.lead"),
        choices=tuple(
            Choice(id=name, title=say(f"proof.{name}"), about=say(f"proof.{name}.about"), icon=icon)
            for name, icon in (
                ("idcat", "device-mobile"),
                ("municipal", "buildings"),
                ("staff", "hand-waving"),
            )
        ),
    )


def phone(say: Words, number: str, wrong: Notice, prefix: str = "+34") -> IdentifyPhone:
    whole = len(number.replace(" ", "")) == 9
    return IdentifyPhone(
        question=say("phone.question"),
        lead=say("phone.lead.idcat"),
        prefix=prefix,
        number=number,
        wrong=wrong,
        keypad=keypad(say),
        change_prefix=Button(label=say("phone.abroad"), icon="globe"),
        none=Button(label=say("code.nophone"), icon="question"),
        send=Button(
            label=say("phone.send" if whole else "phone.more.short"),
            icon="check" if whole else "",
            ready=whole,
        ),
    )


def code(say: Words, typed: str, wrong: Notice, wait: int = 24) -> IdentifyCode:
    return IdentifyCode(
        question=say("code.question"),
        lead=say("code.lead", phone="6•• ••• •58"),
        digits=cells(typed),
        wrong=wrong,
        keypad=keypad(say),
        resend=Button(
            label=say("code.resend.wait", n=wait) if wait else say("code.resend"),
            icon="timer",
            ready=not wait,
        ),
        none=Button(label=say("code.nophone")),
        send=send(say, typed),
    )


def done(say: Words, last: Notice) -> IdentifyDone:
    return IdentifyDone(
        question=say("done.question"),
        lead=say("done.lead", name="Montserrat"),
        last_access=last,
        take_card=say.notice("care", "identification-card", "done.card"),
        go_on=Button(label=say("act.continue"), icon="arrow-right"),
    )


def examples(say: Words) -> dict[str, View]:
    return {
        "card": card(say, Notice()),
        "card-unknown": card(say, say.notice("care", "warning", "card.unknown")),
        "card-health": card(say, say.notice("care", "warning", "card.health")),
        "card-mirrored": card(say, Notice(), MIRRORED),
        "can": can(say, "4829", Notice()),
        "can-whole": can(say, "482915", Notice()),
        "can-wrong": can(say, "", say.notice("fault", "warning-octagon", "can.wrong")),
        "reading": reading(say, 60),
        "reading-begins": reading(say, 0),
        "proof": proof(say),
        "phone": phone(say, "612 34", Notice()),
        "phone-whole": phone(say, "612 345 678", Notice()),
        "phone-bad": phone(say, "", say.notice("care", "warning", "phone.bad"), "+"),
        "code": code(say, "41", Notice()),
        "code-wrong": code(say, "", say.notice("fault", "warning-octagon", "code.wrong", n=1), wait=0),
        "code-late": code(say, "", say.notice("fault", "warning-octagon", "code.late"), wait=0),
        "done": done(
            say, say.notice("info", "clock", "done.last", day="dimecres 12 de novembre", hour="9.41")
        ),
        "done-first": done(say, say.notice("info", "info", "done.first")),
    }
