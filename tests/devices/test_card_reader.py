"""Documents are read over a real smart card service, from the demo's chips, which are another's work."""

from __future__ import annotations

import asyncio
import time
from datetime import date

import pytest

from demo.card.vpcd import Slot
from demo.pcsc import PrivatePcsc
from devices.card import reader as reader_module
from devices.card.emrtd.channel import Stopped
from devices.card.emrtd.read import read_document
from devices.card.pcsc import CardLink, Service
from devices.contracts import (
    Can,
    CardReading,
    ChipProof,
    DocumentKind,
    Mrz,
    ReaderState,
    ReadFailure,
    ReadProgress,
    ReadStep,
)
from tests.devices.card_bench import NONCE, PATIENCE, RESIDENTS, Bench, Cards, asked, can_of, with_bench

LIWEI = Mrz("E00000031", date(1999, 8, 16), date(2031, 3, 30))

# --- what is read -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("resident", "kind"),
    [
        ("maria", DocumentKind.DNI),
        ("omar", DocumentKind.TIE),
        ("elena", DocumentKind.EU_CARD),
        ("fatima", DocumentKind.TIE),
        ("nuria", DocumentKind.DNI),
        ("liwei", DocumentKind.PASSPORT),
    ],
)
def test_a_document_opens_with_its_can_and_says_whose_it_is(
    cards: Cards, resident: str, kind: DocumentKind
) -> None:
    person = RESIDENTS[resident]

    async def play(at: Bench) -> None:
        await at.insert(cards, resident)
        outcome = await at.read(can_of(resident))
        assert isinstance(outcome, CardReading)
        document = outcome.document
        assert document.kind is kind
        assert document.number == person["document"]["number"]
        assert document.support_number == person["document"]["support"]
        assert (document.issuer, document.nationality) == (
            person["document"]["issuer"],
            person["document"]["nationality"],
        )
        assert (document.birth_date, document.expiry_date) == (
            person["birth_date"],
            person["document"]["expiry"],
        )
        surnames = f"{person['surname1']} {person['surname2']}".strip()
        assert document.surnames.casefold() == surnames.casefold()
        assert document.given_names.casefold() == person["given_names"].casefold()
        assert outcome.hashes_agree
        assert outcome.evidence.dg1[:1] == b"\x61"
        assert outcome.evidence.sod[:1] == b"\x77"

    with_bench(play)


def test_the_same_document_opens_with_its_mrz(cards: Cards) -> None:
    async def play(at: Bench) -> None:
        await at.insert(cards, "liwei")
        assert isinstance(await at.read(LIWEI), CardReading)

    with_bench(play)


def test_an_old_passport_opens_by_bac_and_knows_no_can(cards: Cards) -> None:
    async def play(at: Bench) -> None:
        await at.insert(cards, "old-passport")
        assert await at.read(Can("123456")) is ReadFailure.MRZ_NEEDED
        wrong = Mrz(LIWEI.document_number, LIWEI.birth_date, date(2031, 3, 29))
        assert await at.read(wrong) is ReadFailure.WRONG_SECRET
        outcome = await at.read(LIWEI)
        assert isinstance(outcome, CardReading)
        assert outcome.document.number == "E00000031"
        assert outcome.hashes_agree

    with_bench(play)


def test_a_chip_whose_data_were_changed_is_read_and_its_hashes_do_not_agree(cards: Cards) -> None:
    async def play(at: Bench) -> None:
        await at.insert(cards, "altered")
        outcome = await at.read(can_of("maria"))
        assert isinstance(outcome, CardReading)
        assert not outcome.hashes_agree

    with_bench(play)


@pytest.mark.parametrize(
    ("card", "proof"),
    [
        ("maria", ChipProof.CHIP_AUTHENTICATION),
        ("omar", ChipProof.CHIP_AUTHENTICATION),
        ("elena", ChipProof.CHIP_AUTHENTICATION),
        ("liwei", ChipProof.ACTIVE_AUTHENTICATION),
        ("old-passport", ChipProof.ACTIVE_AUTHENTICATION),
        ("cloned", ChipProof.FAILED),
    ],
)
def test_a_chip_proves_that_it_is_no_copy_and_a_copy_does_not(
    cards: Cards, card: str, proof: ChipProof
) -> None:
    secret = LIWEI if card == "old-passport" else can_of({"cloned": "maria"}.get(card, card))

    async def play(at: Bench) -> None:
        await at.insert(cards, card)
        outcome = await at.read(secret)
        assert isinstance(outcome, CardReading)
        assert outcome.hashes_agree
        assert outcome.proof is proof
        assert bool(outcome.evidence.signature) is (proof is ChipProof.ACTIVE_AUTHENTICATION)

    with_bench(play)


class NarrowReader:
    """A reader that carries no command in extended form: it fails, or answers in the chip's stead."""

    def __init__(self, link: CardLink, answer: str) -> None:
        self._link, self._answer = link, bytes.fromhex(answer)
        self.refused = 0

    def transmit(self, command: bytes) -> bytes:
        if command[4] or len(command) == 5:
            return self._link.transmit(command)
        self.refused += 1
        if not self._answer:
            raise Stopped(ReadFailure.CARD_PULLED)
        return self._answer

    def reset(self) -> None:
        self._link.reset()


@pytest.mark.parametrize("answer", ["", "6700"])
def test_a_document_is_read_through_a_reader_that_carries_no_extended_length(
    cards: Cards, answer: str
) -> None:
    def read() -> int:
        with Service() as service, CardLink(service, service.slots()[0], lambda: False) as link:
            narrow = NarrowReader(link, answer)
            assert isinstance(read_document(narrow, asked(can_of("maria"))), CardReading)
            return narrow.refused

    async def play(at: Bench) -> None:
        await at.insert(cards, "maria")
        assert await asyncio.to_thread(read) == 1

    with_bench(play)


def test_progress_goes_through_every_step_and_never_back(cards: Cards) -> None:
    heard: list[ReadProgress] = []

    async def play(at: Bench) -> None:
        await at.insert(cards, "maria")
        await at.reader.read(can_of("maria"), heard.append, NONCE)

    with_bench(play)
    assert list(dict.fromkeys(progress.step for progress in heard)) == list(ReadStep)
    done = [progress.done for progress in heard]
    assert done == sorted(done)
    assert done[-1] == 1.0


# --- what goes wrong ----------------------------------------------------------------------------------------


def test_a_wrong_can_is_said_and_the_right_one_opens_afterwards(cards: Cards) -> None:
    async def play(at: Bench) -> None:
        await at.insert(cards, "maria")
        assert await at.read(Can("000000")) is ReadFailure.WRONG_SECRET
        assert await at.read(Can("ñ·€")) is ReadFailure.WRONG_SECRET
        assert isinstance(await at.read(can_of("maria")), CardReading)

    with_bench(play)


@pytest.mark.parametrize("apdus", [0, 1, 5, 9])
def test_a_card_that_is_pulled_in_the_middle_is_told_and_comes_back(cards: Cards, apdus: int) -> None:
    async def play(at: Bench) -> None:
        await at.insert(cards, "maria")
        await asyncio.to_thread(cards.post, "/pull_after", apdus=apdus)
        assert await at.read(can_of("maria")) is ReadFailure.CARD_PULLED
        await asyncio.to_thread(cards.post, "/insert", card="maria")
        await at.until(ReaderState.CARD)
        assert isinstance(await at.read(can_of("maria")), CardReading)

    with_bench(play)


def test_an_empty_reader_reads_nothing(cards: Cards) -> None:
    async def play(at: Bench) -> None:
        await at.until(ReaderState.EMPTY)
        assert await at.read(Can("123456")) is ReadFailure.CARD_PULLED

    with_bench(play)


def test_two_cards_are_told_and_neither_is_read(cards: Cards, pcsc: PrivatePcsc) -> None:
    second = Cards(pcsc.vpcd_port + 1)

    async def play(at: Bench) -> None:
        await at.insert(cards, "maria")
        await asyncio.to_thread(second.post, "/insert", card="metro")
        await at.until(ReaderState.TWO_CARDS)
        assert await at.read(can_of("maria")) is ReadFailure.TWO_CARDS
        assert cards.apdus == 0
        await asyncio.to_thread(second.post, "/remove")
        await at.until(ReaderState.CARD)
        assert isinstance(await at.read(can_of("maria")), CardReading)

    try:
        with_bench(play)
    finally:
        second.end()


class Unanswering:
    """What a reader shows of two cards in one field, or of one that lies askew: something, and no answer."""

    atr = b"\x3b"

    def reset(self) -> None:
        """It is not reached."""

    def answer(self, apdu: bytes) -> bytes:
        raise AssertionError("asked a card that gave no answer to reset")


def test_two_cards_in_one_field_that_silence_each_other_are_unreadable_and_one_of_them_is_read(
    cards: Cards, pcsc: PrivatePcsc
) -> None:
    async def play(at: Bench) -> None:
        await at.until(ReaderState.EMPTY)
        slot = Slot(pcsc.vpcd_port)
        await slot.insert(Unanswering(), lambda: None, deadline=0.1)
        await at.until(ReaderState.CARD)
        assert await at.read(can_of("maria")) is ReadFailure.UNREADABLE
        await slot.remove()
        await at.insert(cards, "maria")
        assert isinstance(await at.read(can_of("maria")), CardReading)

    with_bench(play)


def test_a_card_that_is_too_slow_ends_the_read_at_its_deadline(
    cards: Cards, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader_module, "DEADLINE", 0.3)

    async def play(at: Bench) -> None:
        await at.insert(cards, "maria")
        await asyncio.to_thread(cards.post, "/speed", ms_per_apdu=200)
        assert await at.read(can_of("maria")) is ReadFailure.TIMED_OUT

    with_bench(play)


# --- cancelling ---------------------------------------------------------------------------------------------


def test_a_cancelled_read_stops_at_the_next_apdu_and_leaves_the_reader_free(cards: Cards) -> None:
    async def play(at: Bench) -> None:
        await at.insert(cards, "maria")
        await asyncio.to_thread(cards.post, "/speed", ms_per_apdu=40)
        opened, heard = asyncio.Event(), list[ReadProgress]()

        def report(progress: ReadProgress) -> None:
            heard.append(progress)
            if progress.step is ReadStep.OPENED:
                opened.set()

        read = asyncio.create_task(at.reader.read(can_of("maria"), report, NONCE))
        await asyncio.wait_for(opened.wait(), PATIENCE)
        read.cancel()
        with pytest.raises(asyncio.CancelledError):
            await read
        sent, told = await asyncio.to_thread(lambda: cards.apdus), len(heard)
        await asyncio.to_thread(cards.post, "/speed", ms_per_apdu=0)
        assert isinstance(await at.read(can_of("maria")), CardReading)
        whole = await asyncio.to_thread(lambda: cards.apdus) - sent
        assert sent < whole
        assert len(heard) == told

    with_bench(play)


# --- figures ------------------------------------------------------------------------------------------------


def test_our_own_time_in_a_whole_read_is_at_most_120_ms_and_it_takes_16_apdus(cards: Cards) -> None:
    async def play(at: Bench) -> None:
        await at.insert(cards, "maria")
        before = await asyncio.to_thread(lambda: cards.apdus)
        assert await asyncio.to_thread(processor_time_of_a_read) < 0.120
        assert await asyncio.to_thread(lambda: cards.apdus) - before == 16

    def processor_time_of_a_read() -> float:
        with Service() as service, CardLink(service, service.slots()[0], lambda: False) as link:
            began = time.thread_time()
            assert isinstance(read_document(link, asked(can_of("maria"))), CardReading)
            return time.thread_time() - began

    with_bench(play)
