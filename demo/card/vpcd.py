"""The virtual reader: a card lies on it while it is connected to vpcd's port (vsmartcard's protocol)."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Callable
from typing import Protocol

_POWER_OFF, _POWER_ON, _RESET, _ATR = b"\x00", b"\x01", b"\x02", b"\x04"
_HOST = "127.0.0.1"
_AGAIN = 0.05
"""Seconds until the next try where the smart card service is away."""
_LOOK = 2.0
"""Seconds in which a service that is there has looked for a card."""


class Card(Protocol):
    """What can be put on a reader."""

    @property
    def atr(self) -> bytes:
        """The answer to reset."""

    def reset(self) -> None:
        """Power was switched, or a warm reset."""

    def answer(self, apdu: bytes) -> bytes:
        """The response APDU to a command APDU."""


class Slot:
    """One place for one card, behind one port of vpcd."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._lying: asyncio.Task[None] | None = None
        self._leaving: asyncio.Task[None] | None = None
        self._linked = asyncio.Event()
        self.apdus = 0
        """Commands answered since the card was put in."""
        self.left: int | None = None
        """Commands that will still be answered before the card, or the next one, is pulled; None for all."""
        self.seconds_per_apdu = 0.0

    @property
    def linked(self) -> bool:
        """True while a smart card service has powered the card."""
        return self._linked.is_set()

    async def insert(self, card: Card, pulled: Callable[[], None], deadline: float = _LOOK) -> None:
        """Put `card` in, where none is; it lies there through an outage of the service.

        Comes back when the reader has noticed it, or after `deadline` seconds. `pulled` is called when `left`
        has run out.
        """
        if self._leaving:
            await self._leaving
        self.apdus = 0
        self._lying = asyncio.create_task(self._lie(card, pulled))
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(deadline):
                await self._linked.wait()

    async def remove(self) -> None:
        """Take out what is in it."""
        self.left = None
        if not self._lying:
            return
        self._lying.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._lying
        self._left_empty()

    def _left_empty(self) -> None:
        self._lying = None
        self._leaving = asyncio.create_task(self._show_empty())

    async def _show_empty(self) -> None:
        """Let the service look once and find nothing: it looks every 0.4 s, and misses a quicker swap."""
        with _link() as link, contextlib.suppress(OSError, TimeoutError):
            async with asyncio.timeout(_LOOK):
                await asyncio.get_running_loop().sock_connect(link, (_HOST, self._port))
                while await _receive(link) != _ATR:
                    continue

    async def _lie(self, card: Card, pulled: Callable[[], None]) -> None:
        loop = asyncio.get_running_loop()
        while True:
            with _link() as link:
                try:
                    await loop.sock_connect(link, (_HOST, self._port))
                    if not await self._serve(link, card):
                        break
                except OSError:
                    pass  # the service went away: the card still lies there
                finally:
                    self._linked.clear()
            await asyncio.sleep(_AGAIN)
        self.left = None
        self._left_empty()
        pulled()

    async def _serve(self, link: socket.socket, card: Card) -> bool:
        """False where the card was pulled, an `OSError` where the reader went away."""
        loop = asyncio.get_running_loop()
        powered = False
        while True:
            message = await _receive(link)
            if message in (_POWER_OFF, _POWER_ON, _RESET):
                card.reset()
                powered = message != _POWER_OFF
                continue
            if message == _ATR:
                answer = card.atr
                if powered:  # before, the service only looks whether there is a card
                    self._linked.set()
            elif self.left == 0:
                return False
            else:
                if self.seconds_per_apdu:
                    await asyncio.sleep(self.seconds_per_apdu)
                answer = card.answer(message)
                self.apdus += 1
                if self.left is not None:
                    self.left -= 1
            await loop.sock_sendall(link, len(answer).to_bytes(2) + answer)


def _link() -> socket.socket:
    link = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    link.setblocking(False)
    link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return link


async def _receive(link: socket.socket) -> bytes:
    """One message: two bytes of length, and so many more."""
    return await _exactly(link, int.from_bytes(await _exactly(link, 2)))


async def _exactly(link: socket.socket, count: int) -> bytes:
    """Without quick acknowledgement vpcd's two writes cost 44 ms a message."""
    loop = asyncio.get_running_loop()
    received = bytearray()
    while len(received) < count:
        link.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
        part = await loop.sock_recv(link, count - len(received))
        if not part:
            raise ConnectionResetError
        received += part
    return bytes(received)
