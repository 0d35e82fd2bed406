"""Does that server keep the contract of calls for help?"""

from __future__ import annotations

from datetime import UTC, datetime
from secrets import token_urlsafe

from kiosk.seu.calls import new_key, said
from kiosk.seu.examiner import CANARY, Examiner
from kiosk.seu.help_calls import HELP_CALL

CALLS = "/v1/help-calls"


async def check_help(examiner: Examiner, acts: bool) -> None:
    """`acts` calls somebody, twice louder, and calls it off."""
    no_call = f"{CALLS}/{token_urlsafe(16)}"
    second = said(level=2)
    examiner.refused(await examiner.call("getHelpCall of no call", "GET", no_call), "not-found")
    examiner.refused(await examiner.call("cancelHelp of no call", "DELETE", no_call), "not-found")
    louder = await examiner.call("callAgain of no call", "PUT", f"{no_call}/level", second)
    examiner.refused(louder, "not-found")
    if not acts:
        return
    key, wanted = new_key(), said(service="kiosk", reason="check", since=datetime.now(UTC).isoformat())
    called = await examiner.call("callHelp", "POST", CALLS, wanted, Idempotency_Key=key)
    call = examiner.good(called, 201, HELP_CALL)
    again = await examiner.call("callHelp again", "POST", CALLS, wanted, Idempotency_Key=key)
    examiner.same(called, again)
    named = said(service="kiosk", reason="check", name=CANARY)
    stranger = await examiner.call("callHelp with a name", "POST", CALLS, named, Idempotency_Key=new_key())
    examiner.refused(stranger, "request-not-valid")
    if call is None:
        return
    path = f"{CALLS}/{call.call}"
    examiner.good(await examiner.call("getHelpCall", "GET", path), 200, HELP_CALL)
    for case in ("callAgain", "callAgain twice"):
        examiner.done(await examiner.call(case, "PUT", f"{path}/level", second))
    first = await examiner.call("callAgain at the first level", "PUT", f"{path}/level", said(level=1))
    examiner.refused(first, "request-not-valid")
    for case in ("cancelHelp", "cancelHelp twice"):
        examiner.done(await examiner.call(case, "DELETE", path))
    left = examiner.good(await examiner.call("getHelpCall of one called off", "GET", path), 200, HELP_CALL)
    if left is not None and left.state != "ended":
        examiner.found("getHelpCall of one called off", "the call has not ended")
