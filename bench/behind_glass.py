"""The kiosk's own process while it is measured: touched through a pipe, its frames and loop timed here.

A line on standard input names an item to touch; the end of it ends the kiosk. What happened is told as JSON
lines on standard output, instants in seconds of the machine's monotonic clock.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import threading
import time
from contextlib import suppress
from typing import cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtQuick import QQuickItem

from config.store import Refused, load
from kiosk.app import Opening, Running, run
from kiosk.house import House
from kiosk.logs import start
from kiosk.seu.client import Seu
from kiosk.seu.models import Failed
from screens.finger import touch
from screens.stage import Stage

PATIENCE = 30.0
"""Seconds within which something that is to be touched must be there."""
BEAT = 0.005
PRINTING = "paper_printing"


def tell(told: str, **what: object) -> None:
    """Write one line."""
    sys.stdout.write(json.dumps({"told": told, **what}) + "\n")
    sys.stdout.flush()


class Glass(QObject):
    """Looks on at the window: when it was touched, and when the next screen was first painted."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage
        self._painted = asyncio.Event()
        self._screen: tuple[object, str] | None = None
        self._item = ""
        self._pressed = self._reacted = self._released = 0.0
        stage.window.installEventFilter(self)
        stage.window.frameSwapped.connect(self._on_frame)

    async def touch(self, item: str) -> None:
        """Touch `item` as soon as a person could: it is painted, at rest, and ready."""
        async with asyncio.timeout(PATIENCE):
            while not self._touchable(item):
                self._painted.clear()
                # The last frame of a movement may come before it counts as ended.
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._painted.wait(), 0.1)
        self._item = item
        await touch(self._stage, item)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonPress:
            self._pressed, self._reacted, self._released = time.monotonic(), 0.0, 0.0
        elif event.type() is QEvent.Type.MouseButtonRelease:
            self._released = time.monotonic()
        return False

    def _touchable(self, item: str) -> bool:
        if self._screen is None or self._screen != _identity(self._incoming()):
            return False
        return any(target.name == item and target.ready for target in self._stage.targets())

    def _on_frame(self) -> None:
        now = time.monotonic()
        self._painted.set()
        if self._pressed and not self._reacted:
            self._reacted = now
        incoming = self._incoming()
        screen = _identity(incoming)
        if incoming is None or screen == self._screen or not _visible(incoming):
            return
        self._screen = screen
        if self._released:
            tell(
                "screen",
                item=self._item,
                pressed=self._pressed,
                reacted=self._reacted,
                released=self._released,
                painted=now,
            )
            self._pressed = self._released = 0.0

    def _incoming(self) -> QQuickItem | None:
        """The newest screen in the shell's host."""
        (shell,) = self._stage.window.contentItem().childItems()
        host = cast("QQuickItem", shell.property("host"))
        screens = host.childItems()
        return screens[-1] if screens else None


def _identity(screen: QQuickItem | None) -> tuple[object, str] | None:
    return (screen.property("serial"), screen.metaObject().className()) if screen is not None else None


def _visible(screen: QQuickItem) -> bool:
    """The shell lets a screen come up from a presence of 0."""
    return screen.isVisible() and float(screen.property("presence")) > 0


class Beat:
    """Beats in the loop while a page is printed; what came late shows how long the loop was held."""

    def __init__(self) -> None:
        self._beating = False
        self._last = self._longest = 0.0

    def heard(self, state: str) -> None:
        """The kiosk is in `state` now; its screen is made before the loop goes on."""
        if state == PRINTING and not self._beating:
            self._beating = True
            asyncio.get_running_loop().call_soon(self._begin)
        elif state != PRINTING and self._beating:
            self._beating = False
            tell("held", seconds=max(self._longest, time.monotonic() - self._last - BEAT))

    def _begin(self) -> None:
        self._last, self._longest = time.monotonic(), 0.0
        asyncio.get_running_loop().call_later(BEAT, self._beat)

    def _beat(self) -> None:
        if self._beating:
            now = time.monotonic()
            self._longest = max(self._longest, now - self._last - BEAT)
            self._last = now
            asyncio.get_running_loop().call_later(BEAT, self._beat)


def _tell_of_documents(seu: Seu) -> None:
    """Say when the kiosk has a document in its hands."""
    fetch = seu.document

    async def document(citizen_session: str, issue: str, copy_number: int = 1) -> bytes | Failed:
        got = await fetch(citizen_session, issue, copy_number)
        tell("document", at=time.monotonic())
        return got

    seu.document = document  # type: ignore[method-assign] - the bench listens where the kiosk gets it


def _listen(loop: asyncio.AbstractEventLoop, wanted: asyncio.Queue[str]) -> None:
    # Not through sys.stdin: its lock, held by a thread that waits, aborts the interpreter at the end.
    while line := os.read(sys.stdin.fileno(), 4096):
        loop.call_soon_threadsafe(wanted.put_nowait, line.decode().strip())
    with suppress(RuntimeError):  # the loop has ended
        loop.call_soon_threadsafe(wanted.put_nowait, "")


async def _say_when_open(house: House) -> None:
    while house.facts().off:  # noqa: ASYNC110 - devices and seu tell different things; a look is enough
        await asyncio.sleep(0.1)
    tell("open")


async def live(running: Running) -> int:
    """Touch what is wanted until nothing is any more."""
    _tell_of_documents(running.house.seu)
    glass, wanted = Glass(running.stage), asyncio.Queue[str]()
    listener = threading.Thread(
        target=_listen, args=(asyncio.get_running_loop(), wanted), name="pipe", daemon=True
    )
    listener.start()
    opening = asyncio.create_task(_say_when_open(running.house), name="opening")
    while item := await wanted.get():
        await glass.touch(item)
        tell("touched", item=item)
    opening.cancel()
    return 0


def main() -> int:
    loaded = load(None, profile="demo")
    if isinstance(loaded, Refused):
        raise SystemExit("; ".join(str(problem) for problem in loaded.problems))
    start(loaded.settings.logs)
    beat = Beat()

    def heard(event: str, state: str) -> None:
        tell("trace", event=event, state=state)
        beat.heard(state)

    return run(Opening(loaded.settings, windowed=True, heard=heard), live)


if __name__ == "__main__":
    sys.exit(main())
