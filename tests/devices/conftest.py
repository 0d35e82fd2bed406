"""A smart card service of one's own with a virtual reader, and the demo's cards beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from demo.pcsc import PrivatePcsc
from tests.devices.card_bench import Cards, private_service
from tests.devices.pin_bench import TwoReaders, make_fake, two_readers


@pytest.fixture(scope="module")
def pcsc() -> Iterator[PrivatePcsc]:
    with private_service() as service:
        yield service


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TwoReaders]:
    """In the place of `pcsc`: a process has one service."""
    with two_readers(tmp_path_factory.mktemp("contact")) as cards:
        yield cards


@pytest.fixture(scope="module")
def module(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What SoftHSM never does."""
    return make_fake(tmp_path_factory.mktemp("module"))


@pytest.fixture(scope="module")
def all_cards(pcsc: PrivatePcsc) -> Iterator[Cards]:
    cards = Cards(pcsc.vpcd_port)
    yield cards
    cards.end()


@pytest.fixture
def cards(all_cards: Cards) -> Iterator[Cards]:
    yield all_cards
    all_cards.post("/remove")
    all_cards.post("/speed", ms_per_apdu=0)
