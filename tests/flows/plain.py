"""A window without Qt, and a kiosk around it: the same conductor, seu, printers and cards."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx
from PySide6.QtGui import QGuiApplication

from config.settings import Settings
from config.store import Loaded, load
from demo.town import Town
from kiosk.clock import WallClock
from kiosk.conductor import Conductor
from kiosk.health import Health
from kiosk.house import House
from kiosk.open_house import open_house
from kiosk.tour.player import LOOK_EVERY, PATIENCE
from kiosk.tour.steps import Journey
from kiosk.trace import Trace
from screens.shell.view import ShellView
from screens.view import Button, View, sentences

SHELL_ACTS = {
    "back",
    "home",
    "help",
    "finish",
    "contrast",
    "language",
    "stay",
    "more_time",
    "idle_finish",
    "call_person",
    "cancel_call",
    "close_help",
    "staff_open",
    "staff_send",
}


class PlainWindow:
    """Remembers what is shown; touching works only for what is there and ready."""

    def __init__(self) -> None:
        self.serial = 0
        self.view: View | None = None
        self.variant = ""
        self.seen: dict[str, View] = {}
        self.around: ShellView | None = None
        self.acted: Callable[[int, str, str], None] | None = None
        self.touched: Callable[[], None] | None = None

    def show(self, serial: int, view: View, *, forward: bool = True, variant: str = "") -> None:
        assert serial >= self.serial
        self.serial, self.view, self.variant = serial, view, variant
        self.seen[type(view).__name__] = view

    def shell(self, view: ShellView) -> None:
        self.around = view

    def wipe(self) -> None:
        self.view = None

    async def touch(self, item: str) -> None:
        """Touch an item by its name; waits a moment for it to be there, as a person does."""
        event, _, data = item.partition(":")
        for _ in range(int(PATIENCE / LOOK_EVERY)):
            if self._offers(event):
                break
            await asyncio.sleep(LOOK_EVERY)
        else:
            raise AssertionError(f"{item} is not offered by {type(self.view).__name__}")
        assert self.acted is not None
        assert self.touched is not None
        self.touched()
        self.acted(self.serial, event, data)

    def _offers(self, event: str) -> bool:
        if event in SHELL_ACTS:
            button = getattr(self.around, event, None)
            return not isinstance(button, Button) or button.ready
        sheet = self.around.staff_sheet if self.around is not None else None
        return sheet is not None or (self.view is not None and event in self.view.acts)

    async def hold_mark(self) -> None:
        """What the window would hand on once the mark was held for long enough."""
        assert self.acted is not None
        assert self.touched is not None
        self.touched()
        self.acted(self.serial, "admin_ask", "")

    def shows(self, text: str) -> bool:
        """Whether it stands on the screen."""
        return self.view is not None and text in sentences(self.view.model_dump(mode="json"))

    async def picture(self, path: Path) -> None:
        """Nothing to photograph."""


def settings_of(town: Town, extra: dict[str, str]) -> Settings:
    """What a kiosk in that town runs with."""
    environment = {**town.environment, "KIOSK_SESSION__GOODBYE_SECONDS": "0.2", **extra}
    loaded = load(None, environment, profile="demo")
    assert isinstance(loaded, Loaded), loaded
    return loaded.settings


def settings_for(town: Town, journey: Journey) -> Settings:
    """What the kiosk runs with at which that journey is played."""
    return settings_of(town, (town.assisted if journey.assisted else {}) | journey.settings)


async def until(true: Callable[[], object], within: float = 15.0) -> None:
    """Look until it is so; raises TimeoutError."""
    async with asyncio.timeout(within):
        while not true():  # noqa: ASYNC110 - what another process does rings no bell here
            await asyncio.sleep(0.05)


def told_of_papers(town: Town) -> list[str]:
    """What the seu was told last of each copy."""
    return [row["outcome"] for row in httpx.get(f"{town.control('seu')}/outcomes", trust_env=False).json()]


async def in_plain_kiosk(
    settings: Settings,
    heard: Callable[[str, str], None],
    meanwhile: Callable[[PlainWindow, Conductor, House], Awaitable[None]],
) -> None:
    """Open a kiosk without a window around `meanwhile`; Qt is there for its fonts alone."""
    fonts = QGuiApplication.instance() or QGuiApplication(["tests"])
    assert fonts is not None
    window, clock = PlainWindow(), WallClock()
    house = open_house(settings, clock)
    conductor = Conductor(house, window, Trace(None, clock.monotonic(), heard))
    window.acted, window.touched = conductor.acted, conductor.touched
    health = Health(house, lambda: conductor.post("device_changed"))
    conducting = asyncio.create_task(conductor.run())
    health.begin()
    playing = asyncio.ensure_future(meanwhile(window, conductor, house))
    try:
        done, _ = await asyncio.wait({conducting, playing}, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        await health.end()
        for task in (playing, conducting):
            task.cancel()
        await asyncio.gather(playing, conducting, return_exceptions=True)
        await house.close()
