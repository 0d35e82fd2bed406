"""A small HTTP server on loopback for what a dock or a test does to a simulator; and how long one lives."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import stat
import sys
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus

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


class NotThere(LookupError):
    """Says what there is none of."""


def in_json(content: JsonObject, status: HTTPStatus = HTTPStatus.OK) -> Reply:
    return Reply(status, json.dumps(content, ensure_ascii=False).encode())


async def serve(routes: Routes, port: int) -> asyncio.Server:
    """Listen on loopback, one request a connection; port 0 takes a free one."""

    async def connection(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            reply = await _answer(routes, reader)
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

    return await asyncio.start_server(connection, "127.0.0.1", port)


async def _answer(routes: Routes, reader: asyncio.StreamReader) -> Reply:
    method, path, _ = (await reader.readline()).decode("ascii").split(" ", 2)
    length = 0
    while line := (await reader.readline()).strip():
        name, _, value = line.decode("latin-1").partition(":")
        if name.lower() == "content-length":
            length = int(value)
    if not 0 <= length <= _MOST:
        return in_json({"error": "body too long"}, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    route = routes.get((method, path))
    if not route:
        return in_json({"error": "no such act"}, HTTPStatus.NOT_FOUND)
    body = json.loads(await reader.readexactly(length) or b"{}")
    if not isinstance(body, dict):
        return in_json({"error": "an object, please"}, HTTPStatus.BAD_REQUEST)
    try:
        return await route(body)
    except BadRequest as wrong:
        return in_json({"error": str(wrong)}, HTTPStatus.BAD_REQUEST)
    except NotThere as missing:
        return in_json({"error": f"no such {missing}"}, HTTPStatus.NOT_FOUND)


def say_port(server: asyncio.Server) -> None:
    """Print the one JSON line of a simulator that answers: `{"control_port": …}`."""
    sys.stdout.write(json.dumps({"control_port": server.sockets[0].getsockname()[1]}) + "\n")
    sys.stdout.flush()


async def until_told() -> None:
    """Until SIGTERM or SIGINT, or until a pipe on standard input closes: none outlives who started it."""
    loop = asyncio.get_running_loop()
    told = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, told.set)
    lifeline = sys.stdin.fileno()
    if stat.S_ISFIFO(os.fstat(lifeline).st_mode):

        def closed() -> None:
            if not os.read(lifeline, 1024):
                told.set()

        loop.add_reader(lifeline, closed)
    await told.wait()
