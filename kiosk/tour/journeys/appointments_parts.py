"""The parts that the journeys of appointments share."""

from __future__ import annotations

from kiosk.tour.journeys.parts import LEAVE, LEAVE_STATES, TO_MENU, TO_MENU_STATES
from kiosk.tour.steps import At, SeuDial, Step, Touch, TypeCode, TypePhone, Until

TODAY = SeuDial("clock", {"at": "2027-11-22T08:00:00+01:00"})
"""A Monday on which hours are free; the kiosk's own clock stays as it is."""
NO_PAPER, ONE_PAPER = {"document": 0, "ticket": 0}, {"document": 0, "ticket": 1}
PHONE = "600000158"
"""The one that Maria has."""
ADDRESS = "maria_puig.77@correu-exemple.cat"


def hour(day: int, time: str) -> str:
    """An hour of that week, as it is touched."""
    return f"choose_hour:2027-11-{day}T{time}:00+01:00"


def begun(**dials: object) -> tuple[Step, ...]:
    """From the street to the procedures, in a town whose diary stands so."""
    return (
        TODAY,
        SeuDial("appointments", {"room": 6, **dials}),
        *TO_MENU,
        Touch("choose_service:appointments"),
        At("appointments_procedure"),
    )


BEGUN_STATES = (*TO_MENU_STATES, "appointments_ask", "appointments_procedure")

AT_THE_OFFICE: tuple[Step, ...] = (
    Touch("choose_procedure:join_register"),
    At("appointments_office"),
    Touch("choose_office:central"),
    At("appointments_day"),
)
AT_THE_OFFICE_STATES = ("appointments_office", "appointments_days", "appointments_day")


def held(day: int, time: str) -> tuple[Step, ...]:
    return (
        Touch(f"choose_day:2027-11-{day}"),
        At("appointments_day"),
        Touch(hour(day, time)),
        At("appointments_day"),
        Touch("reserve"),
    )


HELD_STATES = ("appointments_hours", "appointments_day", "appointments_hold", "appointments_day")

PROVED: tuple[Step, ...] = (
    TypePhone("maria"),
    Touch("send_phone"),
    At("appointments_code"),
    TypeCode(),
    Touch("send_code"),
)
PROVED_STATES = ("appointments_phone", "appointments_send", "appointments_code", "appointments_check")
PROVED_REQUESTS = ("sendAppointmentCode", "tryAppointmentCode")

CONFIRMED: tuple[Step, ...] = (At("appointments_confirm"), Touch("confirm"))
CONFIRMED_STATES = ("appointments_confirm", "appointments_book")

ORDER: tuple[Step, ...] = (At("appointments_phone"), *PROVED, *CONFIRMED)
ORDER_STATES = (*PROVED_STATES, *CONFIRMED_STATES)

PRINTED: tuple[Step, ...] = (At("appointments_done"), Until("paper_known"), Touch("done"))
DONE: tuple[Step, ...] = (*PRINTED, At("more"), *LEAVE)
DONE_STATES = ("appointments_done", "more", *LEAVE_STATES)

GONE: tuple[Step, ...] = (Touch("finish"), At("goodbye"), At("attract"))
GONE_STATES = ("goodbye", "attract")

FOUND: tuple[Step, ...] = (
    Touch("my_appointments"),
    At("appointments_phone"),
    *PROVED,
    At("appointments_one"),
)
FOUND_STATES = (*PROVED_STATES, "appointments_mine", "appointments_one")


def booked_by_name(day: int) -> tuple[Step, ...]:
    """In the name of whoever has shown a document."""
    return (
        *held(day, "10:20"),
        At("appointments_reminder"),
        Touch("choose_reminder:none"),
        *CONFIRMED,
    )


NAMED_STATES = ("appointments_reminder", *CONFIRMED_STATES)
