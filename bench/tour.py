"""The padro-volant tour through the real window, some times in one process: waits, and memory."""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.glass import Glass, glass
from bench.samples import tell
from bench.tap import Tap
from demo.town import Town
from kiosk.tour.journeys.padro import PADRO_VOLANT
from kiosk.tour.player import Player

TOURS = 3
ORDER = "print_document"
STEADY = 0.3
"""MB by which memory at rest may still change within a second."""
STEADY_WITHIN = 15
"""Seconds."""


def pss(pid: int) -> float:
    """MB (a million bytes) of memory, shared pages by their share (proc(5))."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    found = re.search(r"^Pss:\s+(\d+) kB$", rollup, re.MULTILINE)
    if found is None:
        raise RuntimeError("the system does not tell PSS")
    return int(found[1]) * 1024 / 1e6


async def pss_at_rest(pid: int) -> float:
    """The same once it does not change any more."""
    now = pss(pid)
    for _ in range(STEADY_WITHIN):
        await asyncio.sleep(1)
        before, now = now, pss(pid)
        if abs(now - before) < STEADY:
            break
    return now


async def _tours(town: Town) -> dict[str, Sequence[float]]:
    address = town.environment["KIOSK_PRINTERS__DOCUMENT__ADDRESS"]
    tap = Tap(int(address.rpartition(":")[2]))
    await tap.open()
    environment = {
        **os.environ,
        **town.environment,
        "KIOSK_PRINTERS__DOCUMENT__ADDRESS": f"tcp://127.0.0.1:{tap.port}",
        "KIOSK_SESSION__GOODBYE_SECONDS": "2",
    }
    async with glass(environment) as kiosk:
        await kiosk.opened()
        at_attract = await pss_at_rest(kiosk.pid)
        after = [await _tour(kiosk, town) for _ in range(TOURS)]
    await tap.close()
    waits = [1000 * (screen.painted - screen.released) for screen in kiosk.screens]
    orders = [screen.released for screen in kiosk.screens if screen.item == ORDER]
    return {
        "touch_to_paint_p50": waits,
        "touch_to_paint_p95": waits,
        "pss_attract": [at_attract],
        "pss_after_tour": after,
        "order_to_first_byte": [1000 * (tap.first_after(got) - got) for got in kiosk.documents],
        "touch_to_first_byte": [1000 * (tap.first_after(order) - order) for order in orders],
        "loop_gap_max_printing": [1000 * held for held in kiosk.held],
    }


async def _tour(kiosk: Glass, town: Town) -> float:
    """Play it from attract to attract; the answer is the memory then."""
    await asyncio.to_thread(town.start_afresh)
    player = Player(None, "ca")
    player.heard("", kiosk.state)
    kiosk.heard = player.heard
    await player.play(PADRO_VOLANT, kiosk, town, lambda: False)
    return await pss_at_rest(kiosk.pid)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, Town(Path(folder)) as town:
        samples = asyncio.run(_tours(town))
    tell(samples)


if __name__ == "__main__":
    main()
