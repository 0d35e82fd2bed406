"""Calling a person: the seu is told which kiosk and which service, and asked whether somebody is coming."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable

from kiosk.charts import HelpChart
from kiosk.house import House
from kiosk.seu.models import Failed, HelpCall

ASKED_EVERY = 5.0
"""Seconds between two questions whether somebody is coming."""


class Help:
    """One call at a time; what it says on screen is what the seu said."""

    def __init__(self, house: House, changed: Callable[[], None]) -> None:
        self._house = house
        self._changed = changed
        self._chart = HelpChart()
        self._task: asyncio.Task[None] | None = None

    @property
    def state(self) -> str:
        """quiet, calling, called, coming or failed."""
        return str(next(iter(self._chart.configuration_values)))

    def call(self, service: str) -> None:
        """Call a person."""
        if self.state in ("quiet", "failed"):
            self._send("call")
            self._task = asyncio.create_task(self._keep_calling(service or "kiosk"), name="help")

    def cancel(self) -> None:
        """The person no longer needs anybody, or has gone."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._send("call_ended")

    async def _keep_calling(self, service: str) -> None:
        answer = await self._house.seu.call_help(service, "asked", secrets.token_urlsafe(16))
        if isinstance(answer, Failed):
            self._send("call_failed")
            return
        self._send("call_heard")
        try:
            await self._follow(answer)
        except asyncio.CancelledError:
            self._house.background(self._house.seu.cancel_help(answer.call))
            raise

    async def _follow(self, call: HelpCall) -> None:
        while call.state != "ended":
            if call.state == "coming":
                self._send("staff_coming")
            await self._house.clock.sleep(ASKED_EVERY)
            answer = await self._house.seu.help_call(call.call)
            if isinstance(answer, HelpCall):
                call = answer
        self._send("call_ended")

    def _send(self, event: str) -> None:
        before = self.state
        self._chart.send(event)
        if self.state != before:
            self._changed()
