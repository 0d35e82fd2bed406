"""`python -m demo.scanner --device PATH`: a serial scanner at PATH, which reads what it is told to.

Prints one JSON line when it answers: `{"control_port": …}`. `POST /read` takes `{"text": …}`, whose lines are
sent one by one with a carriage return behind each; `GET /state` tells whether a kiosk listens.
"""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Sequence
from pathlib import Path

from demo.routes import BadRequest, JsonObject, Reply, Routes, in_json, say_port, serve, until_told
from demo.scanner.line import Line


def routes(line: Line) -> Routes:
    """The hand at the scanner."""

    async def state(_: JsonObject) -> Reply:
        return in_json({"heard": line.open})

    async def read(body: JsonObject) -> Reply:
        text = body.get("text")
        if not isinstance(text, str) or not text:
            raise BadRequest("text: what stands in the code")
        line.say("".join(f"{part}\r" for part in text.splitlines()))
        return await state({})

    return {("GET", "/state"): state, ("POST", "/read"): read}


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="demo.scanner", description="A scanner on a serial line.")
    parser.add_argument("--device", type=Path, required=True, help="the name that its line gets")
    parser.add_argument("--control-port", type=int, default=0, help="loopback port; 0: a free one")
    asyncio.run(_run(parser.parse_args(arguments)))


async def _run(options: argparse.Namespace) -> None:
    line = Line(options.device)
    server = await serve(routes(line), options.control_port)
    say_port(server)
    await until_told()
    server.close()
    line.close()


if __name__ == "__main__":
    main()
