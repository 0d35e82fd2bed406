"""What the screens of the welcome zone show."""

from __future__ import annotations

from config.welcome import Place, Texts, Welcome
from kiosk.house import House
from kiosk.session import Session
from screens.i18n.words import Words
from screens.view import Button, Choice, Notice
from screens.welcome import views

ICONS = {"start": "hand-tap", "turn": "ticket", "arrival": "qr-code"}
PAINTED = frozenset({"blue", "pink", "orange"})
"""Zones whose colour a screen can show; others are named alone."""


def welcome_ask(session: Session, house: House, words: Words) -> views.WelcomeAsk:
    """One question, in the town hall's own words."""
    question = _tree(house).questions[session.welcome.asked[-1]]
    return views.WelcomeAsk(
        question=_in(question.text, words),
        choices=tuple(
            Choice(id=str(number), title=_in(answer.text, words), icon=answer.icon)
            for number, answer in enumerate(question.answers)
        ),
    )


def welcome_place(session: Session, house: House, words: Words) -> views.WelcomePlace:
    """Where to go, large, and what happens next; where that cannot be done now, why."""
    place = _tree(house).places[session.welcome.place]
    off = house.facts().off.get(place.next, "")
    return views.WelcomePlace(
        question=words("welcome.place.question"),
        zone=_in(place.text, words),
        colour=place.zone if place.zone in PAINTED else "",
        about=_in(place.about, words),
        event=_event(place),
        payload="arrival" if place.next == "arrival" else "",
        notice=words.notice("care", "warning", off) if off else Notice(),
        on=Button(label=words(f"welcome.{place.next}"), icon=ICONS[place.next], ready=not off),
    )


def _event(place: Place) -> str:
    return "choose_service" if place.next == "arrival" else "go_on"


def _tree(house: House) -> Welcome:
    if house.welcome is None:
        raise RuntimeError("showed the questions of another zone")
    return house.welcome


def _in(texts: Texts, words: Words) -> str:
    return texts[words.language]


VIEWS = (welcome_ask, welcome_place)
