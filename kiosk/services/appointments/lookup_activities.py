"""What the kiosk asks of the seu: a code to a phone, what one has booked, another hour, an end to it."""

from __future__ import annotations

import secrets

from kiosk.activity import Step
from kiosk.services.appointments.activities import count_down, hold_has_ended, not_done
from kiosk.services.appointments.lookup_choices import session_of
from kiosk.services.appointments.memory import Listed, Reminder
from kiosk.services.common.activities import explain
from kiosk.services.identify import phone
from kiosk.services.identify.typed_phone import TypedPhone
from kiosk.seu.models import Failed, LookupAccepted, Refused, Wrong


async def appointments_phone(step: Step) -> str | None:
    """An hour that is to be booked with that phone is held no longer than the seu said."""
    return await count_down(step)


async def appointments_send(step: Step) -> str | None:
    """Ask the seu for a code to that phone."""
    lookup = step.session.appointments.lookup
    number = phone.split(lookup.phone.prefix, lookup.phone.number)
    if number is None:
        raise RuntimeError("asked for a code to no phone")
    lookup.key = lookup.key or secrets.token_urlsafe(16)
    answer = await step.house.seu.appointments.send_code(number, lookup.key)
    if isinstance(answer, Failed):
        return explain(step, answer, "appointments_send")
    lookup.sent, lookup.resend_in = answer, answer.resend_after_seconds
    lookup.typed = lookup.notice = lookup.key = ""
    return "code_sent"


async def appointments_code(step: Step) -> str | None:
    """Count down until the code may be sent again, and as long as an hour is held."""
    memory, clock = step.session.appointments, step.house.clock
    while memory.held is not None or memory.lookup.resend_in > 0:
        left = memory.held.ends - clock.monotonic() if memory.held else 1.0
        if left <= 0:
            return hold_has_ended(step)
        await clock.sleep(min(1.0, left))
        memory.lookup.resend_in = max(0, memory.lookup.resend_in - 1)
        step.refresh()
    return None


async def appointments_check(step: Step) -> str | None:
    """Ask the seu whether it is the code that it sent; one that serves no more is asked for anew."""
    memory = step.session.appointments
    lookup = memory.lookup
    if lookup.sent is None:
        raise RuntimeError("checked a code that was not sent")
    lookup.key = lookup.key or secrets.token_urlsafe(16)
    answer = await step.house.seu.appointments.attempt(lookup.sent.lookup, lookup.typed, lookup.key)
    match answer:
        case Failed(problem="code-expired" | "challenge-closed" | "not-found"):
            lookup.key = lookup.typed = ""
            lookup.resend_in, lookup.notice = 0, "code.late"
            return "code_expired"
        case Failed():
            return explain(step, answer, "appointments_check")
        case Wrong():
            lookup.key = lookup.typed = ""
            lookup.tries_left, lookup.notice = answer.tries_left, "code.wrong"
            return "code_wrong"
        case Refused():
            lookup.sent, lookup.phone, lookup.typed = None, TypedPhone(), ""
            return "not_accepted"
        case LookupAccepted():
            _leave(step)
            lookup.session, lookup.by_document = answer.citizen_session, False
            memory.phone, memory.reminder = lookup.phone, Reminder.SMS
            lookup.sent, lookup.phone, lookup.typed = None, TypedPhone(), ""
            lookup.key = ""
            return "code_accepted"


def _leave(step: Step) -> None:
    """Of two phones that were shown, the later one counts."""
    if session := step.session.appointments.lookup.session:
        step.house.background(step.house.seu.leave(session))


async def appointments_mine(step: Step) -> str | None:
    """Ask the seu what the person has booked."""
    memory = step.session.appointments
    answer = await step.house.seu.appointments.mine(session_of(step.session))
    if isinstance(answer, Failed):
        return explain(step, answer, "appointments_mine")
    memory.mine = answer.appointments
    memory.begin(Listed.MINE)
    return "mine_known"


async def appointments_move(step: Step) -> str | None:
    """Order the other hour; the same order, placed again, moves nothing twice."""
    memory = step.session.appointments
    if memory.held is None or memory.made is None:
        raise RuntimeError("moved no appointment, or to an hour that is not held")
    memory.key = memory.key or secrets.token_urlsafe(16)
    answer = await step.house.seu.appointments.move(
        session_of(step.session), memory.made.appointment, memory.held.hold, memory.key
    )
    if isinstance(answer, Failed):
        if answer.problem == "not-found":
            step.house.let_go(step.session)
            return "not_there"
        return not_done(step, answer, "appointments_move")
    memory.moved_from, memory.made, memory.held, memory.key = memory.made.at, answer, None, ""
    return "moved"


async def appointments_cancel(step: Step) -> str | None:
    """Tell the seu that the person does not come."""
    memory = step.session.appointments
    if memory.made is None:
        raise RuntimeError("cancelled no appointment")
    answer = await step.house.seu.appointments.cancel(session_of(step.session), memory.made.appointment)
    if answer is not None:
        return "not_there" if answer.problem == "not-found" else not_done(step, answer, "appointments_cancel")
    return "cancelled"


ACTIVITIES = (
    appointments_phone,
    appointments_send,
    appointments_code,
    appointments_check,
    appointments_mine,
    appointments_move,
    appointments_cancel,
)
