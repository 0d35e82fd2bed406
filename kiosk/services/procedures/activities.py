"""Asking the seu for its procedures, and putting one on paper."""

from __future__ import annotations

import asyncio

from kiosk.activity import Step
from kiosk.services.common.activities import explain, on_paper
from kiosk.services.procedures.leaflet import leaflet_of
from kiosk.services.procedures.shelf import shelf_of
from kiosk.seu.models import Failed

OPENS_WITHIN = 2.0
"""Seconds for which somebody waits to hear that a procedure is still as it was a moment ago."""


async def procedures_ask(step: Step) -> str | None:
    """What the town hall offers now; where it does not answer, what it offered last."""
    failed = await freshen(step)
    if failed is not None and step.session.procedures.shelf is None:
        return explain(step, failed, "procedures_ask")
    return "procedures_known"


async def procedures_open(step: Step) -> str | None:
    """Whether it is still there, and still done; as far as is known, where the seu takes its time."""
    look = step.session.procedures
    try:
        async with asyncio.timeout(OPENS_WITHIN):
            await freshen(step)
    except TimeoutError:
        look.stale = True
    procedure = look.procedure
    return "procedure_gone" if procedure is None or procedure.withdrawn else "procedure_there"


async def freshen(step: Step) -> Failed | None:
    """The house's shelf is asked for again, and is the one that the person sees."""
    house, look = step.house, step.session.procedures
    known = house.shelf
    answer = await house.seu.procedures.catalogue(known.procedures if known else None)
    look.stale = isinstance(answer, Failed)
    if not isinstance(answer, Failed):
        now = house.clock.now()
        if known is not None and answer is known.procedures:
            house.shelf = known.still_so(now)
        else:
            house.shelf = await asyncio.to_thread(shelf_of, answer, now)
    if house.shelf is not None:
        look.shelf = house.shelf
        look.search.look_in(house.shelf.index)
    return answer if isinstance(answer, Failed) else None


async def procedures_print(step: Step) -> str | None:
    """Print the leaflet, once at each entry, and say what the printer said."""
    look = step.session.procedures
    printed = await on_paper(step, leaflet_of(step.session, step.house))
    look.ticket = "procedures.printed" if printed else "procedures.notprinted"
    step.refresh()
    return None


ACTIVITIES = (procedures_ask, procedures_open, procedures_print)
