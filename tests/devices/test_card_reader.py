"""The whole reader over a real smart card service, against the demo's cards, which are another's work."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import threading
import time
import tomllib
import urllib.request
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest

from demo.pcsc import READER, PcscUnavailable, PrivatePcsc
from devices.card import reader as reader_module
from devices.card.emrtd.channel import Stopped
from devices.card.emrtd.read import read_document
from devices.card.pcsc import CardLink, Service
from devices.card.reader import PcscReader
from devices.contracts import (
    Can,
    CardReading,
    DocumentKind,
    Mrz,
    ReaderState,
    ReadFailure,
    ReadProgress,
    ReadStep,
)

RESIDENTS = {
    one["id"]: one
    for one in tomllib.loads(Path("demo/residents.toml").read_text(encoding="utf-8"))["resident"]
}
LIWEI = Mrz("E00000031", date(1999, 8, 16), date(2031, 3, 30))
PATIENCE = 10.0
"""Seconds after which something that was to happen has not happened."""


class Cards:
    """The process that holds the cards, by its control port."""

    def __init__(self, vpcd_port: int) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "demo.card", "--vpcd-port", str(vpcd_port)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self._process.stdout
        self._port = json.loads(self._process.stdout.readline())["control_port"]

    def post(self, path: str, **body: object) -> None:
        address = f"http://127.0.0.1:{self._port}{path}"
        request = urllib.request.Request(address, json.dumps(body).encode(), method="POST")
        with urllib.request.urlopen(request, timeout=PATIENCE):
            pass

    @property
    def apdus(self) -> int:
        with urllib.request.urlopen(f"http://127.0.0.1:{self._port}/state", timeout=PATIENCE) as answer:
            return int(json.load(answer)["apdus"])

    def end(self) -> None:
        self._process.communicate()


@pytest.fixture(scope="module")
def pcsc() -> Iterator[PrivatePcsc]:
    """libpcsclite asks for its socket's name once in the life of a process: one service for all."""
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


class Bench:
    """A reader, and the states that it told, in order."""

    def __init__(self, reader: PcscReader) -> None:
        self.reader = reader
        self.told: asyncio.Queue[ReaderState] = asyncio.Queue()
        self.end_watch = reader.watch(self.told.put_nowait)

    async def until(self, *states: ReaderState) -> list[ReaderState]:
        """Every state that was told until one of `states` was; none where the reader is there already."""
        passed: list[ReaderState] = []
        async with asyncio.timeout(PATIENCE):
            while self.reader.state not in states:
                passed.append(await self.told.get())
        while not self.told.empty():
            passed.append(self.told.get_nowait())
        return passed

    async def insert(self, cards: Cards, card: str) -> None:
        await self.until(ReaderState.EMPTY)
        await asyncio.to_thread(cards.post, "/insert", card=card)
        await self.until(ReaderState.CARD, ReaderState.TWO_CARDS)

    async def read(self, secret: Can | Mrz) -> CardReading | ReadFailure:
        return await self.reader.read(secret, lambda progress: None)


@asynccontextmanager
async def bench(pattern: str = READER) -> AsyncIterator[Bench]:
    reader = PcscReader(pattern)
    try:
        yield Bench(reader)
    finally:
        await reader.close()


def with_bench(play: Callable[[Bench], Coroutine[object, object, None]]) -> None:
    async def run() -> None:
        async with bench() as one:
            await play(one)

    asyncio.run(run())


def can_of(resident: str) -> Can:
    return Can(RESIDENTS[resident]["document"]["can"])


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
        assert outcome.dg1[:1] == b"\x61"
        assert outcome.sod[:1] == b"\x77"

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
            assert isinstance(read_document(narrow, can_of("maria"), lambda progress: None), CardReading)
            return narrow.refused

    async def play(at: Bench) -> None:
        await at.insert(cards, "maria")
        assert await asyncio.to_thread(read) == 1

    with_bench(play)


def test_progress_goes_through_every_step_and_never_back(cards: Cards) -> None:
    heard: list[ReadProgress] = []

    async def play(at: Bench) -> None:
        await at.insert(cards, "maria")
        await at.reader.read(can_of("maria"), heard.append)

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


def test_a_metro_card_is_not_a_document(cards: Cards) -> None:
    async def play(at: Bench) -> None:
        await at.insert(cards, "metro")
        assert await at.read(Can("123456")) is ReadFailure.NOT_A_DOCUMENT

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

        read = asyncio.create_task(at.reader.read(can_of("maria"), report))
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


# --- the reader itself --------------------------------------------------------------------------------------


def test_every_change_is_told_once_and_in_order(cards: Cards) -> None:
    async def play(at: Bench) -> None:
        await at.until(ReaderState.EMPTY)
        passed: list[ReaderState] = []
        for state, act in (
            (ReaderState.CARD, lambda: cards.post("/insert", card="metro")),
            (ReaderState.EMPTY, lambda: cards.post("/remove")),
            (ReaderState.CARD, lambda: cards.post("/insert", card="omar")),
        ):
            await asyncio.to_thread(act)
            passed += await at.until(state)
        assert passed == [ReaderState.CARD, ReaderState.EMPTY, ReaderState.CARD]

    with_bench(play)


def test_a_read_does_not_look_like_a_card_that_moved(cards: Cards) -> None:
    async def play(at: Bench) -> None:
        await at.insert(cards, "maria")
        await at.read(can_of("maria"))
        await at.read(Can("000000"))
        await asyncio.to_thread(cards.post, "/remove")
        assert await at.until(ReaderState.EMPTY) == [ReaderState.EMPTY]

    with_bench(play)


def test_who_does_not_watch_any_more_is_not_told(cards: Cards) -> None:
    async def play(at: Bench) -> None:
        other: asyncio.Queue[ReaderState] = asyncio.Queue()
        at.reader.watch(other.put_nowait)
        at.end_watch()
        await asyncio.to_thread(cards.post, "/insert", card="metro")
        async with asyncio.timeout(PATIENCE):
            while await other.get() is not ReaderState.CARD:
                pass
        assert ReaderState.CARD not in [at.told.get_nowait() for _ in range(at.told.qsize())]

    with_bench(play)


def test_the_service_is_killed_and_comes_back_with_the_card_on_it(cards: Cards, pcsc: PrivatePcsc) -> None:
    async def play(at: Bench) -> None:
        await at.insert(cards, "maria")
        pcsc.kill()
        assert await at.until(ReaderState.GONE) == [ReaderState.GONE]
        assert await at.read(can_of("maria")) is ReadFailure.READER_GONE
        pcsc.start()
        began = time.monotonic()
        await at.until(ReaderState.CARD)
        assert time.monotonic() - began < 3.0
        assert isinstance(await at.read(can_of("maria")), CardReading)

    with_bench(play)


def test_the_service_is_killed_in_the_middle_of_a_read(cards: Cards, pcsc: PrivatePcsc) -> None:
    async def play(at: Bench) -> None:
        await at.insert(cards, "maria")
        await asyncio.to_thread(cards.post, "/speed", ms_per_apdu=100)
        opening = asyncio.Event()
        read = asyncio.create_task(at.reader.read(can_of("maria"), lambda progress: opening.set()))
        await asyncio.wait_for(opening.wait(), PATIENCE)
        await asyncio.to_thread(pcsc.kill)
        assert await read is ReadFailure.READER_GONE
        pcsc.start()
        await asyncio.to_thread(cards.post, "/speed", ms_per_apdu=0)
        await at.until(ReaderState.GONE)
        await at.until(ReaderState.CARD)
        assert isinstance(await at.read(can_of("maria")), CardReading)

    with_bench(play)


def test_a_reader_of_another_name_is_not_there(cards: Cards) -> None:
    async def run() -> None:
        async with bench("no such reader") as nowhere, bench() as other:
            await other.until(ReaderState.EMPTY)
            assert nowhere.reader.state is ReaderState.GONE
            assert await nowhere.read(Can("123456")) is ReadFailure.READER_GONE

    asyncio.run(run())


def threads() -> set[str]:
    return {thread.name for thread in threading.enumerate() if thread.name.startswith("card-")}


def test_no_thread_is_left_after_close_even_in_the_middle_of_a_read(cards: Cards) -> None:
    async def run() -> None:
        async with bench() as at:
            await at.insert(cards, "maria")
            await asyncio.to_thread(cards.post, "/speed", ms_per_apdu=50)
            opening = asyncio.Event()
            read = asyncio.create_task(at.reader.read(can_of("maria"), lambda progress: opening.set()))
            await asyncio.wait_for(opening.wait(), PATIENCE)
            assert threads() == {"card-watch", "card-read_0"}
        assert not threads()
        assert await read is ReadFailure.TIMED_OUT

    asyncio.run(run())


# --- figures ------------------------------------------------------------------------------------------------


def test_our_own_time_in_a_whole_read_is_at_most_120_ms_and_it_takes_12_apdus(cards: Cards) -> None:
    async def play(at: Bench) -> None:
        await at.insert(cards, "maria")
        before = await asyncio.to_thread(lambda: cards.apdus)
        assert await asyncio.to_thread(processor_time_of_a_read) < 0.120
        assert await asyncio.to_thread(lambda: cards.apdus) - before == 12

    def processor_time_of_a_read() -> float:
        with Service() as service, CardLink(service, service.slots()[0], lambda: False) as link:
            began = time.thread_time()
            assert isinstance(read_document(link, can_of("maria"), lambda progress: None), CardReading)
            return time.thread_time() - began

    with_bench(play)
