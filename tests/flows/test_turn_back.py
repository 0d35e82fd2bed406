"""A turn that nobody needs waits for nobody: given back by hand, or behind whoever left unanswered."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from demo.town import Town
from kiosk.conductor import Conductor
from kiosk.house import House
from kiosk.services.common.views import more
from kiosk.services.person.memory import Reason
from kiosk.services.person.views import person_turn
from kiosk.session import Session
from kiosk.seu.models import Turn
from kiosk.tour.journeys.turns import TO_PRIORITY
from kiosk.tour.player import Player
from kiosk.tour.steps import At, Journey, Network, Seen, SeuDial, Step, Touch
from screens.common.views import PersonTurn
from screens.i18n.words import words
from tests.flows.plain import PlainWindow, in_plain_kiosk, settings_of, until

TAKE, BACK = "POST /v1/turns", "DELETE /v1/turns/[^/]+"
ASKED: tuple[Step, ...] = (*TO_PRIORITY, Touch("choose_priority:no"))
AGAIN: tuple[Step, ...] = (
    Touch("choose_service:turn"),
    At("turns_queue"),
    Touch("choose_queue:taxes"),
    At("person_turn"),
)
GIVING: tuple[Step, ...] = (
    *(*ASKED, At("person_turn"), Seen("turn.printed")),
    *(Touch("no_turn_needed"), At("turns_giveup")),
)
LEAVES: tuple[Step, ...] = (Touch("finish"), At("goodbye"))


def trap(at: str, mode: str) -> SeuDial:
    return SeuDial("trap", {"at": at, "mode": mode, "times": 1000})


def mended(at: str) -> SeuDial:
    return SeuDial("trap", {"at": at, "mode": "cut", "times": 0})


def given_back(town: Town) -> int:
    """How many turns the seu says were given back."""
    return len(
        {
            record["path"]
            for record in town.traffic()
            if record["method"] == "DELETE" and "/turns/" in str(record["path"]) and record["status"] == 204
        }
    )


def still_called(town: Town) -> list[str]:
    """The numbers that the desk would call now, one after the other."""
    with httpx.Client(base_url=town.control("seu"), trust_env=False) as desk:
        called = [desk.post("/turns/next", json={"queue": "taxes"}).json()["number"] for _ in range(6)]
    return [number for number in called if number is not None]


def played(town: Town, *steps: Step, back: int) -> tuple[list[str], PlainWindow]:
    """Play, until so many turns were given back; the states, and the window with all that it showed."""
    player = Player(None, "ca")
    states: list[str] = []
    windows: list[PlainWindow] = []

    def heard(event: str, state: str) -> None:
        player.heard(event, state)
        states.append(state)

    async def play(window: PlainWindow, conductor: Conductor, house: House) -> None:
        windows.append(window)
        journey = Journey("", "", steps=steps, states=(), requests=(), papers={})
        await player.play(journey, window, town, lambda: house.facts().off)
        await until(lambda: given_back(town) >= back)

    asyncio.run(in_plain_kiosk(settings_of(town, {}), heard, play))
    return states, windows[0]


def test_what_was_given_back_is_called_no_more(town: Town) -> None:
    steps = (*GIVING, Touch("give_back"), At("turns_given_back"), Touch("done"), At("more"), *LEAVES)
    played(town, *steps, back=1)
    assert still_called(town) == []


@pytest.mark.logs("seu_failed")
@pytest.mark.parametrize("mode", ["cut", "lost", "error_500", "garbage"])
def test_where_the_seu_does_not_hear_it_is_said_and_told_on(town: Town, mode: str) -> None:
    steps = (
        *(*GIVING, trap(BACK, mode), Touch("give_back"), At("turns_unheard"), mended(BACK)),
        *(Touch("done"), At("more"), *LEAVES),
    )
    played(town, *steps, back=1)
    assert still_called(town) == []


def test_who_leaves_while_it_is_given_back_has_given_it_back(town: Town) -> None:
    steps = (*GIVING, Network("slow"), Touch("give_back"), Seen("wait.text"), *LEAVES, Network("fine"))
    played(town, *steps, back=1)
    assert still_called(town) == []


@pytest.mark.logs("seu_failed")
@pytest.mark.parametrize("mode", ["cut", "lost", "error_500", "garbage"])
def test_who_takes_another_turn_after_a_lost_answer_has_one(town: Town, mode: str) -> None:
    steps = (trap(TAKE, mode), *ASKED, At("trouble"), mended(TAKE), Touch("go_home"), At("menu"), *AGAIN)
    _, window = played(town, *steps, back=1)
    shown = window.seen["PersonTurn"]
    assert isinstance(shown, PersonTurn)
    assert still_called(town) == [shown.number]


@pytest.mark.logs("seu_failed")
@pytest.mark.parametrize("leaving", [("finish",), ("go_home", "finish")])
def test_who_leaves_after_a_lost_answer_has_none(town: Town, leaving: tuple[str, ...]) -> None:
    steps = (trap(TAKE, "lost"), *ASKED, At("trouble"), mended(TAKE), *map(Touch, leaving), At("goodbye"))
    played(town, *steps, back=1)
    assert still_called(town) == []


@pytest.mark.logs("seu_failed")
def test_who_tries_again_after_a_lost_answer_keeps_the_turn(town: Town) -> None:
    steps = (trap(TAKE, "lost"), *ASKED, At("trouble"), mended(TAKE), Touch("retry"), At("person_turn"))
    _, window = played(town, *steps, *LEAVES, back=0)
    shown = window.seen["PersonTurn"]
    assert isinstance(shown, PersonTurn)
    assert still_called(town) == [shown.number]
    assert given_back(town) == 0


def test_the_turn_of_an_appointment_is_not_given_back_here(town: Town) -> None:
    async def look(window: PlainWindow, conductor: Conductor, house: House) -> None:
        session, say = Session(language="ca"), words("ca")
        session.person.turn = Turn(
            turn="Hs8dK2mQv0Xc5TzWn7RbYg", number="D 014", zone="orange", ahead=1, wait_minutes=5
        )
        for reason, offered in ((Reason.TURN, True), (Reason.ARRIVED, False)):
            session.person.reason = reason
            assert (person_turn(session, house, say).back is not None) is offered
            assert (more(session, house, say).turn is not None) is offered

    asyncio.run(in_plain_kiosk(settings_of(town, {}), lambda event, state: None, look))
