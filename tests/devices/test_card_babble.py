"""Whatever bytes come from a card, the read ends in a reading or a failure, soon, and in little memory."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from demo.card import lds
from demo.card.chip import Access, Document, File
from demo.card.curve import BRAINPOOL_P256R1, P256
from demo.card.keys import EcdsaKey, Keys, agreement_key
from demo.card.pace import Mapping, PaceProtocol
from demo.card.suites import DES3
from devices.card.emrtd.channel import MOST_COMMANDS
from devices.card.emrtd.files import LARGEST_FILE
from devices.card.emrtd.read import read_document
from devices.contracts import Can, CardReading, ChipProof, ReadFailure
from tests.devices.card_bench import asked
from tests.devices.card_chips import HOLDERS, LinkTo, chip, mrz_of

LIWEI = HOLDERS["liwei"]
MEMORY = 16 * 2**20

FILES = {
    "COM": lds.EF_COM,
    "DG1": 0x0101,
    "SOD": lds.EF_SOD,
    "DG11": 0x010B,
    "DG14": 0x010E,
    "DG15": 0x010F,
}
KEYS = Keys(agreement_key(suite=DES3), EcdsaKey(P256, 4711))
MAPPING = Keys(mapping=agreement_key())
BEHIND_BAC = chip(replace(LIWEI, kind="eu_card"), (), KEYS, bac=True, longest=2048)
BEHIND_CAM = chip(LIWEI, (PaceProtocol(mapping=Mapping.CHIP_AUTHENTICATION),), MAPPING)

thoroughly = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def with_file(document: Document, number: int, content: bytes) -> Document:
    file = File(content, Access.OPENED)
    return replace(document, application={**document.application, number: file})


def ends_well(document: Document, link: LinkTo | None = None) -> CardReading | ReadFailure:
    link = link or LinkTo(document)
    secret = mrz_of(LIWEI) if document.bac else Can(LIWEI.can)
    outcome = read_document(link, asked(secret))
    assert isinstance(outcome, CardReading | ReadFailure)
    assert len(link.sent) <= 2 * MOST_COMMANDS
    return outcome


def test_the_chips_of_this_file_are_read_as_they_are() -> None:
    for document in (BEHIND_BAC, BEHIND_CAM):
        outcome = ends_well(document)
        assert isinstance(outcome, CardReading)
        assert outcome.hashes_agree


@thoroughly
@given(st.sampled_from(sorted(FILES.values())), st.data())
def test_a_file_with_bytes_changed_cut_or_added_gives_a_reading_or_a_failure(
    number: int, data: st.DataObject
) -> None:
    content = bytearray(BEHIND_BAC.application[number].content)
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    content = content[: data.draw(st.integers(0, len(content)))] + data.draw(st.binary(max_size=40))
    outcome = ends_well(with_file(BEHIND_BAC, number, bytes(content)))
    whole = bytes(content).startswith(BEHIND_BAC.application[number].content)
    if isinstance(outcome, CardReading) and number in (FILES["DG14"], FILES["DG15"]):
        assert whole is (outcome.hashes_agree and outcome.proof is not ChipProof.FAILED)


@thoroughly
@given(st.sampled_from(sorted(FILES.values())), st.binary(max_size=2000))
def test_a_file_of_any_bytes_gives_a_reading_or_a_failure(number: int, content: bytes) -> None:
    ends_well(with_file(BEHIND_BAC, number, content))


@thoroughly
@given(st.integers(0, 40), st.binary(min_size=1, max_size=30), st.integers(0, 300), st.sampled_from([0, 1]))
def test_an_answer_that_is_changed_on_its_way_gives_a_reading_or_a_failure(
    answer: int, change: bytes, at: int, which: int
) -> None:
    counted = iter(range(10**6))

    def meddle(octets: bytes) -> bytes:
        if next(counted) != answer:
            return octets
        return octets[:at] + change + octets[at + len(change) :]

    document = (BEHIND_BAC, BEHIND_CAM)[which]
    ends_well(document, LinkTo(document, meddle))


@settings(max_examples=20, deadline=None)
@given(st.binary(max_size=400))
def test_an_ef_cardsecurity_of_any_bytes_gives_a_reading_without_a_proof(content: bytes) -> None:
    file = File(content, Access.OPENED)
    document = replace(BEHIND_CAM, master={**BEHIND_CAM.master, lds.EF_CARD_SECURITY: file})
    outcome = ends_well(document)
    assert not isinstance(outcome, CardReading) or outcome.proof is ChipProof.FAILED


# --- bounds -------------------------------------------------------------------------------------------------


class Endless:
    """Each file is as long as can be, comes in pieces of `size`, and holds `filling` over and over."""

    def __init__(self, size: int, filling: bytes) -> None:
        self.asked = 0
        self._size, self._filling = size, filling

    def transmit(self, command: bytes) -> bytes:
        self.asked += 1
        if command[1] == 0xB0 and command[2] & 0x80:
            tags = {0x1C: 0x31, 0x1E: 0x60, 0x1D: 0x77, 0x01: 0x61}
            tag = tags.get(command[2] & 0x1F, 0x6E)
            content = bytes([tag, 0x82]) + (LARGEST_FILE - 4).to_bytes(2) + self._filling * LARGEST_FILE
            return content[: max(self._size, 4)] + b"\x90\x00"
        return (self._filling * self._size)[: self._size] + b"\x90\x00"

    def reset(self) -> None:
        """It begins again."""


@pytest.mark.parametrize("size", [1, 7, 256, 65_536])
@pytest.mark.parametrize("filling", ["00", "3000", "30800000", "5F1F00"], ids=lambda octets: octets)
def test_a_chip_that_never_ends_is_left_after_some_commands_and_took_little_memory(
    size: int, filling: str
) -> None:
    endless = Endless(size, bytes.fromhex(filling))
    tracemalloc.start()
    try:
        outcome = read_document(endless, asked(Can("123456")))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert isinstance(outcome, ReadFailure)
    assert endless.asked <= MOST_COMMANDS
    assert most < MEMORY


@pytest.mark.parametrize("number", sorted(FILES.values()))
@pytest.mark.parametrize("filling", ["00", "3000", "3080", "0C00", "5F1F00", "30060204FFFFFFFF"])
def test_the_largest_file_of_the_smallest_objects_takes_little_memory(number: int, filling: str) -> None:
    tag = BEHIND_BAC.application[number].content[:1]
    body = (bytes.fromhex(filling) * LARGEST_FILE)[: LARGEST_FILE - 4]
    document = with_file(BEHIND_BAC, number, tag + b"\x82" + len(body).to_bytes(2) + body)
    tracemalloc.start()
    try:
        ends_well(document)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < MEMORY


def test_a_curve_that_pace_knows_and_a_thousand_offers_make_no_more_tries_than_there_are_ways() -> None:
    offers = [
        PaceProtocol(suite, curve, mapping).info()
        for _ in range(400)
        for suite in (DES3,)
        for curve in (P256, BRAINPOOL_P256R1)
        for mapping in (Mapping.GENERIC, Mapping.INTEGRATED)
    ]
    access = File(lds.card_access(*offers), Access.EVERYONE)
    document = replace(BEHIND_CAM, master={**BEHIND_CAM.master, lds.EF_CARD_ACCESS: access})
    link = LinkTo(document)
    assert ends_well(document, link) is ReadFailure.MRZ_NEEDED
    assert sum(command[1] == 0x22 for command in link.sent) == 4
