"""`python -m demo.card --vpcd-port N`: the demo's cards behind one virtual reader.

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

from demo.card.control import Control
from demo.card.holders import RESIDENTS, read_holders
from demo.card.table import Table
from demo.card.vpcd import Slot


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="demo.card", description="Cards behind one virtual reader.")
    parser.add_argument("--vpcd-port", type=int, required=True, help="the virtual reader's port")
    parser.add_argument("--control-port", type=int, default=0, help="loopback port; 0: a free one")
    parser.add_argument("--residents", type=Path, default=RESIDENTS, help="the people whose cards these are")
    asyncio.run(_run(parser.parse_args(arguments)))


async def _run(options: argparse.Namespace) -> None:
    table = Table(read_holders(options.residents), Slot(options.vpcd_port))
    server = await Control(table).serve(options.control_port)
    sys.stdout.write(json.dumps({"control_port": server.sockets[0].getsockname()[1]}) + "\n")
    sys.stdout.flush()
    await _until_told()
    server.close()
    await table.remove()


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
