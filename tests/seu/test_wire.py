"""Whatever a server does, a call ends in time, as a value; what is sent again is the very same request."""

from __future__ import annotations

import asyncio
import random
import socket
from datetime import UTC, datetime

import pytest

from kiosk.log_catalogue import SEU_DETAIL
from kiosk.seu.client import Seu
from kiosk.seu.models import Catalogue, Failed, FailureKind, Turn
from kiosk.seu.wire import Patience
from tests.seu.bad_server import (
    CATALOGUE,
    TURN,
    Act,
    answer,
    bad_server,
    drip,
    flood,
    hang_up,
    problem,
    raw,
    silence,
)
from tests.seu.play import CITIZEN, ENOUGH, ID, KEY, SHORT, TRIES, StillClock, catalogue, kind, play, turn

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nSeu-Contract: 1.0\r\n"
CREATED = HEAD.replace(b"200 OK", b"201 Created")
PDF = b"%PDF-1.7\n..."


def test_a_good_answer_is_its_model() -> None:
    played = catalogue(answer())
    assert isinstance(played.outcome, Catalogue)
    assert played.outcome.town.name == "Ajuntament de Prova"
    assert played.told == []


def test_a_member_that_the_contract_may_add_later_is_no_matter() -> None:
    assert isinstance(catalogue(answer(body=CATALOGUE | {"weather": "sun"})).outcome, Catalogue)


def test_a_later_minor_version_of_the_contract_is_the_same_contract() -> None:
    assert isinstance(catalogue(answer(Seu_Contract="1.12")).outcome, Catalogue)


# --- nobody there, or silent ------------------------------------------------------------------------------


def test_a_server_that_is_not_there_is_unreachable_after_three_tries() -> None:
    clock = StillClock()

    async def run() -> object:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
            seu = Seu(f"http://127.0.0.1:{port}", kiosk="ZB-01", patience=ENOUGH, clock=clock)
            outcome = await seu.catalogue()
            await seu.aclose()
            return outcome

    assert asyncio.run(run()) == Failed(FailureKind.UNREACHABLE)
    assert clock.waits == [0.2, 0.6]


@pytest.mark.parametrize("act", [silence, drip], ids=["silence", "a byte now and then"])
def test_a_call_never_outlives_its_deadline(act: Act) -> None:
    played = catalogue(act, patience=SHORT)
    assert kind(played) is FailureKind.SLOW
    assert played.told == [("getCatalogue", FailureKind.SLOW, "deadline of the call")]
    assert 0.1 <= played.seconds < 2
    assert len(played.received) == 1


def test_a_server_that_falls_silent_is_slow() -> None:
    impatient = Patience(connect=5, silence=0.05, call=5)
    played = catalogue(raw(HEAD + b"Content-Length: 10\r\n\r\n{", stays=True), patience=impatient)
    assert kind(played) is FailureKind.SLOW
    assert len(played.received) == TRIES


def test_whoever_leaves_the_screen_leaves_the_call() -> None:
    async def run() -> None:
        async with bad_server(silence) as server:
            seu = Seu(server.url, kiosk="ZB-01", patience=ENOUGH)
            calling = asyncio.create_task(seu.catalogue())
            while not server.received:
                await asyncio.wait({calling}, timeout=0.005)
            calling.cancel()
            with pytest.raises(asyncio.CancelledError):
                await calling
            await asyncio.wait_for(server.hung_up.wait(), 5)
            assert len(server.received) == 1
            await seu.aclose()

    asyncio.run(run())


# --- tried again, or not ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "bad",
    [
        problem(500, "internal"),
        answer(502, b"<html>", "text/html", Seu_Contract=""),
        problem(503, "unavailable"),
        hang_up,
        raw(CREATED + b"Content-Length: 100\r\n\r\n{"),
        raw(HEAD[:20]),
    ],
    ids=["500", "502", "503", "hung up", "cut in the body", "cut in the head"],
)
def test_the_very_same_request_goes_again_when_the_town_hall_stumbles(bad: Act) -> None:
    played = turn(bad, bad, answer(201, TURN))
    assert isinstance(played.outcome, Turn)
    first, *others = played.received
    assert first.headers["idempotency-key"] == KEY
    assert len(others) == TRIES - 1
    for other in others:
        assert (other.line, other.headers, other.body) == (first.line, first.headers, first.body)
    assert played.waits == [0.2, 0.6]


def test_a_key_that_the_client_made_stays_the_same_when_it_tries_again() -> None:
    played = play(problem(503, "unavailable"), call=lambda seu: seu.challenge())
    keys = {request.headers["idempotency-key"] for request in played.received}
    assert len(played.received) == TRIES
    assert len(keys) == 1
    assert len(keys.pop()) >= 22


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_fault_that_stays_is_a_fault(status: int) -> None:
    played = turn(problem(status, "internal"))
    assert kind(played) is FailureKind.FAULT
    assert len(played.received) == TRIES
    assert played.told == [("takeTurn", FailureKind.FAULT, f"status {status}")]


def test_a_line_that_is_always_cut_is_unreachable() -> None:
    for bad in (hang_up, raw(CREATED + b"Content-Length: 100\r\n\r\n{"), raw(HEAD[:20])):
        played = turn(bad)
        assert kind(played) is FailureKind.UNREACHABLE
        assert len(played.received) == TRIES


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429])
def test_what_was_refused_is_not_asked_again(status: int) -> None:
    played = turn(problem(status, "not-found"))
    assert played.outcome == Failed(FailureKind.REFUSED, "not-found")
    assert len(played.received) == 1
    assert played.waits == []


def test_when_there_is_more_of_what_was_refused_comes_with_the_refusal() -> None:
    gone = {"type": "urn:zonablava:problem:no-turns-left", "title": "No", "status": 409}
    told = gone | {"back_at": "2026-11-24T08:30:00+01:00"}
    played = turn(answer(409, told, "application/problem+json"))
    assert isinstance(played.outcome, Failed)
    assert played.outcome.problem == "no-turns-left"
    assert played.outcome.back_at == datetime.fromisoformat("2026-11-24T08:30:00+01:00")
    zoneless = turn(answer(409, gone | {"back_at": "2026-11-24T08:30:00"}, "application/problem+json"))
    assert zoneless.outcome == Failed(FailureKind.REFUSED)


def test_what_was_garbled_is_not_asked_again() -> None:
    assert len(turn(answer(201, {"turn": 1})).received) == 1
    assert len(turn(raw(b"220 mail.exemple.cat ESMTP\r\n\r\n")).received) == 1


def test_too_many_requests_waits_as_long_as_the_seu_says() -> None:
    played = turn(problem(429, "too-many-requests", Retry_After="2"), answer(201, TURN))
    assert isinstance(played.outcome, Turn)
    assert played.waits == [2]


@pytest.mark.parametrize(
    "after", ["3600", "999999999999", "Wed, 21 Oct 2026 07:28:00 GMT", "-1", "soon", "٣"]
)
@pytest.mark.parametrize(("status", "name"), [(429, "too-many-requests"), (503, "unavailable")])
def test_nobody_waits_longer_than_a_call_may_take(status: int, name: str, after: str) -> None:
    played = turn(problem(status, name, Retry_After=after))
    assert kind(played) in (FailureKind.REFUSED, FailureKind.FAULT)
    assert len(played.received) == 1
    assert played.waits == []


# --- answers that are none --------------------------------------------------------------------------------

NOT_AN_ANSWER = {
    "no HTTP": raw(b"220 mail.exemple.cat ESMTP\r\n\r\n"),
    "noise": raw(bytes(range(256)) * 8),
    "a head without end": raw(HEAD + b"X: " + b"x" * 200_000),
    "a length that is none": raw(HEAD + b"Content-Length: many\r\n\r\n{}"),
    "two lengths": raw(HEAD + b"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}"),
    "a chunk that is none": raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n"),
    "switching protocols": raw(b"HTTP/1.1 101 X\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"),
    "no JSON": answer(body=b"<html>"),
    "nothing": answer(body=b""),
    "cut JSON": answer(body=b'{"town": {'),
    "JSON of something else": answer(body=["catalogue"]),
    "nested without end": answer(body=b"[" * 100_000),
    "no UTF-8": answer(body=b'{"town": "\xff\xfe"}'),
    "half a character": answer(body=CATALOGUE | {"town": {"name": "\ud800", "ine": "08101"}}),
    "a number as text": answer(body=CATALOGUE | {"proofs": [7]}),
    "no content type": answer(media=""),
    "HTML that says it is": answer(media="text/html"),
    "created and not found": answer(201),
    "no content": answer(204, b""),
    "part of it": answer(206),
    "moved": answer(302, b"", Location="http://127.0.0.1:1/"),
    "moved to nowhere": answer(302, b"", Location="http://[:"),
    "not modified": answer(304, b""),
    "said to be compressed": answer(Content_Encoding="gzip"),
    "no version": answer(Seu_Contract=""),
    "a version that is none": answer(Seu_Contract="one"),
    "another version": answer(Seu_Contract="2.0"),
    "refused in another version": problem(404, "not-found", Seu_Contract="2.0"),
}


@pytest.mark.parametrize("act", NOT_AN_ANSWER.values(), ids=NOT_AN_ANSWER)
def test_what_does_not_keep_the_contract_is_garbled_and_nothing_raises(act: Act) -> None:
    played = catalogue(act)
    assert played.outcome == Failed(FailureKind.GARBLED)
    assert len(played.received) == 1
    ((operation, _, detail),) = played.told
    assert operation == "getCatalogue"
    assert SEU_DETAIL.fits(detail), detail


def test_another_major_version_is_said_in_so_many_words() -> None:
    assert catalogue(answer(Seu_Contract="2.0")).told == [
        ("getCatalogue", FailureKind.GARBLED, "Seu-Contract 2.0, and this kiosk keeps 1")
    ]


def test_what_has_no_end_is_left_as_soon_as_it_is_too_large() -> None:
    played = catalogue(flood)
    assert played.told == [("getCatalogue", FailureKind.GARBLED, "too large")]


def test_a_redirect_is_not_followed() -> None:
    async def run() -> None:
        async with (
            bad_server(answer()) as elsewhere,
            bad_server(answer(307, b"", Location=f"{elsewhere.url}/v1/catalogue")) as server,
        ):
            seu = Seu(server.url, kiosk="ZB-01")
            assert await seu.catalogue() == Failed(FailureKind.GARBLED)
            await seu.aclose()
            assert elsewhere.received == []

    asyncio.run(run())


def test_no_change_of_any_byte_of_an_answer_raises() -> None:
    chance = random.Random(20261123)
    good = HEAD + b'Content-Length: 28\r\nSet-Cookie: a=b\r\n\r\n{"call":"c","state":"called"}'

    async def run() -> None:
        acts = []
        for _ in range(200):
            spoilt = bytearray(good)
            for _ in range(chance.randint(1, 6)):
                spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
            acts.append(raw(bytes(spoilt[: chance.randint(1, len(spoilt))])))
        async with bad_server(*acts) as server:
            once = Patience(connect=5, silence=5, call=5, pauses=())
            seu = Seu(server.url, kiosk="ZB-01", patience=once)
            for _ in range(200):
                assert isinstance(await seu.help.state(ID), Failed)
            await seu.aclose()
            assert len(server.received) == 200

    asyncio.run(run())


# --- refused ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("act", "name", "detail"),
    [
        (problem(409, "given-at-the-desk"), "given-at-the-desk", "status 409, given-at-the-desk"),
        (problem(418, "of-a-later-version"), "of-a-later-version", "status 418, no problem of the contract"),
        (answer(404, b"<html>", "text/html", Seu_Contract=""), "", "status 404, no problem of the contract"),
        (answer(422, b"{", "application/problem+json"), "", "status 422, no problem of the contract"),
        (
            answer(422, {"type": "about:blank", "title": "", "status": 422}, "application/problem+json"),
            "",
            "status 422, no problem of the contract",
        ),
    ],
    ids=["known", "of a later version", "a gateway's page", "cut", "no type"],
)
def test_a_refusal_has_the_name_of_its_problem_where_it_has_one(act: Act, name: str, detail: str) -> None:
    played = turn(act)
    assert played.outcome == Failed(FailureKind.REFUSED, name)
    assert played.told == [("takeTurn", FailureKind.REFUSED, detail)]
    assert SEU_DETAIL.fits(detail)


# --- documents --------------------------------------------------------------------------------------------


def test_a_document_is_its_very_bytes() -> None:
    played = play(answer(body=PDF, media="application/pdf"), call=lambda seu: seu.document(CITIZEN, ID))
    assert played.outcome == PDF
    (request,) = played.received
    assert request.line == f"GET /v1/padro/issues/{ID}/document?copy=1 HTTP/1.1"
    assert request.headers["citizen-session"] == CITIZEN


@pytest.mark.parametrize(
    ("act", "detail"),
    [
        (answer(body=PDF, media="application/json"), "content type"),
        (answer(body=b"%" * (8 << 20) + b"!", media="application/pdf"), "too large"),
    ],
    ids=["another type", "too large"],
)
def test_what_is_no_document_is_garbled(act: Act, detail: str) -> None:
    played = play(act, call=lambda seu: seu.document(CITIZEN, ID))
    assert played.outcome == Failed(FailureKind.GARBLED)
    assert played.told == [("getDocument", FailureKind.GARBLED, detail)]


# --- one client for everything ----------------------------------------------------------------------------


def test_calls_share_a_connection_and_keep_no_cookie() -> None:
    async def run() -> None:
        async with bad_server(answer(Set_Cookie="person=maria; Path=/")) as server:
            seu = Seu(server.url, kiosk="ZB-01")
            for _ in range(5):
                assert isinstance(await seu.catalogue(), Catalogue)
            await seu.aclose()
            assert server.connections == 1
            assert len(server.received) == 5
            assert all("cookie" not in request.headers for request in server.received)

    asyncio.run(run())


def test_a_connection_that_the_server_closed_meanwhile_is_no_failure() -> None:
    async def run() -> None:
        body = b'{"at":"2026-11-23T10:24:00Z"}'
        closing = raw(HEAD + b"Content-Length: 29\r\n\r\n" + body)
        async with bad_server(closing) as server:
            seu = Seu(server.url, kiosk="ZB-01")
            for _ in range(3):
                heard = await seu.heartbeat("in_service", {}, 0, datetime.now(UTC), "0.1.0")
                assert heard == datetime(2026, 11, 23, 10, 24, tzinfo=UTC)
            await seu.aclose()

    asyncio.run(run())


def test_the_environment_has_no_say(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert isinstance(catalogue(answer()).outcome, Catalogue)


@pytest.mark.parametrize(
    "address", ["", "http://seu.exemple.cat", "ftp://127.0.0.1", "http://10.0.0.1", "https://a:b@exemple.cat"]
)
def test_an_address_is_https_or_loopback(address: str) -> None:
    with pytest.raises(ValueError, match=r"no address|no user|everybody on the way|not reached over"):
        Seu(address, kiosk="ZB-01")


def test_an_address_may_have_a_path_of_its_own() -> None:
    async def run() -> None:
        async with bad_server(answer()) as server:
            for base in (server.url, f"{server.url}/", f"{server.url}/quiosc/", f"{server.url}/quiosc"):
                seu = Seu(base, kiosk="ZB-01")
                await seu.catalogue()
                await seu.aclose()
            paths = [request.line.split()[1] for request in server.received]
            assert paths == ["/v1/catalogue", "/v1/catalogue", "/quiosc/v1/catalogue", "/quiosc/v1/catalogue"]

    asyncio.run(run())
