"""An appointment is made, moved and cancelled; and what can come between."""

from __future__ import annotations

from kiosk.tour.journeys.parts import (
    IDENTIFIED_REQUESTS,
    LEAVE,
    LEAVE_STATES,
    SHOWN_WHO_STATES,
    TO_MENU,
    TO_MENU_STATES,
    read,
    shown_who,
    to_code,
)
from kiosk.tour.steps import (
    At,
    Journey,
    Network,
    PutCard,
    SeuDial,
    Step,
    TakeCard,
    Touch,
    TypeCode,
    TypePhone,
    Until,
)

TODAY = SeuDial("clock", {"at": "2027-11-22T08:00:00+01:00"})
"""A Monday on which hours are free; the kiosk's own clock stays as it is."""
NO_PAPER, ONE_PAPER = {"document": 0, "ticket": 0}, {"document": 0, "ticket": 1}
PHONE = "600000158"
"""The one that Maria has."""


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

ORDER: tuple[Step, ...] = (
    At("appointments_contact"),
    TypePhone("maria"),
    Touch("send_phone"),
    At("appointments_confirm"),
    Touch("confirm"),
)
ORDER_STATES = ("appointments_contact", "appointments_confirm", "appointments_book")

PRINTED: tuple[Step, ...] = (At("appointments_done"), Until("paper_known"), Touch("done"))
DONE: tuple[Step, ...] = (*PRINTED, At("more"), *LEAVE)
DONE_STATES = ("appointments_done", "more", *LEAVE_STATES)

GONE: tuple[Step, ...] = (Touch("finish"), At("goodbye"), At("attract"))
GONE_STATES = ("goodbye", "attract")

FOUND: tuple[Step, ...] = (
    Touch("my_appointments"),
    At("appointments_phone"),
    TypePhone("maria"),
    Touch("send_phone"),
    At("appointments_code"),
    TypeCode(),
    Touch("send_code"),
    At("appointments_one"),
)
FOUND_STATES = (
    *("appointments_phone", "appointments_send", "appointments_code", "appointments_check"),
    *("appointments_mine", "appointments_one"),
)
FOUND_REQUESTS = ("sendAppointmentCode", "tryAppointmentCode")

BOOK = Journey(
    "appointment-book",
    "Somebody books an hour with their phone, is to be reminded, and takes the paper home.",
    steps=(*begun(), *AT_THE_OFFICE, *held(24, "10:20"), *ORDER, *DONE),
    states=(*BEGUN_STATES, *AT_THE_OFFICE_STATES, *HELD_STATES, *ORDER_STATES, *DONE_STATES),
    requests=("holdHour", "bookAppointment"),
    papers=ONE_PAPER,
)

MOVE = Journey(
    "appointment-move",
    "Somebody finds what they booked by a code to their phone, and moves it.",
    steps=(
        *begun(given=PHONE),
        *FOUND,
        Touch("move_it"),
        At("appointments_day"),
        *held(25, "09:40"),
        At("appointments_confirm"),
        Touch("confirm"),
        *DONE,
    ),
    states=(
        *BEGUN_STATES,
        *FOUND_STATES,
        *("appointments_days", "appointments_day"),
        *HELD_STATES,
        *("appointments_confirm", "appointments_move"),
        *DONE_STATES,
    ),
    requests=(*FOUND_REQUESTS, "holdHour", "moveAppointment", "endSession"),
    papers=ONE_PAPER,
)

CANCEL = Journey(
    "appointment-cancel",
    "Somebody finds what they booked by a code to their phone, and cancels it.",
    steps=(
        *begun(given=PHONE),
        *FOUND,
        Touch("cancel_it"),
        At("appointments_giveup"),
        Touch("confirm"),
        At("appointments_cancelled"),
        Touch("done"),
        At("more"),
        *LEAVE,
    ),
    states=(
        *BEGUN_STATES,
        *FOUND_STATES,
        *("appointments_giveup", "appointments_cancel", "appointments_cancelled", "more"),
        *LEAVE_STATES,
    ),
    requests=(*FOUND_REQUESTS, "cancelAppointment", "endSession"),
    papers=NO_PAPER,
)

LAST_SLOT = Journey(
    "appointment-last-slot",
    "Somebody else takes the last hour of the day first: it is said at once, and the next ones are there.",
    steps=(
        *begun(room=1),
        *AT_THE_OFFICE,
        SeuDial("appointments", {"rival": True}),
        Touch(hour(22, "09:00")),
        At("appointments_day"),
        Touch(hour(23, "09:00")),
        At("appointments_day"),
        Touch("reserve"),
        *ORDER,
        *DONE,
    ),
    states=(
        *BEGUN_STATES,
        *AT_THE_OFFICE_STATES,
        *("appointments_hold", "appointments_days", "appointments_day"),
        *("appointments_hold", "appointments_day"),
        *ORDER_STATES,
        *DONE_STATES,
    ),
    requests=("holdHour", "holdHour", "bookAppointment"),
    papers=ONE_PAPER,
)

HOLD_EXPIRES = Journey(
    "appointment-hold-expires",
    "Somebody thinks it over for longer than the hour is held: it is said, and the hours are there again.",
    steps=(
        *begun(hold_seconds=6),
        *AT_THE_OFFICE,
        *held(24, "10:20"),
        At("appointments_contact"),
        At("appointments_expired"),
        Touch("choose_again"),
        At("appointments_day"),
        *GONE,
    ),
    states=(
        *BEGUN_STATES,
        *AT_THE_OFFICE_STATES,
        *HELD_STATES,
        *("appointments_contact", "appointments_expired", "appointments_days", "appointments_day"),
        *GONE_STATES,
    ),
    requests=("holdHour", "releaseHold"),
    papers=NO_PAPER,
)

CUT = Journey(
    "appointment-cut",
    "The network is cut as the appointment is ordered: what is not known is said so, and asked again.",
    steps=(
        *begun(),
        *AT_THE_OFFICE,
        *held(24, "10:20"),
        *ORDER[:-1],
        Network("down"),
        Touch("confirm"),
        At("appointments_unsure"),
        Network("fine"),
        Touch("retry"),
        *DONE,
    ),
    states=(
        *BEGUN_STATES,
        *AT_THE_OFFICE_STATES,
        *HELD_STATES,
        *ORDER_STATES,
        *("appointments_unsure", "appointments_book"),
        *DONE_STATES,
    ),
    requests=("holdHour", "bookAppointment"),
    papers=ONE_PAPER,
)

WITHDRAWN = Journey(
    "appointment-withdrawn",
    "The town hall takes a procedure off its list while its hours are looked at.",
    steps=(
        *begun(),
        *AT_THE_OFFICE,
        SeuDial("appointments", {"withdrawn": ["join_register"]}),
        Touch("choose_day:2027-11-24"),
        At("appointments_withdrawn"),
        Touch("choose_again"),
        At("appointments_procedure"),
        *GONE,
    ),
    states=(
        *BEGUN_STATES,
        *AT_THE_OFFICE_STATES,
        *("appointments_hours", "appointments_withdrawn", "appointments_ask", "appointments_procedure"),
        *GONE_STATES,
    ),
    requests=(),
    papers=NO_PAPER,
)


def _aid(*after: Step) -> tuple[Step, ...]:
    """Social benefits, of which there is one office."""
    return (Touch("choose_group:money"), Touch("choose_procedure:social_aid"), *after)


def _booked_by_name(day: int) -> tuple[Step, ...]:
    return (
        *held(day, "10:20"),
        At("appointments_contact"),
        Touch("no_phone"),
        At("appointments_confirm"),
        Touch("confirm"),
    )


ALREADY = Journey(
    "appointment-already",
    "A procedure asks who it is for; whoever wants a second one of it is led to the first.",
    steps=(
        *begun(),
        *_aid(At("identify_card"), PutCard("maria"), At("identify_can")),
        *read("maria"),
        *to_code("maria"),
        TypeCode(),
        Touch("send_code"),
        At("identify_done"),
        TakeCard(),
        Touch("go_on"),
        At("appointments_day"),
        *_booked_by_name(24),
        *PRINTED,
        At("more"),
        Touch("want_more"),
        At("menu"),
        Touch("choose_service:appointments"),
        At("appointments_procedure"),
        *_aid(At("appointments_day")),
        *_booked_by_name(25),
        At("appointments_already"),
        Touch("my_appointments"),
        At("appointments_one"),
        *GONE,
    ),
    states=(
        *BEGUN_STATES,
        *SHOWN_WHO_STATES,
        *("appointments_days", "appointments_day"),
        *HELD_STATES,
        *ORDER_STATES,
        *("appointments_done", "more", "menu", "appointments_ask", "appointments_procedure"),
        *("appointments_days", "appointments_day"),
        *HELD_STATES,
        *ORDER_STATES,
        *("appointments_already", "appointments_mine", "appointments_one"),
        *GONE_STATES,
    ),
    requests=(
        *IDENTIFIED_REQUESTS,
        *("holdHour", "bookAppointment", "holdHour", "bookAppointment", "releaseHold", "endSession"),
    ),
    papers=ONE_PAPER,
)

BY_DOCUMENT = Journey(
    "appointment-by-document",
    "Somebody booked with a phone and looks with a document: it is said, and the phone finds it.",
    steps=(
        *begun(given=PHONE),
        Touch("my_appointments"),
        At("appointments_phone"),
        Touch("by_document"),
        *shown_who("maria"),
        At("appointments_list"),
        Touch("by_phone"),
        *FOUND[1:],
        *GONE,
    ),
    states=(
        *BEGUN_STATES,
        "appointments_phone",
        *SHOWN_WHO_STATES,
        *("appointments_mine", "appointments_list"),
        *FOUND_STATES,
        *GONE_STATES,
    ),
    requests=(*IDENTIFIED_REQUESTS, *FOUND_REQUESTS, "endSession", "endSession"),
    papers=NO_PAPER,
)

APPOINTMENTS = (BOOK, MOVE, CANCEL, LAST_SLOT, HOLD_EXPIRES, CUT, WITHDRAWN, ALREADY, BY_DOCUMENT)
