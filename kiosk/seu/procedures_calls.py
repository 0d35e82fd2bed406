"""Looking procedures up."""

from __future__ import annotations

from typing import Final

from pydantic import TypeAdapter

from kiosk.seu.calls import Calls
from kiosk.seu.models import Failed, Procedures
from kiosk.seu.wire import Ask

PROCEDURES: Final = TypeAdapter(Procedures)
PATH: Final = "/v1/procedures"
MOST: Final = 4 << 20
"""Bytes of the whole catalogue."""


class ProceduresCalls(Calls):
    """The catalogue of procedures, one operation."""

    async def catalogue(self, known: Procedures | None) -> Procedures | Failed:
        """What holds now: `known` itself where nothing has changed since."""
        tag = f'"{known.revision}"' if known else ""
        ask = Ask("getProcedures", "GET", PATH, most=MOST, known=tag)
        body = await self._wire.ask(ask)
        if isinstance(body, Failed):
            return body
        if known is not None and not body:
            return known
        return self._understood(ask, body, PROCEDURES)
