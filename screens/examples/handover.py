"""Examples of the screens on which a turn is taken over."""

from __future__ import annotations

from datetime import time

from screens.examples.pieces import keypad, notdone, now_said, said_as
from screens.handover.views import HandoverNone, HandoverNumber, HandoverShow
from screens.i18n.words import Words
from screens.view import Button, Choice, Notice, View

TIME = time(10, 40)


def number(say: Words, typed: str, cells: int) -> HandoverNumber:
    ready = typed[-1:].isdigit()
    return HandoverNumber(
        question=say("handover.number.question"),
        lead=say("handover.number.lead"),
        run=tuple(typed[at : at + 1] for at in range(cells)),
        keypad=keypad(say),
        none=Button(label=say("handover.number.none"), icon="ticket"),
        send=Button(
            label=say("handover.number.send" if ready else "handover.number.more"),
            icon="check" if ready else "",
            ready=ready,
        ),
    )


def show(say: Words, facts: tuple[tuple[str, str], ...], off: str = "") -> HandoverShow:
    return HandoverShow(
        question=say("handover.show.question", number="R 021"),
        lead=say("handover.show.lead"),
        facts=tuple(Choice(id=name, title=say(f"handover.{name}"), about=about) for name, about in facts),
        note=say("handover.again"),
        notice=say.notice("care", "warning", off) if off else Notice(),
        on=Button(label=say("handover.on.menu" if off else "handover.on"), icon="arrow-right"),
        on_act="go_on" if off else "choose_service",
        on_payload="" if off else "padro",
        other=Button(label=say("handover.other"), icon="arrow-left"),
    )


def none(say: Words, name: str, *, again: bool, hour: str = "") -> HandoverNone:
    home = Button(label=say("handover.anew"), icon="house")
    retry = Button(label=say("handover.number.again"), icon="arrow-clockwise")
    return HandoverNone(
        question=say(f"handover.{name}.question"),
        panels=(
            said_as("what", say("trouble.what"), say(f"handover.{name}.what", number="R21")),
            notdone(say, "handover.notdone"),
            now_said(say, say(f"handover.{name}.now", hour=hour)),
        ),
        primary=retry if again else home,
        primary_act="other_number" if again else "go_home",
        secondary=home if again else None,
        secondary_act="go_home" if again else "",
    )


def examples(say: Words) -> dict[str, View]:
    padro = f"{say('handover.padro')}: {say('docs.certificat_dwelling_historic')}"
    spoken, unspoken = say("handover.language.es"), say.language_name("ar")
    other = say("handover.language.other", language=unspoken)
    liked = ("screen", say("handover.screen.black"))
    return {
        "handover-number": number(say, "", 4),
        "handover-number-typed": number(say, "R21", 4),
        "handover-number-longest": number(say, "ABC1234567", 10),
        "handover-show": show(say, (("what", padro), ("language", spoken), liked)),
        "handover-show-off": show(say, (("what", padro), ("language", other)), "off.printer"),
        "handover-unknown": none(say, "unknown", again=True),
        "handover-taken": none(say, "taken", again=True),
        "handover-tries": none(say, "tries", again=False, hour=say.hour_said(TIME)),
        "handover-closed": none(say, "closed", again=False),
    }
