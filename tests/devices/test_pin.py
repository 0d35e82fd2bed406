"""A DNIe signs a challenge with its PIN, over a real service and SoftHSM; no PIN is left, come what may."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256

from demo.card.softhsm import MODULE
from demo.pcsc import CONTACT_READER, READER
from devices.absent import AbsentSigningCard
from devices.card.pkcs11.card import Pkcs11Card
from devices.card.reader import PcscReader
from devices.contracts import PinTries, ReaderState, Signed, SigningFailure
from tests.devices.card_bench import Cards
from tests.devices.pin_bench import CHALLENGE, PIN, a_pin, is_zeroed, play, signing, until


@pytest.fixture
def cards(both: Cards) -> Iterator[Cards]:
    yield both
    both.post("/remove")
    both.post("/contact/afresh")


def test_the_authentication_key_signs_and_not_the_one_for_documents(cards: Cards) -> None:
    async def acts(card: Pkcs11Card) -> None:
        pin = a_pin()
        signed = await card.sign(pin, CHALLENGE)
        assert isinstance(signed, Signed)
        assert is_zeroed(pin)
        certificate = x509.load_der_x509_certificate(signed.certificate)
        assert "(AUTENTICACIÓN)" in certificate.subject.rfc4514_string()
        key = certificate.public_key()
        assert isinstance(key, rsa.RSAPublicKey)
        key.verify(signed.signature, CHALLENGE, padding.PKCS1v15(), SHA256())
        assert repr(signed) == "Signed(…)"

    play(cards, "maria", acts)


def test_a_wrong_pin_is_said_and_remembered_until_the_right_one(cards: Cards) -> None:
    async def acts(card: Pkcs11Card) -> None:
        assert await card.tries() is PinTries.UNKNOWN
        pin = a_pin("00000000")
        assert await card.sign(pin, CHALLENGE) is SigningFailure.WRONG_PIN
        assert is_zeroed(pin)
        assert await card.tries() is PinTries.SEVERAL
        assert isinstance(await card.sign(a_pin(), CHALLENGE), Signed)
        assert await card.tries() is PinTries.UNKNOWN

    play(cards, "maria", acts)


def test_no_flag_means_several_only_where_the_module_is_known_to_count(cards: Cards) -> None:
    async def acts(card: Pkcs11Card) -> None:
        assert await card.tries() is PinTries.SEVERAL

    play(cards, "maria", acts, counts_tries=True)


def test_a_card_without_an_authentication_key_is_no_signer(cards: Cards) -> None:
    async def acts(card: Pkcs11Card) -> None:
        assert await card.tries() is SigningFailure.NOT_A_SIGNER
        pin = a_pin()
        assert await card.sign(pin, CHALLENGE) is SigningFailure.NOT_A_SIGNER
        assert is_zeroed(pin)

    play(cards, "metro", acts)


def test_without_a_card_nothing_is_asked_of_the_module(cards: Cards) -> None:
    async def acts(card: Pkcs11Card) -> None:
        assert await card.tries() is SigningFailure.CARD_PULLED
        pin = a_pin()
        assert await card.sign(pin, CHALLENGE) is SigningFailure.CARD_PULLED
        assert is_zeroed(pin)

    play(cards, "", acts, Path("/nonexistent"))


def test_a_module_that_is_not_there_is_a_reader_that_is_gone(cards: Cards) -> None:
    async def acts(card: Pkcs11Card) -> None:
        pin = a_pin()
        assert await card.sign(pin, CHALLENGE) is SigningFailure.READER_GONE
        assert is_zeroed(pin)

    play(cards, "maria", acts, Path("/nonexistent"))


def test_a_library_that_is_no_module_is_a_reader_that_is_gone(cards: Cards) -> None:
    async def acts(card: Pkcs11Card) -> None:
        assert await card.tries() is SigningFailure.READER_GONE

    play(cards, "maria", acts, Path("libc.so.6"))


@pytest.mark.parametrize("pin", [bytearray(), bytearray(b"1" * 256)])
def test_a_pin_of_no_possible_length_is_wrong_and_not_sent(cards: Cards, pin: bytearray) -> None:
    async def acts(card: Pkcs11Card) -> None:
        assert await card.sign(pin, CHALLENGE) is SigningFailure.WRONG_PIN
        assert not any(pin)

    play(cards, "maria", acts, Path("/nonexistent"))


def test_the_two_readers_do_not_mind_each_others_cards(cards: Cards) -> None:
    async def run() -> None:
        card, reader = Pkcs11Card(CONTACT_READER, MODULE), PcscReader(READER)
        async with signing(card, cards):
            heard: list[ReaderState] = []
            await until(reader, ReaderState.EMPTY)
            reader.watch(heard.append)
            await asyncio.to_thread(cards.post, "/contact/insert", card="maria")
            await until(card, ReaderState.CARD)
            assert isinstance(await card.sign(a_pin(), CHALLENGE), Signed)
            assert reader.state is ReaderState.EMPTY
            await asyncio.to_thread(cards.post, "/contact/remove")
            await until(card, ReaderState.EMPTY)
            assert heard == []
            await asyncio.to_thread(cards.post, "/insert", card="maria")
            await until(reader, ReaderState.CARD)
            assert card.state is ReaderState.EMPTY
        await reader.close()

    asyncio.run(run())


def test_a_bug_in_the_middle_leaves_no_pin(cards: Cards) -> None:
    def has_a_bug(certificate: x509.Certificate) -> bool:
        raise LookupError("a bug")

    async def run() -> None:
        pin = a_pin()
        card = Pkcs11Card(CONTACT_READER, MODULE, wanted=has_a_bug)
        async with signing(card, cards, "maria"):
            with pytest.raises(LookupError) as raised:
                await card.sign(pin, CHALLENGE)
        assert is_zeroed(pin)
        assert PIN not in repr(raised.value)

    asyncio.run(run())


def test_closing_leaves_no_thread(cards: Cards) -> None:
    async def acts(card: Pkcs11Card) -> None:
        await card.tries()
        assert {"card-watch"} < {thread.name.split("_")[0] for thread in threading.enumerate()}

    play(cards, "maria", acts)
    left = {thread.name for thread in threading.enumerate()}
    assert not [name for name in left if name.startswith(("card-watch", "card-sign"))]


def test_a_kiosk_without_such_a_reader_says_so_and_zeroes_too() -> None:
    async def run() -> None:
        card, pin = AbsentSigningCard(), a_pin()
        assert card.state is ReaderState.GONE
        assert await card.tries() is SigningFailure.READER_GONE
        assert await card.sign(pin, CHALLENGE) is SigningFailure.READER_GONE
        assert is_zeroed(pin)

    asyncio.run(run())
