"""The demo town hall gives an hour to one person only, and lists those that there are."""

from __future__ import annotations

import threading
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import httpx
import pytest

from demo.seu.appointments_town import EVERY, Opening, feast, hours_of
from tests.contract.town import TOKEN, Town
from tests.demo.appointments import (
    MINUTE,
    ORDER,
    PLACE,
    book,
    days,
    hold,
    hours,
    later,
    problem,
    session_of,
)

MADRID = ZoneInfo("Europe/Madrid")


# --- the last hours ---------------------------------------------------------------------------------------


def test_fifty_who_want_ten_hours_book_exactly_ten(town: Town) -> None:
    town.control.post("/appointments", json={"room": 10})
    day = next(day["day"] for day in days(town)[1:] if day["free"])
    free = town.get(f"/v1/appointment-days/join_register/central/{day}").json()["hours"]
    assert len(free) == 10
    sessions = [session_of(town, {"prefix": "0034", "number": f"60000{number:04}"}) for number in range(50)]
    start = threading.Barrier(50)

    def client(session: str) -> dict | None:
        """Everybody wants the first hour, and takes the next one as soon as they hear that it is gone."""
        known = {"Authorization": f"Bearer {TOKEN}", "Citizen-Session": session}
        with httpx.Client(base_url=town.url, timeout=60, headers=known) as http:
            start.wait()
            for at in free:
                key = {"Idempotency-Key": str(uuid.uuid4())}
                held = http.post("/v1/appointment-holds", json={**PLACE, "at": at}, headers=key)
                if held.status_code == 201:
                    order = {**ORDER, "hold": held.json()["hold"]}
                    key = {"Idempotency-Key": str(uuid.uuid4())}
                    return http.post("/v1/appointments", json=order, headers=key).json()
                assert problem(held) == "slot-gone"
        return None

    with ThreadPoolExecutor(50) as pool:
        made = [answer for answer in pool.map(client, sessions) if answer is not None]
    assert sorted(answer["at"] for answer in made) == free
    assert len({answer["code"] for answer in made}) == len({answer["number"] for answer in made}) == 10
    assert town.get(f"/v1/appointment-days/join_register/central/{day}").json()["hours"] == []
    assert {d["state"] for d in days(town) if d["day"] == day} == {"full"}


def test_whoever_comes_second_is_told_at_once(town: Town) -> None:
    first = hours(town)[0]
    hold(town, first)
    answer = town.post("/v1/appointment-holds", {**PLACE, "at": first})
    assert (answer.status_code, problem(answer)) == (409, "slot-gone")
    assert first not in hours(town)


def test_an_hour_that_was_released_is_free_again(town: Town) -> None:
    first = hours(town)[0]
    held = hold(town, first)
    assert town.delete(f"/v1/appointment-holds/{held}").status_code == 204
    assert hours(town)[0] == first
    assert problem(book(town, held, session_of(town))) == "hold-ended"


def test_a_hold_that_is_over_books_nothing_and_frees_its_hour(town: Town) -> None:
    first = hours(town)[0]
    held, session = hold(town, first), session_of(town)
    later(town, 6 * MINUTE)
    answer = book(town, held, session)
    assert (answer.status_code, problem(answer)) == (410, "hold-ended")
    assert hours(town)[0] == first


def test_the_same_key_brings_the_same_appointment_back(town: Town) -> None:
    key = str(uuid.uuid4())
    order, session = {**ORDER, "hold": hold(town, hours(town)[0])}, session_of(town)
    first, again = (town.post("/v1/appointments", order, session, key=key) for _ in range(2))
    assert first.json() == again.json()
    assert len(town.get("/v1/appointments", session).json()["appointments"]) == 1
    assert problem(book(town, str(order["hold"]), session)) == "hold-ended"


def test_an_hour_that_nobody_listed_cannot_be_held(town: Town) -> None:
    first = datetime.fromisoformat(hours(town)[0])
    for at in (first + timedelta(minutes=1), first.replace(year=2001), first.replace(hour=3)):
        assert problem(town.post("/v1/appointment-holds", {**PLACE, "at": at.isoformat()})) == "slot-gone"
    edges = ("9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+14:00")
    for edge in edges:
        assert problem(town.post("/v1/appointment-holds", {**PLACE, "at": edge})) == "slot-gone"


def test_the_same_instant_in_another_offset_is_the_same_hour(town: Town) -> None:
    first = hours(town)[0]
    utc = datetime.fromisoformat(first).astimezone(UTC).isoformat()
    answer = town.post("/v1/appointment-holds", {**PLACE, "at": utc})
    assert answer.json()["at"] == first


def test_a_procedure_that_was_withdrawn_is_not_offered_any_more(town: Town) -> None:
    first = hours(town)[0]
    held = hold(town, first)
    town.control.post("/appointments", json={"withdrawn": ["join_register"]})
    assert problem(town.get("/v1/appointment-days/join_register/central")) == "not-found"
    assert problem(town.post("/v1/appointment-holds", {**PLACE, "at": first})) == "not-offered"
    assert problem(book(town, held, session_of(town))) == "not-offered"
    listed = town.get("/v1/appointment-catalogue").json()["procedures"]
    assert "join_register" not in {procedure["id"] for procedure in listed}


# --- days and nights --------------------------------------------------------------------------------------


def test_a_feast_is_closed_and_says_which_it_is(town: Town) -> None:
    now = datetime.now(UTC)
    feast_day = datetime(now.year + 1, 12, 8, 8, tzinfo=UTC)
    later(town, int((feast_day - timedelta(days=4) - now).total_seconds()))
    [day] = [day for day in days(town) if day["day"].endswith("-12-08")]
    assert (day["state"], day["free"], day["because"]["en"]) == ("closed", 0, "Immaculate Conception")
    assert town.get(f"/v1/appointment-days/join_register/central/{day['day']}").json()["hours"] == []


def test_movable_feasts_are_feasts() -> None:
    assert feast(date(2027, 3, 26)) is not None
    assert feast(date(2027, 3, 25)) is None


def test_no_hour_of_the_past_is_free(town: Town) -> None:
    assert all(datetime.fromisoformat(at) > datetime.now(UTC) for at in hours(town))


NIGHT = (Opening(time(1), time(4)),)


def local(day: date) -> list[str]:
    return [f"{at:%H.%M %z}" for at in hours_of(day, NIGHT, MADRID)]


def test_in_the_night_in_which_summer_time_ends_an_hour_comes_twice() -> None:
    night = local(date(2026, 10, 25))
    assert [at for at in night if at.startswith("02.")] == [
        *("02.00 +0200", "02.20 +0200", "02.40 +0200"),
        *("02.00 +0100", "02.20 +0100", "02.40 +0100"),
    ]
    assert len(night) == 12


def test_an_office_that_closes_in_the_hour_that_comes_twice_closes_in_the_second_one() -> None:
    night = (Opening(time(2), time(2, 40)),)
    hours = [f"{at:%H.%M %z}" for at in hours_of(date(2026, 10, 25), night, MADRID)]
    assert hours == [
        *("02.00 +0200", "02.20 +0200", "02.40 +0200"),
        *("02.00 +0100", "02.20 +0100"),
    ]


def test_in_the_night_in_which_it_begins_an_hour_is_not_there() -> None:
    night = local(date(2027, 3, 28))
    assert not [at for at in night if at.startswith("02.")]
    assert night[2:4] == ["01.40 +0100", "03.00 +0200"]
    assert len(night) == 6


@pytest.mark.parametrize("day", [date(2026, 10, 25), date(2027, 3, 28), date(2026, 11, 26)])
def test_every_hour_is_as_long_as_the_others(day: date) -> None:
    instants = [at.astimezone(UTC) for at in hours_of(day, NIGHT, MADRID)]
    assert {b - a for a, b in pairwise(instants)} == {EVERY}
