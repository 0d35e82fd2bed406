"""The whole read of the demo's card, and how much of it is our own work."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx
import smartcard.scard

import demo
from bench.air import RATES, Exchange, floor, seconds
from bench.links import NotingLink, TimedScard
from bench.samples import tell
from demo.pcsc import READER, PrivatePcsc
from devices.card.emrtd.read import Asked, read_document
from devices.card.names import contactless_slots
from devices.card.pcsc import CardLink, Service
from devices.card.reader import PcscReader
from devices.card.trust.unjudged import UNJUDGED
from devices.card.watcher import sighting
from devices.contracts import Can, CardReading, ReaderState, ReadFailure

READS = 20
PATIENCE = 10.0
RESIDENTS = Path(demo.__file__).with_name("residents.toml")


@contextmanager
def card_on_reader() -> Iterator[Can]:
    """The first resident with a DNI has laid it on the reader; the answer opens it."""
    residents = tomllib.loads(RESIDENTS.read_text(encoding="utf-8"))["resident"]
    person = next(one for one in residents if one["document"]["kind"] == "dni")
    with PrivatePcsc() as pcsc:
        os.environ.update(pcsc.environment)
        command = [sys.executable, "-m", "demo.card", "--vpcd-port", str(pcsc.vpcd_port)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            try:
                assert process.stdout is not None
                control = f"http://127.0.0.1:{json.loads(process.stdout.readline())['control_port']}"
                with httpx.Client(base_url=control, trust_env=False, timeout=PATIENCE) as hands:
                    hands.post("/insert", json={"card": person["id"]}).raise_for_status()
                    hands.post("/speed", json={"ms_per_apdu": 0}).raise_for_status()
                yield Can(person["document"]["can"])
            finally:
                process.terminate()


async def whole_reads(can: Can) -> tuple[list[float], list[float]]:
    """Milliseconds of whole reads, as the kiosk makes them, and of these without the waits for the card."""
    timed = TimedScard(smartcard.scard)
    smartcard.scard = timed  # the reader looks it up when it is used first
    reader = PcscReader(READER)
    there = asyncio.Event()
    end = reader.watch(lambda state: there.set() if state is ReaderState.CARD else None)
    try:
        if reader.state is not ReaderState.CARD:
            await asyncio.wait_for(there.wait(), PATIENCE)
        both = [await _whole(reader, can, timed) for _ in range(READS)]
    finally:
        end()
        await reader.close()
    return [total for total, _ in both], [own for _, own in both]


async def _whole(reader: PcscReader, can: Can, timed: TimedScard) -> tuple[float, float]:
    timed.waited = 0.0
    began = time.perf_counter()
    reading = await reader.read(can, lambda progress: None, bytes(8))
    took = time.perf_counter() - began
    _want(reading)
    return 1000 * took, 1000 * (took - timed.waited)


def noted(can: Can) -> list[Exchange]:
    """The commands and answers of such a read."""
    with Service() as service:
        slots = contactless_slots(service.slots(), READER)
        slot = sighting(service.wait(dict.fromkeys(slots, 0), 0)).slot
        with CardLink(service, slot, lambda: False) as link:
            noting = NotingLink(link)
            _want(read_document(noting, Asked(can, bytes(8), lambda progress: None, UNJUDGED)))
    return noting.exchanges


def _want(reading: CardReading | ReadFailure) -> None:
    if isinstance(reading, ReadFailure) or not reading.hashes_agree:
        raise RuntimeError(f"not read: {reading}")


def main() -> None:
    with card_on_reader() as can:
        total, own = asyncio.run(whole_reads(can))
        exchanges = noted(can)
    samples: dict[str, Sequence[float]] = {"card_read_total": total, "card_read_own_time": own}
    for kbit in RATES:
        samples[f"card_read_at_{kbit}"] = [each + 1000 * seconds(exchanges, kbit) for each in own]
        samples[f"card_read_floor_{kbit}"] = [1000 * floor(sum(answer for _, answer in exchanges), kbit)]
    tell(samples)


if __name__ == "__main__":
    main()
