"""Which documents the demo town hall gives, to whom, and that nothing is done twice."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
import threading
import uuid
from pathlib import Path

import httpx
import pytest

from tests.contract.town import Town, running

FIVE_CAUSES = ("anna", "pere", "fatima", "nuria", "josep")
"""Protection, consent, review, establishment, custody."""


def _here(town: Town, resident: str) -> set[str]:
    offers = town.get("/v1/padro/offers", town.identify(resident)).json()["offers"]
    return {offer["id"] for offer in offers if offer["where"] == "here"}


def _problem(answer: httpx.Response) -> str:
    return json.loads(answer.content)["type"].removeprefix("urn:zonablava:problem:")


PAPER = "4f0c91d27a63be58"
ORDER = {
    "offer": "volant_individual_current",
    "purpose": "grants",
    "language": "ca",
    "rendition": "a4",
    "paper": PAPER,
}
INDIVIDUAL = {"volant_individual_current", "volant_individual_historic", "certificat_individual_current"}


@pytest.mark.parametrize(
    ("resident", "here"),
    [
        ("maria", INDIVIDUAL | {"volant_dwelling_current"}),
        ("omar", INDIVIDUAL | {"volant_dwelling_current"}),
        ("elena", INDIVIDUAL | {"volant_dwelling_current"}),
        ("pere", INDIVIDUAL),
        ("liwei", set()),
    ],
)
def test_each_resident_is_offered_what_the_rules_say(town: Town, resident: str, here: set[str]) -> None:
    assert _here(town, resident) == here


def test_five_residents_with_five_causes_get_the_same_bytes(town: Town) -> None:
    answers = [town.get("/v1/padro/offers", town.identify(resident)) for resident in FIVE_CAUSES]
    assert len({answer.content for answer in answers}) == 1
    assert len({tuple(sorted((k, v) for k, v in a.headers.items() if k != "date")) for a in answers}) == 1
    refused = [town.issue(town.identify(resident), "volant_dwelling_current") for resident in FIVE_CAUSES]
    assert {(a.status_code, _problem(a)) for a in refused} == {(409, "given-at-the-desk")}
    assert len({answer.content for answer in refused}) == 1


def test_offers_have_no_room_for_a_cause(town: Town) -> None:
    body = town.get("/v1/padro/offers", town.identify("anna")).json()
    assert set(body) == {"registered", "offers"}
    assert {frozenset(offer) for offer in body["offers"]} == {
        frozenset({"id", "kind", "scope", "time", "where", "price_cents", "assurance", "renditions"})
    }


def test_who_is_not_registered_here_is_told_so(town: Town) -> None:
    assert town.get("/v1/padro/offers", town.identify("liwei")).json()["registered"] is False


def test_an_issue_has_a_csv_and_the_document_that_it_announces(town: Town) -> None:
    session = town.identify("maria")
    issued = town.issue(session, "volant_individual_current")
    assert issued.status_code == 201
    issue = issued.json()
    assert re.fullmatch(r"ZB\d\d(-[2-9A-HJ-NP-Z]{4}){3}", issue["csv"])
    assert issue["verification_url"] == f"https://seu.exemple.cat/csv?c={issue['csv']}"
    assert (issue["copy"], issue["sheets"], issue["price_cents"]) == (1, 1, 0)
    answer = town.get(f"/v1/padro/issues/{issue['issue']}/document", session)
    assert answer.headers["content-type"] == "application/pdf"
    digest = hashlib.sha256(answer.content).hexdigest()
    assert issue["document"] == {"sha256": digest, "bytes": len(answer.content)}


def test_the_same_key_gives_the_same_issue_and_no_second_one(town: Town) -> None:
    session, key = town.identify("maria"), str(uuid.uuid4())
    body = ORDER
    first, again = (town.post("/v1/padro/issues", body, session, key) for _ in range(2))
    assert (first.status_code, first.content) == (again.status_code, again.content)
    following = town.issue(session, "volant_individual_current").json()["receipt_number"]
    assert int(following[-6:]) == int(first.json()["receipt_number"][-6:]) + 1


def test_a_repeat_while_the_first_is_still_on_its_way_waits_for_it(town: Town) -> None:
    session, key = town.identify("maria"), str(uuid.uuid4())
    body = ORDER
    answers: list[bytes] = []
    calls = [
        threading.Thread(
            target=lambda: answers.append(town.post("/v1/padro/issues", body, session, key).content)
        )
        for _ in range(4)
    ]
    for call in calls:
        call.start()
    for call in calls:
        call.join()
    assert len(answers) == 4
    assert len(set(answers)) == 1


def test_another_body_under_the_same_key_is_a_conflict(town: Town) -> None:
    session, key = town.identify("maria"), str(uuid.uuid4())
    body = ORDER
    assert town.post("/v1/padro/issues", body, session, key).status_code == 201
    other = town.post("/v1/padro/issues", {**body, "language": "es"}, session, key)
    assert (other.status_code, _problem(other)) == (409, "idempotency-key-reused")


def test_a_key_of_one_person_opens_nothing_of_another(town: Town) -> None:
    key = str(uuid.uuid4())
    issues = [
        town.post("/v1/padro/issues", ORDER | {"paper": paper}, town.identify(who), key).json()
        for who, paper in (("maria", PAPER), ("omar", PAPER[::-1]))
    ]
    assert issues[0]["csv"] != issues[1]["csv"]


def test_what_was_answered_in_a_session_is_forgotten_with_it(town: Town) -> None:
    challenge = town.challenge("maria")
    code = town.send_code(challenge, "600000158").json()["code"]
    body, key = {"digits": town.sms()["code"]}, str(uuid.uuid4())
    path = f"/v1/identity/challenges/{challenge}/codes/{code}/attempts"
    first, again = (town.post(path, body, key=key) for _ in range(2))
    assert first.content == again.content
    town.delete("/v1/identity/session", first.json()["citizen_session"])
    assert _problem(town.post(path, body, key=key)) == "challenge-closed"


def test_a_copy_is_numbered_under_the_same_csv(town: Town) -> None:
    session = town.identify("maria")
    issue = town.issue(session, "volant_individual_current").json()
    path = f"/v1/padro/issues/{issue['issue']}"
    copy = town.post(f"{path}/copies", {"because": "not_printed", "paper": PAPER}, session).json()
    assert (copy["copy"], copy["csv"], copy["issue"]) == (2, issue["csv"], issue["issue"])
    pdf = town.get(f"{path}/document?copy=2", session).content
    assert hashlib.sha256(pdf).hexdigest() == copy["document"]["sha256"] != issue["document"]["sha256"]


def test_a_document_is_for_its_own_session_only(town: Town) -> None:
    issue = town.issue(town.identify("maria"), "volant_individual_current").json()["issue"]
    other = town.identify("omar")
    assert _problem(town.get(f"/v1/padro/issues/{issue}/document", other)) == "not-found"
    assert (
        _problem(town.post(f"/v1/padro/issues/{issue}/copies", {"because": "asked", "paper": PAPER}, other))
        == "not-found"
    )


def test_the_outcome_is_told_after_the_person_left_and_the_last_one_stands(town: Town) -> None:
    session = town.identify("maria")
    issue = town.issue(session, "volant_individual_current", paper=PAPER).json()["issue"]
    town.delete("/v1/identity/session", session)
    path = f"/v1/papers/{PAPER}/outcome"
    told = [town.put(path, {"outcome": outcome}).status_code for outcome in ("uncertain", "printed", "taken")]
    assert told == [204, 204, 204]
    (row,) = town.control.get("/outcomes").json()
    assert (row["issue"], row["copy"], row["outcome"]) == (issue, 1, "taken")
    assert _problem(town.put(f"/v1/papers/{PAPER[::-1]}/outcome", {"outcome": "printed"})) == "not-found"


def test_each_copy_has_a_number_of_its_own_and_its_own_outcome(town: Town) -> None:
    session, second = town.identify("maria"), PAPER[::-1]
    issue = town.issue(session, "volant_individual_current", paper=PAPER).json()["issue"]
    copies = f"/v1/padro/issues/{issue}/copies"
    assert _problem(town.post(copies, {"because": "asked", "paper": PAPER}, session)) == "request-not-valid"
    assert _problem(town.issue(session, "volant_individual_current", paper=PAPER)) == "request-not-valid"
    assert town.post(copies, {"because": "asked", "paper": second}, session).json()["copy"] == 2
    town.put(f"/v1/papers/{PAPER}/outcome", {"outcome": "retracted"})
    town.put(f"/v1/papers/{second}/outcome", {"outcome": "taken"})
    rows = [(row["copy"], row["outcome"]) for row in town.control.get("/outcomes").json()]
    assert rows == [(1, "retracted"), (2, "taken")]


def test_turns_and_calls_for_help(town: Town) -> None:
    turns = [town.post("/v1/turns", {"reason": "desk_document", "language": "ca"}).json() for _ in range(2)]
    assert [turn["number"] for turn in turns] == ["B 047", "B 048"]
    call = town.post("/v1/help-calls", {"service": "padro", "reason": "asked"}).json()["call"]
    states = [town.get(f"/v1/help-calls/{call}").json()["state"]]
    town.control.post("/help-calls/coming")
    states.append(town.get(f"/v1/help-calls/{call}").json()["state"])
    assert town.delete(f"/v1/help-calls/{call}").status_code == 204
    states.append(town.get(f"/v1/help-calls/{call}").json()["state"])
    assert states == ["called", "coming", "ended"]


def test_the_database_keeps_no_name_and_no_document_number(tmp_path: Path) -> None:
    with running("--data", str(tmp_path)) as town:
        session = town.identify("maria")
        town.issue(session, "volant_individual_current", paper=PAPER)
        town.put(f"/v1/papers/{PAPER}/outcome", {"outcome": "printed"})
    content = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    for secret in (b"Soler", b"00000000T", b"600000158", b"482951", session.encode(), b"%PDF"):
        assert secret not in content
    with sqlite3.connect(tmp_path / "seu.sqlite") as database:
        assert database.execute("SELECT outcome FROM outcome").fetchall() == [("printed",)]
    database.close()
