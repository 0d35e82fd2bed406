"""The real OpenSC, beside a document on the other reader: it is left alone, and nothing is kept of a card."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from config.settings import Settings
from demo.pcsc import CONTACT_READER
from devices.card.pkcs11.card import Pkcs11Card
from devices.card.pkcs11.opensc import VARIABLE, configuration
from devices.contracts import ReaderState, SigningFailure
from tests.devices.card_bench import Cards
from tests.devices.pin_bench import TwoReaders, signing, until

OPENSC = Settings().contact_reader.module


@pytest.fixture(scope="module")
def both(both: TwoReaders) -> TwoReaders:
    if not OPENSC.exists():
        pytest.skip("package opensc-pkcs11 is not installed")
    return both


def commands_to_the_document(cards: Cards) -> int:
    """How many the document on the contactless reader gets while the card with contacts is asked."""

    async def run() -> int:
        card = Pkcs11Card(CONTACT_READER, OPENSC)
        async with signing(card, cards):
            await asyncio.to_thread(cards.post, "/insert", card="maria")
            await asyncio.to_thread(cards.post, "/contact/insert", card="metro")
            await until(card, ReaderState.CARD)
            before = cards.apdus
            assert await card.tries() is SigningFailure.NOT_A_SIGNER
            return cards.apdus - before

    try:
        return asyncio.run(run())
    finally:
        cards.post("/remove")
        cards.post("/contact/remove")


def test_a_document_on_the_other_reader_gets_no_command(both: Cards, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert commands_to_the_document(both) == 0


def test_without_its_configuration_it_would(
    both: Cards, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "opensc.conf"
    own.write_text("app default {\n}\n")
    monkeypatch.setenv(VARIABLE, str(own))
    assert commands_to_the_document(both) > 0


@given(st.lists(st.text(max_size=40), max_size=4))
def test_no_name_of_a_reader_breaks_out_of_its_quotation(names: list[str]) -> None:
    lines = configuration(names).splitlines()
    assert len(lines) == (9 if names else 8)
    if names:
        assert lines[1].count('"') == 2 * len(names)
        assert "\\" not in lines[1]
