"""A person is called: somebody comes, nobody answers, or nobody can be reached."""

from __future__ import annotations

from kiosk.tour.journeys.parts import TO_MENU, TO_MENU_STATES
from kiosk.tour.steps import At, Journey, Network, PutSigner, SeuDial, TakeSigner, Touch, Until

COMES, ENDS = SeuDial("help-calls/coming", {}), SeuDial("help-calls/ended", {})
STAFF_PIN = "2468"
"""Of the demo's card of staff (demo/card/staff.py)."""
LEAVE = (Touch("finish"), At("goodbye"), At("attract"))
AT_CARD = (*TO_MENU, Touch("choose_service:padro"), At("identify_card"))
AT_CARD_STATES = (*TO_MENU_STATES, "identify_card")
CALL = (Touch("help"), Until("help"), Touch("call_person"))

HELP_COMES = Journey(
    "help",
    "Somebody asks for help and goes on meanwhile; staff say that they come, and end the call.",
    steps=(
        *AT_CARD,
        *CALL,
        Until("help_called"),
        Touch("close_help"),
        Until("close_help"),
        Touch("back"),
        At("menu"),
        COMES,
        Until("help_coming"),
        Touch("help"),
        Until("help"),
        ENDS,
        Until("help_ended"),
        Touch("close_help"),
        *LEAVE,
    ),
    states=(*AT_CARD_STATES, "menu", "goodbye", "attract"),
    requests=("callHelp",),
    papers={"document": 0, "ticket": 0},
)

HELP_AGAIN = Journey(
    "help-again",
    "Nobody answers the call: more people are told, the person knows it, and leaves; so does the call.",
    steps=(*AT_CARD, *CALL, Until("help_called"), Until("help_again"), Touch("close_help"), *LEAVE),
    states=(*AT_CARD_STATES, "goodbye", "attract"),
    requests=("callHelp", "callAgain", "cancelHelp"),
    papers={"document": 0, "ticket": 0},
    settings={"KIOSK_HELP__AGAIN_SECONDS": "5"},
)

HELP_UNHEARD = Journey(
    "help-unheard",
    "There is no network when somebody asks for help: it is said, tried again, and is one call in the end.",
    steps=(
        *AT_CARD,
        Network("down"),
        *CALL,
        Until("help_unheard"),
        Network("fine"),
        Until("help_called"),
        Touch("cancel_call"),
        Until("cancel_call"),
        Touch("close_help"),
        *LEAVE,
    ),
    states=(*AT_CARD_STATES, "goodbye", "attract"),
    requests=("callHelp", "cancelHelp"),
    papers={"document": 0, "ticket": 0},
)

HELP_STAFF_CARD = Journey(
    "help-staff-card",
    "Staff come and end the call with their card; a citizen's own card in its place does nothing.",
    steps=(
        *AT_CARD,
        *CALL,
        Until("help_called"),
        COMES,
        Until("help_coming"),
        PutSigner("maria"),
        Touch("staff_open"),
        Until("staff_open"),
        *(Touch(f"digit:{digit}") for digit in STAFF_PIN),
        Touch("staff_send"),
        Until("help_staff"),
        TakeSigner(),
        PutSigner("staff"),
        *(Touch(f"digit:{digit}") for digit in STAFF_PIN),
        Touch("staff_send"),
        Until("help_ended"),
        TakeSigner(),
        Touch("close_help"),
        At("identify_card"),
        *LEAVE,
    ),
    states=(*AT_CARD_STATES, "goodbye", "attract"),
    requests=("callHelp", "cancelHelp"),
    papers={"document": 0, "ticket": 0},
)

HELP = (HELP_COMES, HELP_AGAIN, HELP_UNHEARD, HELP_STAFF_CARD)
