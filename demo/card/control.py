"""The card's control port: a small HTTP server on loopback by which a dock or a test moves cards."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict, dataclass
from http import HTTPStatus

from demo.card.table import Table, UnknownCard

_MOST = 4096
"""Bytes of a body."""

JsonObject = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes back."""

    status: HTTPStatus
    content: bytes
    kind: str = "application/json"


Routes = Mapping[tuple[str, str], Callable[[JsonObject], Awaitable[Reply]]]
"""By method and path."""


class BadRequest(ValueError):
    """Says what was wrong with the request."""


def in_json(content: JsonObject, status: HTTPStatus = HTTPStatus.OK) -> Reply:
    return Reply(status, json.dumps(content, ensure_ascii=False).encode())


class Control:
    """The routes over one table, and those of whatever stands beside it."""

    def __init__(self, table: Table, beside: Routes | None = None) -> None:
        self._table = table
        self._routes: Routes = {
            ("GET", "/cards"): self._cards,
            ("GET", "/state"): self._state,
            ("GET", "/csca"): self._csca,
            ("POST", "/insert"): self._insert,
            ("POST", "/remove"): self._remove,
            ("POST", "/pull_after"): self._pull_after,
            ("POST", "/speed"): self._speed,
            **(beside or {}),
        }

    async def serve(self, port: int) -> asyncio.Server:
        """Listen on loopback; 0 takes a free port."""
        return await asyncio.start_server(self._connection, "127.0.0.1", port)

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One request a connection."""
        try:
            reply = await self._answer(reader)
        except (ValueError, asyncio.IncompleteReadError):
            reply = in_json({"error": "not a request"}, HTTPStatus.BAD_REQUEST)
        head = (
            f"HTTP/1.1 {reply.status.value} {reply.status.phrase}\r\nContent-Type: {reply.kind}\r\n"
            f"Content-Length: {len(reply.content)}\r\nConnection: close\r\n\r\n"
        )
        writer.write(head.encode("ascii") + reply.content)
        try:
            await writer.drain()
            writer.close()
            await writer.wait_closed()
        except OSError:
            return  # who asked has gone

    async def _answer(self, reader: asyncio.StreamReader) -> Reply:
        method, path, _ = (await reader.readline()).decode("ascii").split(" ", 2)
        length = 0
        while line := (await reader.readline()).strip():
            name, _, value = line.decode("latin-1").partition(":")
            if name.lower() == "content-length":
                length = int(value)
        if not 0 <= length <= _MOST:
            return in_json({"error": "body too long"}, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        route = self._routes.get((method, path))
        if not route:
            return in_json({"error": "no such act"}, HTTPStatus.NOT_FOUND)
        body = json.loads(await reader.readexactly(length) or b"{}")
        if not isinstance(body, dict):
            return in_json({"error": "an object, please"}, HTTPStatus.BAD_REQUEST)
        try:
            return await route(body)
        except BadRequest as wrong:
            return in_json({"error": str(wrong)}, HTTPStatus.BAD_REQUEST)
        except UnknownCard:
            return in_json({"error": "no such card"}, HTTPStatus.NOT_FOUND)

    async def _cards(self, _: JsonObject) -> Reply:
        return in_json({"cards": [asdict(card) for card in self._table.cards]})

    async def _state(self, _: JsonObject) -> Reply:
        slot = self._table.slot
        return in_json(
            {
                "card": self._table.inserted,
                "linked": slot.linked,
                "apdus": slot.apdus,
                "pull_after": slot.left,
                "ms_per_apdu": slot.seconds_per_apdu * 1000,
            }
        )

    async def _csca(self, _: JsonObject) -> Reply:
        pem = (await self._table.authorities()).encode("ascii")
        return Reply(HTTPStatus.OK, pem, "application/x-pem-file")

    async def _insert(self, body: JsonObject) -> Reply:
        card = body.get("card")
        if not isinstance(card, str):
            raise BadRequest("card: the id of a card")
        await self._table.insert(card)
        return await self._state({})

    async def _remove(self, _: JsonObject) -> Reply:
        await self._table.remove()
        return await self._state({})

    async def _pull_after(self, body: JsonObject) -> Reply:
        """So many commands more are answered; the next one meets an empty reader."""
        apdus = body.get("apdus")
        if type(apdus) is not int or apdus < 0:
            raise BadRequest("apdus: a whole number, 0 or more")
        self._table.slot.left = apdus
        return await self._state({})

    async def _speed(self, body: JsonObject) -> Reply:
        milliseconds = body.get("ms_per_apdu")
        if isinstance(milliseconds, bool) or not isinstance(milliseconds, int | float) or milliseconds < 0:
            raise BadRequest("ms_per_apdu: a number, 0 or more")
        self._table.slot.seconds_per_apdu = milliseconds / 1000
        return await self._state({})
