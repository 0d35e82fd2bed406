"""Appointments when something goes wrong: nothing is half done without being said, and nothing twice."""

from __future__ import annotations

import asyncio
import base64
import json
from dataclasses import replace

import pytest

from demo.town import Town
from kiosk.conductor import Conductor
from kiosk.house import House
from kiosk.session import Session
from kiosk.tour.journeys.appointments import BOOK, EMAIL
from kiosk.tour.journeys.appointments_parts import ADDRESS, AT_THE_OFFICE, PHONE, held
from kiosk.tour.journeys.arrival import LATE_AGAIN
from kiosk.tour.journeys.own_appointments import CANCEL, MOVE
from kiosk.tour.journeys.parts import shown_who
from kiosk.tour.player import Player
from kiosk.tour.steps import At, Booked, Journey, Network, SeuDial, Step, Touch
from tests.flows.plain import PlainWindow, in_plain_kiosk, settings_of

LATE = 20.0
"""Seconds after which an answer comes that nobody waits for any more."""
ACTS = ("confirm",)
"""Touches that order something; where no answer comes, it may be done."""
QUESTIONS = (
    *("choose_service:appointments", "choose_office:central", "choose_day:", "choose_hour:"),
    *("send_code", "move_it"),
)
"""Touches by which the seu is only asked something, or keeps an hour."""


def played(journey: Journey, town: Town) -> list[dict[str, object]]:
    """The seu's traffic, once the journey has been played."""
    player = Player(None, "ca")

    async def play(window: PlainWindow, conductor: Conductor, house: House) -> None:
        await player.play(journey, window, town, lambda: house.facts().off or house.reader_has_card)
        await asyncio.sleep(1)

    asyncio.run(in_plain_kiosk(settings_of(town, journey.settings), player.heard, play))
    return town.traffic()


def answers(traffic: list[dict[str, object]], method: str, beginning: str, *statuses: int) -> list[object]:
    """What the seu answered to these calls, where it was one of these statuses."""
    return [
        json.loads(base64.b64decode(str(record["response_body"])) or b"null")
        for record in traffic
        if record["method"] == method
        and str(record["path"]).startswith(beginning)
        and record["status"] in statuses
    ]


def cut_everywhere(journey: Journey) -> Journey:
    """The same, with the network cut at each touch that asks the seu, and mended where that was said."""
    steps: list[Step] = []
    for step in journey.steps:
        asks = isinstance(step, Touch) and step.item.startswith(QUESTIONS)
        acts = isinstance(step, Touch) and step.item in ACTS
        if asks or acts:
            screen = "trouble" if asks else "appointments_unsure"
            steps += [Network("down"), step, At(screen), Network("fine"), Touch("retry")]
        else:
            steps.append(step)
    return replace(journey, steps=tuple(steps))


@pytest.mark.logs("seu_failed")
@pytest.mark.parametrize(
    ("journey", "method", "path", "status"),
    [
        pytest.param(BOOK, "POST", "/v1/appointments", 201, id="book"),
        pytest.param(MOVE, "POST", "/v1/appointments/", 200, id="move"),
        pytest.param(CANCEL, "DELETE", "/v1/appointments/", 204, id="cancel"),
    ],
)
def test_the_network_cut_at_every_step_leaves_one_deed_and_every_cut_said(
    journey: Journey, method: str, path: str, status: int, town: Town
) -> None:
    traffic = played(cut_everywhere(journey), town)
    assert len(answers(traffic, method, path, status)) == 1


@pytest.mark.logs("seu_failed")
def test_an_answer_that_was_lost_after_the_booking_brings_the_same_appointment_back(town: Town) -> None:
    slow = SeuDial("network", {"mode": "slow", "seconds": LATE})
    place = BOOK.steps.index(Touch("confirm"))
    lost = (slow, Touch("confirm"), At("appointments_unsure"), Network("fine"), Touch("retry"))
    traffic = played(replace(BOOK, steps=(*BOOK.steps[:place], *lost, *BOOK.steps[place + 1 :])), town)
    booked = answers(traffic, "POST", "/v1/appointments", 201)
    assert len(booked) > 1
    assert len({json.dumps(one) for one in booked}) == 1


@pytest.mark.logs("seu_failed")
def test_whoever_leaves_gives_the_hour_back(town: Town) -> None:
    place = BOOK.steps.index(At("appointments_confirm"))
    left = (At("appointments_confirm"), Touch("finish"), At("goodbye"), At("attract"))
    traffic = played(replace(BOOK, steps=(*BOOK.steps[:place], *left)), town)
    assert len(answers(traffic, "DELETE", "/v1/appointment-holds/", 204)) == 1
    assert answers(traffic, "POST", "/v1/appointments", 201) == []


@pytest.mark.logs("seu_failed")
def test_booked_by_an_answer_that_never_came_it_is_led_to_when_booked_again(town: Town) -> None:
    """Whoever goes Home instead of trying again has one appointment all the same."""
    place = BOOK.steps.index(Touch("confirm"))
    lost = (
        SeuDial("network", {"mode": "slow", "seconds": LATE}),
        Touch("confirm"),
        At("appointments_unsure"),
        Network("fine"),
        Touch("home"),
        At("menu"),
        Touch("choose_service:appointments"),
        At("appointments_procedure"),
        *AT_THE_OFFICE,
        *held(25, "10:20"),
        At("appointments_confirm"),
        Touch("confirm"),
        At("appointments_already"),
        Touch("my_appointments"),
        At("appointments_one"),
    )
    traffic = played(replace(BOOK, steps=(*BOOK.steps[:place], *lost)), town)
    assert len({json.dumps(one) for one in answers(traffic, "POST", "/v1/appointments", 201)}) == 1


def test_what_was_missed_and_asks_who_it_is_for_asks_that_first(town: Town) -> None:
    place = LATE_AGAIN.steps.index(At("appointments_day"))
    steps = list(LATE_AGAIN.steps[:place])
    steps[steps.index(Booked(minutes=-15, procedure="join_register"))] = Booked(-15, procedure="social_aid")
    shown = (*steps, *shown_who("maria"), At("appointments_day"), Touch("back"), At("appointments_procedure"))
    played(replace(LATE_AGAIN, steps=shown), town)


def test_the_first_procedures_are_three_touches_from_the_street() -> None:
    touches = 0
    for step in BOOK.steps:
        if step == At("appointments_procedure"):
            break
        touches += isinstance(step, Touch)
    assert touches == 3


def test_an_address_is_told_to_the_seu_once_and_to_nothing_else(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    traffic = played(EMAIL, town)
    told = [
        record
        for record in traffic
        if ADDRESS in base64.b64decode(str(record["body"])).decode(errors="replace")
    ]
    assert [(record["method"], record["path"]) for record in told] == [("POST", "/v1/appointments")]
    assert json.loads(base64.b64decode(str(told[0]["body"])))["contact"] == {"email": ADDRESS}
    mailbox, _, domain = ADDRESS.partition("@")
    for text in (caplog.text, " ".join(str(record["path"]) for record in traffic)):
        assert mailbox not in text
        assert domain not in text


def test_nothing_of_a_person_is_in_what_a_session_says_of_itself() -> None:
    session = Session("ca")
    session.appointments.address.text = ADDRESS
    session.appointments.phone.number = PHONE
    session.appointments.lookup.phone.number = PHONE
    for said in (session, session.appointments, session.appointments.address, session.appointments.phone):
        assert ADDRESS not in repr(said)
        assert PHONE not in repr(said)


def test_nothing_of_the_person_stands_in_a_path(town: Town) -> None:
    paths = " ".join(str(record["path"]) for record in played(MOVE, town))
    assert PHONE not in paths
    assert PHONE[-6:] not in paths
