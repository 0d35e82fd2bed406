"""The part of `kiosk seu check` on turns that take along what a person was doing."""

from __future__ import annotations

from secrets import token_urlsafe

from kiosk.seu.calls import new_key, said
from kiosk.seu.client import TURN
from kiosk.seu.examiner import CANARY, Examiner, Seen
from kiosk.seu.handover_calls import TAKEN_OVER

TURNS, HANDOVERS = "/v1/turns", "/v1/handovers"
NOBODYS = "Z0"
"""A number that no turn has: none is counted from nought."""


async def handovers_open(examiner: Examiner) -> None:
    """What has no room in a hand-over, and what a number of nobody brings; this kiosk may have no staff."""
    for case, what in (
        ("with a name", {"service": "padro", "name": CANARY}),
        ("with a phone", {"service": "padro", "phone": "600000158"}),
        ("with a phone for a choice", {"service": "padro", "choice": "600000158"}),
    ):
        wrong = said(reason="other", language="ca", handover=what)
        seen = await _post(examiner, f"takeTurn handed over {case}", TURNS, wrong)
        examiner.refused(seen, "request-not-valid")
    elsewhere = said(reason="other", language="ca", handover={"service": CANARY})
    seen = await _post(examiner, "takeTurn handed over from no service", TURNS, elsewhere)
    examiner.refused(seen, "not-offered")
    for case, body in (("by no number", said(number="R 0")), ("by a name", said(number="R1", name=CANARY))):
        seen = await _post(examiner, f"takeOver {case}", HANDOVERS, body)
        examiner.refused(seen, "request-not-valid", "another-kiosk")
    seen = await _post(examiner, "takeOver of no turn", HANDOVERS, said(number=NOBODYS))
    examiner.refused(seen, "not-found", "another-kiosk", "not-offered", "too-many-requests")
    unknown = f"{HANDOVERS}/{token_urlsafe(16)}"
    back = await examiner.call("giveHandoverBack of none", "DELETE", unknown)
    if back is not None and back.status == 403:
        examiner.refused(back, "another-kiosk")
    else:
        examiner.done(back)


async def handovers_kept(examiner: Examiner, *, offered: bool) -> None:
    """Takes a turn that takes something along, and takes it over once, where this kiosk may."""
    wanted = said(reason="other", language="es", handover={"service": "padro", "screen": "dark"})
    seen = await _post(examiner, "takeTurn handed over", TURNS, wanted)
    if not offered:
        examiner.refused(seen, "not-offered")
        return
    turn = examiner.good(seen, 201, TURN)
    if turn is None or not turn.handed_over:
        return
    called, key = said(number=_as_typed(turn.number)), new_key()
    first = await examiner.call("takeOver", "POST", HANDOVERS, called, Idempotency_Key=key)
    if first is not None and first.status == 403:
        examiner.refused(first, "another-kiosk")
        return
    taken = examiner.good(first, 200, TAKEN_OVER)
    if taken is None:
        return
    if (taken.language, taken.service, taken.choice, taken.screen) != ("es", "padro", "", "dark"):
        examiner.found("takeOver", "the answer is not what was handed over")
    again = await examiner.call("takeOver again", "POST", HANDOVERS, called, Idempotency_Key=key)
    examiner.same(first, again)
    twice = await _post(examiner, "takeOver once more", HANDOVERS, called)
    examiner.refused(twice, "handover-taken")
    examiner.done(await examiner.call("giveHandoverBack", "DELETE", f"{HANDOVERS}/{taken.handover}"))
    anew = await _post(examiner, "takeOver of what was given back", HANDOVERS, called)
    examiner.good(anew, 200, TAKEN_OVER)


def _as_typed(number: str) -> str:
    letters = number.rstrip("0123456789")
    figures = number[len(letters) :].lstrip("0") or "0"
    return "".join(filter(str.isalnum, letters)).upper() + figures


async def _post(examiner: Examiner, case: str, path: str, body: bytes) -> Seen | None:
    return await examiner.call(case, "POST", path, body, Idempotency_Key=new_key())
