"""The part of `kiosk seu check` on arrivals: an appointment of nobody is none, and takes no turn."""

from __future__ import annotations

from secrets import token_urlsafe

from kiosk.seu.calls import new_key, said
from kiosk.seu.client import ARRIVAL
from kiosk.seu.examiner import CANARY, Examiner
from kiosk.seu.models import Arrived

ARRIVALS = "/v1/arrivals"


async def arrivals(examiner: Examiner) -> None:
    """Nothing is left behind."""
    unknown = said(code=token_urlsafe(16), language="ca")
    seen = await examiner.call("arrive with no code", "POST", ARRIVALS, unknown, Idempotency_Key=new_key())
    answer = examiner.good(seen, 200, ARRIVAL)
    if isinstance(answer, Arrived):
        examiner.found("arrive with no code", "an appointment of nobody was given a turn")
    nobody = said(language="ca")
    stranger = {"Citizen_Session": token_urlsafe(32)}
    for case, session in (("by nobody", {}), ("in a session of nobody", stranger)):
        seen = await examiner.call(
            f"arrive {case}", "POST", ARRIVALS, nobody, Idempotency_Key=new_key(), **session
        )
        examiner.refused(seen, "session-ended")
    named = said(language="ca", name=CANARY)
    seen = await examiner.call("arrive with a name", "POST", ARRIVALS, named, Idempotency_Key=new_key())
    examiner.refused(seen, "request-not-valid")
