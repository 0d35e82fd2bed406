"""A kiosk without a town: no devices, no seu, a clock moved by hand. Enough for the conductor itself."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

from config.settings import Experiment, Settings
from devices.absent import AbsentPrinter, AbsentReader, AbsentScanner, AbsentSigningCard
from kiosk.conductor import Conductor
from kiosk.house import House
from kiosk.insight.laboratory import Laboratory
from kiosk.insight.shelf import FILE_NAME, Shelf
from kiosk.journal import Journal
from kiosk.seu.client import Seu
from kiosk.trace import Trace
from tests.flows.clocks import ManualClock, settled
from tests.flows.plain import PlainWindow

NOBODY = "http://127.0.0.1:9"
"""The discard port: nobody listens there."""


@dataclass
class Lonely:
    """What a test holds of it."""

    window: PlainWindow
    conductor: Conductor
    clock: ManualClock
    house: House
    lines: list[tuple[str, str]] = field(default_factory=list)

    @property
    def state(self) -> str:
        """Where the kiosk is, by its trace."""
        return self.lines[-1][1]

    async def act(self, event: str, data: str = "") -> None:
        """An act on the present screen."""
        self.conductor.touched()
        self.conductor.acted(self.window.serial, event, data)
        await settled()


def lonely_house(
    folder: Path,
    clock: ManualClock,
    seu: Seu,
    experiments: tuple[Experiment, ...] = (),
    settings: Settings | None = None,
) -> House:
    """A house without devices."""
    return House(
        settings=settings or Settings(),
        clock=clock,
        seu=seu,
        laboratory=Laboratory(Shelf(folder / FILE_NAME), experiments, seu, clock),
        journal=Journal(folder / "journal.sqlite"),
        document_printer=AbsentPrinter("document"),
        ticket_printer=AbsentPrinter("ticket"),
        reader=AbsentReader(),
        signing_card=AbsentSigningCard(),
        scanner=AbsentScanner(),
    )


def in_lonely_kiosk(
    folder: Path,
    test: Callable[[Lonely], Awaitable[None]],
    *,
    refused: tuple[str, ...] = (),
    experiments: tuple[Experiment, ...] = (),
    settings: Settings | None = None,
) -> None:
    """Run `test` in a kiosk that has just opened, or that must not, for what was `refused`."""

    async def run() -> None:
        clock, window, lines = ManualClock(), PlainWindow(), []
        house = lonely_house(folder, clock, Seu(NOBODY, kiosk="ZB-01"), experiments, settings)
        conductor = Conductor(
            house, window, Trace(None, 0, lambda event, state: lines.append((event, state)))
        )
        conducting = asyncio.create_task(conductor.run("closed" if refused else "opened", refused))
        await settled()
        try:
            await test(Lonely(window, conductor, clock, house, lines))
        finally:
            conducting.cancel()
            await asyncio.gather(conducting, return_exceptions=True)
            await house.close()

    asyncio.run(run())
