"""From the start of the kiosk's process to the first frame that answers a finger."""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from bench.glass import glass
from bench.samples import tell
from demo.town import Town

STARTS = 5


async def _start(environment: Mapping[str, str]) -> float:
    """Milliseconds; the town is open already."""
    async with glass(environment) as kiosk:
        await kiosk.touch("start")
        screen = await kiosk.screen("start")
        return 1000 * (screen.reacted - kiosk.began)


async def _starts(environment: Mapping[str, str]) -> list[float]:
    return [await _start(environment) for _ in range(STARTS)]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, Town(Path(folder)) as town:
        samples = asyncio.run(_starts({**os.environ, **town.environment}))
    tell({"start_to_reactive_frame": samples})


if __name__ == "__main__":
    main()
