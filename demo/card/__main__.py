"""`python -m demo.card --vpcd-port N`: the demo's cards behind one virtual reader, or two.

Prints one JSON line when it answers: `{"control_port": …}`. Ends on SIGTERM, and when a pipe on its standard
input closes, so that it never outlives the process that started it.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import signal
import stat
import sys
from collections.abc import Sequence
from pathlib import Path

from demo.card.contact import ContactTable
from demo.card.contact_control import routes
from demo.card.control import Control
from demo.card.holders import RESIDENTS, read_holders
from demo.card.table import Table
from demo.card.vpcd import Slot


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="demo.card", description="Cards behind one virtual reader.")
    parser.add_argument("--vpcd-port", type=int, required=True, help="the virtual reader's port")
    parser.add_argument("--control-port", type=int, default=0, help="loopback port; 0: a free one")
    parser.add_argument("--contact-port", type=int, help="the port of the reader with contacts")
    parser.add_argument("--contact-folder", type=Path, help="where SoftHSM keeps what is in that one")
    parser.add_argument("--residents", type=Path, default=RESIDENTS, help="the people whose cards these are")
    asyncio.run(_run(parser.parse_args(arguments)))


async def _run(options: argparse.Namespace) -> None:
    holders = read_holders(options.residents)
    table = Table(holders, Slot(options.vpcd_port))
    contact = None
    if options.contact_port:
        contact = ContactTable(holders, Slot(options.contact_port), options.contact_folder)
    server = await Control(table, routes(contact) if contact else None).serve(options.control_port)
    sys.stdout.write(json.dumps({"control_port": server.sockets[0].getsockname()[1]}) + "\n")
    sys.stdout.flush()
    await _until_told()
    server.close()
    await table.remove()
    if contact:
        await contact.remove()


async def _until_told() -> None:
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


if __name__ == "__main__":
    main()
