"""The way to a printer: a connection that says what arrives and when it is lost.

Nothing here waits for room: whoever writes keeps what is on its way below the printer's buffer.
"""

from __future__ import annotations

import asyncio
import socket
import termios
from collections.abc import Callable
from typing import Protocol

from devices.printer.address import Address, FileAddress, SerialAddress, TcpAddress, UsbAddress
from devices.printer.device import DeviceWire, open_file, open_serial
from devices.printer.usb import device_file

CONNECT_WITHIN = 2.0

# So the kernel notices a dead peer within 5 s; a dead engine behind a live network board only questions find.
KEEPALIVE = (
    (socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1),
    (socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, 2),
    (socket.IPPROTO_TCP, socket.TCP_KEEPINTVL, 1),
    (socket.IPPROTO_TCP, socket.TCP_KEEPCNT, 3),
    (socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, 5000),
)


class Wire(Protocol):
    """An open connection, whatever it is made of."""

    @property
    def open(self) -> bool:
        """The connection has not ended."""

    def write(self, data: bytes) -> None:
        """Send all of `data` after what went before; nothing where the connection is lost."""

    def drop(self) -> None:
        """End the connection now; what was not sent is thrown away."""


class TcpWire(asyncio.Protocol):
    """A connection over the network."""

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


async def connect(address: Address, heard: Callable[[bytes], None], lost: Callable[[], None]) -> Wire | None:
    """An open connection, or None where there is none within CONNECT_WITHIN."""
    try:
        match address:
            case TcpAddress(host, port):
                async with asyncio.timeout(CONNECT_WITHIN):
                    _, wire = await asyncio.get_running_loop().create_connection(
                        lambda: TcpWire(heard, lost), host, port
                    )
                return wire
            case SerialAddress():
                return DeviceWire(open_serial(address), heard, lost)
            case FileAddress(path):
                return DeviceWire(open_file(path), heard, lost)
            case UsbAddress():
                file = device_file(address)
                return None if file is None else DeviceWire(open_file(file), heard, lost)
    except (OSError, termios.error):  # TimeoutError is one
        return None
