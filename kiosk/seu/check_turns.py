"""The part of `kiosk seu check` on turns."""

from __future__ import annotations

from secrets import token_urlsafe

from kiosk.seu.calls import new_key, said
from kiosk.seu.client import TURN, TURN_PLACE
from kiosk.seu.examiner import CANARY, Examiner

TURNS = "/v1/turns"


async def turns_open(examiner: Examiner) -> None:
    """What can be asked without taking a turn."""
    nowhere = await examiner.call("getTurn of no turn", "GET", f"{TURNS}/{token_urlsafe(16)}")
    examiner.refused(nowhere, "not-found")
    unknown = await examiner.call("giveTurnBack of no turn", "DELETE", f"{TURNS}/{token_urlsafe(16)}")
    examiner.refused(unknown, "not-found")
    for case, wrong in (
        ("with a name", said(reason="other", language="ca", name=CANARY)),
        ("that says why it goes first", said(reason="other", language="ca", priority=CANARY)),
    ):
        seen = await examiner.call(f"takeTurn {case}", "POST", TURNS, wrong, Idempotency_Key=new_key())
        examiner.refused(seen, "request-not-valid")
    elsewhere = said(reason="other", language="ca", queue=CANARY)
    seen = await examiner.call("takeTurn of no queue", "POST", TURNS, elsewhere, Idempotency_Key=new_key())
    examiner.refused(seen, "not-offered")


async def turns_kept(examiner: Examiner) -> None:
    """Takes a turn, asks how far its queue has come, and gives it back."""
    key, wanted = new_key(), said(reason="other", language="ca")
    first = await examiner.call("takeTurn", "POST", TURNS, wanted, Idempotency_Key=key)
    turn = examiner.good(first, 201, TURN)
    again = await examiner.call("takeTurn again", "POST", TURNS, wanted, Idempotency_Key=key)
    examiner.same(first, again)
    changed = said(reason="not_identified", language="ca")
    reused = await examiner.call("takeTurn under a used key", "POST", TURNS, changed, Idempotency_Key=key)
    examiner.refused(reused, "idempotency-key-reused")
    if turn is None:
        return
    path = f"{TURNS}/{turn.turn}"
    place = examiner.good(await examiner.call("getTurn", "GET", path), 200, TURN_PLACE)
    if place is not None and place.turn != turn.turn:
        examiner.found("getTurn", "the answer is of another turn")
    for case in ("giveTurnBack", "giveTurnBack twice"):
        examiner.done(await examiner.call(case, "DELETE", path))
    case = "getTurn of one given back"
    left = examiner.good(await examiner.call(case, "GET", path), 200, TURN_PLACE)
    if left is not None and left.state != "gone":
        examiner.found(case, "somebody would still be called by it")
