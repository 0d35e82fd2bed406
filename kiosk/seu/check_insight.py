"""Does that server keep the contract of opinions and of the numbers of a day?"""

from __future__ import annotations

from kiosk.seu.calls import new_key, said
from kiosk.seu.examiner import CANARY, Examiner, Seen

FIRST_DAY = "2000-01-01"
"""A day on which no kiosk served anybody."""


async def check_insight(examiner: Examiner, kiosk: str, acts: bool) -> None:
    """`acts` gives two opinions."""
    path = f"/v1/kiosks/{kiosk}/insight/{FIRST_DAY}"
    nothing = said(tables=[], experiments=[])
    for case in ("tellInsight", "tellInsight again"):
        examiner.done(await examiner.call(case, "PUT", path, nothing))
    small = said(tables=[{"about": "padro", "kind": "outcome", "total": 4, "cells": []}], experiments=[])
    refused = await examiner.call("tellInsight of a small number", "PUT", path, small)
    examiner.refused(refused, "request-not-valid")
    nowhen = f"/v1/kiosks/{kiosk}/insight/2000-13-01"
    examiner.refused(
        await examiner.call("tellInsight of no day", "PUT", nowhen, nothing), "request-not-valid", "not-found"
    )
    other = f"/v1/kiosks/{CANARY}/insight/{FIRST_DAY}"
    stranger = await examiner.call("tellInsight of another kiosk", "PUT", other, nothing)
    examiner.refused(stranger, "another-kiosk")
    sixth = await _give(examiner, "giveOpinions with a sixth face", _opinion(6), new_key())
    examiner.refused(sixth, "request-not-valid")
    none = await _give(examiner, "giveOpinions without one", [], new_key())
    examiner.refused(none, "request-not-valid")
    if acts:
        key = new_key()
        for case in ("giveOpinions", "giveOpinions again"):
            examiner.done(await _give(examiner, case, _opinion(3) * 2, key))
        changed = await _give(examiner, "giveOpinions under a used key", _opinion(4), key)
        examiner.refused(changed, "idempotency-key-reused")


def _opinion(face: int) -> list[dict[str, object]]:
    return [{"face": face, "reasons": [], "service": "padro", "language": "ca", "hour": 0}]


async def _give(examiner: Examiner, case: str, opinions: list[dict[str, object]], key: str) -> Seen | None:
    return await examiner.call(case, "POST", "/v1/opinions", said(opinions=opinions), Idempotency_Key=key)
