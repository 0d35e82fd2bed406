"""The demo town's DNI signs, and the demo's own judgement tells whose it is, without code in common."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from config.store import Loaded, load
from demo.seu.certificate import Holder, signer
from demo.town import Town
from devices.card.pkcs11.card import Pkcs11Card
from devices.card.pkcs11.conversation import CHILD
from devices.contracts import PinTries, ReaderState, Signed, SigningCard, SigningFailure
from kiosk.checkup import contact_reader_found
from kiosk.open_house import open_signing_card
from tests.devices.card_bench import RESIDENTS
from tests.devices.pin_bench import CHALLENGE, until


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with Town(tmp_path_factory.mktemp("town")) as town, pytest.MonkeyPatch.context() as environment:
        for name, value in town.environment.items():
            environment.setenv(name, value)
        yield town


def a_kiosks_card() -> SigningCard:
    loaded = load(None, profile="demo")
    assert isinstance(loaded, Loaded)
    return open_signing_card(loaded.settings)


def test_the_kiosk_of_the_town_signs_with_a_residents_dni_and_the_seu_knows_whose_it_is(town: Town) -> None:
    async def run() -> None:
        card = a_kiosks_card()
        try:
            for name in ("maria", "nuria"):
                await town.put_contact_card(name)
                await until(card, ReaderState.CARD)
                assert await card.tries() is PinTries.SEVERAL
                document = RESIDENTS[name]["document"]
                signed = await card.sign(bytearray(document["pin"].encode()), CHALLENGE)
                assert isinstance(signed, Signed)
                root = (town.folder / "dnie-root.pem").read_bytes()
                now = datetime.now(UTC)
                told = signer(signed.certificate, signed.signature, CHALLENGE, root, now)
                assert told == Holder(document["number"])
                await town.take_contact_card()
                await until(card, ReaderState.EMPTY)
        finally:
            await card.close()

    asyncio.run(run())


def test_a_fresh_start_takes_the_card_out_and_forgets_a_wrong_pin(town: Town) -> None:
    async def run() -> None:
        card = a_kiosks_card()
        assert isinstance(card, Pkcs11Card)
        try:
            await town.put_contact_card("maria")
            await until(card, ReaderState.CARD)
            assert await card.sign(bytearray(b"00000000"), CHALLENGE) is SigningFailure.WRONG_PIN
            await asyncio.to_thread(town.start_afresh)
            await until(card, ReaderState.EMPTY)
            kept = Path(os.environ["SOFTHSM2_CONF"]).parent / "cards"
            assert not kept.exists()
        finally:
            await card.close()

    asyncio.run(run())


def test_the_check_says_how_the_reader_with_contacts_is(town: Town) -> None:
    loaded = load(None, profile="demo")
    assert isinstance(loaded, Loaded)
    settings = loaded.settings

    def told(**changed: object) -> tuple[str, bool]:
        chosen = settings.contact_reader.model_copy(update=changed)
        return asyncio.run(contact_reader_found(settings.model_copy(update={"contact_reader": chosen})))

    assert told() == ("empty", True)
    assert told(enabled=False) == ("none in settings", True)
    assert told(module=Path("/nonexistent")) == ("its module is not there: /nonexistent", False)


@pytest.mark.parametrize(
    "command", [[sys.executable, "-m", "kiosk", CHILD], [sys.executable, "-m", "devices.card.pkcs11.child"]]
)
def test_the_kiosk_itself_can_be_the_process_that_holds_the_module(town: Town, command: list[str]) -> None:
    """A frozen kiosk has no other Python to start."""
    module = town.environment["KIOSK_CONTACT_READER__MODULE"]
    told = subprocess.run([*command, module, "a slot"], input=b"", capture_output=True, check=True)
    assert told.stdout == b"F\x00"
