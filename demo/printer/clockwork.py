"""Printer, network card and control on one event loop and its monotonic clock."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from demo.printer.control import Control
from demo.printer.dials import Dials
from demo.printer.events import Events
from demo.printer.port import Port
from demo.printer.printer import Printer


class Clockwork:
    """A printer that runs by itself."""

    def __init__(
        self,
        name: str,
        *,
        width: int,
        folder: Path,
        dials: Dials,
        capacity: int,
        process_ids: bool,
        presenter: bool,
        custom: bool,
        port: int,
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self._timer: asyncio.TimerHandle | None = None
        self._events = Events()
        self._port = Port(port, self._kick, self._events.add)
        self._printer = Printer(
            name,
            width=width,
            folder=folder,
            dials=dials,
            capacity=capacity,
            process_ids=process_ids,
            presenter=presenter,
            custom=custom,
            transmit=self._port.transmit,
            happened=self._events.add,
        )

    @property
    def port(self) -> int:
        """Where it prints."""
        return self._port.number

    def _kick(self) -> None:
        """Do what is due and come back when the next thing is."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
        due = self._printer.advance(self._loop.time())
        self._port.review()
        if due is not None:
            self._timer = self._loop.call_at(due, self._kick)

    @asynccontextmanager
    async def controlled(self, control_port: int) -> AsyncIterator[int]:
        """Work until the block ends; yields the number of the control port."""
        control = Control(self._printer, self._port, self._events, self._kick)
        server = await asyncio.start_server(control.serve, "127.0.0.1", control_port)
        self._port.connect(self._printer)
        try:
            yield int(server.sockets[0].getsockname()[1])
        finally:
            if self._timer:
                self._timer.cancel()
            server.close()
            self._port.close()
            self._printer.close()
