"""What the operations of every service have in common: a body, a good answer to read, or none."""

from __future__ import annotations

import json
import secrets
from typing import TypeVar

from pydantic import TypeAdapter

from kiosk.seu.models import Failed, FailureKind
from kiosk.seu.reading import Broken, read
from kiosk.seu.wire import Ask, Wire

T = TypeVar("T")


def said(**members: object) -> bytes:
    """A body."""
    return json.dumps(members, ensure_ascii=False, separators=(",", ":")).encode()


def new_key() -> str:
    """An Idempotency-Key for an act that nobody will want to repeat later."""
    return secrets.token_urlsafe(16)


class Calls:
    """The operations of one service, on the application's one line to the seu."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    async def _read(self, ask: Ask, shape: TypeAdapter[T]) -> T | Failed:
        body = await self._wire.ask(ask)
        if isinstance(body, Failed):
            return body
        return self._understood(ask, body, shape)

    def _understood(self, ask: Ask, body: bytes, shape: TypeAdapter[T]) -> T | Failed:
        answer = read(shape, body)
        if isinstance(answer, Broken):
            return self._wire.failed(ask, FailureKind.GARBLED, answer.rule)
        return answer

    async def _done(self, ask: Ask) -> Failed | None:
        body = await self._wire.ask(ask)
        return body if isinstance(body, Failed) else None
