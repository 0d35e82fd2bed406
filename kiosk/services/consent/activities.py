"""Putting the consent sheet on paper."""

from __future__ import annotations

from kiosk.activity import Step
from kiosk.services.common.activities import on_paper
from kiosk.services.consent.sheet import sheet_of


async def consent_print(step: Step) -> str | None:
    """Print both copies, once at each entry, and say what the printer said."""
    memory = step.session.consent
    printed = await on_paper(step, sheet_of(step.session, step.house))
    memory.ticket = "consent.printed" if printed else "consent.notprinted"
    step.refresh()
    return None


ACTIVITIES = (consent_print,)
