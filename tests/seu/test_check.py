"""`kiosk seu check` has a line for what breaks the contract, and one that says so where nothing does."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.seu.check import check
from kiosk.seu.examiner import CANARY, Finding
from kiosk.seu.identity import Token
from tests.contract.spec import Example, examples
from tests.contract.town import TOKEN, Town
from tests.seu.bad_server import Act, answer, bad_server, raw, silence
from tests.seu.play import ENOUGH, SHORT
from tests.seu.recorded import KIOSK, Change, Exchange, at, checked, record

PRIVATE = "zzz-private-zzz"


@pytest.fixture(scope="module")
def recording(running_hall: Town) -> list[Exchange]:
    return record(running_hall)


def test_the_demo_town_hall_passes_without_acts_and_keeps_nothing_of_it(town: Town) -> None:
    town.control.delete("/traffic")
    assert asyncio.run(check(town.url, Token(TOKEN), kiosk=KIOSK)) == []
    done = [
        f"{seen['method']} {seen['path']}"
        for seen in town.control.get("/traffic").json()
        if seen["method"] == "POST" and seen["status"] < 300
    ]
    assert done.pop() == "POST /v1/arrivals"  # of no appointment
    assert len(done) == 5
    assert all("/identity/challenges" in one and "/codes" not in one for one in done)


def test_the_recording_passes_as_it_is(recording: list[Exchange]) -> None:
    assert checked(recording) == []


# --- each required member, renamed ------------------------------------------------------------------------


ACTS = (
    *("sendCode", "tryCode", "takeTurn", "getTurn", "callHelp", "getHelpCall"),
    *("holdHour", "sendAppointmentCode", "tryAppointmentCode", "takeOver"),
)
"""Operations that are asked for with `acts` alone."""


def _members(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The path of each member, through every element of a list at once (`*`)."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield (*path, name)
            yield from _members(inner, (*path, name))
    elif isinstance(value, list):
        for inner in value:
            yield from _members(inner, (*path, "*"))


def _renamed(value: object, path: tuple[str, ...]) -> object:
    step, *rest = path
    if isinstance(value, list):
        return [_renamed(inner, tuple(rest)) for inner in value]
    assert isinstance(value, dict)
    if not rest:
        return {f"{name}_new" if name == step else name: inner for name, inner in value.items()}
    return {n: _renamed(inner, tuple(rest)) if n == step else inner for n, inner in value.items()}


def _required(exchange: Exchange) -> Iterator[tuple[str, ...]]:
    """The members without which this answer is none, by the contract's own schema."""
    body = json.loads(exchange.body)
    part = "/responses/2" if not exchange.is_problem else "problem+json"
    pointer = next(e.pointer for e in examples() if e.operation == exchange.operation and part in e.pointer)
    for path in sorted(set(_members(body))):
        if not Example("", "", True, pointer, _renamed(body, path)).keeps_the_contract:
            yield path


def test_a_server_that_renames_one_required_member_fails_whichever_it_is(recording: list[Exchange]) -> None:
    seen = set()
    for exchange in recording:
        if exchange.status >= 300 or not exchange.body:
            continue
        for path in _required(exchange):
            where = exchange.operation, path
            if where in seen:
                continue
            seen.add(where)
            spoilt = json.dumps(_renamed(json.loads(exchange.body), path)).encode()
            change = at(exchange.operation, exchange.turn, body=spoilt)
            findings = checked(recording, change, acts=exchange.operation in ACTS)
            assert any(exchange.operation in finding.case for finding in findings), where
    assert {operation for operation, _ in seen} == {
        "getCatalogue",
        "createChallenge",
        "giveEvidence",
        "giveSignature",
        "sendCode",
        "tryCode",
        "takeTurn",
        "getTurn",
        "takeOver",
        "arrive",
        "callHelp",
        "getHelpCall",
        "getProcedures",
        "beat",
        *("getAppointmentCatalogue", "getDays", "getHours", "holdHour"),
        *("sendAppointmentCode", "tryAppointmentCode"),
    }
    assert len(seen) > 60


@pytest.mark.parametrize("name", ["type", "title", "status"])
def test_a_server_that_renames_a_member_of_its_problems_fails(recording: list[Exchange], name: str) -> None:
    def change(exchange: Exchange) -> Exchange:
        if not exchange.is_problem:
            return exchange
        return replace(exchange, body=json.dumps(_renamed(json.loads(exchange.body), (name,))).encode())

    (finding,) = checked(recording, change)
    assert finding.what == f"problem, {name}: missing"


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (at("getProcedures", 1, headers={"seu-contract": "1.0", "cache-control": "no-store",
            "content-type": "application/json", "etag": '"other"'}), "the ETag is not the revision"),
        (at("getProcedures", 2, status=200), "status 200 and not 304"),
        (at("getProcedures", 3, status=304, body=b""), "status 304 and not 200"),
    ],
    ids=["an ETag of its own", "everything sent again", "not modified for whoever has another one"],
)  # fmt: skip
def test_a_server_that_does_not_say_what_has_changed_fails(
    recording: list[Exchange], change: Change, what: str
) -> None:
    assert any(finding.what.startswith(what) for finding in checked(recording, change, acts=False))


@pytest.mark.parametrize(("name", "left"), [("groups", "a group"), ("offices", "an office")])
def test_a_server_whose_procedures_lead_nowhere_fails(
    recording: list[Exchange], name: str, left: str
) -> None:
    told = json.loads(next(one.body for one in recording if one.operation == "getProcedures"))
    change = at("getProcedures", 1, body=json.dumps(told | {name: []}).encode())
    (finding,) = checked(recording, change, acts=False)
    assert finding.case == "getProcedures"
    assert f"{left} that is not there" in finding.what


def test_a_town_hall_without_procedures_is_not_asked_for_them(recording: list[Exchange]) -> None:
    told = json.loads(next(one.body for one in recording if one.operation == "getCatalogue"))
    services = [one for one in told["services"] if one["id"] != "procedures"]
    change = at("getCatalogue", 1, body=json.dumps(told | {"services": services}).encode())
    assert checked([one for one in recording if one.operation != "getProcedures"], change, acts=False) == []


# --- other ways to break it -------------------------------------------------------------------------------


def _without(header: str) -> Change:
    def change(exchange: Exchange) -> Exchange:
        left = {name: value for name, value in exchange.headers.items() if name != header}
        return replace(exchange, headers=left)

    return change


def _with(**headers: str) -> Change:
    new = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda exchange: replace(exchange, headers=exchange.headers | new)


def _problems(**members: object) -> Change:
    def change(exchange: Exchange) -> Exchange:
        if not exchange.is_problem:
            return exchange
        return replace(exchange, body=json.dumps(json.loads(exchange.body) | members).encode())

    return change


ACCEPTED = {
    "result": "accepted",
    "citizen_session": "9GvR2wTn5kQyXo1bLsMf7DzCe3HjUa8i0pKt4Vx6WqE",
    "assurance": "substantial",
    "name": "Anna Maria",
    "last_access": None,
    "expires_at": "2026-11-23T10:50:00+01:00",
}
OTHER_CHALLENGE = {
    "challenge": "0aPz4YJ1xN8sVb6QeRt2Lw",
    "nonce": "Jx0m3n2b1v0c9x8z7l6k5j4h3g2f1d0s9a8p7o6i5u4",
    "expires_at": "2026-11-23T10:30:00+01:00",
    "proofs": ["staff"],
}
BREAKS: dict[str, tuple[Change, str]] = {
    "no version": (_without("seu-contract"), "Seu-Contract is missing"),
    "another version": (_with(seu_contract="2.0"), "Seu-Contract 2.0, and this kiosk keeps 1"),
    "a version that is none": (_with(seu_contract="v1"), "Seu-Contract is no version"),
    "answers may be stored": (_without("cache-control"), "Cache-Control is not no-store"),
    "an answer of another type": (
        lambda e: _with(content_type="text/plain")(e) if not e.is_problem else e,
        "the content type is not application/json",
    ),
    "problems as JSON": (
        lambda e: _with(content_type="application/json")(e) if e.is_problem else e,
        "the content type is not application/problem+json",
    ),
    "problems repeat what was sent": (
        _problems(detail=f"what is {CANARY}?"),
        "the problem repeats what was sent",
    ),
    "problems of a private kind": (
        _problems(type="urn:zonablava:problem:computer-says-no"),
        "the problem is one that the contract does not have",
    ),
    "problems with another status inside": (_problems(status=418), "does not have its status"),
    "200 for what was made": (
        lambda e: replace(e, status=200) if e.status == 201 else e,
        "status 200 and not 201",
    ),
    "everybody is let in": (
        lambda e: (
            replace(e, status=200, headers=e.headers | {"content-type": "application/json"})
            if e.status == 401
            else e
        ),
        "status 200 and not the problem kiosk-unknown",
    ),
    "unknown members are taken": (
        at("createChallenge", 4, status=201),
        "status 201 and not the problem request-not-valid",
    ),
    "calls without a key are taken": (
        at("createChallenge", 3, status=201),
        "status 201 and not the problem idempotency-key-missing",
    ),
    "a key does nothing": (
        at("createChallenge", 2, body=json.dumps(OTHER_CHALLENGE).encode()),
        "the same Idempotency-Key brought another answer",
    ),
    "a used key is used again": (at("takeTurn", 10, status=201), "not the problem idempotency-key-reused"),
    "a document of nobody is accepted": (
        at("tryCode", 2, body=json.dumps(ACCEPTED).encode()),
        "a document of nobody was accepted",
    ),
    "more than nothing": (
        lambda e: replace(e, status=200, body=b"{}") if e.status == 204 else e,
        "status 200 and not 204",
    ),
    "cut JSON": (lambda e: replace(e, body=e.body[:-1]) if e.body else e, "body: json_invalid"),
    "pressed": (_with(content_encoding="gzip"), "content encoding"),
    "broken inside": (lambda e: replace(e, status=500), "status 500 and not 200"),
}


@pytest.mark.parametrize(("change", "what"), BREAKS.values(), ids=BREAKS)
def test_whatever_breaks_the_contract_is_found(recording: list[Exchange], change: Change, what: str) -> None:
    assert [finding for finding in checked(recording, change) if what in finding.what]


def test_the_same_thing_is_said_once(recording: list[Exchange]) -> None:
    (finding,) = checked(recording, _without("seu-contract"))
    assert str(finding).startswith("getCatalogue (and ")
    assert str(finding).endswith(" more): Seu-Contract is missing")


# --- servers that are something else ----------------------------------------------------------------------


def test_a_server_that_is_not_there_is_one_line() -> None:
    assert asyncio.run(check("http://127.0.0.1:1", Token(TOKEN), kiosk=KIOSK)) == [
        Finding("getCatalogue", "no answer (ConnectError)")
    ]


def test_a_server_that_does_not_answer_is_one_line() -> None:
    assert _checked_against(silence) == [Finding("getCatalogue", "no answer (TimeoutError)")]


@pytest.mark.parametrize(
    "act",
    [answer(body={PRIVATE: PRIVATE}), answer(404, PRIVATE.encode(), "text/html"), raw(PRIVATE.encode())],
    ids=["other JSON", "a page", "no HTTP"],
)
def test_a_server_of_something_else_is_found_and_not_quoted(act: Act) -> None:
    findings = _checked_against(act)
    assert findings
    assert PRIVATE not in str(findings)
    assert TOKEN not in str(findings)


def _checked_against(act: Act) -> list[Finding]:
    async def run() -> list[Finding]:
        async with bad_server(act) as server:
            patience = SHORT if act is silence else ENOUGH
            return await check(server.url, Token(TOKEN), kiosk=KIOSK, acts=True, patience=patience)

    return asyncio.run(run())


@pytest.mark.parametrize("address", ["http://seu.exemple.cat", "seu.exemple.cat", "https://a:b@exemple.cat"])
def test_an_address_that_cannot_be_is_one_line(address: str) -> None:
    (finding,) = asyncio.run(check(address, Token(TOKEN), kiosk=KIOSK))
    assert finding.case == "address"


def test_a_kiosk_that_cannot_be_is_one_line() -> None:
    (finding,) = asyncio.run(check("http://127.0.0.1:1", Token(TOKEN), kiosk="-"))
    assert finding.case == "kiosk"


def test_a_token_that_is_not_known_is_found(town: Town) -> None:
    findings = asyncio.run(check(town.url, Token("another-token"), kiosk=KIOSK))
    assert "getCatalogue" in findings[0].case
    assert findings[0].what == "status 401 and not 200"


def test_a_server_that_keeps_the_contract_is_told_so(
    town: Town, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    token = tmp_path / "token"
    token.write_text(TOKEN)
    asked = ["seu", "check", town.url, "--token-file", str(token), "--kiosk", KIOSK]
    assert main(asked) == 0
    assert capsys.readouterr().out == "it keeps the contract, as far as is seen without --acts\n"
    assert main([*asked, "--acts"]) == 0
    assert capsys.readouterr().out == "it keeps the contract\n"
