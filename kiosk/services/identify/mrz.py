"""While a document's lines are copied, or its number: waits for a scanner that reads them instead."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine

from kiosk.activity import Step, news_by
from kiosk.services.identify.lines import scanned


async def until_scanned(step: Step, unreadable: Callable[[], None]) -> str:
    """Wait for a scanned zone; `unreadable` is called at every other scan."""
    with news_by(step.house.scanner.watch) as scans:
        while True:
            if (secret := scanned(await scans.get(), step.house.clock.now().date())) is not None:
                step.session.identity.lines.scanned = secret
                return "mrz_scanned"
            unreadable()


async def first_of(*waits: Coroutine[object, object, str]) -> str:
    """The event of whichever ends first; the others are ended before this returns."""
    tasks = [asyncio.create_task(wait) for wait in waits]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        return next(iter(done)).result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
