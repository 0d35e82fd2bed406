"""Going on with what a person was doing elsewhere, by the number of their turn."""

from __future__ import annotations

from typing import Final

from pydantic import TypeAdapter

from kiosk.seu.calls import Calls, said
from kiosk.seu.models import Failed, TakenOver
from kiosk.seu.wire import Ask

TAKEN_OVER: Final = TypeAdapter(TakenOver)


class HandoverCalls(Calls):
    """One method an operation."""

    async def take(self, number: str, key: str) -> TakenOver | Failed:
        """What goes with the turn of that number (`A112`), once; an answer that was lost comes again."""
        return await self._read(
            Ask("takeOver", "POST", "/v1/handovers", key=key, body=said(number=number)), TAKEN_OVER
        )

    async def give_back(self, handover: str) -> Failed | None:
        """It was another person's; whoever is here, it can be taken over again."""
        path = f"/v1/handovers/{handover}"
        return await self._done(Ask("giveHandoverBack", "DELETE", path, status=204, media=""))
