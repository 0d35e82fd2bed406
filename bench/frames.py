"""The window's frames while a card is read over and over, beside those of the same moving picture at rest."""

from __future__ import annotations

import asyncio
import statistics
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem
from qasync import QEventLoop

from bench.card import PATIENCE, card_on_reader
from bench.samples import tell
from demo.pcsc import READER
from devices.card.reader import PcscReader
from devices.contracts import Can, CardReading, ReaderState, ReadProgress
from screens.examples.identify import reading
from screens.examples.shell import shell
from screens.i18n.words import words
from screens.stage import Stage

ROUNDS = 7
SPAN = 4.0
"""Seconds of rest, and then of reads, in each round."""
SETTLE = 1.0
SIZE = (1080, 1920)
PX_PER_MM = 3.61
MOVING = b"""
import QtQuick
Rectangle {
    y: 40; width: 60; height: 60; radius: 30; color: "#FFC800"
    NumberAnimation on x { from: 0; to: 1000; duration: 2000; loops: Animation.Infinite }
}
"""


class Frames:
    """When the window showed a picture, in seconds."""

    def __init__(self, stage: Stage) -> None:
        self.shown: list[float] = []
        stage.window.frameSwapped.connect(lambda: self.shown.append(time.perf_counter()))

    async def gaps(self, span: Callable[[], Awaitable[None]]) -> list[float]:
        """Milliseconds between the frames of a span."""
        self.shown.clear()
        await span()
        return [1000 * (after - before) for before, after in pairwise(self.shown)]


def missed(gaps: Sequence[float], usual: float) -> float:
    """The share of frames that did not come: a gap of two usual ones has one missed frame in it."""
    lost = sum(max(round(gap / usual) - 1, 0) for gap in gaps)
    return lost / (lost + len(gaps))


async def _rest() -> None:
    await asyncio.sleep(SPAN)


async def measure(stage: Stage, can: Can) -> dict[str, Sequence[float]]:
    """Rest and reads in turn, so that whatever else the machine does falls on both."""
    say = words("ca")
    view = reading(say, 0)
    stage.shell(shell(view, say))
    stage.show(1, view)
    engine = QQmlEngine()
    component = QQmlComponent(engine)
    component.setData(MOVING, QUrl())
    moving = component.create()
    assert isinstance(moving, QQuickItem)
    moving.setParentItem(stage.window.contentItem())
    reader = PcscReader(READER)
    frames = Frames(stage)

    def heard(progress: ReadProgress) -> None:
        stage.show(1, reading(say, int(100 * progress.done)))

    async def reads() -> None:
        end = time.perf_counter() + SPAN
        while time.perf_counter() < end:
            outcome = await reader.read(can, heard, bytes(8))
            if not isinstance(outcome, CardReading):
                raise RuntimeError(f"not read: {outcome}")

    there = asyncio.Event()
    end_watch = reader.watch(lambda state: there.set() if state is ReaderState.CARD else None)
    try:
        if reader.state is not ReaderState.CARD:
            await asyncio.wait_for(there.wait(), PATIENCE)
        await asyncio.sleep(SETTLE)
        rounds = [(await frames.gaps(_rest), await frames.gaps(reads)) for _ in range(ROUNDS)]
    finally:
        end_watch()
        await reader.close()
        moving.setParentItem(None)
    usual = statistics.median(gap for idle, _ in rounds for gap in idle)
    return {
        "frame_gap_max_idle": [max(idle) for idle, _ in rounds],
        "frame_gap_max_while_reading": [max(busy) for _, busy in rounds],
        "frame_gap_max_reading": [max(busy) - max(idle) for idle, busy in rounds],
        "frames_missed_idle": [missed(idle, usual) for idle, _ in rounds],
        "frames_missed_reading": [missed(busy, usual) for _, busy in rounds],
    }


def main() -> None:
    application = QGuiApplication(sys.argv[:1])
    loop = QEventLoop(application)
    asyncio.set_event_loop(loop)
    stage = Stage(
        *SIZE,
        px_per_mm=PX_PER_MM,
        fullscreen=False,
        acted=lambda serial, event, data: None,
        touched=lambda: None,
    )
    with card_on_reader() as can, loop:
        samples = loop.run_until_complete(measure(stage, can))
        stage.close()
    tell(samples)


if __name__ == "__main__":
    main()
