"""The demo's cards on a virtual reader, and our reader above it."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import tomllib
import urllib.request
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import pytest

from demo.pcsc import READER, PcscMissing, PrivatePcsc
from devices.card.emrtd.read import Asked
from devices.card.reader import PcscReader
from devices.card.trust.unjudged import UNJUDGED
from devices.contracts import Can, CardReading, Mrz, ReaderState, ReadFailure, ReadProgress

ROOT = Path(__file__).parents[2]
TOWN = tomllib.loads((ROOT / "demo" / "residents.toml").read_text(encoding="utf-8"))
RESIDENTS = {resident["id"]: resident for resident in TOWN["resident"]}
NONCE = bytes.fromhex("0123456789ABCDEF")
"""What active authentication is asked to sign."""
PATIENCE = 10.0
"""Seconds after which something that was to happen has not happened."""


@contextmanager
def private_service(*, contact: bool = False) -> Iterator[PrivatePcsc]:
    """A smart card service of one's own, which this process speaks to; skips where there is none."""
    service = PrivatePcsc(contact=contact)
    try:
        service.start()
    except PcscMissing as why:
        pytest.skip(f"no smart card service: {why}")
    try:
        os.environ.update(service.environment)
        yield service
    finally:
        service.stop()


class Cards:
    """The process that holds the cards, by its control port."""

    def __init__(self, vpcd_port: int, *more: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "demo.card", "--vpcd-port", str(vpcd_port), *more],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self._process.stdout
        self._port = json.loads(self._process.stdout.readline())["control_port"]

    def get(self, path: str) -> bytes:
        with urllib.request.urlopen(f"http://127.0.0.1:{self._port}{path}", timeout=PATIENCE) as answer:
            content: bytes = answer.read()
        return content

    def post(self, path: str, **body: object) -> None:
        address = f"http://127.0.0.1:{self._port}{path}"
        request = urllib.request.Request(address, json.dumps(body).encode(), method="POST")
        with urllib.request.urlopen(request, timeout=PATIENCE):
            pass

    @property
    def apdus(self) -> int:
        with urllib.request.urlopen(f"http://127.0.0.1:{self._port}/state", timeout=PATIENCE) as answer:
            return int(json.load(answer)["apdus"])

    @property
    def country_signers(self) -> bytes:
        """Those that the demo exports, in PEM."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self._port}/csca", timeout=PATIENCE) as answer:
            return bytes(answer.read())

    def end(self) -> None:
        self._process.communicate()


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
        return await self.reader.read(secret, lambda progress: None, NONCE)


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


def asked(secret: Can | Mrz, report: Callable[[ReadProgress], None] = lambda progress: None) -> Asked:
    """A read by somebody who has no country signers."""
    return Asked(secret, NONCE, report, UNJUDGED)


def can_of(resident: str) -> Can:
    return Can(RESIDENTS[resident]["document"]["can"])
