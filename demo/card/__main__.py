"""`python -m demo.card --vpcd-port N`: the demo's cards behind one virtual reader, or two.

Prints one JSON line when it answers: `{"control_port": …}`. Ends on SIGTERM, and when a pipe on its standard
input closes, so that it never outlives the process that started it.
"""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Sequence
from pathlib import Path

from demo.card import contact_control, control
from demo.card.contact import ContactTable
from demo.card.holders import RESIDENTS, read_holders
from demo.card.table import Table
from demo.card.vpcd import Slot
from demo.routes import say_port, serve, until_told


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
    of_contact = contact_control.routes(contact) if contact else {}
    server = await serve({**control.routes(table), **of_contact}, options.control_port)
    say_port(server)
    await until_told()
    server.close()
    await table.remove()
    if contact:
        await contact.remove()


if __name__ == "__main__":
    main()
