"""An appointment is booked, seen, moved and cancelled by whose it is; whose a phone is, is not learnt."""

from __future__ import annotations

import statistics
import threading
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from itertools import cycle
from time import perf_counter

import httpx
import pytest

from demo.seu.appointments_codes import CODES_TO_A_PHONE
from tests.contract.town import TOKEN, Town
from tests.demo.appointments import (
    MINUTE,
    ORDER,
    OTHER_PHONE,
    PHONE,
    PLACE,
    STRICT,
    WEDDING,
    book,
    booked,
    hold,
    hours,
    later,
    problem,
    session_of,
)

# --- whose it is ------------------------------------------------------------------------------------------


def test_where_nobody_is_asked_who_they_are_a_phone_books_once_its_code_was_typed(town: Town) -> None:
    held = hold(town, hours(town)[0])
    assert problem(book(town, held)) == "session-ended"
    assert problem(book(town, held, contact=PHONE)) == "session-ended"
    assert problem(book(town, held, session_of(town), contact=OTHER_PHONE)) == "contact-not-proven"
    assert book(town, held, session_of(town), contact=PHONE).status_code == 201


def test_a_procedure_that_asks_who_it_is_for_is_not_booked_by_a_phone(town: Town) -> None:
    booked(town, hours(town)[0])
    held = hold(town, hours(town, STRICT)[0], STRICT)
    assert problem(book(town, held, session_of(town))) == "assurance-too-low"
    assert book(town, held, town.identify("maria")).status_code == 201


def test_somebody_whose_code_is_weak_is_asked_for_more(town: Town) -> None:
    held = hold(town, hours(town, STRICT)[0], STRICT)
    assert problem(book(town, held, town.identify("pau"))) == "assurance-too-low"


def test_a_person_has_one_for_each_procedure_and_may_book_again_after_cancelling(town: Town) -> None:
    maria = town.identify("maria")
    first, second = (hold(town, at, STRICT) for at in hours(town, STRICT)[:2])
    made = book(town, first, maria).json()
    answer = book(town, second, maria)
    assert (answer.status_code, problem(answer)) == (409, "already-booked")
    assert book(town, hold(town, hours(town)[0]), maria).status_code == 201
    assert town.delete(f"/v1/appointments/{made['appointment']}", maria).status_code == 204
    assert book(town, second, maria).status_code == 201


def test_a_phone_has_one_for_each_procedure_and_another_phone_its_own(town: Town) -> None:
    session, made = session_of(town), booked(town, hours(town)[0])
    again = book(town, hold(town, hours(town)[0]), session)
    assert (again.status_code, problem(again)) == (409, "already-booked")
    assert town.get("/v1/appointments", session).json()["appointments"] == [made]
    assert book(town, hold(town, hours(town)[0]), session_of(town, OTHER_PHONE)).status_code == 201
    assert book(town, hold(town, hours(town, WEDDING)[0], WEDDING), session).status_code == 201
    town.delete(f"/v1/appointments/{made['appointment']}", session)
    assert book(town, hold(town, hours(town)[0]), session).status_code == 201


@pytest.mark.parametrize("shares", [0, 2, 5])
def test_ten_orders_of_one_phone_at_once_book_one_of_each_procedure(shares: int, town: Town) -> None:
    """Each client has a hold of its own; what their sessions share is the phone."""
    places = [WEDDING] * shares + [PLACE] * (10 - shares)
    sessions = [session_of(town) for _ in range(CODES_TO_A_PHONE)]
    town.control.post("/appointments", json={"room": 12})
    held = [hold(town, hours(town, place)[0], place) for place in places]
    start = threading.Barrier(10)

    def client(hold_of_it: str, session: str) -> tuple[int, str]:
        known = {"Authorization": f"Bearer {TOKEN}", "Citizen-Session": session}
        with httpx.Client(base_url=town.url, timeout=60, headers=known) as http:
            start.wait()
            key = {"Idempotency-Key": str(uuid.uuid4())}
            answer = http.post("/v1/appointments", json={**ORDER, "hold": hold_of_it}, headers=key)
        return answer.status_code, "" if answer.is_success else problem(answer)

    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(client, held, cycle(sessions)))
    procedures = len({place["procedure"] for place in places})
    assert answers.count((201, "")) == procedures
    assert answers.count((409, "already-booked")) == 10 - procedures
    listed = town.get("/v1/appointments", sessions[0]).json()["appointments"]
    assert len({one["procedure"] for one in listed}) == len(listed) == procedures


def test_what_a_phone_booked_is_that_persons_whose_code_came_to_it_too(town: Town) -> None:
    """A document, and a code to the phone: both were proven, so either leads to the one there is."""
    made, maria = booked(town, hours(town)[0]), town.identify("maria")
    assert problem(book(town, hold(town, hours(town)[0]), maria)) == "already-booked"
    assert town.get("/v1/appointments", maria).json()["appointments"] == [made]


def test_what_a_person_booked_with_a_code_to_their_phone_is_that_phones_too(town: Town) -> None:
    made = booked(town, hours(town)[0], session=town.identify("maria"))
    session = session_of(town)
    assert problem(book(town, hold(town, hours(town)[0]), session)) == "already-booked"
    assert town.get("/v1/appointments", session).json()["appointments"] == [made]


def test_a_phone_to_which_a_person_has_it_sent_does_not_open_it(town: Town) -> None:
    """It was typed and not proven: it may be a slip of the finger."""
    made = book(town, hold(town, hours(town)[0]), town.identify("maria"), contact=OTHER_PHONE)
    assert made.status_code == 201
    session = session_of(town, OTHER_PHONE)
    assert town.get("/v1/appointments", session).json()["appointments"] == []
    assert book(town, hold(town, hours(town)[0]), session).status_code == 201


def test_moved_by_many_and_cancelled_at_once_it_is_one_and_no_hour_is_lost(town: Town) -> None:
    """Whichever comes first: at the end it is gone, and every hour that nobody holds is free."""
    town.control.post("/appointments", json={"room": 8})
    session = session_of(town)
    before = hours(town)
    made = booked(town, before[0], session=session)
    held = [hold(town, at) for at in before[1:5]]
    path, start = f"/v1/appointments/{made['appointment']}", threading.Barrier(5)

    def kiosk(hold_of_it: str) -> httpx.Response:
        known = {"Authorization": f"Bearer {TOKEN}", "Citizen-Session": session}
        key = {"Idempotency-Key": str(uuid.uuid4())}
        with httpx.Client(base_url=town.url, timeout=60, headers=known) as http:
            start.wait()
            if not hold_of_it:
                return http.delete(path)
            return http.post(f"{path}/moves", json={"hold": hold_of_it}, headers=key)

    with ThreadPoolExecutor(5) as pool:
        *moved, cancelled = pool.map(kiosk, [*held, ""])
    assert cancelled.status_code == 204
    assert {answer.status_code for answer in moved} <= {200, 404}
    assert town.get("/v1/appointments", session).json()["appointments"] == []
    for one in held:
        town.delete(f"/v1/appointment-holds/{one}")
    assert hours(town) == before
    assert problem(town.post(f"{path}/moves", {"hold": hold(town, before[0])}, session)) == "not-found"


def test_an_address_is_written_to_when_it_is_booked_moved_and_cancelled(town: Town) -> None:
    session = session_of(town)
    first, second = hours(town)[:2]
    by_email = {"email": "maria.puig@example.cat"}
    made = book(town, hold(town, first), session, contact=by_email, language="es", reminder=True).json()
    mail = town.control.get("/mail").json()
    assert (mail["address_hint"], mail["title"]) == ("m•••@example.cat", "Ya tiene cita")
    assert f"{datetime.fromisoformat(first):%d.%m.%Y, %H:%M}" in mail["text"]
    assert made["number"] in mail["text"]
    path = f"/v1/appointments/{made['appointment']}"
    town.post(f"{path}/moves", {"hold": hold(town, second)}, session)
    assert f"{datetime.fromisoformat(second):%d.%m.%Y, %H:%M}" in town.control.get("/mail").json()["text"]
    for _ in range(2):
        town.delete(path, session)
    mail = town.control.get("/mail").json()
    assert (mail["title"], mail["sent"]) == ("La cita ya está anulada", 3)


def test_a_phone_and_nobody_get_no_email(town: Town) -> None:
    booked(town, hours(town)[0])
    book(town, hold(town, hours(town)[0]), session_of(town, OTHER_PHONE), contact=OTHER_PHONE, reminder=True)
    assert town.control.get("/mail").json() == {"address_hint": None, "title": None, "text": None, "sent": 0}


def test_one_is_moved_and_its_former_hour_is_free(town: Town) -> None:
    first, second = hours(town)[:2]
    made = booked(town, first)
    session = session_of(town)
    path = f"/v1/appointments/{made['appointment']}/moves"
    moved = town.post(path, {"hold": hold(town, second)}, session)
    assert moved.json() == {**made, "at": second}
    assert hours(town)[0] == first
    assert town.get("/v1/appointments", session).json()["appointments"] == [moved.json()]


def test_one_is_not_moved_to_an_hour_of_something_else(town: Town) -> None:
    session = session_of(town)
    made = booked(town, hours(town)[0], session=session)
    path = f"/v1/appointments/{made['appointment']}/moves"
    held = hold(town, hours(town, STRICT)[0], STRICT)
    assert problem(town.post(path, {"hold": held}, session)) == "not-found"


def test_a_cancelled_one_is_gone_and_cancelling_it_again_is_the_same(town: Town) -> None:
    first = hours(town)[0]
    made = booked(town, first)
    session = session_of(town)
    path = f"/v1/appointments/{made['appointment']}"
    assert [town.delete(path, session).status_code for _ in range(2)] == [204, 204]
    assert town.get("/v1/appointments", session).json() == {"appointments": []}
    assert hours(town)[0] == first
    assert problem(town.post(f"{path}/moves", {"hold": hold(town, first)}, session)) == "not-found"


def test_somebody_elses_is_as_one_that_never_was(town: Town) -> None:
    made = booked(town, hours(town)[0])
    omar = town.identify("omar")
    held = hold(town, hours(town)[0])
    answers = [
        (
            town.delete(f"/v1/appointments/{one}", omar),
            town.post(f"/v1/appointments/{one}/moves", {"hold": held}, omar),
        )
        for one in (made["appointment"], "x" * 22)
    ]
    theirs, nobodys = ([(a.status_code, a.content) for a in pair] for pair in answers)
    assert theirs == nobodys
    assert theirs[0][0] == 404
    assert town.get("/v1/appointments", omar).json() == {"appointments": []}
    assert book(town, held, session_of(town, OTHER_PHONE)).status_code == 201


def test_one_lapses_ten_minutes_after_its_hour(town: Town) -> None:
    made = booked(town, hours(town)[0])
    away = int((datetime.fromisoformat(made["at"]) - datetime.now(UTC)).total_seconds())
    later(town, away + 9 * MINUTE)
    assert town.get("/v1/appointments", session_of(town)).json()["appointments"] == [made]
    session = session_of(town)
    later(town, away + 11 * MINUTE)
    assert town.get("/v1/appointments", session).json()["appointments"] == []
    assert problem(town.delete(f"/v1/appointments/{made['appointment']}", session)) == "not-found"


# --- codes to a phone -------------------------------------------------------------------------------------


@pytest.fixture
def asked(town: Town) -> tuple[httpx.Response, httpx.Response]:
    """A code for a phone that has an appointment, and one for a phone that has none."""
    town.control.post("/appointments", json={"given": PHONE["number"]})
    known, unknown = (
        town.post("/v1/appointment-lookups", {"phone": phone}) for phone in (PHONE, OTHER_PHONE)
    )
    return known, unknown


def test_a_phone_that_is_not_known_is_answered_as_one_that_is(
    asked: tuple[httpx.Response, httpx.Response], town: Town
) -> None:
    known, unknown = asked
    assert known.status_code == unknown.status_code == 202
    bodies = known.json(), unknown.json()
    for body in bodies:
        assert len(body.pop("lookup")) == 22
        assert body.pop("phone_hint").startswith("6•• ••• •")
    assert bodies[0] == bodies[1]
    headers = [{k: v for k, v in a.headers.items() if k not in ("date", "content-length")} for a in asked]
    assert headers[0] == headers[1]
    assert len(known.content) == len(unknown.content)


def test_the_tries_of_both_end_in_the_same_way(
    asked: tuple[httpx.Response, httpx.Response], town: Town
) -> None:
    ends = []
    for sent in asked:
        path = f"/v1/appointment-lookups/{sent.json()['lookup']}/attempts"
        ends.append([town.post(path, {"digits": "0000"}).json() for _ in range(3)])
        assert problem(town.post(path, {"digits": town.sms()["code"]})) == "challenge-closed"
    assert ends[0] == ends[1]
    assert ends[0] == [{"result": "wrong", "tries_left": n} for n in (2, 1)] + [{"result": "refused"}]


def test_both_take_the_same_time(town: Town) -> None:
    """The medians of thirty each, in turns, three in every hour."""
    town.control.post("/appointments", json={"given": PHONE["number"]})
    taken: dict[str, list[float]] = {"known": [], "unknown": []}
    for number in range(30):
        later(town, number * 21 * MINUTE)
        for name, phone in (("known", PHONE), ("unknown", {**PHONE, "number": f"6000{number:05}"})):
            began = perf_counter()
            assert town.post("/v1/appointment-lookups", {"phone": phone}).status_code == 202
            taken[name].append(perf_counter() - began)
    known, unknown = (statistics.median(times) for times in taken.values())
    assert abs(known - unknown) < 0.5 * max(known, unknown)


def test_a_code_serves_once_at_however_many_kiosks_it_is_typed(town: Town) -> None:
    lookup = town.post("/v1/appointment-lookups", {"phone": PHONE}).json()["lookup"]
    code, start = town.sms()["code"], threading.Barrier(4)

    def kiosk(_: int) -> httpx.Response:
        with httpx.Client(
            base_url=town.url, timeout=60, headers={"Authorization": f"Bearer {TOKEN}"}
        ) as http:
            start.wait()
            key, path = {"Idempotency-Key": str(uuid.uuid4())}, f"/v1/appointment-lookups/{lookup}/attempts"
            return http.post(path, json={"digits": code}, headers=key)

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(kiosk, range(4)))
    taken = [answer for answer in answers if answer.status_code == 200]
    assert [answer.json()["result"] for answer in taken] == ["accepted"]
    assert {problem(answer) for answer in answers if answer not in taken} == {"challenge-closed"}


def test_codes_to_a_phone_are_limited_whether_it_is_known_or_not(town: Town) -> None:
    town.control.post("/appointments", json={"given": PHONE["number"]})
    for phone in (PHONE, OTHER_PHONE):
        answers = [town.post("/v1/appointment-lookups", {"phone": phone}) for _ in range(4)]
        assert [answer.status_code for answer in answers] == [202, 202, 202, 429]
        assert problem(answers[-1]) == "too-many-codes"
    later(town, 61 * MINUTE)
    assert town.post("/v1/appointment-lookups", {"phone": PHONE}).status_code == 202


def test_codes_of_a_kiosk_are_limited_whatever_the_phones(town: Town) -> None:
    answers = [
        town.post("/v1/appointment-lookups", {"phone": {"prefix": "0034", "number": f"6111{number:05}"}})
        for number in range(61)
    ]
    assert {answer.status_code for answer in answers[:-1]} == {202}
    assert problem(answers[-1]) == "too-many-codes"


def test_a_code_that_is_too_old_is_not_taken(town: Town) -> None:
    booked(town, hours(town)[0])
    lookup = town.post("/v1/appointment-lookups", {"phone": PHONE}).json()["lookup"]
    code = town.sms()["code"]
    later(town, 11 * MINUTE)
    answer = town.post(f"/v1/appointment-lookups/{lookup}/attempts", {"digits": code})
    assert problem(answer) == "code-expired"


def test_a_session_of_a_phone_opens_appointments_alone_and_ends(town: Town) -> None:
    booked(town, hours(town)[0])
    session = session_of(town)
    assert problem(town.get("/v1/padro/offers", session)) == "session-ended"
    assert town.delete("/v1/identity/session", session).status_code == 204
    assert problem(town.get("/v1/appointments", session)) == "session-ended"
