"""An appointment that there is already: it is found, moved and cancelled, and not booked a second time."""

from __future__ import annotations

from kiosk.tour.journeys.appointments_parts import (
    AT_THE_OFFICE,
    AT_THE_OFFICE_STATES,
    BEGUN_STATES,
    DONE,
    DONE_STATES,
    FOUND,
    FOUND_STATES,
    GONE,
    GONE_STATES,
    HELD_STATES,
    NAMED_STATES,
    NO_PAPER,
    ONE_PAPER,
    ORDER,
    ORDER_STATES,
    PHONE,
    PRINTED,
    PROVED_REQUESTS,
    begun,
    booked_by_name,
    held,
)
from kiosk.tour.journeys.parts import (
    IDENTIFIED_REQUESTS,
    LEAVE,
    LEAVE_STATES,
    SHOWN_WHO_STATES,
    read,
    shown_who,
    to_code,
)
from kiosk.tour.steps import At, Journey, PutCard, Step, TakeCard, Touch, TypeCode

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
    requests=(*PROVED_REQUESTS, "holdHour", "moveAppointment", "endSession"),
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
    requests=(*PROVED_REQUESTS, "cancelAppointment", "endSession"),
    papers=NO_PAPER,
)


def _aid(*after: Step) -> tuple[Step, ...]:
    """Social benefits, of which there is one office."""
    return (Touch("choose_group:money"), Touch("choose_procedure:social_aid"), *after)


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
        *booked_by_name(24),
        *PRINTED,
        At("more"),
        Touch("want_more"),
        At("menu"),
        Touch("choose_service:appointments"),
        At("appointments_procedure"),
        *_aid(At("appointments_day")),
        *booked_by_name(25),
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
        *NAMED_STATES,
        *("appointments_done", "more", "menu", "appointments_ask", "appointments_procedure"),
        *("appointments_days", "appointments_day"),
        *HELD_STATES,
        *NAMED_STATES,
        *("appointments_already", "appointments_mine", "appointments_one"),
        *GONE_STATES,
    ),
    requests=(
        *IDENTIFIED_REQUESTS,
        *("holdHour", "bookAppointment", "holdHour", "bookAppointment", "releaseHold", "endSession"),
    ),
    papers=ONE_PAPER,
)

ALREADY_BY_PHONE = Journey(
    "appointment-already-phone",
    "A phone books once for each procedure: whoever has its code is led to the first.",
    steps=(
        *begun(given=PHONE),
        *AT_THE_OFFICE,
        *held(24, "10:20"),
        *ORDER,
        At("appointments_already"),
        Touch("my_appointments"),
        At("appointments_one"),
        *GONE,
    ),
    states=(
        *BEGUN_STATES,
        *AT_THE_OFFICE_STATES,
        *HELD_STATES,
        *ORDER_STATES,
        *("appointments_already", "appointments_mine", "appointments_one"),
        *GONE_STATES,
    ),
    requests=("holdHour", *PROVED_REQUESTS, "bookAppointment", "releaseHold", "endSession"),
    papers=NO_PAPER,
)

SHARED_PHONE = Journey(
    "appointment-shared-phone",
    "Somebody of the same phone booked it already: with a document each has one of their own.",
    steps=(
        *begun(given=PHONE),
        *AT_THE_OFFICE,
        *held(24, "10:20"),
        *ORDER,
        At("appointments_already"),
        Touch("by_document"),
        *shown_who("omar"),
        At("appointments_day"),
        *booked_by_name(25),
        *DONE,
    ),
    states=(
        *BEGUN_STATES,
        *AT_THE_OFFICE_STATES,
        *HELD_STATES,
        *ORDER_STATES,
        "appointments_already",
        *SHOWN_WHO_STATES,
        *("appointments_days", "appointments_day"),
        *HELD_STATES,
        *NAMED_STATES,
        *DONE_STATES,
    ),
    requests=(
        *("holdHour", *PROVED_REQUESTS, "bookAppointment", "releaseHold"),
        *(*IDENTIFIED_REQUESTS, "holdHour", "bookAppointment", "endSession", "endSession"),
    ),
    papers=ONE_PAPER,
)

BY_DOCUMENT = Journey(
    "appointment-by-document",
    "Somebody booked with another phone than the registered one: the document finds nothing, the phone does.",
    steps=(
        *begun(given=PHONE),
        Touch("my_appointments"),
        At("appointments_phone"),
        Touch("by_document"),
        *shown_who("omar"),
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
    requests=(*IDENTIFIED_REQUESTS, *PROVED_REQUESTS, "endSession", "endSession"),
    papers=NO_PAPER,
)

OWN_APPOINTMENTS = (MOVE, CANCEL, ALREADY, ALREADY_BY_PHONE, SHARED_PHONE, BY_DOCUMENT)
