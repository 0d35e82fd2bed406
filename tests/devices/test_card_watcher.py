"""Which reader is meant by a name, and what its slots' states come to."""

from __future__ import annotations

import pytest

from devices.card.watcher import Sighting, sighting, slots_of_reader, swapped
from devices.contracts import ReaderState

OMNIKEY = [
    "HID Global OMNIKEY 5422 Smartcard Reader [OMNIKEY 5422 Smartcard Reader] 00 00",
    "HID Global OMNIKEY 5422 Smartcard Reader [OMNIKEY 5422CL Smartcard Reader] 01 00",
]
ACS = ["ACS ACR1281 1S Dual Reader 00 00", "ACS ACR1281 1S Dual Reader 00 01"]
IDENTIV = ["Identiv uTrust 3700 F CL Reader [uTrust 3700 F CL Reader] (53201609204386) 00 00"]
NFC = ["ACS ACR122U PICC Interface 00 00"]


@pytest.mark.parametrize(
    ("names", "pattern", "meant"),
    [
        ([], "", []),
        (ACS, "", ACS),
        (ACS + NFC, "", NFC),
        (OMNIKEY, "", OMNIKEY[1:]),
        (OMNIKEY, "5422CL", OMNIKEY[1:]),
        (OMNIKEY, OMNIKEY[0], OMNIKEY[:1]),
        (ACS + NFC, "acr1281", ACS),
        (ACS + NFC, "*picc*", NFC),
        (ACS + NFC, "ACS ACR1281*01", ACS[1:]),
        (IDENTIV + ACS, "ACS", ACS),
        (IDENTIV, "Omnikey", []),
    ],
)
def test_a_reader_is_found_by_part_of_its_name_or_by_a_glob(
    names: list[str], pattern: str, meant: list[str]
) -> None:
    assert slots_of_reader(names, pattern) == meant


def test_of_two_readers_that_match_the_first_is_meant_with_its_slots_alone() -> None:
    twice = ["Zona 00 00", "Zona 00 01", "Zona 01 00"]
    assert slots_of_reader(twice, "zona") == twice[:2]


ABSENT, PRESENT, MUTE, UNKNOWN = 0x10, 0x20, 0x220, 0x06


@pytest.mark.parametrize(
    ("states", "seen"),
    [
        ({}, Sighting(ReaderState.GONE)),
        ({"a": ABSENT}, Sighting(ReaderState.EMPTY)),
        ({"a": UNKNOWN}, Sighting(ReaderState.EMPTY)),
        ({"a": PRESENT | 0x10000}, Sighting(ReaderState.CARD, "a")),
        ({"a": MUTE}, Sighting(ReaderState.CARD, "a")),
        ({"a": ABSENT, "b": PRESENT}, Sighting(ReaderState.CARD, "b")),
        ({"a": PRESENT, "b": PRESENT}, Sighting(ReaderState.TWO_CARDS, "a")),
    ],
)
def test_the_states_of_slots_come_to_one_sighting(states: dict[str, int], seen: Sighting) -> None:
    assert sighting(states) == seen


def test_a_card_that_went_and_came_between_two_looks_is_another_card() -> None:
    assert swapped({"a": 0x1_0020}, {"a": 0x3_0020})
    assert not swapped({"a": 0x1_0020}, {"a": 0x1_0120})
    assert not swapped({"a": 0x1_0020}, {"a": 0x2_0010})
    assert not swapped({"a": 0x0_0010}, {"a": 0x1_0020})
    assert not swapped({}, {"a": 0x1_0020})
