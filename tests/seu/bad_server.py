"""A server on loopback that does, at each request, the next of the things that it was told to do."""

from __future__ import annotations

import asyncio
import json
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

Act = Callable[["Line"], Awaitable[None]]

CATALOGUE = {
    "town": {"name": "Ajuntament de Prova", "ine": "08101"},
    "office": {"name": {"ca": "Oficina", "es": "Oficina", "en": "Office"}, "phone": "+34930000000"},
    "data_protection": {
        "controller": "Ajuntament de Prova",
        "contact": "dpd@exemple.cat",
        "purpose": {"ca": "Tràmits.", "es": "Trámites.", "en": "Procedures."},
    },
    "services": [],
    "proofs": ["staff"],
    "documents": {"accepted": ["genuine"]},
    "notices": [],
    "padro": {"purposes": [], "languages": ["ca"]},
    "from_home": [],
}
TURN = {"turn": "Hs8dK2mQv0Xc5TzWn7RbYg", "number": "B 047", "zone": "orange", "ahead": 4, "wait_minutes": 12}


@dataclass(slots=True)
class Received:
    """One request as it came."""

    line: str
    headers: dict[str, str]
    body: bytes


@dataclass(slots=True)
class Line:
    """One request, and the connection that it came on."""

    writer: asyncio.StreamWriter
    request: Received
    gone: asyncio.Event
    """The client hung up."""
    stays: bool = True
    """Whether another request may come on this connection."""

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        try:
            await self.writer.drain()
        except ConnectionError:
            self.gone.set()


@dataclass(slots=True)
class BadServer:
    """What came, and where the server stands."""

    acts: list[Act]
    port: int = 0
    scheme: str = "http"
    received: list[Received] = field(default_factory=list)
    connections: int = 0
    hung_up: asyncio.Event = field(default_factory=asyncio.Event)
    certificates: list[object] = field(default_factory=list)
    """What each client that connected showed of itself."""
    tasks: list[asyncio.Task[None]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        served = asyncio.current_task()
        assert served is not None
        self.tasks.append(served)
        tls: ssl.SSLObject | None = writer.get_extra_info("ssl_object")
        if tls is not None:
            self.certificates.append(tls.getpeercert())
        stays = True
        try:
            while stays:
                line = Line(writer, await _request(reader), asyncio.Event())
                self.received.append(line.request)
                act = self.acts.pop(0) if len(self.acts) > 1 else self.acts[0]
                listening = asyncio.create_task(_until_gone(reader, line.gone)) if act in ENDLESS else None
                await act(line)
                if listening is not None:
                    await listening
                stays = line.stays and listening is None
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            self.hung_up.set()
            writer.close()


async def _request(reader: asyncio.StreamReader) -> Received:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    line, *rest = head.rstrip("\r\n").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (one.partition(":") for one in rest)}
    return Received(line, headers, await reader.readexactly(int(headers.get("content-length", "0"))))


async def _until_gone(reader: asyncio.StreamReader, gone: asyncio.Event) -> None:
    with suppress(ConnectionError):
        await reader.read()
    gone.set()


@asynccontextmanager
async def bad_server(*acts: Act, tls: ssl.SSLContext | None = None) -> AsyncIterator[BadServer]:
    """A server that does `acts` one after the other, and the last of them for ever."""
    server = BadServer(list(acts), scheme="https" if tls else "http")
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0, ssl=tls)
    server.port = listening.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        listening.close()
        if server.tasks:
            _, late = await asyncio.wait(server.tasks, timeout=5)
            assert not late, "the client left a connection open"


# --- what a server can do ---------------------------------------------------------------------------------


def raw(data: bytes, *, stays: bool = False) -> Act:
    """Send these very bytes, and hang up unless it `stays`."""

    async def act(line: Line) -> None:
        line.stays = stays
        await line.send(data)

    return act


def answer(
    status: int = 200, body: object = CATALOGUE, media: str = "application/json", **headers: str
) -> Act:
    """A whole answer, with `Seu-Contract: 1.0` unless told otherwise; a header of "" is left out."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    common = {"Content-Type": media, "Content-Length": str(len(content)), "Seu-Contract": "1.0"}
    common |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"HTTP/1.1 {status} X", *(f"{name}: {value}" for name, value in common.items() if value)]
    return raw("\r\n".join([*lines, "", ""]).encode() + content, stays=True)


def problem(status: int, name: str, **headers: str) -> Act:
    """A refusal as the contract writes it."""
    body = {"type": f"urn:zonablava:problem:{name}", "title": "No", "status": status}
    return answer(status, body, "application/problem+json", **headers)


async def silence(line: Line) -> None:
    """Answer nothing, until the client hangs up."""
    await line.gone.wait()


async def drip(line: Line) -> None:
    """One byte of an answer every few milliseconds, without end."""
    await line.send(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nSeu-Contract: 1.0\r\n")
    await line.send(b"Content-Length: 1000000\r\n\r\n")
    while not line.gone.is_set():
        await line.send(b" ")
        try:
            await asyncio.wait_for(line.gone.wait(), 0.005)
        except TimeoutError:
            continue


async def flood(line: Line) -> None:
    """An answer without an end, as fast as the client takes it."""
    await line.send(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nSeu-Contract: 1.0\r\n")
    await line.send(b"Transfer-Encoding: chunked\r\n\r\n")
    while not line.gone.is_set():
        await line.send(b"10000\r\n" + b" " * 0x10000 + b"\r\n")


async def hang_up(line: Line) -> None:
    """Close without a word."""
    line.stays = False


ENDLESS = (silence, drip, flood)
"""Acts that end when the client goes."""
