"""The client against the demo town hall, and both against the published contract."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from secrets import token_urlsafe
from typing import TypeVar

import pytest

from devices.contracts import CardReading, ChipEvidence, Signed, Verdict
from kiosk.journal import new_copy
from kiosk.seu.calls import new_key, said
from kiosk.seu.client import Seu
from kiosk.seu.identity import Token
from kiosk.seu.models import (
    Accepted,
    Arrived,
    Assurance,
    Catalogue,
    Challenge,
    CodeSent,
    Evidence,
    Failed,
    FailureKind,
    HelpCall,
    Issue,
    Offers,
    PaperOutcome,
    Procedures,
    Refused,
    TakenOver,
    Turn,
    TurnPlace,
    Wrong,
)
from kiosk.seu.wire import Patience
from tests.contract.checker import validate_traffic
from tests.contract.spec import operations
from tests.contract.town import RESIDENTS, TOKEN, Town, dg1
from tests.seu.appointments_journey import the_way_of_an_appointment
from tests.seu.play import reading
from tests.seu.recorded import KIOSK, operation_of

T = TypeVar("T")
PROOF = "idcat_mobil_code"
PATIENT = Patience(connect=5, silence=20, call=30)


def ask(
    town: Town, call: Callable[[Seu], Awaitable[T]], patience: Patience = PATIENT, kiosk: str = KIOSK
) -> T:
    async def run() -> T:
        seu = Seu(town.url, Token(TOKEN), kiosk=kiosk, patience=patience)
        try:
            return await call(seu)
        finally:
            await seu.aclose()

    return asyncio.run(run())


def chip(resident: str) -> CardReading:
    """What this resident's document says."""
    read = reading()
    evidence = ChipEvidence(dg1(resident), read.evidence.sod)
    return replace(read, evidence=evidence, verdict=Verdict.GENUINE)


async def begun(seu: Seu, resident: str) -> str:
    """The id of a challenge that has its evidence."""
    challenge = await seu.challenge()
    assert isinstance(challenge, Challenge)
    assert isinstance(await seu.evidence(challenge.challenge, chip(resident), "a-key-of-evidence"), Evidence)
    return challenge.challenge


async def coded(seu: Seu, challenge: str, resident: str) -> CodeSent:
    """A code that was sent to the registered phone."""
    code = await seu.send_code(challenge, PROOF, "34", RESIDENTS[resident]["idcat_phone"], new_key())
    assert isinstance(code, CodeSent)
    return code


async def identified(seu: Seu, town: Town, resident: str) -> str:
    """The token of this resident's session."""
    challenge = await begun(seu, resident)
    code = await coded(seu, challenge, resident)
    accepted = await seu.attempt(challenge, code.code, town.sms()["code"], new_key())
    assert isinstance(accepted, Accepted)
    return accepted.citizen_session


async def the_whole_journey(seu: Seu, town: Town) -> None:
    """Every operation of the contract, as a kiosk comes upon it."""
    catalogue = await seu.catalogue()
    assert isinstance(catalogue, Catalogue)
    assert PROOF in catalogue.proofs
    now = datetime(2026, 11, 23, 10, 24, tzinfo=UTC)
    assert isinstance(await seu.procedures.catalogue(None), Procedures)
    heard = await seu.heartbeat("in_service", {"document": "ready", "card_reader": "empty"}, 0, now, "0.1.0")
    assert isinstance(heard, datetime)
    assert heard.tzinfo is not None

    challenge = await begun(seu, "maria")
    code = await coded(seu, challenge, "maria")
    digits = town.sms()["code"]
    wrong = await seu.attempt(challenge, code.code, f"{(int(digits) + 1) % 10**6:06}", new_key())
    assert isinstance(wrong, Wrong)
    assert wrong.tries_left == code.tries - 1
    accepted = await seu.attempt(challenge, code.code, digits, new_key())
    assert isinstance(accepted, Accepted)
    assert accepted.name == "Maria"
    assert accepted.last_access is not None
    person = accepted.citizen_session

    offers = await seu.offers(person)
    assert isinstance(offers, Offers)
    here = next(offer for offer in offers.offers if offer.where == "here")
    purpose, language, paper = catalogue.padro.purposes[0].id, catalogue.document_languages[0], new_copy()
    issue = await seu.issue(person, new_key(), here.id, purpose, language, "a4", paper)
    assert isinstance(issue, Issue)
    await _is_the_promised_document(seu, person, issue)
    copy = await seu.copy(person, issue.issue, "not_printed", new_key(), new_copy())
    assert isinstance(copy, Issue)
    assert (copy.issue, copy.csv, copy.copy_number) == (issue.issue, issue.csv, 2)
    await _is_the_promised_document(seu, person, copy)
    assert await seu.leave(person) is None
    assert await seu.offers(person) == Failed(FailureKind.REFUSED, "session-ended")
    for outcome in PaperOutcome:
        assert await seu.outcome(paper, outcome) is None

    turn = await seu.take_turn("desk_document", "es", new_key(), queue="padro", priority=True)
    assert isinstance(turn, Turn)
    place = await seu.turn_place(turn.turn)
    assert await seu.give_turn_back(turn.turn) is None
    assert isinstance(place, TurnPlace)
    assert (place.state, place.ahead) == ("waiting", turn.ahead)
    along = await seu.take_turn("not_identified", "es", new_key(), handover={"service": "padro"})
    assert isinstance(along, Turn)
    assert along.handed_over
    taken = await seu.handovers.take("R21", new_key())
    assert isinstance(taken, TakenOver)
    assert (taken.number, taken.language, taken.service) == (along.number, "es", "padro")
    assert await seu.handovers.give_back(taken.handover) is None
    code = town.control.post("/arrivals/appointment", json={"minutes": 5}).json()["code"]
    assert isinstance(await seu.arrive("", code, "es", new_key()), Arrived)
    await _signs_with_a_certificate_of_nobody(seu)
    call = await seu.help.call("kiosk", "printer_paper_out", new_key())
    assert isinstance(call, HelpCall)
    assert call.state == "called"
    assert await seu.help.again(call.call, 2) is None
    town.control.post("/help-calls/coming")
    assert await seu.help.state(call.call) == HelpCall(call=call.call, state="coming")
    assert await seu.help.cancel(call.call) is None
    opinion = {"face": 5, "reasons": ["fast", "clear"], "service": "padro", "language": "ca", "hour": 10}
    assert await seu.insight.opinions(said(opinions=[opinion]), new_key()) is None
    assert await seu.insight.day(date(2026, 11, 23), said(tables=[], experiments=[])) is None
    await the_way_of_an_appointment(seu, town)


async def _signs_with_a_certificate_of_nobody(seu: Seu) -> None:
    challenge = await seu.challenge(Assurance.HIGH)
    assert isinstance(challenge, Challenge)
    answer = await seu.signature(challenge.challenge, Signed(b"0\0", b"0\0"), new_key())
    assert isinstance(answer, Refused)


async def _is_the_promised_document(seu: Seu, person: str, issue: Issue) -> None:
    pdf = await seu.document(person, issue.issue, issue.copy_number)
    assert isinstance(pdf, bytes)
    assert (hashlib.sha256(pdf).hexdigest(), len(pdf)) == (issue.document.sha256, issue.document.bytes)


def test_a_whole_journey_keeps_the_contract_in_every_request(town: Town) -> None:
    ask(town, lambda seu: the_whole_journey(seu, town))
    traffic = town.control.get("/traffic").json()
    assert validate_traffic(traffic) == []
    asked = {operation_of(seen["method"], seen["path"]) for seen in traffic}
    assert asked == {operation["operationId"] for *_, operation in operations()}


def test_nothing_of_a_person_stands_in_a_path(town: Town) -> None:
    ask(town, lambda seu: the_whole_journey(seu, town))
    maria = RESIDENTS["maria"]
    paths = "".join(seen["path"] for seen in town.control.get("/traffic").json())
    for value in (maria["idcat_phone"], maria["document"]["number"], maria["surname1"], maria["given_names"]):
        assert value not in paths


# --- how the seu refuses ----------------------------------------------------------------------------------


def test_after_the_last_wrong_code_comes_a_refusal_without_a_cause(town: Town) -> None:
    async def call(seu: Seu) -> object:
        challenge = await begun(seu, "maria")
        code = await coded(seu, challenge, "maria")
        wrong = f"{(int(town.sms()['code']) + 1) % 10**6:06}"
        for _ in range(code.tries - 1):
            assert isinstance(await seu.attempt(challenge, code.code, wrong, new_key()), Wrong)
        return await seu.attempt(challenge, code.code, wrong, new_key())

    assert ask(town, call) == Refused(result="refused")


def test_a_code_that_came_too_late_is_said_to_be_late(town: Town) -> None:
    async def call(seu: Seu) -> object:
        challenge = await begun(seu, "maria")
        code = await coded(seu, challenge, "maria")
        late = timedelta(seconds=code.valid_seconds + 1)
        town.control.post("/clock", json={"offset_seconds": int(late.total_seconds())})
        return await seu.attempt(challenge, code.code, town.sms()["code"], new_key())

    assert ask(town, call) in (
        Failed(FailureKind.REFUSED, "code-expired"),
        Failed(FailureKind.REFUSED, "challenge-expired"),
    )


def test_a_document_of_the_desk_cannot_be_ordered_here(town: Town) -> None:
    async def call(seu: Seu) -> object:
        person = await identified(seu, town, "maria")
        offers = await seu.offers(person)
        assert isinstance(offers, Offers)
        desk = next(offer.id for offer in offers.offers if offer.where == "desk")
        return await seu.issue(person, new_key(), desk, "grants", "ca", "a4", new_copy())

    assert ask(town, call) == Failed(FailureKind.REFUSED, "given-at-the-desk")


def test_a_kiosk_of_another_name_is_told_so(town: Town) -> None:
    now = datetime.now(UTC)
    refused = ask(town, lambda seu: seu.heartbeat("in_service", {}, 0, now, "0.1.0"), kiosk="ZB-99")
    assert refused == Failed(FailureKind.REFUSED, "another-kiosk")


# --- said once --------------------------------------------------------------------------------------------


def test_an_order_whose_answer_was_lost_is_not_placed_twice(town: Town) -> None:
    """The seu did it and its answer came too late: under the same key it gives that same answer again."""
    hasty = Patience(connect=5, silence=0.1, call=0.1)
    key = token_urlsafe(16)
    before = ask(town, lambda seu: seu.take_turn("other", "ca", new_key()))
    town.control.post("/network", json={"mode": "slow", "seconds": 1})
    lost = ask(town, lambda seu: seu.take_turn("other", "ca", key), hasty)
    assert lost == Failed(FailureKind.SLOW)
    town.control.post("/network", json={"mode": "fine"})
    found = ask(town, lambda seu: seu.take_turn("other", "ca", key))
    after = ask(town, lambda seu: seu.take_turn("other", "ca", new_key()))
    numbers = [int(turn.number.split()[1]) for turn in (before, found, after) if isinstance(turn, Turn)]
    assert numbers == [numbers[0], numbers[0] + 1, numbers[0] + 2]


def test_a_try_that_is_repeated_under_its_key_costs_no_second_one(town: Town) -> None:
    async def call(seu: Seu) -> tuple[object, object, object]:
        challenge = await begun(seu, "maria")
        code = await coded(seu, challenge, "maria")
        wrong, key = f"{(int(town.sms()['code']) + 1) % 10**6:06}", new_key()
        first = await seu.attempt(challenge, code.code, wrong, key)
        second = await seu.attempt(challenge, code.code, wrong, key)
        third = await seu.attempt(challenge, code.code, wrong, new_key())
        return first, second, third

    first, second, third = ask(town, call)
    assert first == second
    assert isinstance(first, Wrong)
    assert isinstance(third, Wrong)
    assert third.tries_left == first.tries_left - 1


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        ("down", FailureKind.UNREACHABLE),
        ("error_500", FailureKind.FAULT),
        ("garbage", FailureKind.GARBLED),
        ("slow", FailureKind.SLOW),
    ],
)
def test_each_place_of_the_networks_dial_is_its_failure(town: Town, mode: str, kind: FailureKind) -> None:
    town.control.post("/network", json={"mode": mode, "seconds": 1})
    quick = Patience(connect=5, silence=5, call=0.5, pauses=(0.01, 0.01))
    assert ask(town, lambda seu: seu.catalogue(), quick) == Failed(kind)
