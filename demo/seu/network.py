"""The demo's network: dials that slow down, cut or spoil the contract's port, and the traffic seen on it."""

from __future__ import annotations

import asyncio
import base64
import re
from collections import deque
from dataclasses import dataclass, field
from typing import Literal

from uvicorn.protocols.http.h11_impl import H11Protocol

from demo.seu.exchange import Answer, Headers, Receive, Request, Scope, Send, read, write
from demo.seu.gate import CONTRACT, Gate
from demo.seu.problems import Kind, Problem
from demo.seu.words import preferred

Mode = Literal["fine", "slow", "down", "error_500", "garbage"]
TrapMode = Literal["cut", "lost", "error_500", "garbage"]
"""`cut` hangs up before the work, `lost` after it."""
_GARBAGE = b'{"offers": [{"id": "vol\x00\xff<html><body>Bad gateway'
_SECRET = {"authorization": "Bearer …", "citizen-session": "…"}


@dataclass(frozen=True, slots=True, repr=False)
class Exchange:
    """One request with its answer; `mode` is where the dial stood."""

    mode: Mode | TrapMode
    request: Request
    answer: Answer

    def to_json(self) -> dict[str, object]:
        """The kiosk's token and the citizen's are left out; which headers were there is not."""
        return {
            "mode": self.mode,
            "method": self.request.method,
            "path": self.request.target,
            "headers": _redacted(self.request.headers),
            "body": base64.b64encode(self.request.body).decode(),
            "status": self.answer.status,
            "response_headers": [list(pair) for pair in self.answer.headers],
            "response_body": base64.b64encode(self.answer.body).decode(),
        }


@dataclass(slots=True)
class Trap:
    """What befalls some requests of one operation, while all others go well."""

    mode: TrapMode
    at: re.Pattern[str]
    """The whole of `METHOD /path`."""
    times: int

    def springs(self, request: Request) -> bool:
        """Whether it catches this request; then it has one less to catch."""
        path = request.target.partition("?")[0]
        caught = self.times > 0 and self.at.fullmatch(f"{request.method} {path}") is not None
        self.times -= caught
        return caught


@dataclass(slots=True)
class Network:
    """The dials, and what went by."""

    mode: Mode = "fine"
    seconds: float = 4.0
    """How late an answer is when the network is slow."""
    trap: Trap | None = None
    connections: dict[object, asyncio.Transport] = field(default_factory=dict)
    """By the peer's address."""
    traffic: deque[Exchange] = field(default_factory=lambda: deque(maxlen=2000))

    def reset(self) -> None:
        self.mode = "fine"
        self.seconds = 4.0
        self.trap = None
        self.traffic.clear()


class Line:
    """ASGI application of the contract's port: the gate, behind the dials."""

    def __init__(self, gate: Gate, network: Network) -> None:
        self._gate = gate
        self._network = network

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = await read(scope, receive)
        trap = self._network.trap
        mode: Mode | TrapMode = self._network.mode
        if trap is not None and trap.springs(request):
            mode = trap.mode
        if mode == "cut":
            self._hang_up(scope)
            return
        if mode == "error_500":
            body = Problem(Kind.INTERNAL).body(preferred(request.header("accept-language") or ""))
            headers = (("content-type", "application/problem+json"), ("seu-contract", CONTRACT))
            answer = Answer(500, headers, body)
        elif mode == "garbage":
            answer = Answer(200, (("content-type", "application/json"),), _GARBAGE)
        else:
            answer = await self._gate.answer(scope, request)
        self._network.traffic.append(Exchange(mode, request, answer))
        if mode == "slow":
            # After the work: whoever gives up waiting does not know whether it was done.
            await asyncio.sleep(self._network.seconds)
        if mode == "lost":
            self._hang_up(scope)
            return
        await write(answer, send)

    def _hang_up(self, scope: Scope) -> None:
        client = scope["client"]
        assert isinstance(client, tuple)
        self._network.connections[client].abort()


def protocol(network: Network) -> type[H11Protocol]:
    """A protocol for uvicorn that hangs up at the first byte while the line is down."""

    class Droppable(H11Protocol):
        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            assert isinstance(transport, asyncio.Transport)
            super().connection_made(transport)
            network.connections[self.client] = transport

        def connection_lost(self, exc: Exception | None) -> None:
            network.connections.pop(self.client, None)
            super().connection_lost(exc)

        def data_received(self, data: bytes) -> None:
            if network.mode == "down":
                self.transport.abort()
            else:
                super().data_received(data)

    return Droppable


def _redacted(headers: Headers) -> list[list[str]]:
    return [[key, _SECRET.get(key, value)] for key, value in headers]
