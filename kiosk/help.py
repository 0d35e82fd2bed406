"""Calling a person: the seu is told which kiosk and which service, and asked whether somebody is coming."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

from kiosk.charts import HelpChart
from kiosk.house import House
from kiosk.open_calls import OpenCall, say, take_back
from kiosk.seu.calls import new_key
from kiosk.seu.models import Failed, FailureKind, HelpCall

ASKED_EVERY = 5.0
"""Seconds between two questions whether somebody is coming, or two tries to call where nobody heard."""
HIGHEST_LEVEL = 3

CALLING = frozenset({"calling", "unheard", "called", "again", "lost", "coming"})
"""The states in which somebody was called, or is being called."""


class Help:
    """One call at a time; what it says on screen is what the seu said. It ends with the session."""

    def __init__(self, house: House, changed: Callable[[str], None]) -> None:
        """`changed` gets each new state."""
        self._house = house
        self._changed = changed
        self._chart = HelpChart()
        self._task: asyncio.Task[None] | None = None
        self._open: OpenCall | None = None
        """What the seu may have heard of, and has not ended."""

    def begin(self) -> None:
        """Whoever called an earlier run stands here no more: what it left open is taken back."""
        for left in self._house.open_calls.left:
            self._house.background(self._take_back(left))

    @property
    def state(self) -> str:
        """A state of `HelpChart`."""
        return str(next(iter(self._chart.configuration_values)))

    def call(self, service: str) -> None:
        """Call a person, where nobody is being called."""
        if self.state not in CALLING:
            self._send("call")
            call = OpenCall(service or "kiosk", "asked", new_key(), self._house.clock.now())
            self._task = asyncio.create_task(self._keep_calling(call), name="help")

    def cancel(self) -> None:
        """The person no longer needs anybody, or has gone."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if self._open is not None:
            self._house.background(self._take_back(self._open))
            self._open = None
        self._send("call_over")

    def end(self) -> None:
        """Staff at the kiosk end it, and the seu is told."""
        if self.state in CALLING:
            self.cancel()
            self._send("call_ended")

    async def _keep_calling(self, call: OpenCall) -> None:
        self._keep(call)
        while isinstance(answer := await say(self._house.seu, call), Failed):
            if answer.kind is FailureKind.REFUSED:
                self._over("call_refused")
                return
            self._send("call_unheard")
            await self._house.clock.sleep(ASKED_EVERY)
        self._keep(replace(call, call=answer.call))
        await self._follow(answer)
        self._over("call_ended")

    def _keep(self, call: OpenCall) -> None:
        self._open = call
        self._house.open_calls.add(call)

    def _over(self, event: str) -> None:
        """There is nothing to be taken back."""
        if self._open is not None:
            self._house.open_calls.over(self._open.key)
        self._open = None
        self._send(event)

    async def _follow(self, call: HelpCall) -> None:
        """Until staff end it: somebody comes, or nobody answers and more people are told."""
        clock, seu = self._house.clock, self._house.seu
        wait = self._house.settings.help.again_seconds
        level, heard = 1, clock.monotonic()
        while call.state != "ended":
            late = clock.monotonic() - heard >= wait * level
            if call.state == "coming":
                self._send("staff_coming")
            elif late and level < HIGHEST_LEVEL and await seu.help.again(call.call, level + 1) is None:
                level += 1
            if call.state == "called":
                self._send("call_heard" if level == 1 else "called_again")
            await clock.sleep(ASKED_EVERY)
            answer = await seu.help.state(call.call)
            while isinstance(answer, Failed):
                if answer.problem == "not-found":
                    return
                self._send("line_lost")
                await clock.sleep(ASKED_EVERY)
                answer = await seu.help.state(call.call)
            call = answer

    async def _take_back(self, call: OpenCall) -> None:
        """Nobody needs to come: told until it is heard."""
        while (failed := await take_back(self._house.seu, call)) is not None:
            if failed.kind is FailureKind.REFUSED:
                break
            await self._house.clock.sleep(ASKED_EVERY)
        self._house.open_calls.over(call.key)

    def _send(self, event: str) -> None:
        before = self.state
        self._chart.send(event)
        if self.state != before:
            self._changed(self.state)
