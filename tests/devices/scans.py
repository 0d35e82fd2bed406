"""Zones to scan: the specimens of ICAO 9303, and somebody who waits for a scan."""

from __future__ import annotations

import asyncio

from devices.contracts import Scan

# ICAO 9303-4, appendix B; 9303-6, appendix A; 9303-5, appendix A.
TD3 = (
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
)
TD2 = ("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6")
TD1 = ("I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<")
ZONES = (TD1, TD2, TD3)


class Hearing:
    """Keeps what it hears, and can wait for it."""

    def __init__(self) -> None:
        self.scans: asyncio.Queue[Scan] = asyncio.Queue()

    async def next(self) -> Scan:
        async with asyncio.timeout(5):
            return await self.scans.get()
