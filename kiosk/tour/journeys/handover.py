"""A turn takes along what somebody was doing at the blue kiosk, and the pink zone goes on with it."""

from __future__ import annotations

from kiosk.tour.journeys.parts import (
    IDENTIFIED_REQUESTS,
    IDENTIFIED_STATES,
    SHOWN_WHO_STATES,
    TO_MENU,
    TO_MENU_STATES,
    TURN,
    TURN_STATES,
    identified,
    shown_who,
)
from kiosk.tour.steps import At, Journey, Network, SeuDial, Step, Touch, TurnElsewhere, TypeWords, Until

CERTIFICAT = "certificat_individual_current"
PROCEDURE = "padro_alta"
TO_NUMBER: tuple[Step, ...] = (*TO_MENU, Touch("choose_service:handover"), At("handover_number"))
TO_NUMBER_STATES = (*TO_MENU_STATES, "handover_number")
AWAY: tuple[Step, ...] = (Touch("finish"), At("goodbye"), At("attract"))
AWAY_STATES = ("goodbye", "attract")


def asked(number: str) -> tuple[Step, ...]:
    return (TypeWords(number), Touch("take_over"))


BLUE = Journey(
    "turn-handover",
    "A certificate asks for more than somebody can show: a turn for the pink zone, where they can go on.",
    steps=(
        SeuDial("assurance", {"certificat": "high"}),
        *identified("maria"),
        Touch("contrast"),
        Until("contrast"),
        Touch(f"choose_document:{CERTIFICAT}"),
        At("person_offer"),
        Touch("take_turn"),
        *TURN,
    ),
    states=(*IDENTIFIED_STATES, "identify_step_up", "person_offer", *TURN_STATES),
    requests=(*IDENTIFIED_REQUESTS, "createChallenge", "takeTurn", "endSession"),
    papers={"document": 0, "ticket": 1},
)

PINK = Journey(
    "welcome-handover",
    "In the pink zone, by the number of their turn, after a wrong one: their language, screen and document.",
    steps=(
        TurnElsewhere("es", {"service": "padro", "choice": CERTIFICAT, "screen": "dark"}),
        *TO_NUMBER,
        *asked("Z9"),
        At("handover_none"),
        Touch("other_number"),
        At("handover_number"),
        *asked("R21"),
        At("handover_show"),
        Touch("choose_service:padro"),
        *shown_who("maria"),
        At("padro_purpose"),
        Touch("back"),
        At("padro_choose"),
        *AWAY,
    ),
    states=(
        *TO_NUMBER_STATES,
        *("handover_ask", "handover_none", "handover_number", "handover_ask", "handover_show"),
        *SHOWN_WHO_STATES,
        *("padro_ask", "padro_purpose", "padro_choose"),
        *AWAY_STATES,
    ),
    requests=("takeTurn", "takeOver", "takeOver", *IDENTIFIED_REQUESTS, "endSession"),
    papers={"document": 0, "ticket": 0},
    assisted=True,
)

CUT = Journey(
    "welcome-handover-cut",
    "The line is cut; it is another person's, and given back; then it is gone on with, once and no more.",
    steps=(
        TurnElsewhere("en", {"service": "procedures", "choice": PROCEDURE}),
        *TO_NUMBER,
        TypeWords("R21"),
        Network("down"),
        Touch("take_over"),
        At("trouble"),
        Network("fine"),
        Touch("retry"),
        At("handover_show"),
        Touch("other_number"),
        At("handover_number"),
        *asked("R21"),
        At("handover_show"),
        Touch("choose_service:procedures"),
        At("procedures_show"),
        Touch("home"),
        At("menu"),
        Touch("choose_service:handover"),
        At("handover_number"),
        *asked("R21"),
        At("handover_none"),
        Touch("go_home"),
        At("menu"),
        *AWAY,
    ),
    states=(
        *TO_NUMBER_STATES,
        *("handover_ask", "trouble", "handover_ask", "handover_show"),
        *("handover_number", "handover_ask", "handover_show"),
        *("procedures_ask", "procedures_open", "procedures_show", "menu"),
        *("handover_number", "handover_ask", "handover_none", "menu"),
        *AWAY_STATES,
    ),
    requests=("takeTurn", "takeOver", "giveHandoverBack", "takeOver", "takeOver"),
    papers={"document": 0, "ticket": 0},
    assisted=True,
)

HANDOVERS = (BLUE, PINK, CUT)
