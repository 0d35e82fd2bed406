"""The kiosk in a process of its own, seen from outside: touches go in, frames and traces come out."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

ENDS_WITHIN = 15.0
COMES_WITHIN = 30.0


@dataclass(frozen=True, slots=True)
class Screen:
    """Another screen that came after a touch; instants in seconds of the monotonic clock."""

    item: str
    pressed: float
    reacted: float
    """The first frame after the press."""
    released: float
    painted: float
    """The first frame with a visible part of it."""


class Glass:
    """What a person sees and touches; the hands of a `Player`."""

    def __init__(self, process: Process, began: float) -> None:
        self.began = began
        """Before the process was started."""
        self.screens: list[Screen] = []
        self.held: list[float] = []
        """For each page that was printed, the seconds for which the loop was held longest."""
        self.documents: list[float] = []
        """When the kiosk had each document of the seu in its hands."""
        self.state = ""
        self.heard: Callable[[str, str], None] = lambda event, state: None
        self._process = process
        self._open = self._ended = False
        self._touched = 0
        self._news = asyncio.Event()

    @property
    def pid(self) -> int:
        """The kiosk's process."""
        return self._process.pid

    async def touch(self, item: str) -> None:
        """Touch `item`; comes back when the finger is lifted."""
        assert self._process.stdin is not None
        before = self._touched
        self._process.stdin.write(f"{item}\n".encode())
        await self._until(lambda: self._touched > before, f"a finger on {item}")

    async def picture(self, path: Path) -> None:
        """None is taken: it would be in the figures."""

    async def opened(self) -> None:
        """Every service can be had."""
        await self._until(lambda: self._open, "an open kiosk")

    async def screen(self, item: str) -> Screen:
        """The screen that came after the touch of `item`."""
        await self._until(lambda: any(one.item == item for one in self.screens), f"a screen after {item}")
        return next(one for one in self.screens if one.item == item)

    async def listen(self) -> None:
        """Take in what the process tells, until it ends."""
        assert self._process.stdout is not None
        async for line in self._process.stdout:
            match json.loads(line):
                case {"told": "trace", "event": str(event), "state": str(state)}:
                    self.state = state
                    self.heard(event, state)
                case {"told": "screen", **what}:
                    what.pop("told", None)
                    self.screens.append(Screen(**what))
                case {"told": "held", "seconds": float(seconds)}:
                    self.held.append(seconds)
                case {"told": "document", "at": float(at)}:
                    self.documents.append(at)
                case {"told": "touched"}:
                    self._touched += 1
                case {"told": "open"}:
                    self._open = True
            self._ring()
        self._ended = True
        self._ring()

    async def _until(self, true: Callable[[], bool], what: str) -> None:
        try:
            async with asyncio.timeout(COMES_WITHIN):
                while not (true() or self._ended):
                    await self._news.wait()
        except TimeoutError:
            raise RuntimeError(f"{what} did not come; the kiosk is at {self.state}") from None
        if not true():
            raise RuntimeError(f"the kiosk ended at {self.state}, before {what}")

    def _ring(self) -> None:
        self._news.set()
        self._news = asyncio.Event()


@asynccontextmanager
async def glass(environment: Mapping[str, str]) -> AsyncIterator[Glass]:
    """A kiosk is started, and ends with the block."""
    began = time.monotonic()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bench.behind_glass", stdin=PIPE, stdout=PIPE, env=dict(environment)
    )
    one = Glass(process, began)
    listening = asyncio.create_task(one.listen())
    try:
        yield one
    finally:
        listening.cancel()
        assert process.stdin is not None
        process.stdin.close()
        try:
            await asyncio.wait_for(process.wait(), ENDS_WITHIN)
        except TimeoutError:
            process.kill()
            await process.wait()
