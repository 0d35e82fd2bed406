"""Checking in at the demo town hall: one turn an appointment, within its window, and no other."""

from __future__ import annotations

import pytest

from tests.contract.town import Town


def _made(town: Town, minutes: int, **more: str) -> str:
    made = town.control.post("/arrivals/appointment", json={"minutes": minutes, **more})
    return str(made.json()["code"])


def _arrive(town: Town, code: str, key: str | None = None) -> dict:
    return town.post("/v1/arrivals", {"code": code, "language": "ca"}, key=key).json()


@pytest.mark.parametrize("minutes", [-9, 0, 29])
def test_within_its_window_there_is_one_turn_however_often_it_is_scanned(town: Town, minutes: int) -> None:
    code = _made(town, minutes)
    first, again = _arrive(town, code), _arrive(town, code)
    assert first["result"] == "arrived"
    assert first == again
    assert first["turn"]["number"] == "D 014"
    assert town.get(f"/v1/turns/{first['turn']['turn']}").json()["ahead"] == 1


@pytest.mark.parametrize(
    ("minutes", "result"),
    [(32, "too_early"), (60 * 24 * 3, "too_early"), (-12, "too_late"), (-2000, "too_late")],
)
def test_outside_its_window_there_is_none_and_the_window_is_told(
    town: Town, minutes: int, result: str
) -> None:
    answer = _arrive(town, _made(town, minutes))
    assert answer["result"] == result
    assert answer["opens_at"] < answer["at"] < answer["closes_at"]
    assert "turn" not in answer
    assert town.post("/v1/turns", {"reason": "other", "language": "ca"}).json()["number"] == "B 047"


def test_what_was_missed_is_told_so_that_it_can_be_booked_again(town: Town) -> None:
    answer = _arrive(town, _made(town, -12, procedure="join_register"))
    assert (answer["result"], answer["procedure"], answer["office"]) == (
        "too_late",
        "join_register",
        "central",
    )
    assert "procedure" not in _arrive(town, _made(town, -12))


def test_whoever_was_in_time_keeps_the_turn_when_the_window_has_closed(town: Town) -> None:
    code = _made(town, 5)
    first = _arrive(town, code)
    town.control.post("/clock", json={"offset_seconds": 3600})
    assert _arrive(town, code) == first


def test_an_appointment_of_another_office_is_told_with_its_address(town: Town) -> None:
    answer = _arrive(town, _made(town, 0, office="florida"))
    assert (answer["result"], answer["address"]) == ("elsewhere", "Plaça de l’Exemple, 3")


def test_a_code_of_nothing_is_none(town: Town) -> None:
    assert _arrive(town, "AAAAAAAAAAAAAAAAAAAAAA") == {"result": "none"}


def test_a_person_needs_no_code(town: Town) -> None:
    session = town.identify("maria")
    assert town.post("/v1/arrivals", {"language": "ca"}, session).json() == {"result": "none"}
    _made(town, 5, resident="pere")
    assert town.post("/v1/arrivals", {"language": "ca"}, session).json() == {"result": "none"}
    code = _made(town, 5, resident="maria")
    answer = town.post("/v1/arrivals", {"language": "ca"}, session).json()
    assert answer["result"] == "arrived"
    assert _arrive(town, code)["turn"] == answer["turn"]


def test_shortly_before_midnight_somebody_is_here_for_the_next_day(
    town: Town,
) -> None:
    town.control.post("/clock", json={"at": "2026-11-26T23:57:00+01:00"})
    _made(town, 6, resident="maria")
    session = town.identify("maria")
    answer = town.post("/v1/arrivals", {"language": "ca"}, session).json()
    assert answer["result"] == "arrived"


def test_nobody_takes_a_turn_among_those_with_an_appointment(town: Town) -> None:
    answer = town.post("/v1/turns", {"reason": "other", "language": "ca", "queue": "booked"})
    assert answer.status_code == 422
    names = [queue["id"] for queue in town.get("/v1/catalogue").json()["turns"]["queues"]]
    assert names == ["padro", "general", "taxes", "assisted"]
