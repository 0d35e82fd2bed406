"""What lies on the reader is told through every outage of the smart card service; nothing is left behind."""

from __future__ import annotations

import asyncio
import threading
import time

from demo.pcsc import PrivatePcsc
from devices.contracts import Can, CardReading, ReaderState, ReadFailure
from tests.devices.card_bench import NONCE, PATIENCE, Bench, Cards, bench, can_of, with_bench


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
        read = asyncio.create_task(at.reader.read(can_of("maria"), lambda progress: opening.set(), NONCE))
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
            read = asyncio.create_task(at.reader.read(can_of("maria"), lambda progress: opening.set(), NONCE))
            await asyncio.wait_for(opening.wait(), PATIENCE)
            assert threads() == {"card-watch", "card-read_0"}
        assert not threads()
        assert await read is ReadFailure.TIMED_OUT

    asyncio.run(run())
