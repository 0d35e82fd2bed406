"""The demo town hall keeps the contract over a whole journey, and the checker sees when somebody does not."""

from __future__ import annotations

import base64
import copy
import json
import uuid
from collections.abc import Callable, Iterator

import pytest

from tests.contract.checker import validate_traffic
from tests.contract.spec import operations
from tests.contract.town import RESIDENTS, Town, running

Record = dict[str, object]


@pytest.fixture(scope="module")
def town() -> Iterator[Town]:
    with running() as town:
        yield town


@pytest.fixture(scope="module")
def journey(town: Town) -> list[Record]:
    """Every operation of the contract, its good ends and its bad ones, as the seu recorded them."""
    town.get("/v1/catalogue")
    town.put(
        "/v1/kiosks/ZB-01/heartbeat",
        {
            "at": "2026-11-23T10:24:00+01:00",
            "state": "in_service",
            "version": "0.1.0",
            "devices": [{"name": "document", "status": "ready"}],
            "uncertain_jobs": 0,
        },
    )
    challenge = town.challenge("maria")
    code = town.send_code(challenge, RESIDENTS["maria"]["idcat_phone"]).json()["code"]
    digits = town.sms()["code"]
    town.attempt(challenge, code, f"{(int(digits) + 1) % 10**6:06}")
    session = town.attempt(challenge, code, digits).json()["citizen_session"]
    town.attempt(challenge, code, digits)
    signing = town.post("/v1/identity/challenges", {"assurance": "high"}).json()["challenge"]
    town.post(
        f"/v1/identity/challenges/{signing}/signature",
        {"proof": "dnie_pin", "certificate": "MAA=", "signature": "MAA="},
    )
    town.get("/v1/padro/offers", session)
    issue = town.issue(session, "volant_individual_current").json()["issue"]
    town.issue(session, "certificat_dwelling_current")
    town.get(f"/v1/padro/issues/{issue}/document", session)
    town.post(
        f"/v1/padro/issues/{issue}/copies", {"because": "not_printed", "paper": "1c7de2905b3f84a6"}, session
    )
    town.get(f"/v1/padro/issues/{issue}/document?copy=2", session)
    town.delete("/v1/identity/session", session)
    town.get("/v1/padro/offers", session)
    town.put("/v1/papers/1c7de2905b3f84a6/outcome", {"outcome": "printed"})
    turn = town.post("/v1/turns", {"reason": "desk_document", "language": "ca"}).json()["turn"]
    town.get(f"/v1/turns/{turn}")
    along = {"service": "padro", "choice": "volant_individual_current", "screen": "dark"}
    town.post("/v1/turns", {"reason": "not_identified", "language": "es", "handover": along})
    taken = town.post("/v1/handovers", {"number": "R21"}).json()["handover"]
    town.post("/v1/handovers", {"number": "R21"})
    town.delete(f"/v1/handovers/{taken}")
    town.post("/v1/handovers", {"number": "Z0"})
    town.delete(f"/v1/turns/{turn}")
    code = town.control.post("/arrivals/appointment", json={"minutes": 5}).json()["code"]
    town.post("/v1/arrivals", {"code": code, "language": "ca"})
    since = "2026-11-23T10:24:00+01:00"
    call = town.post("/v1/help-calls", {"service": "padro", "reason": "asked", "since": since}).json()["call"]
    town.put(f"/v1/help-calls/{call}/level", {"level": 2})
    town.control.post("/help-calls/coming")
    town.get(f"/v1/help-calls/{call}")
    town.delete(f"/v1/help-calls/{call}")
    opinion = {"face": 5, "reasons": ["fast"], "service": "padro", "language": "ca", "hour": 10}
    town.post("/v1/opinions", {"opinions": [opinion]})
    table = {"about": "padro", "kind": "outcome", "total": 9, "cells": [{"name": "completed", "count": 9}]}
    town.put("/v1/kiosks/ZB-01/insight/2026-11-23", {"tables": [table], "experiments": []})
    _appointments(town)
    stranger = town.challenge("liwei")
    unknown = town.send_code(stranger, "600000000").json()["code"]
    for _ in range(3):
        town.attempt(stranger, unknown, "000000")
    key = str(uuid.uuid4())
    for face in (5, 5, 4):
        town.post("/v1/opinions", {"opinions": [{**opinion, "face": face}]}, key=key)
    return town.control.get("/traffic").json()


def _appointments(town: Town) -> None:
    """One is booked by a phone with its code, seen, moved and cancelled; another hour is released."""
    [first, *_] = town.get("/v1/appointment-catalogue").json()["procedures"]
    place = f"/v1/appointment-days/{first['id']}/{first['offices'][0]}"
    day = next(day["day"] for day in town.get(place).json()["days"] if day["free"] > 2)
    hours = town.get(f"{place}/{day}").json()["hours"]
    wanted = {"procedure": first["id"], "office": first["offices"][0]}
    held = [town.post("/v1/appointment-holds", {**wanted, "at": at}).json()["hold"] for at in hours[:3]]
    town.post("/v1/appointment-holds", {**wanted, "at": hours[0]})
    town.delete(f"/v1/appointment-holds/{held[2]}")
    phone = {"prefix": "0034", "number": "600000158"}
    lookup = town.post("/v1/appointment-lookups", {"phone": phone}).json()["lookup"]
    tried = town.post(f"/v1/appointment-lookups/{lookup}/attempts", {"digits": town.sms()["code"]})
    session = tried.json()["citizen_session"]
    order = {"hold": held[0], "language": "ca", "contact": phone, "reminder": True}
    made = town.post("/v1/appointments", order, session).json()["appointment"]
    town.post("/v1/appointments", order, session)
    town.post("/v1/appointments", {**order, "hold": held[1], "contact": {"email": "m@example.cat"}}, session)
    town.get("/v1/appointments", session)
    town.post(f"/v1/appointments/{made}/moves", {"hold": held[1]}, session)
    town.delete(f"/v1/appointments/{made}", session)
    town.delete(f"/v1/appointments/{'x' * 22}", session)


def test_the_whole_journey_keeps_the_contract(journey: list[Record]) -> None:
    assert validate_traffic(journey) == []


def test_the_journey_calls_every_operation(journey: list[Record]) -> None:
    called = {(str(r["method"]).lower(), len(str(r["path"]).partition("?")[0].split("/"))) for r in journey}
    assert {(method, len(path.split("/"))) for path, method, *_ in operations()} <= called
    assert {r["status"] for r in journey} >= {200, 201, 202, 204, 401, 409}


def test_the_record_leaves_the_tokens_out(journey: list[Record]) -> None:
    headers = {tuple(pair) for record in journey for pair in record["headers"]}
    assert ("authorization", "Bearer …") in headers
    assert {value for key, value in headers if key in ("authorization", "citizen-session")} == {
        "Bearer …",
        "…",
    }


def _changed(change: Callable[[dict], None], side: str = "response_body") -> Callable[[Record], None]:
    def plant(record: Record) -> None:
        body = json.loads(base64.b64decode(str(record[side])))
        change(body)
        record[side] = base64.b64encode(json.dumps(body).encode()).decode()

    return plant


def _header_lost(side: str, name: str) -> Callable[[Record], None]:
    def plant(record: Record) -> None:
        record[side] = [pair for pair in record[side] if pair[0] != name]

    return plant


def _set(**members: object) -> Callable[[Record], None]:
    return lambda record: record.update(members)


FAULTS = {
    "a required member of an answer renamed": (
        "GET /v1/padro/offers",
        _changed(lambda body: body["offers"][3].update(place=body["offers"][3].pop("where"))),
    ),
    "a cause told beside an offer": (
        "GET /v1/padro/offers",
        _changed(lambda body: body["offers"][1].update(cause="protection")),
    ),
    "the offers in another order": ("GET /v1/padro/offers", _changed(lambda body: body["offers"].reverse())),
    "a member that the contract does not have": (
        "GET /v1/catalogue",
        _changed(lambda body: body.update(x=1)),
    ),
    "a member deep inside that the contract does not have": (
        "GET /v1/catalogue",
        _changed(lambda body: body["town"].update(mayor="Maria")),
    ),
    "a cause told beside a refusal": (
        "attempts",
        _changed(lambda body: body.update(result="refused", cause="expired")),
    ),
    "a status that the contract does not have": ("POST /v1/turns", _set(status=200)),
    "a media type that the contract does not have": (
        "POST /v1/turns",
        _set(response_headers=[["content-type", "text/html"], ["seu-contract", "1.0"]]),
    ),
    "an answer without the version": ("GET /v1/catalogue", _header_lost("response_headers", "seu-contract")),
    "an empty answer without the version": (
        "DELETE /v1/identity/session",
        _header_lost("response_headers", "seu-contract"),
    ),
    "a body where there is none": ("POST /v1/opinions", _set(response_body="e30=")),
    "an answer that is not JSON": ("GET /v1/catalogue", _set(response_body="e3t7")),
    "a problem without its type": (
        "given-at-the-desk",
        _changed(lambda body: body.pop("type")),
    ),
    "a request without its key": ("POST /v1/turns", _header_lost("headers", "idempotency-key")),
    "a request without the kiosk's identity": ("GET /v1/catalogue", _header_lost("headers", "authorization")),
    "a request without the citizen's session": (
        "GET /v1/padro/offers",
        _header_lost("headers", "citizen-session"),
    ),
    "a request with a name in it": (
        "POST /v1/turns",
        _changed(lambda body: body.update(name="Maria"), "body"),
    ),
    "a request without a required member": (
        "POST /v1/padro/issues",
        _changed(lambda body: body.pop("purpose"), "body"),
    ),
    "a query that does not fit": (
        "?copy=2",
        _set(path="/v1/padro/issues/pL5vYt1QzXw8Nc3KdRb0Hg/document?copy=0"),
    ),
    "a path that the contract does not have": ("GET /v1/catalogue", _set(path="/v1/catalog")),
    "an id that is somebody's number": ("GET /v1/help-calls", _set(path="/v1/help-calls/00000000T")),
    "a method that the contract does not have": ("GET /v1/catalogue", _set(method="PATCH")),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(journey: list[Record], fault: str) -> None:
    where, plant = FAULTS[fault]
    record = copy.deepcopy(next(r for r in journey if _is(r, where)))
    assert validate_traffic([record]) == []
    plant(record)
    assert validate_traffic([record]) != []


def test_what_is_said_of_a_fault_repeats_no_body(journey: list[Record]) -> None:
    record = copy.deepcopy(next(r for r in journey if _is(r, "POST /v1/turns")))
    _changed(lambda body: body.update(name="Maria Soler"), "body")(record)
    assert "Maria" not in " ".join(validate_traffic([record]))


def _is(record: Record, where: str) -> bool:
    call = f"{record['method']} {record['path']}"
    body = base64.b64decode(str(record["response_body"]))
    good = int(str(record["status"])) < 400
    return (where in call and good) or f'"urn:zonablava:problem:{where}"'.encode() in body
