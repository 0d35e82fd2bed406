"""Calls for help: a person of the office is asked to come, asked again, and told that nobody needs to."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from pydantic import TypeAdapter

from kiosk.seu.calls import Calls, said
from kiosk.seu.models import Failed, HelpCall
from kiosk.seu.wire import Ask

HELP_CALL: Final = TypeAdapter(HelpCall)


class HelpCalls(Calls):
    """One method an operation."""

    async def call(
        self, service: str, reason: str, key: str, since: datetime | None = None
    ) -> HelpCall | Failed:
        """Ask a person to come. Said again under the same key it is the same call; `since` has its zone."""
        moment = {"since": since.isoformat(timespec="seconds")} if since else {}
        body = said(service=service, reason=reason, **moment)
        ask = Ask("callHelp", "POST", "/v1/help-calls", key=key, body=body, status=201)
        return await self._read(ask, HELP_CALL)

    async def state(self, call: str) -> HelpCall | Failed:
        """Is somebody coming?"""
        return await self._read(Ask("getHelpCall", "GET", f"/v1/help-calls/{call}"), HELP_CALL)

    async def again(self, call: str, level: int) -> Failed | None:
        """Nobody answers: tell more people. `level` is 2 or 3."""
        path = f"/v1/help-calls/{call}/level"
        return await self._done(Ask("callAgain", "PUT", path, body=said(level=level), status=204, media=""))

    async def cancel(self, call: str) -> Failed | None:
        """Nobody needs to come any more."""
        return await self._done(Ask("cancelHelp", "DELETE", f"/v1/help-calls/{call}", status=204, media=""))
