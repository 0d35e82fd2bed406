"""A tap on the line to a printer: passes every byte on, and notes when bytes of a page went by."""

from __future__ import annotations

import asyncio
import re
import socket
import time

PAGE = re.compile(rb"\x1dv0|\x1bJ")
"""The head of a raster (GS v 0), or a feed (ESC J): nothing but a page has them."""


class Tap:
    """A printer's address is behind it; `port` is where to connect instead."""

    def __init__(self, printer_port: int) -> None:
        self._printer_port = printer_port
        self._server: asyncio.Server | None = None
        self.seen: list[float] = []
        """When chunks with a part of a page came, in seconds of the monotonic clock."""

    @property
    def port(self) -> int:
        """Known once it is open."""
        assert self._server is not None
        port: int = self._server.sockets[0].getsockname()[1]
        return port

    async def open(self) -> None:
        """Let a host connect."""
        self._server = await asyncio.start_server(self._host, "127.0.0.1", 0)

    def first_after(self, instant: float) -> float:
        """When a page's first byte went by after `instant`. Raises ValueError where none did."""
        return min(seen for seen in self.seen if seen > instant)

    async def close(self) -> None:
        """Let no more hosts connect."""
        assert self._server is not None
        self._server.close()

    async def _host(self, host: asyncio.StreamReader, to_host: asyncio.StreamWriter) -> None:
        try:
            printer, to_printer = await asyncio.open_connection("127.0.0.1", self._printer_port)
        except OSError:
            to_host.close()
            return
        for writer in (to_host, to_printer):
            writer.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await asyncio.gather(
            self._pass(host, to_printer, note=True), self._pass(printer, to_host, note=False)
        )

    async def _pass(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, *, note: bool) -> None:
        try:
            while chunk := await source.read(65536):
                if note and PAGE.search(chunk):
                    self.seen.append(time.monotonic())
                sink.write(chunk)
                await sink.drain()
        except ConnectionError:
            pass  # one side is gone: so is the other
        finally:
            sink.close()
