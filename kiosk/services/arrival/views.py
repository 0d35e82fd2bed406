"""What the screens of an arrival show."""

from __future__ import annotations

from datetime import datetime

from kiosk.house import House
from kiosk.services.arrival.states import can_book_again
from kiosk.services.common.views import panels
from kiosk.session import Session
from kiosk.seu.models import ArrivedElsewhere, OutsideItsWindow, in_language
from screens.arrival import views
from screens.i18n.words import Words
from screens.view import Button, Notice, Panel

HOME, TURN, AGAIN, BOOK = "go_home", "take_turn", "scan_again", "book_again"


def arrival_scan(session: Session, house: House, words: Words) -> views.ArrivalScan:
    """Where the code stands, and what was wrong with the one that was scanned last."""
    notice = session.arrival.notice
    return views.ArrivalScan(
        question=words("arrival.scan.question"),
        lead=words("arrival.scan.lead"),
        hold=words("arrival.scan.hold"),
        problem=words.notice("care", "warning", notice) if notice else Notice(),
        none=Button(label=words("arrival.scan.none"), icon="identification-card"),
    )


def arrival_answer(session: Session, house: House, words: Words) -> views.ArrivalAnswer:
    """Why there is no turn: the hour, what was not done, and what to do now."""
    arrival = session.arrival
    match arrival.answer:
        case OutsideItsWindow(result="too_early", at=at, opens_at=opens_at):
            told = _early(house, words, at, opens_at)
        case OutsideItsWindow(at=at, closes_at=closes_at):
            other = BOOK if can_book_again(session, house.facts()) else HOME
            told = _late(house, words, at, closes_at, other)
        case ArrivedElsewhere(at=at, office=office, address=address):
            told = _elsewhere(house, words, at, in_language(office, words.language), address)
        case _:
            told = _none(words, scanned=bool(arrival.code))
    question, panels, acts = told
    primary, secondary = (*acts, "")[:2]
    return views.ArrivalAnswer(
        question=words(question),
        panels=panels,
        primary=_button(primary, words),
        primary_act=primary,
        secondary=_button(secondary, words) if secondary else None,
        secondary_act=secondary,
    )


Told = tuple[str, tuple[Panel, ...], tuple[str, ...]]
"""The question's key, the panels, and one act or two."""


def _early(house: House, words: Words, at: datetime, opens_at: datetime) -> Told:
    now = "arrival.early.now" if _is_today(house, at) else "arrival.early.now.day"
    return (
        "arrival.early.question",
        panels(
            words,
            _sentence(house, words, "arrival.early.what", at),
            words("arrival.early.notdone"),
            words(now, hour=_hour(house, words, opens_at)),
        ),
        (HOME,),
    )


def _late(house: House, words: Words, at: datetime, closes_at: datetime, other: str) -> Told:
    return (
        "arrival.late.question",
        panels(
            words,
            _sentence(house, words, "arrival.late.what", at, until=_hour(house, words, closes_at)),
            words("arrival.late.notdone"),
            words("arrival.late.now"),
        ),
        (TURN, other),
    )


def _elsewhere(house: House, words: Words, at: datetime, office: str, address: str) -> Told:
    return (
        "arrival.elsewhere.question",
        panels(
            words,
            _sentence(house, words, "arrival.elsewhere.what", at, office=office),
            words("arrival.early.notdone"),
            words("arrival.elsewhere.now", address=address),
        ),
        (HOME,),
    )


def _none(words: Words, *, scanned: bool) -> Told:
    what = "arrival.none.what.code" if scanned else "arrival.none.what.person"
    parts = panels(words, words(what), words("arrival.none.notdone"), words("arrival.none.now"))
    return "arrival.none.question", parts, (TURN, AGAIN) if scanned else (TURN, HOME)


def _sentence(house: House, words: Words, key: str, at: datetime, **filled: str) -> str:
    """Today by its hour alone; another day by its name as well."""
    if _is_today(house, at):
        return words(key, n=None, hour=_hour(house, words, at), **filled)
    hour, day = _hour(house, words, at), words.day(_local(house, at))
    return words(f"{key}.day", n=None, day=day, hour=hour, **filled)


def _is_today(house: House, at: datetime) -> bool:
    return _local(house, at).date() == house.clock.now().date()


def _hour(house: House, words: Words, at: datetime) -> str:
    return words.hour_said(_local(house, at))


def _local(house: House, at: datetime) -> datetime:
    return at.astimezone(house.clock.now().tzinfo)


def _button(act: str, words: Words) -> Button:
    match act:
        case "take_turn":
            return Button(label=words("arrival.take"), icon="ticket")
        case "scan_again":
            return Button(label=words("act.retry"), icon="arrow-clockwise")
        case "book_again":
            return Button(label=words("arrival.late.again"), icon="calendar-plus")
    return Button(label=words("act.home"), icon="house")


VIEWS = (arrival_scan, arrival_answer)
WAITS = ("arrival_ask",)
ROUTE = (
    {"arrival_scan": "step.appointment"},
    dict.fromkeys(("arrival_ask", "arrival_answer", "person_turn"), "step.turn"),
)
