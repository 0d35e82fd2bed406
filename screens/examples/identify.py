"""Examples of the screens by which a person proves who they are."""

from __future__ import annotations

from datetime import date

from screens.examples.pieces import MIRRORED, PLACES, cells, keypad, send
from screens.i18n.words import Words, split_strong
from screens.identify.views import (
    IdentifyCan,
    IdentifyCard,
    IdentifyCode,
    IdentifyDone,
    IdentifyMrzBirth,
    IdentifyMrzExpiry,
    IdentifyMrzNumber,
    IdentifyPhone,
    IdentifyProof,
    IdentifyReading,
    Printed,
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


NUMBER, BIRTH, EXPIRY = "L898902C36", "7408122", "1204159"
"""The specimen of ICAO 9303-4, appendix B."""


def mrz_number(
    say: Words,
    typed: str,
    about: Notice,
    document: Printed = "passport",
    *,
    bad: bool = False,
    long: int = 10,
) -> IdentifyMrzNumber:
    return IdentifyMrzNumber(
        question=say("mrz.number.question"),
        lead=say(f"mrz.number.lead.{document}"),
        document=document,
        run=tuple(typed[at : at + 1] for at in range(long)),
        wrong=about,
        bad=bad,
        keypad=keypad(say),
        change=Button(
            label=say("mrz.card" if document == "passport" else "mrz.passport"), icon="identification-card"
        ),
        none=Button(label=say("mrz.none"), icon="question"),
        send=_send_run(say, long - len(typed), "mrz.more", "mrz.look", bad=bad),
    )


def mrz_birth(
    say: Words, typed: str, about: Notice, document: Printed = "passport", *, bad: bool = False
) -> IdentifyMrzBirth:
    return IdentifyMrzBirth(
        question=say("mrz.birth.question"),
        lead=say(f"mrz.birth.lead.{document}"),
        document=document,
        run=tuple(typed[at : at + 1] for at in range(7)),
        wrong=about,
        bad=bad,
        keypad=keypad(say),
        none=Button(label=say("mrz.none"), icon="question"),
        send=_send_run(say, 7 - len(typed), "can.more", "mrz.look.digits", bad=bad),
    )


def mrz_expiry(
    say: Words, typed: str, about: Notice, document: Printed = "passport", *, bad: bool = False
) -> IdentifyMrzExpiry:
    return IdentifyMrzExpiry(
        question=say("mrz.expiry.question"),
        lead=say(f"mrz.expiry.lead.{document}"),
        document=document,
        run=tuple(typed[at : at + 1] for at in range(7)),
        wrong=about,
        bad=bad,
        keypad=keypad(say),
        none=Button(label=say("mrz.none"), icon="question"),
        send=_send_run(say, 7 - len(typed), "can.more", "mrz.look.digits", bad=bad),
    )


def _date(say: Words, when: date) -> Notice:
    return Notice(kind="done", icon="check-circle", text=say.date(when))


def _send_run(say: Words, missing: int, more: str, look: str, *, bad: bool) -> Button:
    if bad:
        return Button(label=say(look), ready=False)
    return (
        Button(label=say(more, n=missing), ready=False)
        if missing
        else Button(label=say("act.continue"), icon="check")
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


def done(say: Words, last: Notice, *, by_slot: bool = False) -> IdentifyDone:
    return IdentifyDone(
        question=say("done.question"),
        lead=say("done.lead", name="Montserrat"),
        by_slot=by_slot,
        last_access=last,
        take_card=say.notice("care", "identification-card", "done.signer" if by_slot else "done.card"),
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
        "mrz-number": mrz_number(say, NUMBER[:4], Notice()),
        "mrz-number-card": mrz_number(say, "", Notice(), "card"),
        "mrz-number-whole": mrz_number(say, NUMBER, Notice()),
        "mrz-number-needed": mrz_number(say, "", say.notice("info", "info", "mrz.needed")),
        "mrz-number-scan": mrz_number(say, "", say.notice("info", "info", "mrz.scan")),
        "mrz-number-unread": mrz_number(say, "", say.notice("care", "warning", "mrz.unread")),
        "mrz-number-refused": mrz_number(say, "", say.notice("fault", "warning-octagon", "mrz.refused")),
        "mrz-number-alike": mrz_number(
            say, "L8989O2C36", say.notice("fault", "warning-octagon", "mrz.number.alike"), bad=True
        ),
        "mrz-number-wrong": mrz_number(
            say, "L898902C35", say.notice("fault", "warning-octagon", "mrz.number.wrong"), bad=True
        ),
        "mrz-number-long": mrz_number(say, "D23145890<734", Notice(), "card", long=14),
        "mrz-birth": mrz_birth(say, BIRTH[:3], Notice()),
        "mrz-birth-card": mrz_birth(say, "", Notice(), "card"),
        "mrz-birth-wrong": mrz_birth(
            say, "7418", say.notice("fault", "warning-octagon", "mrz.date.wrong"), bad=True
        ),
        "mrz-birth-whole": mrz_birth(say, BIRTH, _date(say, date(1974, 8, 12))),
        "mrz-expiry": mrz_expiry(say, EXPIRY[:3], Notice()),
        "mrz-expiry-card": mrz_expiry(say, EXPIRY[:3], Notice(), "card"),
        "mrz-expiry-whole": mrz_expiry(say, EXPIRY, _date(say, date(2012, 4, 15))),
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
        "done-slot": done(say, say.notice("info", "info", "done.first"), by_slot=True),
        "done-first": done(say, say.notice("info", "info", "done.first")),
    }
