"""How sure the demo town hall is of somebody, what it asks for, and what it never tells about a document."""

from __future__ import annotations

import json

import pytest

from tests.contract.town import RESIDENTS, Town, chip


def _problem(answer: object) -> str:
    return json.loads(answer.content)["type"].removeprefix("urn:zonablava:problem:")


def _identified(town: Town, resident: str, **evidence: object) -> dict:
    challenge = town.challenge(resident, **evidence)
    code = town.send_code(challenge, RESIDENTS[resident]["idcat_phone"]).json()["code"]
    return town.attempt(challenge, code, town.sms()["code"]).json()


def test_the_catalogue_says_what_a_service_asks_and_which_documents_are_taken(town: Town) -> None:
    catalogue = town.get("/v1/catalogue").json()
    asked = {service["id"]: service["identity"] for service in catalogue["services"]}
    assert (asked["padro"], asked["turns"]) == ("substantial", None)
    assert catalogue["documents"] == {"accepted": ["genuine"]}


@pytest.mark.parametrize(
    ("wanted", "proofs"),
    [("low", ["idcat_mobil_code", "dnie_pin", "staff"]), ("high", ["dnie_pin", "staff"])],
)
def test_the_proofs_offered_are_those_that_reach_what_is_wanted(
    town: Town, wanted: str, proofs: list[str]
) -> None:
    town.control.post("/proofs", json={"proofs": ["idcat_mobil_code", "dnie_pin", "staff"]})
    assert town.post("/v1/identity/challenges", {"assurance": wanted}).json()["proofs"] == proofs


def test_a_code_of_an_idcat_that_was_given_from_afar_comes_to_low(town: Town) -> None:
    assert _identified(town, "pau")["assurance"] == "low"
    assert _identified(town, "maria")["assurance"] == "substantial"


def test_a_document_that_asks_for_more_is_not_issued(town: Town) -> None:
    session = _identified(town, "maria")["citizen_session"]
    town.control.post("/assurance", json={"certificat": "high"})
    offers = {offer["id"]: offer for offer in town.get("/v1/padro/offers", session).json()["offers"]}
    assert offers["certificat_individual_current"]["assurance"] == "high"
    assert offers["volant_individual_current"]["assurance"] == "substantial"
    refused = town.issue(session, "certificat_individual_current")
    assert (refused.status_code, _problem(refused)) == (403, "assurance-too-low")
    assert town.issue(session, "volant_individual_current").status_code == 201


def test_a_low_assurance_gets_no_padro_document(town: Town) -> None:
    session = _identified(town, "pau")["citizen_session"]
    assert _problem(town.issue(session, "volant_individual_current")) == "assurance-too-low"


@pytest.mark.parametrize(
    "changed",
    [
        {"verdict": "forged"},
        {"verdict": "cloned"},
        {"verdict": "issuer_unknown"},
        {"verdict": "not_verified"},
        {"verdict": "genuine_expired"},
        {"chip_proof": "failed"},
        {"hashes_agree": False},
    ],
    ids=str,
)
def test_nobody_is_identified_by_a_document_that_is_not_taken(town: Town, changed: dict[str, object]) -> None:
    given = town.challenge("maria", **changed)
    fine = town.challenge("maria")
    assert town.send_code(given, RESIDENTS["maria"]["idcat_phone"]).status_code == 202
    assert _identified(town, "maria", **changed) == {"result": "refused"}
    assert fine != given


def test_a_town_hall_may_take_documents_whose_issuer_it_does_not_know(town: Town) -> None:
    town.control.post("/documents", json={"accepted": ["genuine", "issuer_unknown"]})
    assert _identified(town, "maria", verdict="issuer_unknown")["result"] == "accepted"


@pytest.mark.parametrize("member", ["dg14", "dg15", "signature"])
def test_a_member_that_may_be_left_out_may_not_be_null(town: Town, member: str) -> None:
    challenge = town.post("/v1/identity/challenges", {}).json()["challenge"]
    answer = town.post(f"/v1/identity/challenges/{challenge}/evidence", chip("maria") | {member: None})
    assert _problem(answer) == "request-not-valid"


def test_a_signature_with_a_certificate_of_nobody_is_refused_and_closes_the_challenge(town: Town) -> None:
    town.control.post("/proofs", json={"proofs": ["dnie_pin", "staff"]})
    challenge = town.post("/v1/identity/challenges", {"assurance": "high"}).json()["challenge"]
    path = f"/v1/identity/challenges/{challenge}/signature"
    body = {"proof": "dnie_pin", "certificate": "MAA=", "signature": "MAA="}
    assert town.post(path, body).json() == {"result": "refused"}
    assert _problem(town.post(path, body)) == "challenge-closed"
