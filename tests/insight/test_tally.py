"""One session in numbers: where each service began and ended, for how long, in which language."""

from __future__ import annotations

from collections import Counter

from kiosk.insight.tally import EXPERIMENT, Cell, Tally, span
from tests.flows.clocks import ManualClock

NOW = ManualClock().now()


class Walk:
    """A session that is walked through by its states."""

    def __init__(self, **arms: bool) -> None:
        self.tally = Tally(0.0, arms)
        self.seconds = 0.0

    def to(self, *states: str, chosen: str = "", after: float = 10.0) -> Walk:
        self.seconds += after
        self.tally.moved(states, "es", chosen, self.seconds)
        return self

    def over(self, why: str = "finished", face: str = "") -> Counter[Cell]:
        return self.tally.over(why, "es", face, NOW, self.seconds)


def test_a_service_that_came_to_its_end_is_completed() -> None:
    walk = Walk().to("menu").to("identify", "identify_card", chosen="padro").to("padro", "padro_choose")
    cells = walk.to("paper", "paper_take").to("more").to("opinion").to("over").over()
    assert cells == {
        ("padro", "outcome", "completed"): 1,
        ("padro", "seconds", "to_30"): 1,
        ("padro", "language", "es"): 1,
        ("session", "hour", "at_09"): 1,
        ("session", "end", "finished"): 1,
        ("session", "seconds", "to_120"): 1,
        ("session", "home", "not_offered"): 1,
    }


def test_each_session_is_once_among_those_who_were_offered_to_do_it_from_home() -> None:
    def home(*states: str, offered: bool) -> Counter[str]:
        walk = Walk().to("menu").to("procedures_ask", *states, chosen="procedures")
        if offered:
            walk.tally.offered_from_home()
        return Counter({cell: count for (_, kind, cell), count in walk.over().items() if kind == "home"})

    assert home("procedures_show", offered=False) == {"not_offered": 1}
    assert home("procedures_show", offered=True) == {"offered": 1}
    for taken in ("procedures_phone", "procedures_print"):
        assert home("procedures_show", taken, "procedures_show", offered=True) == {"taken_along": 1}


def test_who_leaves_in_the_middle_left_at_the_last_screen() -> None:
    for leave in (("over",), ("menu",)):
        walk = Walk().to("menu").to("identify", "identify_card", chosen="padro").to("identify_can")
        cells = walk.to(*leave).over()
        assert cells["padro", "left", "identify_can"] == cells["padro", "outcome", "left"] == 1


def test_silence_in_the_middle_is_leaving_too() -> None:
    cells = Walk().to("menu").to("identify", "identify_card", chosen="padro").over("away")
    assert cells["padro", "left", "identify_card"] == cells["session", "end", "away"] == 1


def test_who_finishes_while_the_paper_lies_there_has_what_they_came_for() -> None:
    cells = Walk().to("menu").to("identify_card", chosen="padro").to("paper_take").to("over").over()
    assert cells["padro", "outcome", "completed"] == 1


def test_a_turn_completes_turns_and_leads_another_service_to_the_desk() -> None:
    turn = Walk().to("menu").to("person", "person_ask", chosen="turn").to("person_turn").to("more").over()
    assert turn["turns", "outcome", "completed"] == 1
    desk = Walk().to("menu").to("identify_card", chosen="padro").to("person_turn").to("more").over()
    assert desk["padro", "outcome", "to_desk"] == 1
    stranger = Walk().to("person", "person_ask").to("person_turn").to("more").over()
    assert stranger["turns", "outcome", "completed"] == 1


def test_two_services_of_one_session_are_two_and_a_language_between_ends_none() -> None:
    walk = Walk().to("menu").to("identify_card", chosen="padro").to("language").to("identify_card")
    walk.to("paper_take").to("more").to("menu").to("person_ask", chosen="turn")
    cells = walk.to("person_turn").to("more").over()
    assert cells["padro", "outcome", "completed"] == cells["turns", "outcome", "completed"] == 1
    assert cells["session", "end", "finished"] == 1


def test_a_fault_of_the_program_is_not_counted_as_somebodys_leaving() -> None:
    cells = Walk().to("menu").to("identify_card", chosen="padro").over("broken")
    assert cells["padro", "outcome", "broken"] == 1
    assert not [cell for cell in cells if cell[1] == "left"]


def test_an_experiment_counts_what_became_of_the_session_and_its_face() -> None:
    done = Walk(short=True).to("menu").to("identify_card", chosen="padro").to("paper_take").over(face="5")
    assert done[EXPERIMENT + "short", "variant", "completed"] == 1
    assert done[EXPERIMENT + "short", "variant", "face_5"] == 1
    left = Walk(short=False).to("menu").to("identify_card", chosen="padro").over()
    assert left[EXPERIMENT + "short", "as_it_is", "abandoned"] == 1
    assert Walk(short=False).over()[EXPERIMENT + "short", "as_it_is", "nothing_begun"] == 1


def test_durations_are_counted_in_spans() -> None:
    assert [span(seconds) for seconds in (0, 15, 15.1, 599, 600.5)] == [
        "to_15",
        "to_15",
        "to_30",
        "to_600",
        "over_600",
    ]


def test_taking_over_a_turn_is_no_service_but_what_it_leads_to_is_one() -> None:
    walk = Walk().to("menu").to("handover_number", chosen="handover").to("handover_ask").to("handover_show")
    cells = walk.to("menu", "identify", "identify_card", chosen="padro").to("paper_take").to("over").over()
    assert cells["padro", "outcome", "completed"] == 1
    assert {about for about, *_ in cells} == {"padro", "session"}
