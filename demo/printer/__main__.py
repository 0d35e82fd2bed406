"""`python -m demo.printer`: one simulated printer, until it is told to end."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from demo.printer.clockwork import Clockwork
from demo.printer.dials import SMALLEST_BUFFER, Dials


def _arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m demo.printer", description=__doc__)
    parser.add_argument(
        "--name",
        default="document",
        help="what it is called (default: %(default)s); nothing: it has no serial number",
    )
    parser.add_argument(
        "--width", type=int, default=1728, metavar="DOTS", help="dots of the head (%(default)s)"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder for paper and bytes")
    parser.add_argument("--host", default="127.0.0.1", help="its address on loopback (%(default)s)")
    parser.add_argument("--port", type=int, default=0, help="where it prints; 0 is any that is free")
    parser.add_argument(
        "--control-port", type=int, default=0, help="where its dials are; 0 is any that is free"
    )
    parser.add_argument(
        "--speed", type=float, default=250.0, metavar="MM/S", help="of the paper (%(default)s)"
    )
    parser.add_argument(
        "--buffer", type=int, default=4096, metavar="BYTES", help="receive buffer (%(default)s)"
    )
    parser.add_argument("--no-process-id", action="store_true", help="it does not know GS ( H")
    parser.add_argument(
        "--dialect", choices=("epson", "custom"), default="epson", help="whose status it tells (%(default)s)"
    )
    parser.add_argument(
        "--presenter", action="store_true", help="it holds a cut sheet until somebody takes it"
    )
    parser.add_argument("--die-with-parent", action="store_true", help="end when standard input ends")
    arguments = parser.parse_args(given)
    if arguments.width < 8 or arguments.buffer < SMALLEST_BUFFER or not arguments.speed > 0:
        parser.error("a head has 8 dots at least, a buffer 45 bytes, and paper moves")
    return arguments


async def _run(arguments: argparse.Namespace) -> None:
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, ended.set)
    if arguments.die_with_parent:
        threading.Thread(target=_outlive, args=(loop, ended), daemon=True).start()
    printer = Clockwork(
        arguments.name,
        width=arguments.width,
        folder=arguments.out,
        dials=Dials(speed_mm_s=arguments.speed, buffer_bytes=arguments.buffer),
        process_ids=not arguments.no_process_id,
        presenter=arguments.presenter,
        custom=arguments.dialect == "custom",
        host=arguments.host,
        port=arguments.port,
    )
    async with printer.controlled(arguments.control_port) as control_port:
        sys.stdout.write(json.dumps({"port": printer.port, "control_port": control_port}) + "\n")
        sys.stdout.flush()
        await ended.wait()


def _outlive(loop: asyncio.AbstractEventLoop, ended: asyncio.Event) -> None:
    # Not through sys.stdin: its lock, held by a thread that waits, aborts the interpreter at the end.
    while os.read(sys.stdin.fileno(), 4096):
        pass
    loop.call_soon_threadsafe(ended.set)


def main(given: Sequence[str] | None = None) -> None:
    """Run until SIGTERM."""
    asyncio.run(_run(_arguments(given)))


if __name__ == "__main__":
    main()
