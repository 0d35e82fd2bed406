"""The composition root: the only module that looks every way. Puts a house behind a window, and conducts."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from config.settings import Settings
from kiosk.clock import WallClock
from kiosk.conductor import Conductor
from kiosk.health import Health
from kiosk.house import House
from kiosk.open_house import CannotOpen, closed_house, open_house
from kiosk.trace import Trace

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

    from screens.stage import Stage
    from screens.wedge import KeyboardScanner

USUAL_DENSITY = 3.61
"""Pixels a millimetre of a 24-inch panel of 1080 × 1920, where neither settings nor the screen say better."""
USUAL_SIZE = (1080, 1920)


@dataclass(frozen=True, slots=True)
class Opening:
    """How the kiosk is to start."""

    settings: Settings
    refused: tuple[str, ...] = ()
    """What is wrong with the settings, a sentence each; then nobody is served."""
    windowed: bool = False
    trace: Path | None = None
    heard: Callable[[str, str], None] | None = None
    """Gets each event and state as the trace does."""


@dataclass(frozen=True, slots=True)
class Running:
    """What a tour or a bench may hold of a running kiosk."""

    stage: Stage
    conductor: Conductor
    house: House


def run(opening: Opening, meanwhile: Callable[[Running], Awaitable[int]] | None = None) -> int:
    """Run the kiosk until its window is closed, or until `meanwhile` ends; the answer is the exit status."""
    _prefer_software(opening.settings)
    from PySide6.QtGui import QGuiApplication
    from qasync import QEventLoop

    application = QGuiApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    loop = QEventLoop(application)
    asyncio.set_event_loop(loop)
    with loop:
        status: int = loop.run_until_complete(_run(application, opening, meanwhile))
    return status


def _prefer_software(settings: Settings) -> None:
    """Without a graphics card Qt's own software renderer is lighter and quicker than an emulated one."""
    wanted = settings.screen.software_rendering
    no_card = not Path("/dev/dri").exists() or os.environ.get("QT_QPA_PLATFORM") == "offscreen"
    if wanted == "always" or (wanted == "auto" and no_card):
        os.environ.setdefault("QT_QUICK_BACKEND", "software")


async def _run(
    application: QGuiApplication, opening: Opening, meanwhile: Callable[[Running], Awaitable[int]] | None
) -> int:
    from screens.stage import Stage

    settings = opening.settings
    clock = WallClock(settings.kiosk.time_zone)
    density = settings.screen.px_per_mm or USUAL_DENSITY
    width, height = settings.screen.width, settings.screen.height
    room = application.primaryScreen().availableSize()
    if not (width and height):
        width, height = USUAL_SIZE if opening.windowed else (room.width(), room.height())
        if opening.windowed and height > room.height():
            # On a desk the whole kiosk is shown, smaller, rather than a part of it.
            scale = room.height() / height
            width, height, density = int(width * scale), room.height(), density * scale
    conductors: list[Conductor] = []
    houses: list[House] = []
    stage = Stage(
        width,
        height,
        px_per_mm=density,
        fullscreen=settings.screen.fullscreen and not opening.windowed,
        acted=lambda serial, event, data: conductors[0].acted(serial, event, data),
        touched=lambda: conductors[0].touched(),
        scanner=_typing_scanner(settings, houses),
    )
    refused = opening.refused
    try:
        house = closed_house(settings, clock) if refused else open_house(settings, clock)
    except CannotOpen as why:
        refused = (str(why),)
        house = closed_house(settings, clock)
    houses.append(house)
    conductor = Conductor(house, stage, Trace(opening.trace, clock.monotonic(), opening.heard))
    conductors.append(conductor)
    health = Health(house, lambda: conductor.post("device_changed"))
    conducting = asyncio.create_task(
        conductor.run("closed" if refused else "opened", refused), name="conductor"
    )
    if not refused:
        health.begin()
    try:
        closed = asyncio.Event()
        application.lastWindowClosed.connect(closed.set)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(closed.set))
        running = Running(stage, conductor, house)
        ending = asyncio.ensure_future(meanwhile(running) if meanwhile else _when(closed))
        told = asyncio.ensure_future(_when(closed))
        await asyncio.wait({ending, conducting, told}, return_when=asyncio.FIRST_COMPLETED)
        if conducting.done():
            conducting.result()
        return ending.result() if ending.done() else 0
    finally:
        await health.end()
        conducting.cancel()
        await asyncio.gather(conducting, return_exceptions=True)
        await house.close()
        stage.close()


def _typing_scanner(settings: Settings, houses: Sequence[House]) -> KeyboardScanner | None:
    """A scanner that acts as a keyboard, as the window knows it; what it reads goes to the house."""
    if settings.scanner.kind != "keyboard":
        return None
    from devices.scanner.wedge import WedgeScanner
    from screens.wedge import KeyboardScanner

    def scanned(run: str) -> None:
        for house in houses:
            if isinstance(house.scanner, WedgeScanner):
                house.scanner.typed(run)

    return KeyboardScanner(scanned, settings.scanner.key_gap, us_layout=settings.scanner.layout == "us")


async def _when(closed: asyncio.Event) -> int:
    await closed.wait()
    return 0
