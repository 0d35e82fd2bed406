"""Giving a turn back: what the kiosk goes on saying until the seu has heard it, whoever leaves."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from kiosk.services.person.memory import Asking
from kiosk.seu.models import Failed, FailureKind

if TYPE_CHECKING:
    from kiosk.house import House

AGAIN_EVERY = 5.0
"""Seconds between two tries."""


async def give_back(house: House, turn: str) -> bool:
    """Whether the seu heard it at once; else it is told in the background until it does."""
    return await asyncio.shield(house.background(_give_back(house, turn)))


async def _give_back(house: House, turn: str) -> bool:
    heard = await _tell(house, turn)
    if not heard:
        house.background(_until_heard(house, turn))
    return heard


async def _tell(house: House, turn: str) -> bool:
    """One try. A turn that the seu does not know calls nobody either."""
    failed = await house.seu.give_turn_back(turn)
    return failed is None or failed.problem == "not-found"


async def _until_heard(house: House, turn: str) -> None:
    heard = False
    while not heard:
        await house.clock.sleep(AGAIN_EVERY)
        heard = await _tell(house, turn)


async def unask(house: House, asking: Asking) -> None:
    """Give back a turn whose answer never came: asked for once more under its key, its id is known."""
    while isinstance(answer := await asking(), Failed):
        if answer.kind is FailureKind.REFUSED:
            return
        await house.clock.sleep(AGAIN_EVERY)
    await give_back(house, answer.turn)
