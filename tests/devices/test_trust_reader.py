"""The demo's documents on a virtual reader, judged by the country signers that the demo exports."""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path

import pytest

from config.settings import Settings
from demo.pcsc import READER, PrivatePcsc
from devices.card.reader import PcscReader
from devices.card.trust.intake import take_in
from devices.card.trust.judge import PassiveAuthentication
from devices.card.trust.store import CountrySigners
from devices.contracts import CardReading, Verdict
from kiosk.open_house import open_reader
from tests.devices.card_bench import Bench, Cards, can_of


def verdict(cards: Cards, reader: PcscReader, card: str, resident: str) -> Verdict:
    """What comes of reading `card` with the CAN of `resident`."""

    async def read() -> Verdict:
        at = Bench(reader)
        try:
            await at.insert(cards, card)
            outcome = await at.read(can_of(resident))
        finally:
            await reader.close()
        assert isinstance(outcome, CardReading)
        return outcome.verdict

    return asyncio.run(read())


@pytest.mark.parametrize(
    ("card", "resident", "expected"),
    [
        ("maria", "maria", Verdict.GENUINE),
        ("omar", "omar", Verdict.GENUINE),
        ("elena", "elena", Verdict.GENUINE),
        ("expired", "maria", Verdict.GENUINE_EXPIRED),
        ("stranger", "elena", Verdict.ISSUER_UNKNOWN),
        ("unverified", "maria", Verdict.NOT_VERIFIED),
        ("altered", "maria", Verdict.FORGED),
        ("cloned", "maria", Verdict.CLONED),
    ],
)
def test_there_is_a_document_of_each_verdict(
    cards: Cards, tmp_path: Path, card: str, resident: str, expected: Verdict
) -> None:
    take_in(cards.country_signers, "demo.pem", tmp_path, date.today())
    reader = PcscReader(READER, PassiveAuthentication(CountrySigners(tmp_path)))
    assert verdict(cards, reader, card, resident) is expected


def test_the_kiosk_judges_by_the_folder_of_its_settings(
    cards: Cards, pcsc: PrivatePcsc, tmp_path: Path
) -> None:
    given = {"identity": {"country_signers": str(tmp_path)}, "card_reader": {"name": READER}}
    settings = Settings.model_validate(given)

    def opened() -> PcscReader:
        reader = open_reader(settings)
        assert isinstance(reader, PcscReader)
        return reader

    assert verdict(cards, opened(), "maria", "maria") is Verdict.NOT_VERIFIED
    cards.post("/remove")
    take_in(cards.country_signers, "demo.pem", tmp_path, date.today())
    assert verdict(cards, opened(), "maria", "maria") is Verdict.GENUINE
