"""How it went: opinions in batches, and the numbers of a day that is over."""

from __future__ import annotations

from datetime import date

from kiosk.seu.calls import Calls
from kiosk.seu.models import Failed
from kiosk.seu.wire import Ask, Wire


class InsightCalls(Calls):
    """One method an operation. What is said was made elsewhere, and is sent as it is."""

    def __init__(self, wire: Wire, kiosk: str) -> None:
        super().__init__(wire)
        self._kiosk = kiosk

    async def opinions(self, batch: bytes, key: str) -> Failed | None:
        """A batch (`Opinions`, as JSON); sent again under its own key it counts once."""
        return await self._done(
            Ask("giveOpinions", "POST", "/v1/opinions", key=key, body=batch, status=204, media="")
        )

    async def day(self, day: date, figures: bytes) -> Failed | None:
        """The figures (`Insight`, as JSON) of a day that is over."""
        path = f"/v1/kiosks/{self._kiosk}/insight/{day.isoformat()}"
        return await self._done(Ask("tellInsight", "PUT", path, body=figures, status=204, media=""))
