"""How the demo town hall finds out who a person is, and what it never tells."""

from __future__ import annotations

import base64
import json

import pytest

from tests.contract.town import RESIDENTS, Town, chip

MARIA = RESIDENTS["maria"]["idcat_phone"]


def _other(digits: str) -> str:
    return f"{(int(digits) + 1) % 10**6:06}"


def _problem(answer: object) -> str:
    return json.loads(answer.content)["type"].removeprefix("urn:zonablava:problem:")


def test_a_kiosk_without_its_token_is_not_known(town: Town) -> None:
    answer = town.http.get("/v1/catalogue", headers={"Authorization": "Bearer of-nobody"})
    assert (answer.status_code, _problem(answer)) == (401, "kiosk-unknown")
    assert answer.headers["seu-contract"] == "1.0"


def test_the_right_code_begins_a_session_and_tells_the_last_access(town: Town) -> None:
    challenge = town.challenge("maria")
    sent = town.send_code(challenge, MARIA).json()
    assert (sent["phone_hint"], sent["digits"], sent["tries"]) == ("6•• ••• •58", 6, 3)
    assert town.sms()["phone_ending"] == "58"
    accepted = town.attempt(challenge, sent["code"], town.sms()["code"]).json()
    assert (accepted["name"], accepted["assurance"]) == ("Maria", "substantial")
    assert accepted["last_access"] == {"at": RESIDENTS["maria"]["last_access"]}
    assert town.get("/v1/padro/offers", accepted["citizen_session"]).status_code == 200


def test_the_next_time_the_last_access_is_this_one(town: Town) -> None:
    town.identify("maria")
    challenge = town.challenge("maria")
    code = town.send_code(challenge, MARIA).json()["code"]
    accepted = town.attempt(challenge, code, town.sms()["code"]).json()
    assert accepted["last_access"]["at"] > RESIDENTS["maria"]["last_access"]


def test_a_wrong_code_three_times_is_refused_and_closes_the_challenge(town: Town) -> None:
    challenge = town.challenge("maria")
    code = town.send_code(challenge, MARIA).json()["code"]
    wrong = _other(town.sms()["code"])
    answers = [town.attempt(challenge, code, wrong).json() for _ in range(3)]
    assert answers == [
        {"result": "wrong", "tries_left": 2},
        {"result": "wrong", "tries_left": 1},
        {"result": "refused"},
    ]
    assert _problem(town.attempt(challenge, code, town.sms()["code"])) == "challenge-closed"
    assert _problem(town.send_code(challenge, MARIA)) == "challenge-closed"


def test_a_new_code_brings_no_new_tries_and_ends_the_old_one(town: Town) -> None:
    challenge = town.challenge("maria")
    old = town.send_code(challenge, MARIA).json()["code"]
    old_digits = town.sms()["code"]
    town.attempt(challenge, old, _other(old_digits))
    again = town.send_code(challenge, MARIA).json()
    assert again["tries"] == 2
    assert _problem(town.attempt(challenge, old, old_digits)) == "code-expired"
    assert town.attempt(challenge, again["code"], town.sms()["code"]).json()["result"] == "accepted"


def test_a_challenge_has_three_codes(town: Town) -> None:
    challenge = town.challenge("maria")
    answers = [town.send_code(challenge, MARIA) for _ in range(4)]
    assert [a.status_code for a in answers] == [202, 202, 202, 429]
    assert _problem(answers[3]) == "too-many-codes"


def test_codes_and_challenges_and_sessions_end_by_the_clock(town: Town) -> None:
    session = town.identify("maria")
    challenge = town.challenge("maria")
    town.control.post("/clock", json={"offset_seconds": 300})
    code = town.send_code(challenge, MARIA).json()["code"]
    town.control.post("/clock", json={"offset_seconds": 601})
    assert _problem(town.attempt(challenge, code, "000000")) == "challenge-expired"
    assert town.get("/v1/padro/offers", session).status_code == 200
    town.control.post("/clock", json={"offset_seconds": 1801})
    assert _problem(town.get("/v1/padro/offers", session)) == "session-ended"


def test_an_ended_session_is_of_no_use_and_may_be_ended_again(town: Town) -> None:
    session = town.identify("maria")
    assert [town.delete("/v1/identity/session", session).status_code for _ in range(2)] == [204, 204]
    assert _problem(town.get("/v1/padro/offers", session)) == "session-ended"


STRANGERS = {
    "a phone that is not the registered one": ("maria", "600000159"),
    "no idCAT Mòbil": ("laura", "600001152"),
    "an expired document": ("rosa", RESIDENTS["rosa"]["idcat_phone"]),
    "fifteen years old": ("jordi", "600000158"),
    "the phone of somebody else": ("omar", MARIA),
}


@pytest.mark.parametrize("why", STRANGERS)
def test_who_cannot_be_identified_gets_the_same_answers_until_refused(town: Town, why: str) -> None:
    resident, phone = STRANGERS[why]
    challenge = town.challenge(resident)
    sent = town.send_code(challenge, phone)
    assert sent.status_code == 202
    assert set(sent.json()) == {
        "code",
        "phone_hint",
        "digits",
        "valid_seconds",
        "resend_after_seconds",
        "tries",
    }
    digits = town.sms()["code"] or "123456"
    tries = [digits] if why == "an expired document" else [digits] * 3
    answers = [town.attempt(challenge, sent.json()["code"], d).json() for d in tries]
    assert answers[-1] == {"result": "refused"}
    assert all(set(a) <= {"result", "tries_left"} for a in answers)


def test_a_chip_that_no_register_knows_is_answered_like_any_other(town: Town) -> None:
    known, unknown = chip("maria"), chip("liwei")
    mrz = base64.b64decode(str(unknown["dg1"])).replace(b"E000000312", b"E000000404")
    unknown["dg1"] = base64.b64encode(mrz).decode()
    answers = []
    for evidence in (known, unknown):
        challenge = town.post("/v1/identity/challenges", {}).json()["challenge"]
        answers.append(town.post(f"/v1/identity/challenges/{challenge}/evidence", evidence))
    assert answers[0].content == answers[1].content
    assert answers[0].status_code == answers[1].status_code == 200


def test_hashes_that_do_not_agree_identify_nobody(town: Town) -> None:
    challenge = town.challenge("maria", hashes_agree=False)
    code = town.send_code(challenge, MARIA).json()["code"]
    assert town.attempt(challenge, code, town.sms()["code"]).json() == {"result": "refused"}


def test_a_wrong_check_digit_is_not_a_document(town: Town) -> None:
    evidence = chip("maria")
    dg1 = bytearray(base64.b64decode(str(evidence["dg1"])))
    dg1[12] ^= 1
    challenge = town.post("/v1/identity/challenges", {}).json()["challenge"]
    evidence["dg1"] = base64.b64encode(dg1).decode()
    answer = town.post(f"/v1/identity/challenges/{challenge}/evidence", evidence)
    assert (answer.status_code, _problem(answer)) == (422, "evidence-unreadable")


def test_evidence_comes_first_and_once(town: Town) -> None:
    challenge = town.post("/v1/identity/challenges", {}).json()["challenge"]
    assert _problem(town.send_code(challenge, MARIA)) == "evidence-missing"
    challenge = town.challenge("maria")
    again = town.post(f"/v1/identity/challenges/{challenge}/evidence", chip("omar"))
    assert _problem(again) == "evidence-given"


def test_the_phone_that_the_town_hall_verified_serves_only_where_it_is_accepted(town: Town) -> None:
    phone = RESIDENTS["laura"]["municipal_phone"]
    proof = "card_plus_municipal_code"
    assert _problem(town.send_code(town.challenge("laura"), phone, proof)) == "proof-not-accepted"
    town.control.post("/proofs", json={"proofs": ["idcat_mobil_code", proof, "staff"]})
    assert town.get("/v1/catalogue").json()["proofs"] == ["idcat_mobil_code", proof, "staff"]
    challenge = town.challenge("laura")
    code = town.send_code(challenge, phone, proof).json()["code"]
    assert town.attempt(challenge, code, town.sms()["code"]).json()["result"] == "accepted"


def test_a_request_that_breaks_the_contract_is_told_where_and_not_what(town: Town) -> None:
    challenge = town.challenge("maria")
    body = {"proof": "idcat_mobil_code", "phone": {"prefix": "+34", "number": "600000158", "Maria Soler": 1}}
    answer = town.post(f"/v1/identity/challenges/{challenge}/codes", body)
    assert answer.json()["errors"] == [
        {"where": "body/phone/prefix", "rule": "string_pattern_mismatch"},
        {"where": "body/phone", "rule": "extra_forbidden"},
    ]
    assert "Maria" not in answer.text
    assert "+34" not in answer.text


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("ca", "S’ha"),
        ("es-ES,en;q=0.5", "No se ha"),
        ("de, en;q=0.8, es;q=0.9", "No se ha"),
        ("en", "Not found"),
        ("zh", "No s’ha"),
    ],
)
def test_titles_come_in_the_language_asked_for(town: Town, asked: str, title: str) -> None:
    answer = town.http.get("/v1/help-calls/Zt5cW1vXq8Nm3KdLr0HyBg", headers={"Accept-Language": asked})
    assert title.lower() in answer.json()["title"].lower()
