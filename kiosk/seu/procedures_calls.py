"""Looking procedures up."""

from __future__ import annotations

from typing import Final

from pydantic import TypeAdapter

from kiosk.seu.models import Failed, FailureKind, Procedures
from kiosk.seu.reading import Broken, read
from kiosk.seu.wire import Ask, Wire

PROCEDURES: Final = TypeAdapter(Procedures)
PATH: Final = "/v1/procedures"
MOST: Final = 4 << 20
"""Bytes of the whole catalogue."""


class ProceduresCalls:
    """The catalogue of procedures, one operation."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    async def catalogue(self, known: Procedures | None) -> Procedures | Failed:
        """What holds now: `known` itself where nothing has changed since."""
        tag = f'"{known.revision}"' if known else ""
        ask = Ask("getProcedures", "GET", PATH, most=MOST, known=tag)
        body = await self._wire.ask(ask)
        if isinstance(body, Failed):
            return body
        if known is not None and not body:
            return known
        answer = read(PROCEDURES, body)
        if isinstance(answer, Broken):
            return self._wire.failed(ask, FailureKind.GARBLED, answer.rule)
        return answer
