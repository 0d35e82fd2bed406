"""The window as the conductor has it: one view at a time, each under a serial number of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Protocol

from kiosk.clock import Clock
from screens.common.views import Wait
from screens.shell.view import ShellView
from screens.view import View

WAIT_SHOWN_AFTER = 0.3
"""Seconds before a screen that only says "one moment" is shown: a quick answer needs none."""


class Window(Protocol):
    """What the conductor asks of the window; `screens.stage.Stage` is one, tests have one without Qt."""

    def show(self, serial: int, view: View, *, forward: bool = True, variant: str = "") -> None:
        """Draw a screen, or what differs of the present one where the serial is the same.

        `variant` names another drawing of it than the usual one.
        """

    def shell(self, view: ShellView) -> None:
        """Draw what stands around it."""

    def wipe(self) -> None:
        """Forget every value that was ever shown."""


class Presenter:
    """Shows the view of the present state; `view` makes it when it is asked for, drawn as `variant` says."""

    def __init__(
        self, window: Window, clock: Clock, view: Callable[[], View], variant: Callable[[], str]
    ) -> None:
        self.serial = 0
        """Of the present screen: acts of those before no longer count."""
        self._window = window
        self._clock = clock
        self._view = view
        self._variant = variant
        self.shown: View | None = None
        """What the window has; None where it knows nothing any more."""
        self._grace: asyncio.Task[None] | None = None

    def present(self, *, forward: bool = True) -> None:
        """A new screen."""
        self.serial += 1
        self.rest()
        view = self._view()
        if isinstance(view, Wait) and self.shown is not None:
            self._grace = asyncio.create_task(self._show_later(self.serial, forward))
        else:
            self._show(view, forward=forward)

    def refresh(self) -> None:
        """The same screen, with what is remembered now."""
        view = self._view()
        if self.shown is not None and type(view) is type(self.shown) and view != self.shown:
            self._show(view, forward=True)

    def wipe(self) -> None:
        """Forget every value that was ever shown."""
        self._window.wipe()
        self.shown = None

    def rest(self) -> None:
        """Nothing is shown later any more."""
        if self._grace is not None:
            self._grace.cancel()
            self._grace = None

    async def _show_later(self, serial: int, forward: bool) -> None:
        await self._clock.sleep(WAIT_SHOWN_AFTER)
        if serial == self.serial:
            self._show(self._view(), forward=forward)

    def _show(self, view: View, *, forward: bool) -> None:
        self._window.show(self.serial, view, forward=forward, variant=self._variant())
        self.shown = view
