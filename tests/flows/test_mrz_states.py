"""The screens on which lines are copied, as a chart alone: back and forth, and nothing used that was left."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.flow import SessionChart
from kiosk.services.common.states import Facts
from kiosk.session import Session
from kiosk.seu.models import Assurance

NUMBER, BIRTH, EXPIRY = "L898902C36", "7408122", "1204159"


class Walk:
    """One session's chart, and what is done in it."""

    def __init__(self) -> None:
        self.session = Session(language="ca")
        self.chart = SessionChart(self.session)
        self.do("choose_language", "ca")
        self.do("choose_service", "padro")
        self.do("card_present")

    def do(self, event: str, data: str = "") -> None:
        self.chart.send(event, data=data, facts=Facts(identity={"padro": Assurance.SUBSTANTIAL}))
        self.session.screen = self.state  # as the conductor does

    def copy(self, event: str, letters: str) -> None:
        for letter in letters:
            self.do(event, letter)

    @property
    def state(self) -> str:
        return str(list(self.chart.configuration_values)[-1])


@pytest.fixture
def walk() -> Walk:
    walk = Walk()
    assert walk.state == "identify_can"
    walk.do("no_can")
    return walk


def test_each_run_leads_on_only_once_it_fits(walk: Walk) -> None:
    steps: list[tuple[str, str, str, str]] = [
        ("character", NUMBER, "send_number", "identify_mrz_number"),
        ("digit", BIRTH, "send_birth", "identify_mrz_birth"),
        ("digit", EXPIRY, "send_expiry", "identify_mrz_expiry"),
    ]
    for event, run, send, state in steps:
        walk.do(send)
        assert walk.state == state
        walk.copy(event, run[:-1] + ("1" if run[-1] != "1" else "2"))
        walk.do(send)
        assert walk.state == state
        walk.do("correct")
        walk.do(event, run[-1])
        walk.do(send)
    assert walk.state == "identify_reading"


def test_back_goes_a_run_back_and_keeps_what_was_copied(walk: Walk) -> None:
    walk.copy("character", NUMBER)
    walk.do("send_number")
    walk.copy("digit", BIRTH)
    walk.do("send_birth")
    walk.do("back")
    assert walk.state == "identify_mrz_birth"
    walk.do("back")
    assert walk.state == "identify_mrz_number"
    assert (walk.session.identity.lines.number, walk.session.identity.lines.birth) == (NUMBER, BIRTH)
    walk.do("back")
    assert walk.state == "identify_can"


def test_whoever_goes_back_to_the_can_opens_the_document_with_the_can(walk: Walk) -> None:
    walk.copy("character", NUMBER)
    walk.do("send_number")
    walk.copy("digit", BIRTH)
    walk.do("send_birth")
    walk.copy("digit", EXPIRY)
    for _ in range(3):
        walk.do("back")
    walk.copy("digit", "123456")
    walk.do("send_can")
    assert walk.state == "identify_reading"
    assert walk.session.identity.lines.number == ""


@pytest.mark.parametrize("send", [lambda walk: None, lambda walk: walk.copy("character", NUMBER)])
def test_clear_begins_again(walk: Walk, send: Callable[[Walk], None]) -> None:
    send(walk)
    walk.do("clear")
    assert walk.session.identity.lines.number == ""


def test_what_is_said_of_the_last_try_goes_with_the_first_key(walk: Walk) -> None:
    for event, run, send in (("character", NUMBER, "send_number"), ("digit", BIRTH, "send_birth")):
        walk.session.identity.lines.notice = "mrz.unread"
        walk.do(event, run[0])
        assert walk.session.identity.lines.notice == ""
        walk.copy(event, run[1:])
        walk.do(send)
    walk.session.identity.lines.notice = "mrz.unread"
    walk.do("digit", "1")
    assert walk.session.identity.lines.notice == ""


def test_no_letter_gets_into_a_date(walk: Walk) -> None:
    walk.copy("character", NUMBER)
    walk.do("send_number")
    walk.copy("digit", "7A<4٣")
    assert walk.session.identity.lines.birth == "74"


def test_the_language_may_be_changed_in_the_middle(walk: Walk) -> None:
    walk.copy("character", NUMBER)
    walk.do("send_number")
    walk.copy("digit", "74")
    walk.do("change_language")
    assert walk.state == "language"
    walk.do("choose_language", "es")
    assert walk.state == "identify_mrz_birth"
    assert walk.session.identity.lines.birth == "74"


def test_the_document_may_be_taken_away_and_whoever_finds_no_lines_is_led_to_a_person(walk: Walk) -> None:
    walk.do("card_removed")
    assert walk.state == "identify_card"
    walk.do("card_present")
    walk.do("no_can")
    walk.do("no_mrz")
    assert walk.state == "person_offer"


def test_a_scan_leads_from_the_can_and_from_the_lines_to_the_reading(walk: Walk) -> None:
    walk.do("back")
    walk.do("mrz_scanned")
    assert walk.state == "identify_reading"
    walk.do("mrz_wrong")
    assert walk.state == "identify_mrz_number"
    walk.do("mrz_scanned")
    assert walk.state == "identify_reading"
