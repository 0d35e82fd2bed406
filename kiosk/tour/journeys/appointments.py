"""An appointment is made; and what can come between."""

from __future__ import annotations

from kiosk.tour.journeys.appointments_parts import (
    ADDRESS,
    AT_THE_OFFICE,
    AT_THE_OFFICE_STATES,
    BEGUN_STATES,
    CONFIRMED,
    CONFIRMED_STATES,
    DONE,
    DONE_STATES,
    GONE,
    GONE_STATES,
    HELD_STATES,
    NAMED_STATES,
    NO_PAPER,
    ONE_PAPER,
    ORDER,
    ORDER_STATES,
    PROVED,
    PROVED_REQUESTS,
    PROVED_STATES,
    begun,
    held,
    hour,
)
from kiosk.tour.journeys.parts import IDENTIFIED_REQUESTS, SHOWN_WHO_STATES, shown_who
from kiosk.tour.steps import At, Journey, Network, Seen, SeuDial, Touch, TypePhone, TypeWords

BOOK = Journey(
    "appointment-book",
    "Somebody books an hour with their phone, is to be reminded, and takes the paper home.",
    steps=(*begun(), *AT_THE_OFFICE, *held(24, "10:20"), *ORDER, *DONE),
    states=(*BEGUN_STATES, *AT_THE_OFFICE_STATES, *HELD_STATES, *ORDER_STATES, *DONE_STATES),
    requests=("holdHour", *PROVED_REQUESTS, "bookAppointment", "endSession"),
    papers=ONE_PAPER,
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
    requests=("holdHour", "holdHour", *PROVED_REQUESTS, "bookAppointment", "endSession"),
    papers=ONE_PAPER,
)

HOLD_EXPIRES = Journey(
    "appointment-hold-expires",
    "Somebody thinks it over for longer than the hour is held: it is said, and the hours are there again.",
    steps=(
        *begun(hold_seconds=6),
        *AT_THE_OFFICE,
        *held(24, "10:20"),
        At("appointments_phone"),
        At("appointments_expired"),
        Touch("choose_again"),
        At("appointments_day"),
        *GONE,
    ),
    states=(
        *BEGUN_STATES,
        *AT_THE_OFFICE_STATES,
        *HELD_STATES,
        *("appointments_phone", "appointments_expired", "appointments_days", "appointments_day"),
        *GONE_STATES,
    ),
    requests=("holdHour", "releaseHold"),
    papers=NO_PAPER,
)

HOLD_EXPIRES_AT_CODE = Journey(
    "appointment-hold-expires-at-code",
    "The hour is held no longer while somebody waits for the code: it is said.",
    steps=(
        *begun(hold_seconds=8),
        *AT_THE_OFFICE,
        *held(24, "10:20"),
        At("appointments_phone"),
        *PROVED[:2],
        At("appointments_code"),
        At("appointments_expired"),
        *GONE,
    ),
    states=(
        *BEGUN_STATES,
        *AT_THE_OFFICE_STATES,
        *HELD_STATES,
        *PROVED_STATES[:-1],
        "appointments_expired",
        *GONE_STATES,
    ),
    requests=("holdHour", "sendAppointmentCode", "releaseHold"),
    papers=NO_PAPER,
)

NO_CODE = Journey(
    "appointment-no-code",
    "The code does not come: a document does instead, and the hour is held meanwhile.",
    steps=(
        *begun(),
        *AT_THE_OFFICE,
        *held(24, "10:20"),
        At("appointments_phone"),
        TypePhone("maria"),
        Touch("send_phone"),
        At("appointments_code"),
        Touch("by_document"),
        *shown_who("omar"),
        At("appointments_reminder"),
        Touch("choose_reminder:none"),
        *CONFIRMED,
        *DONE,
    ),
    states=(
        *BEGUN_STATES,
        *AT_THE_OFFICE_STATES,
        *HELD_STATES,
        *PROVED_STATES[:-1],
        *SHOWN_WHO_STATES,
        *NAMED_STATES,
        *DONE_STATES,
    ),
    requests=("holdHour", "sendAppointmentCode", *IDENTIFIED_REQUESTS, "bookAppointment", "endSession"),
    papers=ONE_PAPER,
)

EMAIL = Journey(
    "appointment-email",
    "An e-mail rather than a message: a slip is told, and the address is read before it is used.",
    steps=(
        *begun(),
        *AT_THE_OFFICE,
        *held(24, "10:20"),
        *ORDER[:-1],
        Touch("change_reminder"),
        At("appointments_reminder"),
        Touch("choose_reminder:email"),
        At("appointments_email"),
        TypeWords(ADDRESS.removesuffix(".cat")),
        Touch("send_email"),
        Seen("appt.email.ending"),
        Touch("character:.cat"),
        Touch("send_email"),
        At("appointments_address"),
        Touch("use_address"),
        *CONFIRMED,
        *DONE,
    ),
    states=(
        *BEGUN_STATES,
        *AT_THE_OFFICE_STATES,
        *HELD_STATES,
        *ORDER_STATES[:-1],
        *("appointments_reminder", "appointments_email", "appointments_address"),
        *CONFIRMED_STATES,
        *DONE_STATES,
    ),
    requests=("holdHour", *PROVED_REQUESTS, "bookAppointment", "endSession"),
    papers=ONE_PAPER,
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
    requests=("holdHour", *PROVED_REQUESTS, "bookAppointment", "endSession"),
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

APPOINTMENTS = (BOOK, LAST_SLOT, HOLD_EXPIRES, HOLD_EXPIRES_AT_CODE, NO_CODE, EMAIL, CUT, WITHDRAWN)
