"""Arrival and the welcome zone as a chart alone: where each answer leads, and what is no answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from config.welcome import Welcome, read_welcome
from kiosk.flow import SessionChart
from kiosk.services.common.states import Facts
from kiosk.services.person.memory import Reason
from kiosk.session import Session
from kiosk.seu.models import Accepted, Arrived, Assurance, Turn
from screens.icons import icons

IDENTITY = {"arrival": Assurance.LOW, "padro": Assurance.SUBSTANTIAL, "turns": None}
PLAIN = Facts(identity=IDENTITY)
SCANS = replace(PLAIN, scanner=True)
SEVERAL = replace(PLAIN, queues=("padro", "taxes"), priority=True)
TURN = Turn(turn="Hs8dK2mQv0Xc5TzWn7RbYg", number="D 014", zone="orange", ahead=1, wait_minutes=5)
HOUR = datetime(2026, 11, 26, 10, 30, tzinfo=UTC)
KNOWN = Accepted(
    result="accepted",
    citizen_session="9GvR2wTn5kQyXo1bLsMf7D",
    assurance=Assurance.LOW,
    name="Maria",
    last_access=None,
    expires_at=HOUR,
)


class Walk:
    """One session's chart in a house of which `facts` is known."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.session = Session(language="ca")
        self.chart = SessionChart(self.session)
        self.do("choose_language", "ca")

    def do(self, event: str, data: str = "") -> str:
        self.chart.send(event, data=data, facts=self.facts)
        self.session.screen = self.state  # as the conductor does
        return self.state

    @property
    def state(self) -> str:
        return str(list(self.chart.configuration_values)[-1])


@pytest.fixture
def tree() -> Welcome:
    """The questions that come with the kiosk."""
    tree = read_welcome(None, icons())
    assert isinstance(tree, Welcome)
    return tree


# --- arrival ----------------------------------------------------------------------------------------------


def test_without_a_scanner_somebody_shows_who_they_are_and_back_is_the_menu() -> None:
    walk = Walk(PLAIN)
    assert walk.do("choose_service", "arrival") == "identify_card"
    assert walk.do("back") == "menu"
    walk.do("choose_service", "arrival")
    walk.session.identity.proven = KNOWN
    assert walk.session.identity.wanted is Assurance.LOW
    assert walk.session.identity.back_to == "arrival_ask"


def test_who_is_known_without_a_scanner_is_asked_nothing() -> None:
    walk = Walk(PLAIN)
    walk.session.identity.proven = KNOWN
    assert walk.do("choose_service", "arrival") == "arrival_ask"
    assert walk.do("not_arrived") == "arrival_answer"
    assert walk.do("scan_again") == "arrival_answer"
    assert walk.do("back") == "menu"


def test_without_the_code_back_from_identification_is_the_scanner() -> None:
    walk = Walk(SCANS)
    assert walk.do("choose_service", "arrival") == "arrival_scan"
    assert walk.do("no_code") == "identify_card"
    assert walk.do("back") == "arrival_scan"
    walk.session.identity.proven = KNOWN
    assert walk.do("no_code") == "arrival_ask"


def test_who_arrived_is_shown_the_turn_of_their_appointment_and_another_is_another() -> None:
    walk = Walk(replace(SEVERAL, scanner=True))
    walk.do("choose_service", "arrival")
    walk.do("code_scanned")
    walk.session.arrival.answer = Arrived(result="arrived", at=HOUR, turn=TURN)
    assert walk.do("arrived") == "person_turn"
    assert walk.session.person.turn is TURN
    assert walk.session.person.reason is Reason.ARRIVED
    walk.do("home")
    assert walk.do("choose_service", "turn") == "turns_queue"
    assert walk.session.person.turn is None


def test_a_second_code_has_a_key_of_its_own() -> None:
    walk = Walk(SCANS)
    walk.do("choose_service", "arrival")
    walk.session.arrival.begin("hT5vRq8LcX2nWz7KdMb4Yg")
    walk.session.arrival.key = "the-key-of-the-first"
    walk.do("code_scanned")
    walk.do("not_arrived")
    walk.do("scan_again")
    assert (walk.session.arrival.code, walk.session.arrival.key) == ("", "")


def test_what_the_seu_does_not_offer_now_is_not_begun() -> None:
    walk = Walk(replace(SCANS, off={"arrival": "off.arrival", "turn": "off.seu"}))
    assert walk.do("choose_service", "arrival") == "menu"
    assert walk.do("choose_service", "turn") == "menu"


# --- turns ------------------------------------------------------------------------------------------------


def test_where_there_is_one_queue_and_nobody_goes_first_nothing_is_asked() -> None:
    assert Walk(replace(PLAIN, queues=("general",))).do("choose_service", "turn") == "person_ask"


def test_a_subject_that_the_catalogue_does_not_have_is_no_answer() -> None:
    walk = Walk(SEVERAL)
    walk.do("choose_service", "turn")
    assert walk.do("choose_queue", "weddings") == "turns_queue"
    assert walk.do("choose_queue", "taxes") == "turns_priority"
    assert walk.do("back") == "turns_queue"


def test_the_question_who_goes_first_is_asked_once_a_session_and_back_is_where_one_came_from() -> None:
    walk = Walk(SEVERAL)
    assert walk.do("change_language") == "language"
    walk.do("choose_language", "es")
    walk.do("choose_service", "padro")
    assert walk.do("no_document") == "person_offer"
    assert walk.do("take_turn") == "turns_priority"
    assert walk.do("back") == "person_offer"
    walk.do("take_turn")
    assert walk.do("choose_priority", "yes") == "person_ask"
    walk.do("home")
    walk.do("choose_service", "turn")
    assert walk.do("choose_queue", "taxes") == "person_ask"
    assert walk.session.person.priority is True


# --- the welcome zone -------------------------------------------------------------------------------------


def test_an_answer_that_there_is_none_of_leads_nowhere(tree: Welcome) -> None:
    walk = Walk(replace(SEVERAL, welcome=tree))
    assert walk.state == "welcome_ask"
    for nonsense in ("3", "99", "-1", "", "one", "²"):
        assert walk.do("answer", nonsense) == "welcome_ask"
    assert walk.session.welcome.asked == [tree.start]


def test_back_goes_through_the_questions_and_then_to_the_languages(tree: Welcome) -> None:
    walk = Walk(replace(SEVERAL, welcome=tree))
    for answer in ("1", "1", "0"):
        walk.do("answer", answer)
    assert walk.state == "welcome_place"
    for _ in range(3):
        assert walk.do("back") == "welcome_ask"
    assert walk.session.welcome.asked == ["reason"]
    assert walk.do("back") == "language"
    assert walk.do("choose_language", "en") == "welcome_ask"
    assert walk.session.language == "en"


def test_the_language_may_be_changed_in_the_middle_and_nothing_is_asked_again(tree: Welcome) -> None:
    walk = Walk(replace(SEVERAL, welcome=tree))
    walk.do("answer", "1")
    walk.do("change_language")
    assert walk.do("choose_language", "es") == "welcome_ask"
    assert walk.session.welcome.asked == ["reason", "before"]


def test_the_turn_of_a_place_is_in_its_queue_and_none_is_taken_where_there_are_none(tree: Welcome) -> None:
    walk = Walk(replace(SEVERAL, welcome=tree))
    for answer in ("1", "1", "0"):
        walk.do("answer", answer)
    assert walk.do("go_on") == "turns_priority"
    assert walk.session.person.queue == "assisted"
    assert walk.do("back") == "welcome_place"
    shut = Walk(replace(SEVERAL, welcome=tree, off={"turn": "off.seu"}))
    shut.do("answer", "2")
    assert shut.do("go_on") == "welcome_place"


def test_an_appointment_goes_to_the_scanner_and_who_has_done_it_before_to_the_menu(tree: Welcome) -> None:
    walk = Walk(replace(SCANS, welcome=tree))
    walk.do("answer", "0")
    assert walk.do("go_on") == "welcome_place"
    assert walk.do("choose_service", "arrival") == "arrival_scan"
    walk = Walk(replace(SCANS, welcome=tree))
    walk.do("answer", "1")
    walk.do("answer", "0")
    assert walk.do("go_on") == "menu"
