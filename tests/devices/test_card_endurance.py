"""Outages at any moment, and reads by hundreds: recovered in time, failures explained, nothing left behind.

Run with `-s` it prints its figures as docs/figures.md has them.
"""

from __future__ import annotations

import asyncio
import gc
import os
import random
import statistics
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from demo.pcsc import PrivatePcsc
from devices.contracts import CardReading, ReaderState, ReadFailure, ReadProgress
from tests.devices.card_bench import NONCE, PATIENCE, ROOT, Bench, Cards, bench, can_of

OUTAGES = 40
RECOVERED_WITHIN = 3.0
"""Seconds from the first moment at which a PC/SC call succeeds to the news that the card lies there."""
READS = 500
WARM = 100
"""Reads after which caches are filled and allocators settled."""
GROWTH = 2.0
"""MB by which the process may differ at the end: what an allocator keeps, less than a page a read."""

MOVED = {ReadFailure.CARD_PULLED, ReadFailure.READER_GONE}


def figure(name: str, value: str) -> None:
    sys.stdout.write(f"| {name} | {value} |\n")


# --- outages ------------------------------------------------------------------------------------------------


class Prober:
    """When the service answered again, by somebody who asks it every few milliseconds."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    async def first_success(self) -> float:
        assert self._process.stdout
        return float(await asyncio.wait_for(self._process.stdout.readline(), 10))


@asynccontextmanager
async def prober() -> AsyncIterator[Prober]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.devices.prober", cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        yield Prober(process)
    finally:
        await process.communicate(b"")  # closes its input


@pytest.mark.long
def test_after_any_outage_the_card_is_told_within_three_seconds_of_the_first_call_that_succeeds(
    cards: Cards, pcsc: PrivatePcsc
) -> None:
    chance = random.Random(9303)
    took: list[float] = []
    ends: Counter[str] = Counter()

    async def outage(at: Bench, probe: Prober) -> None:
        reading = chance.random() < 0.5
        read = asyncio.create_task(at.read(can_of("maria"))) if reading else None
        await asyncio.sleep(chance.uniform(0, 0.5))
        pcsc.kill() if chance.random() < 0.5 else pcsc.stop()
        assert await told(at, ReaderState.GONE) == [ReaderState.GONE]
        if read:
            outcome = await read
            assert isinstance(outcome, CardReading) or outcome in MOVED
            ends[outcome.value if isinstance(outcome, ReadFailure) else "read before it"] += 1
        await asyncio.sleep(chance.uniform(0, 4))
        pcsc.start()
        succeeded = await probe.first_success()
        passed = await told(at, ReaderState.CARD)
        took.append(time.monotonic() - succeeded)
        assert passed in ([ReaderState.CARD], [ReaderState.EMPTY, ReaderState.CARD])
        assert took[-1] < RECOVERED_WITHIN

    async def run() -> None:
        async with bench() as at, prober() as probe:
            await asyncio.to_thread(cards.post, "/insert", card="maria")
            await told(at, ReaderState.CARD)
            await asyncio.to_thread(cards.post, "/speed", ms_per_apdu=30)
            await probe.first_success()
            for _ in range(OUTAGES):
                await outage(at, probe)
            assert isinstance(await at.read(can_of("maria")), CardReading)
            assert card_threads() <= {"card-watch", "card-read_0"}
        assert not card_threads()

    asyncio.run(run())
    figure(
        f"card told after an outage, from the first PC/SC call that succeeds, {OUTAGES} outages",
        f"{1000 * statistics.median(took):.0f} ms median, {1000 * max(took):.0f} ms at most",
    )
    figure("reads that an outage fell into", ", ".join(f"{n} {end}" for end, n in ends.items()))


async def told(at: Bench, state: ReaderState) -> list[ReaderState]:
    """All that is told until `state` is."""
    passed: list[ReaderState] = []
    async with asyncio.timeout(PATIENCE):
        while state not in passed:
            passed.append(await at.told.get())
    return passed


def card_threads() -> set[str]:
    return {thread.name for thread in threading.enumerate() if thread.name.startswith("card-")}


# --- reads by hundreds --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Held:
    """What the process holds."""

    megabytes: float
    threads: int
    descriptors: int


def held() -> Held:
    gc.collect()
    resident = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return Held(
        resident * os.sysconf("SC_PAGE_SIZE") / 1e6,
        len(list(Path("/proc/self/task").iterdir())),
        len(list(Path("/proc/self/fd").iterdir())),
    )


def disturbances(chance: random.Random) -> Iterator[str]:
    """What happens to the next read: mostly nothing."""
    while True:
        yield chance.choices(
            ["", "another card", "pulled", "wrong number", "killed", "restarted"], [80, 8, 4, 4, 2, 2]
        )[0]


@pytest.mark.long
def test_five_hundred_reads_with_everything_in_between_leave_no_failure_unexplained_and_nothing_behind(
    cards: Cards, pcsc: PrivatePcsc
) -> None:
    chance = random.Random(500)
    residents = ["maria", "omar", "elena", "fatima", "nuria", "liwei"]
    lying = "maria"
    seen: Counter[str] = Counter()
    began = time.monotonic()

    async def read(at: Bench, disturbed: str) -> None:
        nonlocal lying
        allowed: set[ReadFailure] = set()
        can = can_of(lying)
        match disturbed:
            case "another card":
                await asyncio.to_thread(cards.post, "/remove")
                lying = chance.choice(residents)
                can = can_of(lying)
                await at.insert(cards, lying)
            case "pulled":
                await asyncio.to_thread(cards.post, "/pull_after", apdus=chance.randrange(9))
                allowed = {ReadFailure.CARD_PULLED}
            case "wrong number":
                can = type(can)("000000")
                allowed = {ReadFailure.WRONG_SECRET}
            case "killed":
                allowed = {ReadFailure.READER_GONE}
            case "restarted":
                pcsc.stop()
                await at.until(ReaderState.GONE)
                pcsc.start()
                await at.until(ReaderState.CARD)
        began_reading = asyncio.Event()

        def report(progress: ReadProgress) -> None:
            began_reading.set()

        reading = asyncio.create_task(at.reader.read(can, report, NONCE))
        if disturbed == "killed":
            await began_reading.wait()
            pcsc.kill()
        outcome = await reading
        failure = outcome if isinstance(outcome, ReadFailure) else None
        assert failure in allowed if allowed else failure is None, (disturbed, failure)
        seen[failure.value if failure else "read"] += 1
        if disturbed == "killed":
            await at.until(ReaderState.GONE)
            pcsc.start()
            await at.until(ReaderState.CARD)
        if disturbed == "pulled":
            await at.insert(cards, lying)

    async def run() -> None:
        # One hand for the cards: a pool of hands would grow by itself and be counted.
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(1))
        async with bench() as at:
            await at.insert(cards, lying)
            chances = disturbances(chance)
            for _ in range(WARM):
                await read(at, next(chances))
            before = held()
            for _ in range(READS):
                await read(at, next(chances))
            after = held()
        figure(
            f"{READS} reads with cards changed, pulled, wrong numbers, {WARM} before the count",
            f"{time.monotonic() - began:.0f} s; " + ", ".join(f"{n} {end}" for end, n in seen.items()),
        )
        figure("memory over these reads", f"{before.megabytes:.1f} MB to {after.megabytes:.1f} MB")
        figure(
            "threads and descriptors over these reads",
            f"{before.threads} and {before.descriptors} to {after.threads} and {after.descriptors}",
        )
        assert (after.threads, after.descriptors) == (before.threads, before.descriptors)
        assert after.megabytes - before.megabytes < GROWTH

    asyncio.run(run())
    assert not card_threads()
