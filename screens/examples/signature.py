"""Examples of the screens by which a person signs with their own card."""

from __future__ import annotations

from screens.examples.pieces import keypad, notdone, now, what
from screens.i18n.words import Words
from screens.identify.views import IdentifyContact, IdentifyPin, IdentifyRisk
from screens.view import Button, Notice, View

LETTERS = ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")
SIGNS = ("1234567890", "-_.,:;!?@#", "$%&/()=+*", "<>[]{}~")
LEAST = 8


def contact(say: Words, problem: Notice) -> IdentifyContact:
    return IdentifyContact(
        question=say("contact.question"),
        lead=say("contact.lead"),
        problem=problem,
        leave=say.notice("info", "hand-palm", "contact.leave"),
        none=Button(label=say("contact.none"), icon="question"),
    )


def risk(say: Words, which: str) -> IdentifyRisk:
    return IdentifyRisk(
        question=say(f"risk.{which}.title"),
        panels=(what(say, f"risk.{which}.what"), notdone(say, "risk.notdone"), now(say, "risk.now")),
        primary=Button(label=say("risk.other"), icon="arrow-left"),
        primary_act="no_pin",
        secondary=Button(label=say("risk.insist"), icon="check"),
        secondary_act="insist",
    )


def pin(
    say: Words,
    typed: int,
    wrong: Notice,
    rows: tuple[str, ...] = LETTERS,
    change: str = "pin.capitals",
    cells: int = LEAST,
) -> IdentifyPin:
    whole = typed >= LEAST
    return IdentifyPin(
        question=say("pin.question"),
        lead=say("pin.lead"),
        run=tuple("•" if cell < typed else "" for cell in range(cells)),
        wrong=wrong,
        bad=wrong.text != "",
        rows=rows,
        change=say(change),
        keypad=keypad(say),
        none=Button(label=say("contact.none"), icon="question"),
        send=Button(
            label=say("act.continue") if whole else say("pin.more", n=LEAST - typed),
            icon="check" if whole else "",
            ready=whole,
        ),
    )


def examples(say: Words) -> dict[str, View]:
    return {
        "contact": contact(say, Notice()),
        "contact-notsigner": contact(say, say.notice("care", "warning", "contact.notsigner")),
        "contact-pulled": contact(say, say.notice("care", "warning", "contact.pulled")),
        "risk-last": risk(say, "last"),
        "risk-unknown": risk(say, "unknown"),
        "pin": pin(say, 3, Notice()),
        "pin-whole": pin(say, 8, Notice(), cells=9),
        "pin-long": pin(say, 16, Notice(), cells=16),
        "pin-signs": pin(say, 5, Notice(), SIGNS, "pin.small"),
        "pin-wrong": pin(say, 0, say.notice("fault", "warning-octagon", "pin.wrong")),
    }
