"""A call to staff about something of the kiosk's own, made once until it is put right."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from kiosk.open_calls import OpenCall, OpenCalls, say, take_back
from kiosk.seu.calls import new_key
from kiosk.seu.client import Seu
from kiosk.seu.models import Failed, FailureKind


class Alarm:
    """One thing that staff have to put right."""

    def __init__(self, seu: Seu, open_calls: OpenCalls) -> None:
        self._seu, self._open = seu, open_calls
        self._said: OpenCall | None = None
        self._turn = asyncio.Lock()

    @property
    def told(self) -> bool:
        """Whether staff know of it."""
        return self._said is not None and self._said.call != ""

    @property
    def said(self) -> bool:
        """Whether staff may know of it: also where no answer came."""
        return self._said is not None

    async def ring(self, reason: str) -> bool:
        """Tell staff; True where they were told, now or before."""
        async with self._turn:
            if not self.told:
                call = self._keep(self._said or OpenCall("kiosk", reason, new_key()))
                answer = await say(self._seu, call)
                if not isinstance(answer, Failed):
                    self._keep(replace(call, call=answer.call))
            return self.told

    async def over(self) -> None:
        """It is put right; one that is under way is taken back after it. The next trouble is a new call.

        Where the seu does not hear that, staff still know of it, and this is to be called again.
        """
        async with self._turn:
            if self._said is None:
                return
            failed = await take_back(self._seu, self._said)
            if failed is None or failed.kind is FailureKind.REFUSED:
                self._open.over(self._said.key)
                self._said = None

    def _keep(self, call: OpenCall) -> OpenCall:
        self._said = call
        self._open.add(call)
        return call
