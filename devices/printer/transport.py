"""The way to a printer: its address, and a connection that says what arrives and when it is lost.

Nothing here waits for room: whoever writes keeps what is on its way below the printer's buffer.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

RAW_PORT = 9100
CONNECT_WITHIN = 2.0

# So the kernel notices a dead peer within 5 s; a dead engine behind a live network board only questions find.
KEEPALIVE = (
    (socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1),
    (socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, 2),
    (socket.IPPROTO_TCP, socket.TCP_KEEPINTVL, 1),
    (socket.IPPROTO_TCP, socket.TCP_KEEPCNT, 3),
    (socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, 5000),
)


@dataclass(frozen=True, slots=True)
class TcpAddress:
    """A printer on the network."""

    host: str
    port: int


def parse_address(address: str) -> TcpAddress:
    """`tcp://host:port`, the port being 9100 where none is given. Raises ValueError for anything else."""
    parts = urlsplit(address)
    if parts.scheme != "tcp" or not parts.hostname or parts.path or parts.query or parts.username:
        raise ValueError("a printer's address is tcp://host:port")
    return TcpAddress(parts.hostname, RAW_PORT if parts.port is None else parts.port)


class Wire(asyncio.Protocol):
    """An open connection."""

    def __init__(self, heard: Callable[[bytes], None], lost: Callable[[], None]) -> None:
        self._heard = heard
        self._lost = lost
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """asyncio's: the connection is open."""
        assert isinstance(transport, asyncio.Transport)
        connected: socket.socket = transport.get_extra_info("socket")
        for level, option, value in KEEPALIVE:
            connected.setsockopt(level, option, value)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """asyncio's: bytes came."""
        self._heard(data)

    def connection_lost(self, exc: Exception | None) -> None:
        """asyncio's: the connection ended, whoever ended it."""
        self._transport = None
        self._lost()

    @property
    def open(self) -> bool:
        """The connection has not ended."""
        return self._transport is not None

    def write(self, data: bytes) -> None:
        """Send all of `data` after what went before; nothing where the connection is lost."""
        if self._transport is not None:
            self._transport.write(data)

    def drop(self) -> None:
        """End the connection now; what was not sent is thrown away."""
        if self._transport is not None:
            self._transport.abort()


async def connect(
    address: TcpAddress, heard: Callable[[bytes], None], lost: Callable[[], None]
) -> Wire | None:
    """An open connection, or None where there is none within CONNECT_WITHIN."""
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(CONNECT_WITHIN):
            _, wire = await loop.create_connection(lambda: Wire(heard, lost), address.host, address.port)
    except OSError:  # TimeoutError is one
        return None
    return wire
