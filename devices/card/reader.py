"""The card reader of the kiosk: the watcher's news and the reads, brought to the caller's event loop."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from devices.card.emrtd.channel import Stopped
from devices.card.emrtd.read import Asked, read_document
from devices.card.foreign import memory_card, told_apart
from devices.card.pcsc import CardLink, Service, ServiceLost
from devices.card.sightings import Heard, Sightings
from devices.card.trust.unjudged import UNJUDGED
from devices.card.watcher import Sighting, Watcher
from devices.contracts import Can, CardReading, Judge, Mrz, ReaderState, ReadFailure, ReadProgress

DEADLINE = 15.0
"""Seconds that a whole read may take."""
LAST_COMMAND = 2.0
"""Seconds for which an ended read may still wait for the answer to the command that is in the air."""


class PcscReader:
    """A `CardReader` over PC/SC. Its threads, `card-watch` and `card-read`, run until `close`."""

    def __init__(self, pattern: str = "", judge: Judge = UNJUDGED) -> None:
        """`pattern` is part of the reader's name, or a glob; empty is the first contactless reader."""
        self._judge = judge
        self._sightings = Sightings()
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="card-read")
        self._watcher = Watcher(pattern, self._sightings.saw)
        self._reads: dict[_Permit, asyncio.Future[CardReading | ReadFailure]] = {}
        self._watcher.start()

    @property
    def state(self) -> ReaderState:
        """What lies on the reader now."""
        return self._sightings.now.state

    def watch(self, heard: Heard) -> Callable[[], None]:
        """Call `heard` in the running event loop at every change; the answer ends it."""
        return self._sightings.watch(heard)

    async def read(
        self, secret: Can | Mrz, report: Callable[[ReadProgress], None], challenge: bytes
    ) -> CardReading | ReadFailure:
        """Read the document on the reader. When cancelled it stops at the next APDU and keeps nothing.

        `challenge` is 8 bytes that are new for this read: what active authentication signs (9303-11, 6.1).
        """
        loop = asyncio.get_running_loop()
        permit = _Permit()

        def reported(progress: ReadProgress) -> None:
            if not permit.withdrawn():
                report(progress)

        def tell(progress: ReadProgress) -> None:
            loop.call_soon_threadsafe(reported, progress)

        asked = Asked(secret, challenge, tell, self._judge)
        reading = loop.run_in_executor(self._worker, _read, self._sightings.now, asked, permit)
        self._reads[permit] = reading
        try:
            return await asyncio.wait_for(asyncio.shield(reading), DEADLINE)
        except TimeoutError:
            return ReadFailure.TIMED_OUT
        finally:
            permit.withdraw()
            await asyncio.wait([reading], timeout=LAST_COMMAND)
            del self._reads[permit]

    async def close(self) -> None:
        """End the watcher and the worker."""
        self._sightings.forget()
        self._watcher.end()
        for permit in self._reads:
            permit.withdraw()
        stuck: set[asyncio.Future[CardReading | ReadFailure]] = set()
        if self._reads:
            _, stuck = await asyncio.wait(self._reads.values(), timeout=LAST_COMMAND)
        self._worker.shutdown(wait=not stuck, cancel_futures=True)
        await asyncio.to_thread(self._watcher.join, LAST_COMMAND)


class _Permit:
    """Lets one read go on, until its deadline or until it is withdrawn."""

    def __init__(self) -> None:
        self._until = time.monotonic() + DEADLINE

    def withdraw(self) -> None:
        self._until = 0.0

    def withdrawn(self) -> bool:
        return time.monotonic() >= self._until


def _read(sighting: Sighting, asked: Asked, permit: _Permit) -> CardReading | ReadFailure:
    """In the worker's thread."""
    match sighting.state:
        case ReaderState.GONE:
            return ReadFailure.READER_GONE
        case ReaderState.EMPTY:
            return ReadFailure.CARD_PULLED
        case ReaderState.TWO_CARDS:
            return ReadFailure.TWO_CARDS
        case ReaderState.CARD:
            pass
    try:
        with Service() as service, CardLink(service, sighting.slot, permit.withdrawn) as link:
            if without_processor := memory_card(link.atr):
                return without_processor
            outcome = read_document(link, asked)
            return told_apart(link, link.atr, outcome) if isinstance(outcome, ReadFailure) else outcome
    except ServiceLost:
        return ReadFailure.READER_GONE
    except Stopped as stopped:
        return stopped.failure
