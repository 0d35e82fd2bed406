"""What the states of a reader's slots come to."""

from __future__ import annotations

import pytest

from devices.card.watcher import Sighting, sighting, swapped
from devices.contracts import ReaderState

ABSENT, PRESENT, MUTE, UNKNOWN = 0x10, 0x20, 0x220, 0x06


@pytest.mark.parametrize(
    ("states", "seen"),
    [
        ({}, Sighting(ReaderState.GONE)),
        ({"a": ABSENT}, Sighting(ReaderState.EMPTY)),
        ({"a": UNKNOWN}, Sighting(ReaderState.GONE)),
        ({"a": UNKNOWN, "b": PRESENT}, Sighting(ReaderState.CARD, "b")),
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
