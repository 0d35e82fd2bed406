"""What each call sends: to where, under which key, for whom, and with which body."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from devices.contracts import CardReading, ChipProof, Signed, Verdict
from kiosk.seu.calls import said
from kiosk.seu.client import Seu
from kiosk.seu.models import Assurance, PaperOutcome
from tests.seu.bad_server import problem
from tests.seu.play import CITIZEN, ID, KEY, TOKEN, play, reading

PAPER = "4f0c91d27a63be58"

NOW = datetime(2026, 11, 23, 10, 24, tzinfo=UTC)
CHIP = {
    "means": "chip",
    "dg1": "YQVfHwI8PA==",
    "sod": "dwUwAwYBAA==",
    "verdict": "not_verified",
    "chip_proof": "none",
    "witness": "kiosk_word",
}
SIGNED_CHIP = CHIP | {
    "dg15": "bwA=",
    "signature": "c2lnbmVk",
    "hashes_agree": True,
    "verdict": "genuine",
    "chip_proof": "active_authentication",
    "witness": "active_authentication",
}


def signing_chip() -> CardReading:
    """One that signed the challenge."""
    files = replace(reading().evidence, dg15=b"\x6f\0", signature=b"signed")
    return replace(reading(), evidence=files, proof=ChipProof.ACTIVE_AUTHENTICATION, verdict=Verdict.GENUINE)


OPINION = {"face": 2, "reasons": ["slow"], "service": "padro", "language": "es", "hour": 18}
BEAT = {
    "at": "2026-11-23T10:24:00+00:00",
    "state": "in_service",
    "version": "0.1.0",
    "devices": [{"name": "document", "status": "ready"}],
    "uncertain_jobs": 1,
}
OWN = "a key of the client's own"

Call = Callable[[Seu], Awaitable[object]]

REQUESTS: list[tuple[str, Call, object, str, str]] = [
    # request, call, body, key, whose session
    ("GET /v1/catalogue", lambda seu: seu.catalogue(), None, "", ""),
    ("GET /v1/procedures", lambda seu: seu.procedures.catalogue(None), None, "", ""),
    ("POST /v1/identity/challenges", lambda seu: seu.challenge(), {}, OWN, ""),
    (
        "POST /v1/identity/challenges",
        lambda seu: seu.challenge(Assurance.HIGH),
        {"assurance": "high"},
        OWN,
        "",
    ),
    (
        f"POST /v1/identity/challenges/{ID}/evidence",
        lambda seu: seu.evidence(ID, reading(), KEY),
        CHIP | {"hashes_agree": True},
        KEY,
        "",
    ),
    (
        f"POST /v1/identity/challenges/{ID}/evidence",
        lambda seu: seu.evidence(ID, reading(hashes_agree=False), KEY),
        CHIP | {"hashes_agree": False},
        KEY,
        "",
    ),
    (
        f"POST /v1/identity/challenges/{ID}/evidence",
        lambda seu: seu.evidence(ID, signing_chip(), KEY),
        SIGNED_CHIP,
        KEY,
        "",
    ),
    (
        f"POST /v1/identity/challenges/{ID}/signature",
        lambda seu: seu.signature(ID, Signed(b"certificate", b"signed"), KEY),
        {"proof": "dnie_pin", "certificate": "Y2VydGlmaWNhdGU=", "signature": "c2lnbmVk"},
        KEY,
        "",
    ),
    (
        f"POST /v1/identity/challenges/{ID}/codes",
        lambda seu: seu.send_code(ID, "idcat_mobil_code", "34", "600000158", KEY),
        {"proof": "idcat_mobil_code", "phone": {"prefix": "0034", "number": "600000158"}},
        KEY,
        "",
    ),
    (
        f"POST /v1/identity/challenges/{ID}/codes/{ID}/attempts",
        lambda seu: seu.attempt(ID, ID, "402917", KEY),
        {"digits": "402917"},
        KEY,
        "",
    ),
    ("DELETE /v1/identity/session", lambda seu: seu.leave(CITIZEN), None, "", CITIZEN),
    ("GET /v1/padro/offers", lambda seu: seu.offers(CITIZEN), None, "", CITIZEN),
    (
        "POST /v1/padro/issues",
        lambda seu: seu.issue(CITIZEN, KEY, "volant_individual_current", "grants", "ca", "roll80", PAPER),
        {
            "offer": "volant_individual_current",
            "purpose": "grants",
            "language": "ca",
            "rendition": "roll80",
            "paper": PAPER,
        },
        KEY,
        CITIZEN,
    ),
    (
        f"GET /v1/padro/issues/{ID}/document?copy=2",
        lambda seu: seu.document(CITIZEN, ID, 2),
        None,
        "",
        CITIZEN,
    ),
    (
        f"POST /v1/padro/issues/{ID}/copies",
        lambda seu: seu.copy(CITIZEN, ID, "uncertain", KEY, PAPER),
        {"because": "uncertain", "paper": PAPER},
        KEY,
        CITIZEN,
    ),
    (
        f"PUT /v1/papers/{PAPER}/outcome",
        lambda seu: seu.outcome(PAPER, PaperOutcome.MADE_UNPRINTABLE),
        {"outcome": "made_unprintable"},
        "",
        "",
    ),
    (
        "POST /v1/turns",
        lambda seu: seu.take_turn("other", "ca", KEY, queue="taxes", priority=False),
        {"reason": "other", "language": "ca", "queue": "taxes", "priority": False},
        KEY,
        "",
    ),
    (
        "POST /v1/arrivals",
        lambda seu: seu.arrive(CITIZEN, ID, "ca", KEY),
        {"code": ID, "language": "ca"},
        KEY,
        "",
    ),
    ("POST /v1/arrivals", lambda seu: seu.arrive(CITIZEN, "", "ca", KEY), {"language": "ca"}, KEY, CITIZEN),
    (f"GET /v1/turns/{ID}", lambda seu: seu.turn_place(ID), None, "", ""),
    (f"DELETE /v1/turns/{ID}", lambda seu: seu.give_turn_back(ID), None, "", ""),
    (
        "POST /v1/turns",
        lambda seu: seu.take_turn("not_identified", "en", KEY),
        {"reason": "not_identified", "language": "en"},
        KEY,
        "",
    ),
    (
        "POST /v1/help-calls",
        lambda seu: seu.help.call("padro", "asked", KEY, NOW),
        {"service": "padro", "reason": "asked", "since": "2026-11-23T10:24:00+00:00"},
        KEY,
        "",
    ),
    (f"GET /v1/help-calls/{ID}", lambda seu: seu.help.state(ID), None, "", ""),
    (f"DELETE /v1/help-calls/{ID}", lambda seu: seu.help.cancel(ID), None, "", ""),
    (
        "PUT /v1/kiosks/ZB-01/heartbeat",
        lambda seu: seu.heartbeat("in_service", {"document": "ready"}, 1, NOW, "0.1.0"),
        BEAT,
        "",
        "",
    ),
    (f"PUT /v1/help-calls/{ID}/level", lambda seu: seu.help.again(ID, 3), {"level": 3}, "", ""),
    (
        "POST /v1/opinions",
        lambda seu: seu.insight.opinions(said(opinions=[OPINION]), KEY),
        {"opinions": [OPINION]},
        KEY,
        "",
    ),
    (
        "PUT /v1/kiosks/ZB-01/insight/2026-11-23",
        lambda seu: seu.insight.day(NOW.date(), said(tables=[], experiments=[])),
        {"tables": [], "experiments": []},
        "",
        "",
    ),
]


AT = datetime(2026, 10, 25, 2, 30, tzinfo=timezone(timedelta(hours=1)))
PHONE = ("34", "600000158")
PHONE_BODY = {"prefix": "0034", "number": "600000158"}
REQUESTS += [
    ("GET /v1/appointment-catalogue", lambda seu: seu.appointments.catalogue(), None, "", ""),
    (
        "GET /v1/appointment-days/join_register/central",
        lambda seu: seu.appointments.days("join_register", "central"),
        None,
        "",
        "",
    ),
    (
        "GET /v1/appointment-days/join_register/central/2026-10-25",
        lambda seu: seu.appointments.hours("join_register", "central", AT.date()),
        None,
        "",
        "",
    ),
    (
        "POST /v1/appointment-holds",
        lambda seu: seu.appointments.hold("join_register", "central", AT, KEY),
        {"procedure": "join_register", "office": "central", "at": "2026-10-25T02:30:00+01:00"},
        KEY,
        "",
    ),
    (f"DELETE /v1/appointment-holds/{ID}", lambda seu: seu.appointments.release(ID), None, "", ""),
    (
        "POST /v1/appointments",
        lambda seu: seu.appointments.book(CITIZEN, ID, "ca", PHONE, KEY),
        {"hold": ID, "language": "ca", "contact": PHONE_BODY, "reminder": True},
        KEY,
        CITIZEN,
    ),
    (
        "POST /v1/appointments",
        lambda seu: seu.appointments.book(CITIZEN, ID, "en", None, KEY),
        {"hold": ID, "language": "en", "reminder": False},
        KEY,
        CITIZEN,
    ),
    (
        "POST /v1/appointments",
        lambda seu: seu.appointments.book(CITIZEN, ID, "es", "m.puig+cites@example.cat", KEY),
        {"hold": ID, "language": "es", "contact": {"email": "m.puig+cites@example.cat"}, "reminder": True},
        KEY,
        CITIZEN,
    ),
    ("GET /v1/appointments", lambda seu: seu.appointments.mine(CITIZEN), None, "", CITIZEN),
    (
        f"POST /v1/appointments/{ID}/moves",
        lambda seu: seu.appointments.move(CITIZEN, ID, ID, KEY),
        {"hold": ID},
        KEY,
        CITIZEN,
    ),
    (
        f"DELETE /v1/appointments/{ID}",
        lambda seu: seu.appointments.cancel(CITIZEN, ID),
        None,
        "",
        CITIZEN,
    ),
    (
        "POST /v1/appointment-lookups",
        lambda seu: seu.appointments.send_code(PHONE, KEY),
        {"phone": PHONE_BODY},
        KEY,
        "",
    ),
    (
        f"POST /v1/appointment-lookups/{ID}/attempts",
        lambda seu: seu.appointments.attempt(ID, "402917", KEY),
        {"digits": "402917"},
        KEY,
        "",
    ),
]


@pytest.mark.parametrize(
    ("request_line", "call", "body", "key", "citizen"), REQUESTS, ids=[line for line, *_ in REQUESTS]
)
def test_a_call_sends_this_and_nothing_else(
    request_line: str, call: Call, body: object, key: str, citizen: str
) -> None:
    (received,) = play(problem(404, "not-found"), call=call).received
    headers = received.headers
    assert received.line == f"{request_line} HTTP/1.1"
    assert (json.loads(received.body) if received.body else None) == body
    assert headers.get("citizen-session", "") == citizen
    sent = headers.get("idempotency-key", "")
    assert len(sent) >= 22 if key is OWN else sent == key
    assert headers["authorization"] == f"Bearer {TOKEN}"
    assert headers["user-agent"] == "zona-blava"
    assert ("content-type" in headers) == (body is not None)


def test_each_challenge_has_a_key_of_its_own() -> None:
    async def twice(seu: Seu) -> None:
        await seu.challenge()
        await seu.challenge()

    first, second = play(problem(404, "not-found"), call=twice).received
    assert first.headers["idempotency-key"] != second.headers["idempotency-key"]
