"""What the screens show on which a turn is taken over."""

from __future__ import annotations

from typing import get_args

from kiosk.house import House
from kiosk.services.common.views import cells, keypad, panels
from kiosk.services.handover.memory import Refusal
from kiosk.services.handover.number import LONGEST, number_of
from kiosk.session import Session
from kiosk.seu.models import BookableProcedure, OfferId, Procedure, TakenOver, in_language
from screens.handover import views
from screens.i18n.words import LANGUAGES, Words
from screens.view import Button, Choice, Notice

SERVICES = ("padro", "appointments", "procedures")
"""Those that can be gone on with; of another one only the language is taken over."""
CELLS = 4
"""At least so many are shown."""


def handover_number(session: Session, house: House, words: Words) -> views.HandoverNumber:
    """The letter and the number of the turn."""
    typed = session.handover.typed
    ready = bool(number_of(typed))
    return views.HandoverNumber(
        question=words("handover.number.question"),
        lead=words("handover.number.lead"),
        run=cells(typed, min(max(CELLS, len(typed) + 1), LONGEST)),
        keypad=keypad(words),
        none=Button(label=words("handover.number.none"), icon="ticket"),
        send=Button(
            label=words("handover.number.send" if ready else "handover.number.more"),
            icon="check" if ready else "",
            ready=ready,
        ),
    )


def handover_show(session: Session, house: House, words: Words) -> views.HandoverShow:
    """What the turn is about, for whoever sits beside to make sure of; and that nobody is named by it."""
    taken = session.handover.taken
    if taken is None:
        raise RuntimeError("showed a turn that was not taken over")
    known, off = taken.service in SERVICES, house.facts().off.get(taken.service, "")
    begins = known and not off
    return views.HandoverShow(
        question=words("handover.show.question", number=taken.number),
        lead=words("handover.show.lead"),
        facts=tuple(
            Choice(id=name, title=words(f"handover.{name}"), about=about)
            for name, about in (
                ("what", _what(taken, session, house, words) if known else words("handover.what.other")),
                ("language", _language(taken.language, words)),
                ("screen", words(f"handover.screen.{taken.screen}") if taken.screen else ""),
            )
            if about
        ),
        note=words("handover.again"),
        notice=words.notice("care", "warning", off) if off else Notice(),
        on=Button(label=words("handover.on" if begins else "handover.on.menu"), icon="arrow-right"),
        on_act="choose_service" if begins else "go_on",
        on_payload=taken.service if begins else "",
        other=Button(label=words("handover.other"), icon="arrow-left"),
    )


def _what(taken: TakenOver, session: Session, house: House, words: Words) -> str:
    """The service, and what was chosen in it as far as its name is known here."""
    return ": ".join(
        filter(None, (words(f"handover.{taken.service}"), _chosen(taken, session, house, words)))
    )


def _chosen(taken: TakenOver, session: Session, house: House, words: Words) -> str:
    match taken.service:
        case "padro" if taken.choice in get_args(OfferId):
            return words(f"docs.{taken.choice}")
        case "appointments" if bookable := session.appointments.catalogue:
            known: BookableProcedure | Procedure | None = bookable.procedure(taken.choice)
        case "procedures" if house.shelf:
            known = house.shelf.procedures.procedure(taken.choice)
        case _:
            known = None
    return in_language(known.name, words.language) if known else ""


def _language(code: str, words: Words) -> str:
    """Its name; of one that this kiosk does not speak also that."""
    if code in LANGUAGES:
        return words(f"handover.language.{code}")
    return words("handover.language.other", language=words.language_name(code))


def handover_none(session: Session, house: House, words: Words) -> views.HandoverNone:
    """Why there is nothing to go on with, and how to begin all the same."""
    memory = session.handover
    name, zone = f"handover.{memory.refusal}", house.clock.now().tzinfo
    hour = words.hour_said(memory.back_at.astimezone(zone)) if memory.back_at else ""
    now = f"{name}.now" if hour or memory.refusal is not Refusal.TRIES else f"{name}.wait"
    home = Button(label=words("handover.anew"), icon="house")
    again = Button(label=words("handover.number.again"), icon="arrow-clockwise")
    typed_wrong = memory.refusal in (Refusal.UNKNOWN, Refusal.TAKEN)
    return views.HandoverNone(
        question=words(f"{name}.question"),
        panels=panels(
            words,
            words(f"{name}.what", number=memory.typed),
            words("handover.notdone"),
            words(now, hour=hour),
        ),
        primary=again if typed_wrong else home,
        primary_act="other_number" if typed_wrong else "go_home",
        secondary=home if typed_wrong else None,
        secondary_act="go_home" if typed_wrong else "",
    )


VIEWS = (handover_number, handover_show, handover_none)
WAITS = ("handover_ask",)
