"""The demo's queues: who is called before whom, and what anybody may read of it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tests.contract.town import Town, running


def _take(town: Town, **members: object) -> dict:
    return town.post("/v1/turns", {"reason": "other", "language": "ca", **members}).json()


def _place(town: Town, turn: dict) -> dict:
    return town.get(f"/v1/turns/{turn['turn']}").json()


def test_each_subject_has_its_letter_and_its_people(town: Town) -> None:
    taken = [_take(town), _take(town), _take(town, queue="taxes"), _take(town, queue="assisted")]
    assert [(turn["number"], turn["zone"], turn["ahead"], turn["wait_minutes"]) for turn in taken] == [
        ("B 047", "orange", 4, 12),
        ("B 048", "orange", 5, 15),
        ("C 008", "orange", 1, 6),
        ("R 021", "pink", 1, 8),
    ]
    assert len({turn["follow_url"] for turn in taken}) == 4


def test_a_subject_that_there_is_none_of_is_not_offered(town: Town) -> None:
    answer = town.post("/v1/turns", {"reason": "other", "language": "ca", "queue": "weddings"})
    assert answer.json()["type"].endswith(":not-offered")


def test_priority_goes_before_others_and_its_ticket_does_not_say_so(town: Town) -> None:
    ordinary = _take(town)
    first = _take(town, priority=True)
    second = _take(town, priority=True)
    assert [turn["number"] for turn in (ordinary, first, second)] == ["B 047", "B 048", "B 049"]
    assert [turn["ahead"] for turn in (first, second)] == [0, 1]
    assert _place(town, ordinary)["ahead"] == 6
    assert set(first) == set(ordinary)
    assert town.control.post("/turns/next", json={}).json() == {"number": "B 048"}


def test_the_queue_moves_until_ones_own_number_is_called(town: Town) -> None:
    turn = _take(town, queue="taxes")
    assert _place(town, turn)["state"] == "waiting"
    assert town.control.post("/turns/next", json={"queue": "taxes", "desk": "2"}).json() == {"number": None}
    assert _place(town, turn) == {"turn": turn["turn"], "state": "waiting", "ahead": 0, "wait_minutes": 0}
    town.control.post("/turns/next", json={"queue": "taxes", "desk": "2"})
    assert _place(town, turn) == {
        "turn": turn["turn"],
        "state": "called",
        "ahead": 0,
        "wait_minutes": 0,
        "desk": "2",
    }
    town.control.post("/turns/next", json={"queue": "taxes", "desk": "2"})
    assert _place(town, turn)["state"] == "gone"


def test_when_todays_turns_are_gone_it_says_when_there_are_more(town: Town) -> None:
    town.control.post("/turns/finished", json={"finished": True})
    answer = town.post("/v1/turns", {"reason": "other", "language": "ca"})
    assert answer.status_code == 409
    assert answer.json()["type"].endswith(":no-turns-left")
    assert "T08:30:00+0" in answer.json()["back_at"]


def test_the_same_key_again_is_the_same_turn(town: Town) -> None:
    body = {"reason": "other", "language": "ca", "queue": "padro", "priority": True}
    once, again = (town.post("/v1/turns", body, key="the-key-of-this-turn").json() for _ in range(2))
    assert once == again
    assert _take(town, queue="padro")["number"] == "A 113"


def test_nothing_of_the_id_stands_in_the_address_to_follow(tmp_path: Path) -> None:
    with running("--data", str(tmp_path)) as town:
        turn = _take(town)
    assert turn["turn"] not in turn["follow_url"]
    with sqlite3.connect(tmp_path / "seu.sqlite") as database:
        assert database.execute("SELECT queue, number, state FROM turn").fetchall() == [
            ("general", 47, "waiting")
        ]
    database.close()


def test_a_turn_that_is_given_back_lets_those_behind_it_go_ahead_and_its_number_is_not_given_again(
    town: Town,
) -> None:
    first, second = _take(town, queue="taxes"), _take(town, queue="taxes")
    assert second["ahead"] == first["ahead"] + 1
    for _ in range(2):
        assert town.delete(f"/v1/turns/{first['turn']}").status_code == 204
    assert town.get(f"/v1/turns/{first['turn']}").json()["state"] == "gone"
    assert town.get(f"/v1/turns/{second['turn']}").json()["ahead"] == first["ahead"]
    assert _take(town, queue="taxes")["number"] not in (first["number"], second["number"])
    called = [town.control.post("/turns/next", json={"queue": "taxes"}).json()["number"] for _ in range(3)]
    assert first["number"] not in called
    assert second["number"] in called


def test_one_that_is_being_called_can_still_be_given_back_and_one_that_never_was_cannot(town: Town) -> None:
    turn = _take(town, queue="taxes")
    for _ in range(2):
        town.control.post("/turns/next", json={"queue": "taxes"})
    assert town.get(f"/v1/turns/{turn['turn']}").json()["state"] == "called"
    assert town.delete(f"/v1/turns/{turn['turn']}").status_code == 204
    assert town.get(f"/v1/turns/{turn['turn']}").json()["state"] == "gone"
    assert town.delete("/v1/turns/" + "x" * 22).status_code == 404
