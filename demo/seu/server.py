"""Runs the demo town hall: the contract on one loopback port, its operator's side on another."""

from __future__ import annotations

import asyncio
import json
import signal
import socket
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from demo.seu.api import TownHall, contract_app
from demo.seu.appointments import Appointments
from demo.seu.appointments_codes import AppointmentCodes
from demo.seu.appointments_mail import Post
from demo.seu.appointments_town import PROCEDURES
from demo.seu.arrivals import Arrivals
from demo.seu.clock import Clock
from demo.seu.control import control_app
from demo.seu.exchange import Asgi
from demo.seu.gate import Gate
from demo.seu.handovers import Handovers
from demo.seu.identity import Identity
from demo.seu.messages import Messages
from demo.seu.network import Line, Network, protocol
from demo.seu.offers import OFFERS
from demo.seu.padro import Padro
from demo.seu.procedures import Procedures
from demo.seu.public import public_app
from demo.seu.records import Records
from demo.seu.register import load
from demo.seu.turns import Turns

LOOPBACK = "127.0.0.1"
KIOSK, ASSISTED = "ZB-01", "ZB-02"


def serve(
    port: int = 0,
    control_port: int = 0,
    *,
    token: str,
    assisted_token: str = "",
    folder: Path | None = None,
    kiosk: str = KIOSK,
    ready: Callable[[int, int], None] | None = None,
) -> None:
    """Serve until SIGTERM or SIGINT. `ready` is told both ports; without it one JSON line says them.

    `token` is what the kiosk named `kiosk` says in `Authorization: Bearer`, and `assisted_token` the one in
    the pink zone; without that one the first may take turns over as well. `folder` keeps the database, and
    without it the database is in memory.
    """
    kiosks = {token: kiosk} | ({assisted_token: ASSISTED} if assisted_token else {})
    asyncio.run(_serve((port, control_port), kiosks, folder, ready or _print_ports))


async def _serve(
    ports: tuple[int, int],
    kiosks: Mapping[str, str],
    folder: Path | None,
    ready: Callable[[int, int], None],
) -> None:
    """`kiosks`: names by token; the last one stands in the pink zone."""
    first, *_, last = (*kiosks.values(), *kiosks.values())
    clock, register, records = Clock(), load(), Records(folder)
    messages = Messages()
    identity, appointments = Identity(register, records, clock, messages), Appointments(records, clock)
    turns, procedures = Turns(records, clock), Procedures()
    choices = {"padro": lambda: OFFERS, "appointments": PROCEDURES.keys, "procedures": procedures.ids}
    hall = TownHall(
        clock,
        records,
        messages,
        identity,
        Padro(register, records, clock, first),
        turns,
        Arrivals(records, clock, turns),
        appointments,
        AppointmentCodes(identity, clock),
        Handovers(turns, clock, frozenset({last}), choices),
        Post(appointments, messages),
        procedures,
    )
    network = Network()
    gate = Gate(contract_app(hall), kiosks)
    # The public pages take a free port, which the operator's side tells.
    sockets = [_listening(port) for port in (*ports, 0)]
    public = f"http://{LOOPBACK}:{sockets[-1].getsockname()[1]}"
    servers = [
        _Server(Line(gate, network), network),
        _Server(control_app(hall, gate, network, public), Network()),
        _Server(public_app(turns), Network()),
    ]

    def stop() -> None:
        for server in servers:
            server.should_exit = True

    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop)
    async with asyncio.TaskGroup() as tasks:
        for server, listening in zip(servers, sockets, strict=True):
            tasks.create_task(server.serve([listening]))
        for server in servers:
            await server.is_up.wait()
        ready(*(listening.getsockname()[1] for listening in sockets[:2]))
    records.close()


class _Server(uvicorn.Server):
    """Uvicorn without a log, leaving signals to us, and saying when it is up."""

    def __init__(self, app: Asgi, network: Network) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                http=protocol(network),
                ws="none",
                lifespan="off",
                log_config=None,
                log_level="critical",
                access_log=False,
                server_header=False,
                timeout_graceful_shutdown=1,
            )
        )
        self.is_up = asyncio.Event()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.is_up.set()


def _listening(port: int) -> socket.socket:
    # The protocol is named, or asyncio leaves Nagle's algorithm on: 40 ms on every answer.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind((LOOPBACK, port))
    return listening


def _print_ports(port: int, control_port: int) -> None:
    sys.stdout.write(json.dumps({"port": port, "control_port": control_port}) + "\n")
    sys.stdout.flush()
