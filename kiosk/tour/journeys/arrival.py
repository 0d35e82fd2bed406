"""Somebody has an appointment: in time, too early, too late, by who they are, with codes that are no good."""

from __future__ import annotations

from kiosk.tour.journeys.parts import (
    IDENTIFIED_REQUESTS,
    SHOWN_WHO_STATES,
    TO_MENU,
    TO_MENU_STATES,
    TURN,
    TURN_SHOWN,
    TURN_SHOWN_STATES,
    TURN_STATES,
    shown_who,
)
from kiosk.tour.steps import (
    At,
    Booked,
    Journey,
    Network,
    ScanAppointment,
    Seen,
    Step,
    Touch,
    Until,
)

TO_SCAN: tuple[Step, ...] = (*TO_MENU, Touch("choose_service:arrival"), At("arrival_scan"))
TO_SCAN_STATES = (*TO_MENU_STATES, "arrival_scan")
HERE = ("arrival_ask", *TURN_SHOWN_STATES[1:])
LEFT: tuple[Step, ...] = (Touch("finish"), At("goodbye"), At("attract"))

CHECK_IN = Journey(
    "check-in",
    "In time: other codes are told plainly, and the same code scanned again gives the same turn.",
    steps=(
        Booked(minutes=5),
        *TO_SCAN,
        ScanAppointment("other"),
        Until("not_scanned"),
        ScanAppointment("damaged"),
        Until("not_scanned"),
        ScanAppointment("another_town"),
        Until("not_scanned"),
        ScanAppointment(),
        At("person_turn"),
        Touch("home"),
        At("menu"),
        Touch("choose_service:arrival"),
        At("arrival_scan"),
        ScanAppointment(),
        *TURN_SHOWN,
    ),
    states=(*TO_SCAN_STATES, "arrival_ask", "person_turn", "menu", "arrival_scan", *HERE),
    requests=("arrive", "arrive"),
    papers={"document": 0, "ticket": 2},
)

EARLY = Journey(
    "appointment-early",
    "An hour too soon, then at another office: nothing is changed, and it is said when and where to come.",
    steps=(
        Booked(minutes=90),
        *TO_SCAN,
        ScanAppointment(),
        At("arrival_answer"),
        Touch("back"),
        At("arrival_scan"),
        Booked(minutes=5, office="florida"),
        ScanAppointment(),
        At("arrival_answer"),
        *LEFT,
    ),
    states=(
        *(*TO_SCAN_STATES, "arrival_ask", "arrival_answer", "arrival_scan", "arrival_ask", "arrival_answer"),
        *("goodbye", "attract"),
    ),
    requests=("arrive", "arrive"),
    papers={"document": 0, "ticket": 0},
)

LATE = Journey(
    "appointment-late",
    "A quarter of an hour late: the turn of the appointment is gone, and an ordinary one is to be had.",
    steps=(
        Booked(minutes=-15),
        *TO_SCAN,
        ScanAppointment(),
        At("arrival_answer"),
        Touch("take_turn"),
        *TURN,
    ),
    states=(*TO_SCAN_STATES, "arrival_ask", "arrival_answer", *TURN_STATES),
    requests=("arrive", "takeTurn"),
    papers={"document": 0, "ticket": 1},
)

LATE_AGAIN = Journey(
    "appointment-late-again",
    "Too late for it: the same is booked again, at the same office, without being looked for.",
    steps=(
        Booked(minutes=-15, procedure="join_register"),
        *TO_SCAN,
        ScanAppointment(),
        At("arrival_answer"),
        Touch("book_again"),
        At("appointments_day"),
        *LEFT,
    ),
    states=(
        *(*TO_SCAN_STATES, "arrival_ask", "arrival_answer"),
        *("appointments_ask", "appointments_days", "appointments_day", "goodbye", "attract"),
    ),
    requests=("arrive",),
    papers={"document": 0, "ticket": 0},
)

BY_PERSON = Journey(
    "check-in-identified",
    "The paper stayed at home: who the person is finds the appointment.",
    steps=(
        Booked(minutes=5, resident="maria"),
        *TO_SCAN,
        Touch("no_code"),
        *shown_who("maria"),
        *TURN_SHOWN,
    ),
    states=(*(*TO_SCAN_STATES, *SHOWN_WHO_STATES, *HERE),),
    requests=(*IDENTIFIED_REQUESTS, "arrive", "endSession"),
    papers={"document": 0, "ticket": 1},
)

CUT = Journey(
    "check-in-cut",
    "The line is cut when the code was scanned: nothing is said to be done, and trying again does it once.",
    steps=(
        Booked(minutes=5),
        *TO_SCAN,
        Network("down"),
        ScanAppointment(),
        At("trouble"),
        Seen("seudown.unsure.arrival"),
        Network("fine"),
        Touch("retry"),
        *TURN_SHOWN,
    ),
    states=(*TO_SCAN_STATES, "arrival_ask", "trouble", *HERE),
    requests=("arrive",),
    papers={"document": 0, "ticket": 1},
)

ARRIVAL = (CHECK_IN, EARLY, LATE, LATE_AGAIN, BY_PERSON, CUT)
