"""Looks at the peers again and again, in a thread of its own, and hands on what is to be done."""

from __future__ import annotations

import asyncio
import threading
from contextlib import closing, suppress

from PySide6.QtCore import QObject, Signal

from demo.dock.peers import Peers, Places

EVERY_S = 0.3


class Watch(QObject):
    """`seen(Seen)` at every look, while somebody may see it. Acts are done in the order of the touches."""

    seen = Signal(object)

    def __init__(self, places: Places) -> None:
        super().__init__()
        self._places = places
        self._loop = asyncio.new_event_loop()
        self._acts: asyncio.Queue[tuple[str, str]] = asyncio.Queue()
        self._visible = asyncio.Event()
        self._at_once = asyncio.Event()
        self._ended = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name="dock")

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Returns when nothing of it is left."""
        self._loop.call_soon_threadsafe(self._ended.set)
        self._thread.join()

    def show(self, visible: bool) -> None:
        """Nobody looks at what is not visible."""
        self._loop.call_soon_threadsafe(self._visible.set if visible else self._visible.clear)

    def act(self, what: str, which: str) -> None:
        """Do it, and look again at once."""
        self._loop.call_soon_threadsafe(self._acts.put_nowait, (what, which))

    def _run(self) -> None:
        with closing(self._loop):
            self._loop.run_until_complete(self._work())

    async def _work(self) -> None:
        async with Peers(self._places) as peers:
            ended = asyncio.create_task(self._ended.wait())
            works = [asyncio.create_task(self._looking(peers)), asyncio.create_task(self._acting(peers))]
            done, _ = await asyncio.wait([ended, *works], return_when=asyncio.FIRST_COMPLETED)
            for task in (ended, *works):
                task.cancel()
            await asyncio.gather(ended, *works, return_exceptions=True)
            for task in done:
                task.result()

    async def _looking(self, peers: Peers) -> None:
        while True:
            await self._visible.wait()
            self._at_once.clear()
            self.seen.emit(await peers.look())
            with suppress(TimeoutError):
                async with asyncio.timeout(EVERY_S):
                    await self._at_once.wait()

    async def _acting(self, peers: Peers) -> None:
        while True:
            await peers.act(*await self._acts.get())
            self._at_once.set()
