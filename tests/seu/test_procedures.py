"""The kiosk asks for procedures again only as far as they have changed, and believes no half answer."""

from __future__ import annotations

import asyncio
import json

from kiosk.seu.client import Seu
from kiosk.seu.identity import Token
from kiosk.seu.models import Failed, FailureKind, Procedures
from tests.contract.spec import examples
from tests.contract.town import TOKEN, Town
from tests.seu.bad_server import Act, answer
from tests.seu.play import CITIZEN, ID, Played, kind, play

TWO = json.dumps(next(example.value for example in examples() if example.name == "two_procedures"))
KNOWN = Procedures.model_validate_json(TWO)


def asked(*acts: Act, known: Procedures | None = KNOWN) -> Played[Procedures | Failed]:
    return play(*acts, call=lambda seu: seu.procedures.catalogue(known))


def test_the_town_halls_own_are_taken_and_then_not_sent_again(town: Town) -> None:
    async def twice() -> tuple[Procedures | Failed, Procedures | Failed]:
        seu = Seu(town.url, Token(TOKEN), kiosk="ZB-01")
        try:
            first = await seu.procedures.catalogue(None)
            assert isinstance(first, Procedures)
            return first, await seu.procedures.catalogue(first)
        finally:
            await seu.aclose()

    first, again = asyncio.run(twice())
    assert again is first
    statuses = [seen["status"] for seen in town.control.get("/traffic").json()]
    assert statuses[-2:] == [200, 304]


def test_what_has_changed_comes_whole() -> None:
    played = asked(answer(body=json.loads(TWO) | {"revision": "8"}))
    assert isinstance(played.outcome, Procedures)
    assert played.outcome.revision == "8"
    assert played.received[0].headers["if-none-match"] == f'"{KNOWN.revision}"'


def test_whoever_has_nothing_asks_without_a_condition() -> None:
    played = asked(answer(body=TWO.encode()), known=None)
    assert played.outcome == KNOWN
    assert "if-none-match" not in played.received[0].headers


def test_not_modified_is_no_answer_to_whoever_has_nothing() -> None:
    assert kind(asked(answer(304, b""), known=None)) is FailureKind.GARBLED


def test_not_modified_is_no_document() -> None:
    played = play(answer(304, b""), call=lambda seu: seu.document(CITIZEN, ID))
    assert played.outcome == Failed(FailureKind.GARBLED)


def test_not_modified_of_another_contract_is_not_believed() -> None:
    assert kind(asked(answer(304, b"", Seu_Contract="2.0"))) is FailureKind.GARBLED


def test_an_office_that_is_not_there_is_left_out() -> None:
    wedding = KNOWN.procedure("casament")
    assert wedding is not None
    assert [office.id for office in KNOWN.places(wedding)] == ["oac"]
    assert KNOWN.model_copy(update={"offices": ()}).places(wedding) == ()


def test_what_is_withdrawn_is_not_in_its_group_and_is_still_found() -> None:
    assert [one.id for one in KNOWN.of_group("family")] == ["casament"]
    assert KNOWN.procedure("parella") is not None
