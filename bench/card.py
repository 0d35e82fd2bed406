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

import demo
from bench.samples import tell
from demo.pcsc import READER, PrivatePcsc
from devices.card.emrtd.channel import Link
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


class TimedLink:
    """A link to the chip, with the seconds that were spent in waiting for it."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self.waited = 0.0

    def transmit(self, command: bytes) -> bytes:
        """Send a command, give the response."""
        began = time.perf_counter()
        try:
            return self._link.transmit(command)
        finally:
            self.waited += time.perf_counter() - began

    def reset(self) -> None:
        """Power the chip off and on."""
        began = time.perf_counter()
        self._link.reset()
        self.waited += time.perf_counter() - began


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


async def whole_reads(can: Can) -> list[float]:
    """Milliseconds of whole reads, as the kiosk makes them."""
    reader = PcscReader(READER)
    there = asyncio.Event()
    end = reader.watch(lambda state: there.set() if state is ReaderState.CARD else None)
    try:
        if reader.state is not ReaderState.CARD:
            await asyncio.wait_for(there.wait(), PATIENCE)
        return [await _whole(reader, can) for _ in range(READS)]
    finally:
        end()
        await reader.close()


async def _whole(reader: PcscReader, can: Can) -> float:
    began = time.perf_counter()
    reading = await reader.read(can, lambda progress: None, bytes(8))
    took = time.perf_counter() - began
    _want(reading)
    return 1000 * took


def own_times(can: Can) -> list[float]:
    """Milliseconds of the same read, from the connected card to the reading, less the wait for answers."""
    with Service() as service:
        slots = contactless_slots(service.slots(), READER)
        slot = sighting(service.wait(dict.fromkeys(slots, 0), 0)).slot
        return [_own(service, slot, can) for _ in range(READS)]


def _own(service: Service, slot: str, can: Can) -> float:
    with CardLink(service, slot, lambda: False) as link:
        timed = TimedLink(link)
        began = time.perf_counter()
        reading = read_document(timed, Asked(can, bytes(8), lambda progress: None, UNJUDGED))
        took = time.perf_counter() - began
    _want(reading)
    return 1000 * (took - timed.waited)


def _want(reading: CardReading | ReadFailure) -> None:
    if isinstance(reading, ReadFailure) or not reading.hashes_agree:
        raise RuntimeError(f"not read: {reading}")


def main() -> None:
    with card_on_reader() as can:
        samples: dict[str, Sequence[float]] = {
            "card_read_total": asyncio.run(whole_reads(can)),
            "card_read_own_time": own_times(can),
        }
    tell(samples)


if __name__ == "__main__":
    main()
