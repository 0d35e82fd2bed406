"""The dials of the demo's network, and what its operator sees."""

from __future__ import annotations

import time

import httpx
import pytest

from tests.contract.checker import validate_traffic
from tests.contract.town import Town


def _dial(town: Town, mode: str, **more: object) -> None:
    assert town.control.post("/network", json={"mode": mode, **more}).json()["mode"] == mode


def test_a_line_that_is_down_hangs_up_and_comes_back(town: Town) -> None:
    _dial(town, "down")
    with pytest.raises(httpx.TransportError):
        town.get("/v1/catalogue")
    _dial(town, "fine")
    assert town.get("/v1/catalogue").status_code == 200


def test_a_slow_line_is_late_after_the_work_was_done(town: Town) -> None:
    _dial(town, "slow", seconds=0.3)
    begun = time.monotonic()
    assert town.post("/v1/turns", {"reason": "other", "language": "ca"}).status_code == 201
    assert time.monotonic() - begun >= 0.3
    _dial(town, "slow", seconds=20)
    with pytest.raises(httpx.ReadTimeout):
        town.http.post(
            "/v1/turns",
            json={"reason": "other", "language": "ca"},
            headers={"Idempotency-Key": "the-key-of-this-turn"},
            timeout=0.3,
        )
    _dial(town, "fine")
    again = town.post("/v1/turns", {"reason": "other", "language": "ca"}, key="the-key-of-this-turn")
    assert again.json()["number"] == "B 048"


def test_a_town_hall_that_fails_says_so_as_the_contract_has_it(town: Town) -> None:
    _dial(town, "error_500")
    answer = town.get("/v1/catalogue")
    assert (answer.status_code, answer.json()["type"]) == (500, "urn:zonablava:problem:internal")
    assert validate_traffic(town.control.get("/traffic").json()) == []


def test_garbage_is_no_json_and_is_told_apart_in_the_record(town: Town) -> None:
    _dial(town, "garbage")
    answer = town.get("/v1/catalogue")
    with pytest.raises(ValueError, match=r"codec|JSON|control"):
        answer.json()
    (record,) = town.control.get("/traffic").json()
    assert record["mode"] == "garbage"
    assert validate_traffic([record]) == []
    assert validate_traffic([{**record, "mode": "fine"}]) != []


def test_the_record_is_emptied_by_its_operator(town: Town) -> None:
    town.get("/v1/catalogue")
    assert len(town.control.get("/traffic").json()) == 1
    assert town.control.delete("/traffic").status_code == 204
    assert town.control.get("/traffic").json() == []


def test_a_reset_brings_the_first_day_back(town: Town) -> None:
    session = town.identify("maria")
    town.post("/v1/turns", {"reason": "other", "language": "ca"})
    town.control.post("/proofs", json={"proofs": ["staff"]})
    town.control.post("/clock", json={"offset_seconds": 60})
    town.control.post("/reset")
    assert town.get("/v1/padro/offers", session).status_code == 401
    assert town.sms() == {"code": None, "phone_ending": None, "sent": 0}
    assert town.post("/v1/turns", {"reason": "other", "language": "ca"}).json()["number"] == "B 047"
    assert town.get("/v1/catalogue").json()["proofs"] == ["idcat_mobil_code", "staff"]


def test_a_body_that_is_too_large_or_no_json_is_refused(town: Town) -> None:
    key = {"Idempotency-Key": "a-key-that-is-long-enough"}
    large = town.http.post("/v1/turns", content=b"x" * 200_000, headers=key)
    assert large.json()["type"].endswith("body-too-large")
    form = town.http.post("/v1/turns", data={"reason": "other"}, headers=key)
    assert form.json()["type"].endswith("unsupported-media-type")


def test_a_kiosk_of_another_name_is_not_this_one(town: Town) -> None:
    body = {
        "at": "2026-11-23T10:24:00Z",
        "state": "in_service",
        "version": "1",
        "devices": [],
        "uncertain_jobs": 0,
    }
    assert town.put("/v1/kiosks/ZB-01/heartbeat", body).status_code == 200
    assert town.put("/v1/kiosks/ZB-02/heartbeat", body).json()["type"].endswith("another-kiosk")


@pytest.mark.parametrize(("mode", "turns"), [("cut", 0), ("lost", 1)])
def test_one_operation_hangs_up_before_or_after_the_work_while_others_go_well(
    town: Town, mode: str, turns: int
) -> None:
    trap = {"mode": mode, "at": "POST /v1/turns", "times": 1}
    town.control.post("/trap", json=trap).raise_for_status()
    wanted, key = {"reason": "other", "language": "ca"}, "the-key-of-this-turn"
    before = town.post("/v1/help-calls", {"service": "padro", "reason": "asked"})
    assert before.status_code == 201
    with pytest.raises(httpx.TransportError):
        town.post("/v1/turns", wanted, key=key)
    assert (
        town.post("/v1/turns", wanted, key="another-key-for-a-turn").json()["number"] == f"B {47 + turns:03}"
    )
    assert town.post("/v1/turns", wanted, key=key).json()["number"] == f"B {48 - turns:03}"
