"""A thread with an event loop of its own for one printer: no screen stops what is on its way to it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")


class Aside:
    """Runs `staying()` in a thread of its own until `close`, and other work beside it."""

    def __init__(self, name: str, staying: Callable[[], Coroutine[None, None, None]]) -> None:
        self._ending = asyncio.Event()
        self._ended: Future[None] = Future()
        started: Future[asyncio.AbstractEventLoop] = Future()
        threading.Thread(target=self._live, args=(started, staying), name=name, daemon=True).start()
        self._loop = started.result()

    async def do(self, work: Coroutine[None, None, T]) -> T:
        """The result of `work`, which runs over there and is cancelled there with its caller."""
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, self._loop))

    async def close(self) -> None:
        """End the thread and its loop."""
        if not self._ended.done():
            with suppress(RuntimeError):  # it ended by itself
                self._loop.call_soon_threadsafe(self._ending.set)
        await asyncio.wrap_future(self._ended)

    def _live(
        self,
        started: Future[asyncio.AbstractEventLoop],
        staying: Callable[[], Coroutine[None, None, None]],
    ) -> None:
        try:
            asyncio.run(self._stay(started, staying))
        finally:
            self._ended.set_result(None)

    async def _stay(
        self,
        started: Future[asyncio.AbstractEventLoop],
        staying: Callable[[], Coroutine[None, None, None]],
    ) -> None:
        started.set_result(asyncio.get_running_loop())
        living = asyncio.create_task(staying())
        ending = asyncio.create_task(self._ending.wait())
        await asyncio.wait((living, ending), return_when=asyncio.FIRST_COMPLETED)
        if living.done():
            living.result()


def told_here(report: Callable[[T], None]) -> Callable[[T], None]:
    """`report`, called from any thread, happens in the event loop of now."""
    here = asyncio.get_running_loop()

    def told(news: T) -> None:
        with suppress(RuntimeError):  # its loop was closed
            here.call_soon_threadsafe(report, news)

    return told
