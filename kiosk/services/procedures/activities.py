"""Asking the seu for its procedures, and putting one on paper."""

from __future__ import annotations

import asyncio

from kiosk.activity import Step
from kiosk.services.common.activities import explain
from kiosk.services.procedures.leaflet import leaflet_of
from kiosk.services.procedures.shelf import shelf_of
from kiosk.seu.models import Failed


async def procedures_ask(step: Step) -> str | None:
    """What the town hall offers now; where it does not answer, what it offered last."""
    failed = await _freshen(step)
    if failed is not None and step.session.procedures.shelf is None:
        return explain(step, failed, "procedures_ask")
    return "procedures_known"


async def procedures_open(step: Step) -> str | None:
    """Whether the procedure is still there, and still done."""
    await _freshen(step)
    procedure = step.session.procedures.procedure
    return "procedure_gone" if procedure is None or procedure.withdrawn else "procedure_there"


async def _freshen(step: Step) -> Failed | None:
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
    look.shelf = house.shelf
    return answer if isinstance(answer, Failed) else None


async def procedures_print(step: Step) -> str | None:
    """Print the leaflet, once at each entry, and say what the printer said."""
    look = step.session.procedures
    printed = await step.house.print_ticket(leaflet_of(step.session, step.house))
    look.ticket = "procedures.printed" if printed else "procedures.notprinted"
    step.session.paper.printed |= printed
    step.refresh()
    return None


ACTIVITIES = (procedures_ask, procedures_open, procedures_print)
