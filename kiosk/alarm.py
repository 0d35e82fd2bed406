"""A call to staff about something of the kiosk's own, made once until it is put right."""

from __future__ import annotations

import asyncio
import secrets

from kiosk.seu.client import Seu
from kiosk.seu.models import Failed, FailureKind, HelpCall


class Alarm:
    """One thing that staff have to put right."""

    def __init__(self, seu: Seu) -> None:
        self._seu = seu
        self._call: HelpCall | None = None
        self._key = secrets.token_urlsafe(16)
        self._turn = asyncio.Lock()

    @property
    def told(self) -> bool:
        """Whether staff know of it."""
        return self._call is not None

    async def ring(self, reason: str) -> bool:
        """Tell staff; True where they were told, now or before."""
        async with self._turn:
            if self._call is None:
                answer = await self._seu.help.call("kiosk", reason, self._key)
                self._call = None if isinstance(answer, Failed) else answer
            return self._call is not None

    async def over(self) -> None:
        """It is put right; one that is under way is taken back after it. The next trouble is a new call.

        Where the seu does not hear that, staff still know of it, and this is to be called again.
        """
        async with self._turn:
            if self._call is not None:
                failed = await self._seu.help.cancel(self._call.call)
                if failed is not None and failed.kind is not FailureKind.REFUSED:
                    return
            self._call = None
            self._key = secrets.token_urlsafe(16)
