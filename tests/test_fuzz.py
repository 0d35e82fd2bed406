"""What `make fuzz` runs is whole: each target takes its own seeds, pieces of them, and nothing at all."""

from __future__ import annotations

import pytest

from fuzz.__main__ import load, names, seeds


@pytest.mark.parametrize("name", names())
def test_a_target_takes_its_seeds_and_pieces_of_them(name: str) -> None:
    target = load(name)
    for seed in (b"", *seeds(target)):
        target.one(seed)
        target.one(seed[: len(seed) // 2])
        target.one(seed[1:])


def test_the_parsers_of_a_card_are_targets() -> None:
    assert {"tlv", "mrz", "lds", "files", "read"} <= set(names())
