"""The demo's register knows the people whose cards the demo has, and takes as long over each of them."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pytest

from demo.card.holders import Holder, read_holders
from demo.card.lds import data_groups
from demo.seu.mrz import holder
from demo.seu.offers import Rules, offers_for
from demo.seu.register import load
from tests.contract.town import Town

CAUSES = ("anna", "pere", "fatima", "nuria", "josep")
ROUNDS = 60


@pytest.mark.parametrize("card", read_holders(), ids=lambda card: card.id)
def test_the_chip_of_every_demo_card_leads_to_its_resident(card: Holder) -> None:
    read = holder(data_groups(card, ())[1])
    assert read is not None
    resident = load().find(read)
    assert resident is not None
    assert (resident.id, read.expiry_date) == (card.id, card.expiry)


@pytest.mark.parametrize(
    "dg1",
    [b"", b"\x61", b"\x61\x00", b"\x61\x03\x5f\x1f\x00", b"\x61\x81", b"\x75\x00", b"\x61\x5d" + bytes(93)],
)
def test_what_is_no_dg1_has_no_holder(dg1: bytes) -> None:
    assert holder(dg1) is None


ALONE = Rules(registered=True, desk_only=False, dwelling_at_desk=False, alone=True, everyone_consents=False)
INDIVIDUAL = {"volant_individual_current", "volant_individual_historic", "certificat_individual_current"}
DWELLING = {"volant_dwelling_current"}


@pytest.mark.parametrize(
    ("rules", "here"),
    [
        (ALONE, INDIVIDUAL | DWELLING),
        (replace(ALONE, alone=False), INDIVIDUAL),
        (replace(ALONE, alone=False, everyone_consents=True), INDIVIDUAL | DWELLING),
        (replace(ALONE, dwelling_at_desk=True), INDIVIDUAL),
        (replace(ALONE, dwelling_at_desk=True, alone=False, everyone_consents=True), INDIVIDUAL),
        (replace(ALONE, desk_only=True), set()),
        (replace(ALONE, registered=False), set()),
    ],
)
def test_what_is_given_here_follows_the_rules(rules: Rules, here: set[str]) -> None:
    assert {offer.id for offer in offers_for(rules) if offer.here} == here


def test_nothing_of_a_resident_shows_in_its_repr() -> None:
    for resident in load():
        shown = repr(resident) + str(resident) + repr(resident.document)
        assert resident.surname1 not in shown
        assert resident.document.number not in shown


def _uneven(took: Mapping[str, Sequence[float]]) -> list[str]:
    """Those whose place, round by round, is not that of chance: mean ranks beyond five deviations."""
    rounds = list(zip(*took.values(), strict=True))
    many = len(took)
    spread = ((many**2 - 1) / 12 / len(rounds)) ** 0.5
    ranks = [[sorted(one).index(value) + 1 for value in one] for one in rounds]
    means = [statistics.fmean(rank[place] for rank in ranks) for place in range(many)]
    return [name for name, mean in zip(took, means, strict=True) if abs(mean - (many + 1) / 2) > 5 * spread]


def _measured(calls: Mapping[str, Callable[[], object]]) -> dict[str, list[float]]:
    took: dict[str, list[float]] = {name: [] for name in calls}
    order = list(calls)
    for _ in range(ROUNDS):
        random.shuffle(order)
        for name in order:
            begun = time.perf_counter()
            calls[name]()
            took[name].append(time.perf_counter() - begun)
    return took


def test_the_time_that_an_answer_takes_does_not_tell_the_cause(town: Town) -> None:
    sessions = {resident: town.identify(resident) for resident in CAUSES}
    offers = {
        resident: lambda session=session: town.get("/v1/padro/offers", session)
        for resident, session in sessions.items()
    }
    refusals = {
        resident: lambda session=session: town.issue(session, "volant_dwelling_current")
        for resident, session in sessions.items()
    }
    assert _uneven(_measured(offers)) == []
    assert _uneven(_measured(refusals)) == []


def test_the_time_to_send_a_code_does_not_tell_whether_one_was_sent(town: Town) -> None:
    people = {
        "the registered phone": "maria",
        "another phone": "maria",
        "no phone": "laura",
        "a minor": "jordi",
    }
    phones = {"the registered phone": "600000158"}
    ready = {why: [town.challenge(who) for _ in range(ROUNDS)] for why, who in people.items()}
    calls = {
        why: lambda why=why: town.send_code(ready[why].pop(), phones.get(why, "600000150")) for why in people
    }
    assert _uneven(_measured(calls)) == []
    assert town.sms()["sent"] == ROUNDS


def test_a_cause_that_took_longer_would_be_found() -> None:
    chance = random.Random(7)
    took = {name: [chance.gauss(1.0, 0.2) for _ in range(ROUNDS)] for name in CAUSES}
    assert _uneven(took) == []
    took["anna"] = [value + 0.4 for value in took["anna"]]
    assert _uneven(took) == ["anna"]
