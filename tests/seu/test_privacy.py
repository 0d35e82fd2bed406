"""Nothing of a person, and no token, leaves the client but to the seu: no log, repr or exception has it."""

from __future__ import annotations

import logging
import re
import traceback
from collections.abc import Awaitable, Callable

import pytest

from kiosk.seu.client import ATTEMPT, OFFERS, Seu
from kiosk.seu.identity import Token
from kiosk.seu.models import Accepted, Challenge, CodeSent, Evidence, Issue, Offers, Secret
from kiosk.seu.reading import Broken, read
from tests.contract.spec import examples
from tests.seu.bad_server import Act, answer, drip, flood, hang_up, problem, raw, silence
from tests.seu.play import CITIZEN, ENOUGH, ID, KEY, SHORT, TOKEN, play, reading

PHONE, DIGITS = "600000158", "402917"
SECRETS = (TOKEN, CITIZEN, PHONE, DIGITS, "YQVfHwI8PA==")
"""What the calls below send: tokens, a phone, a code, the chip's file."""

CALLS: dict[str, Callable[[Seu], Awaitable[object]]] = {
    "evidence": lambda seu: seu.evidence(ID, reading(), KEY),
    "send_code": lambda seu: seu.send_code(ID, "idcat_mobil_code", "34", PHONE, KEY),
    "attempt": lambda seu: seu.attempt(ID, ID, DIGITS, KEY),
    "offers": lambda seu: seu.offers(CITIZEN),
    "document": lambda seu: seu.document(CITIZEN, ID),
    "leave": lambda seu: seu.leave(CITIZEN),
}


def echoing(secret: str) -> list[Act]:
    """Answers that repeat what was sent, everywhere that an answer has room."""
    slug = secret.lower().replace("_", "-")
    echo = {"type": f"urn:zonablava:problem:{slug}", "title": secret, "status": 422, secret: secret}
    return [
        answer(200, {secret: {secret: secret}, "result": secret}),
        answer(200, {"registered": secret, "offers": [{secret: secret}], secret: secret}),
        answer(200, {"result": "refused", secret: secret}),
        answer(422, echo, "application/problem+json"),
        answer(
            422,
            echo | {"errors": [{"where": secret, "rule": secret, secret: secret}]},
            "application/problem+json",
        ),
        answer(200, Seu_Contract=secret),
        answer(200, X_Echo=secret),
        answer(200, media=f"text/{secret}"),
        answer(200, Content_Encoding=secret),
        answer(302, b"", Location=f"http://{secret}/"),
        problem(429, "too-many-requests", Retry_After=secret),
        raw(secret.encode() * 100),
        raw(f"HTTP/1.1 200 {secret}\r\n{secret}: {secret}\r\nContent-Length: {secret}\r\n\r\n".encode()),
    ]


FAILING: list[Act] = [silence, drip, flood, hang_up, problem(500, "internal"), answer(body=b"{")]


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_nothing_that_was_sent_is_said_again(
    call: Callable[[Seu], Awaitable[object]],
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    echoes = [act for secret in SECRETS for act in echoing(secret)]
    for act in [*echoes, *FAILING]:
        played = play(act, call=call, patience=SHORT if act in (silence, drip) else ENOUGH)
        sent = "".join(f"{request.line}{request.headers}{request.body!r}" for request in played.received)
        assert TOKEN in sent
        said = repr(played.told) + "".join(request.line for request in played.received)
        _assert_clean(said)
    out, errors = capfd.readouterr()
    _assert_clean(out + errors + caplog.text)
    assert not [record for record in caplog.records if record.name.startswith(("httpx", "httpcore"))]


def _assert_clean(text: str) -> None:
    leaked = [secret for secret in SECRETS if secret.lower() in text.lower()]
    # A phone among other figures would still be a phone.
    leaked += [figures for figures in (PHONE, DIGITS) if figures in re.sub(r"\D", "", text.replace(":", ""))]
    assert not leaked


def test_without_that_silence_the_libraries_would_have_told(caplog: pytest.LogCaptureFixture) -> None:
    libraries = [logging.getLogger(name) for name in ("httpx", "httpcore")]

    async def call(seu: Seu) -> object:
        for library in libraries:
            library.setLevel(logging.DEBUG)
        return await seu.offers(CITIZEN)

    caplog.set_level(logging.DEBUG)
    play(answer(X_Echo=CITIZEN), call=call)
    for library in libraries:
        library.setLevel(logging.CRITICAL + 1)
    assert CITIZEN in caplog.text


def test_a_token_is_not_to_be_seen() -> None:
    token = Token(TOKEN)
    assert TOKEN not in f"{token} {token!r} {[token]}"
    seu = Seu("http://127.0.0.1:1", token, kiosk="ZB-01")
    assert TOKEN not in f"{seu} {seu!r} {vars(seu)} {vars(seu._wire)}"


@pytest.mark.parametrize("bad", ["", "two words", "line\r\nInjected: yes", "à", "a" * 10 + "\n"])
def test_a_token_that_no_header_carries_is_refused_without_being_repeated(bad: str) -> None:
    with pytest.raises(ValueError, match="one word") as raised:
        Token(bad)
    said = "".join(traceback.format_exception(raised.value))
    assert not bad or bad not in said


def test_answers_about_a_person_do_not_show_themselves() -> None:
    of = {e.operation: e.value for e in examples() if e.good and "/responses/2" in e.pointer}
    for model, operation in {
        Challenge: "createChallenge",
        CodeSent: "sendCode",
        Offers: "getOffers",
        Issue: "issueDocument",
    }.items():
        shown = model.model_validate(of[operation])
        assert f"{shown!r} {shown}" == f"{model.__name__}(…) {model.__name__}(…)"
    session = {
        "result": "accepted",
        "citizen_session": CITIZEN,
        "assurance": "high",
        "name": "Maria",
        "last_access": None,
        "expires_at": "2026-11-23T10:24:00Z",
    }
    accepted = Accepted.model_validate(session)
    assert "Maria" not in f"{accepted} {accepted!r} {[accepted]} {list(accepted.__rich_repr__())}"
    assert {Challenge, CodeSent, Evidence, Accepted, Offers, Issue} < set(Secret.__subclasses__())


def test_a_broken_answer_says_where_and_not_what() -> None:
    named = read(ATTEMPT, b'{"result": "accepted", "name": "", "Maria Soler": 1}')
    assert isinstance(named, Broken)
    assert "Maria" not in repr(named)
    caused = read(OFFERS, b'{"registered": true, "offers": [], "protected_person": true}')
    assert caused == Broken("offers: all_eight")
    unknown = read(OFFERS, b'{"registered": true, "600000158": true}')
    assert unknown == Broken("offers: missing")
