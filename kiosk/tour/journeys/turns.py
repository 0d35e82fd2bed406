"""A turn for the desk: taken, followed while the queue moves, called; and a day without any left."""

from __future__ import annotations

from kiosk.tour.journeys.parts import (
    LEAVE,
    LEAVE_STATES,
    TO_MENU,
    TO_MENU_STATES,
    TURN_SHOWN,
    TURN_SHOWN_STATES,
)
from kiosk.tour.steps import At, Journey, Network, Seen, SeuDial, Step, Touch, Until

TO_PRIORITY: tuple[Step, ...] = (
    *TO_MENU,
    Touch("choose_service:turn"),
    At("turns_queue"),
    Touch("choose_queue:taxes"),
    At("turns_priority"),
)
TO_PRIORITY_STATES = (*TO_MENU_STATES, "turns_queue", "turns_priority")
CALL_NEXT = SeuDial("turns/next", {"queue": "taxes", "desk": "2"})

TURN = Journey(
    "turn",
    "The subject, one discreet question, a ticket; the queue moves, and the number is called.",
    steps=(
        *TO_PRIORITY,
        Touch("choose_priority:no"),
        At("person_turn"),
        CALL_NEXT,
        Until("queue_moved"),
        CALL_NEXT,
        Until("queue_moved"),
        Touch("print_turn_again"),
        Until("print_turn_again", picture=False),
        Touch("done"),
        At("more"),
        *LEAVE,
    ),
    states=(*TO_PRIORITY_STATES, *TURN_SHOWN_STATES),
    requests=("takeTurn",),
    papers={"document": 0, "ticket": 2},
)

TURN_FIRST = Journey(
    "turn-priority",
    "Somebody changes the subject, and goes first: neither trace nor ticket says so.",
    steps=(
        *TO_PRIORITY,
        Touch("back"),
        At("turns_queue"),
        Touch("choose_queue:padro"),
        At("turns_priority"),
        Touch("choose_priority:yes"),
        *TURN_SHOWN,
    ),
    states=(*TO_PRIORITY_STATES, "turns_queue", "turns_priority", *TURN_SHOWN_STATES),
    requests=("takeTurn",),
    papers={"document": 0, "ticket": 1},
)

TURN_GONE = Journey(
    "turn-none-left",
    "Today's turns are gone: nobody is given one, and the day and hour of the next are said.",
    steps=(
        SeuDial("turns/finished", {"finished": True}),
        *TO_PRIORITY,
        Touch("choose_priority:no"),
        At("turns_none"),
        Touch("go_home"),
        At("menu"),
        Touch("finish"),
        At("goodbye"),
        At("attract"),
    ),
    states=(*TO_PRIORITY_STATES, "person_ask", "turns_none", "menu", "goodbye", "attract"),
    requests=("takeTurn",),
    papers={"document": 0, "ticket": 0},
)

TURN_CUT = Journey(
    "turn-cut",
    "The line is cut while a turn is asked for, and while it is followed; there is one turn.",
    steps=(
        *TO_PRIORITY,
        Network("down"),
        Touch("choose_priority:no"),
        At("trouble"),
        Seen("seudown.unsure.turn"),
        Network("fine"),
        Touch("retry"),
        At("person_turn"),
        Network("down"),
        Until("queue_moved"),
        Network("fine"),
        Until("queue_moved"),
        *TURN_SHOWN[1:],
    ),
    states=(*TO_PRIORITY_STATES, "person_ask", "trouble", *TURN_SHOWN_STATES),
    requests=("takeTurn",),
    papers={"document": 0, "ticket": 1},
)

TURN_BACK = Journey(
    "turn-give-back",
    "The turn is not needed: kept at first, then given back from the last question; nobody is called by it.",
    steps=(
        *TO_PRIORITY,
        Touch("choose_priority:no"),
        At("person_turn"),
        Seen("turn.printed"),
        Touch("no_turn_needed"),
        At("turns_giveup"),
        Touch("keep_turn"),
        At("person_turn"),
        Touch("done"),
        At("more"),
        Touch("no_turn_needed"),
        At("turns_giveup"),
        Touch("keep_turn"),
        At("more"),
        Touch("no_turn_needed"),
        At("turns_giveup"),
        Touch("give_back"),
        At("turns_given_back"),
        Touch("done"),
        At("more"),
        *LEAVE,
    ),
    states=(
        *(*TO_PRIORITY_STATES, "person_ask", "person_turn", "turns_giveup", "person_turn"),
        *("more", "turns_giveup", "more", "turns_giveup", "turns_back", "turns_given_back"),
        *("more", *LEAVE_STATES),
    ),
    requests=("takeTurn", "giveTurnBack"),
    papers={"document": 0, "ticket": 1},
)

TURNS = (TURN, TURN_FIRST, TURN_GONE, TURN_CUT, TURN_BACK)
