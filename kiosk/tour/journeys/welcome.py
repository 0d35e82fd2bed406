"""The welcome zone: two or three questions, and the way to the blue, the pink or the orange zone."""

from __future__ import annotations

from kiosk.tour.journeys.parts import TURN, TURN_STATES
from kiosk.tour.steps import At, Booked, Journey, Network, ScanAppointment, Step, Touch, Until

WELCOME = {"KIOSK_KIOSK__ROLE": "welcome"}
IN: tuple[Step, ...] = (
    At("attract"),
    Touch("start"),
    At("language"),
    Touch("choose_language:{language}"),
    At("welcome_ask"),
)
IN_STATES = ("attract", "language", "welcome_ask")
OUT: tuple[Step, ...] = (Touch("finish"), At("goodbye"), At("attract"))

BLUE = Journey(
    "welcome-blue",
    "Somebody who has done it before, and thinks again on the way, starts at this very machine.",
    steps=(
        *IN,
        Touch("answer:1"),
        Until("answer"),
        Touch("back"),
        Until("back", picture=False),
        Touch("answer:1"),
        Until("answer", picture=False),
        Touch("answer:0"),
        At("welcome_place"),
        Touch("back"),
        At("welcome_ask"),
        Touch("answer:0"),
        At("welcome_place"),
        Touch("go_on"),
        At("menu"),
        *OUT,
    ),
    states=(*(*IN_STATES, "welcome_place", "welcome_ask", "welcome_place", "menu", "goodbye", "attract"),),
    requests=(),
    papers={"document": 0, "ticket": 0},
    settings=WELCOME,
)

PINK = Journey(
    "welcome-pink",
    "Somebody beside them, please: a turn for the pink zone, though the line was cut in between.",
    steps=(
        *IN,
        Touch("answer:1"),
        Until("answer", picture=False),
        Touch("answer:1"),
        Until("answer"),
        Touch("answer:0"),
        At("welcome_place"),
        Touch("go_on"),
        At("turns_priority"),
        Network("down"),
        Touch("choose_priority:no"),
        At("trouble"),
        Network("fine"),
        Touch("retry"),
        *TURN[2:],
    ),
    states=(*IN_STATES, "welcome_place", "turns_priority", "person_ask", "trouble", *TURN_STATES[1:]),
    requests=("takeTurn",),
    papers={"document": 0, "ticket": 1},
    settings=WELCOME,
)

ORANGE = Journey(
    "welcome-orange",
    "Somebody with an appointment tells that they are here, and gets its turn.",
    steps=(
        Booked(minutes=5),
        *IN,
        Touch("answer:0"),
        At("welcome_place"),
        Touch("choose_service:arrival"),
        At("arrival_scan"),
        ScanAppointment(),
        *TURN[2:],
    ),
    states=(*IN_STATES, "welcome_place", "arrival_scan", "arrival_ask", *TURN_STATES[2:]),
    requests=("arrive",),
    papers={"document": 0, "ticket": 1},
    settings=WELCOME,
)

WELCOMES = (BLUE, PINK, ORANGE)
