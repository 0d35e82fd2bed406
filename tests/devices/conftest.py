"""A smart card service of one's own with a virtual reader, and the demo's cards beside it."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from demo.pcsc import PcscUnavailable, PrivatePcsc
from tests.devices.card_bench import Cards


@pytest.fixture(scope="module")
def pcsc() -> Iterator[PrivatePcsc]:
    service = PrivatePcsc()
    try:
        service.start()
    except PcscUnavailable as why:
        pytest.skip(f"no smart card service: {why}")
    os.environ.update(service.environment)
    yield service
    service.stop()


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
