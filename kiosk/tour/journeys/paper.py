"""What can happen to paper on its way, and what the person and staff see of it."""

from __future__ import annotations

from kiosk.tour.journeys.parts import (
    IDENTIFIED_REQUESTS,
    IDENTIFIED_STATES,
    LEAVE,
    LEAVE_STATES,
    ORDER,
    ORDER_STATES,
    TURN,
    TURN_SHOWN_STATES,
    TURN_STATES,
    identified,
)
from kiosk.tour.steps import At, Dial, HoldRecords, Journey, Printing, Seen, Step, TakePaper, Touch, Until

SLOW: Step = Dial("document", {"speed_mm_s": 60})
"""So that there is time to put a hand into the printer."""
TAKEN: tuple[Step, ...] = (At("paper_take"), Touch("paper_taken"), At("more"), *LEAVE)
TAKEN_STATES = ("paper_take", "more", *LEAVE_STATES)
TOLD = ("tellOutcome", "endSession")
HELD = ("paper_held", "paper_printing")


def _held(name: str, about: str, reason: str, wrong: Step, right: Step) -> Journey:
    """A fault in the middle of a page that staff put right: it goes on by itself."""
    return Journey(
        name,
        about,
        steps=(*identified("maria"), SLOW, *ORDER, wrong, At("paper_held"), right, *TAKEN),
        states=(*IDENTIFIED_STATES, *ORDER_STATES, *HELD, *TAKEN_STATES),
        requests=(*IDENTIFIED_REQUESTS, "issueDocument", "callHelp", "cancelHelp", *TOLD),
        papers={"document": 1, "ticket": 1},
        calls=(reason,),
    )


PAPER_OUT = _held(
    "paper-out",
    "The paper runs out in the middle of the page; staff put some in, and it goes on by itself.",
    "printer_paper_out",
    Dial("document", {"paper_out_after_rows": 200}),
    Dial("document", {"paper_out": False}),
)
PAPER_COVER = _held(
    "paper-cover",
    "Somebody opens the cover in the middle of the page, and closes it.",
    "printer_cover_open",
    Dial("document", {"cover_open": True}),
    Dial("document", {"cover_open": False}),
)
PAPER_JAM = _held(
    "paper-jam",
    "The paper is stuck in the middle of the page; staff free it.",
    "printer_paper_jam",
    Dial("document", {"jam": True}),
    Dial("document", {"jam": False}),
)
PAPER_CUTTER = _held(
    "paper-cutter",
    "Something blocks the blade; staff take it out, and the printer is asked to recover.",
    "printer_cutter_fault",
    Dial("document", {"cutter_error": True}),
    Dial("document", {"cutter_error": False}),
)
PAPER_HOT = _held(
    "paper-hot",
    "The head gets too hot and rests; it goes on when it has cooled down.",
    "printer_overheated",
    Dial("document", {"overheated": True}),
    Dial("document", {"overheated": False}),
)

PAPER_OFFLINE = Journey(
    "paper-offline",
    "The printer cannot be reached when the page is ready; nothing is lost, and it prints when it is back.",
    steps=(
        *identified("maria"),
        *ORDER[:-2],
        Dial("document", {"offline": True}),
        Touch("print_document"),
        At("paper_held"),
        Dial("document", {"offline": False}),
        *TAKEN,
    ),
    states=(*IDENTIFIED_STATES, *ORDER_STATES, *HELD, *TAKEN_STATES),
    requests=(*IDENTIFIED_REQUESTS, "issueDocument", "callHelp", "cancelHelp", *TOLD),
    papers={"document": 1, "ticket": 1},
    calls=("printer_offline",),
)

PAPER_UNCERTAIN = Journey(
    "paper-uncertain",
    "The printer loses its power in the middle: nobody knows what lies there, and nothing is repeated.",
    steps=(
        *identified("maria"),
        SLOW,
        *ORDER,
        Printing("document"),
        Dial("document", {"pull_power": "rst"}),
        At("paper_uncertain"),
        Touch("take_turn"),
        *TURN,
    ),
    states=(*IDENTIFIED_STATES, *ORDER_STATES, "paper_uncertain", *TURN_STATES),
    requests=(
        *(*IDENTIFIED_REQUESTS, "issueDocument", "callHelp", "callHelp", "takeTurn"),
        *("tellOutcome", "endSession"),
    ),
    papers={"document": 0, "ticket": 1},
    calls=("paper_left", "printer_offline"),
    waiting=("uncertain",),
)

PAPER_LEFT = Journey(
    "paper-left",
    "The paper runs out and the person leaves; what is put in afterwards brings out no page.",
    steps=(
        *identified("maria"),
        Dial("document", {"paper_out_after_rows": 900}),
        *ORDER,
        At("paper_held"),
        Touch("collect_at_desk"),
        At("person_turn"),
        Dial("document", {"paper_out": False}),
        Touch("done"),
        At("more"),
        *LEAVE,
    ),
    states=(*IDENTIFIED_STATES, *ORDER_STATES, "paper_held", *TURN_SHOWN_STATES),
    # The sheet is the half that was printed before the paper ran out, cut off for the staff who put paper in.
    requests=(
        *(*IDENTIFIED_REQUESTS, "issueDocument", "callHelp", "callHelp", "takeTurn", "cancelHelp"),
        *TOLD,
    ),
    papers={"document": 1, "ticket": 1},
    calls=("paper_left", "printer_paper_out"),
    waiting=("left_in_printer",),
)

PAPER_TAKEN = Journey(
    "paper-taken",
    "A presenter holds the sheet out and sees it taken: the kiosk goes on by itself.",
    steps=(
        *identified("maria"),
        *ORDER,
        At("paper_take"),
        TakePaper("document"),
        At("more"),
        *LEAVE,
    ),
    states=(*IDENTIFIED_STATES, *ORDER_STATES, *TAKEN_STATES),
    requests=(*IDENTIFIED_REQUESTS, "issueDocument", "tellOutcome", *TOLD),
    papers={"document": 1, "ticket": 1},
    presenter=True,
)

PAPER_RETRACTED = Journey(
    "paper-retracted",
    "Nobody takes the sheet: the presenter draws it back, and another copy under the same code comes out.",
    steps=(
        *identified("maria"),
        *ORDER,
        At("paper_take"),
        At("paper_retracted"),
        Touch("print_copy"),
        At("paper_take"),
        TakePaper("document"),
        At("more"),
        *LEAVE,
    ),
    states=(
        *(*IDENTIFIED_STATES, *ORDER_STATES, "paper_take", "paper_retracted"),
        *("padro_issue", "paper_printing", *TAKEN_STATES),
    ),
    requests=(
        *(*IDENTIFIED_REQUESTS, "issueDocument", "issueCopy", "tellOutcome", "tellOutcome", "tellOutcome"),
        *TOLD,
    ),
    papers={"document": 2, "ticket": 2},
    settings={"KIOSK_SESSION__TAKE_PAPER_SECONDS": "3"},
    presenter=True,
)

PAPER_UNWRITTEN = Journey(
    "paper-unwritten",
    "The kiosk cannot write down what it prints, so it prints nothing; a turn helps, and then it can again.",
    steps=(
        *identified("maria"),
        *ORDER[:-2],
        HoldRecords(held=True),
        *ORDER[-2:],
        At("paper_unwritten"),
        HoldRecords(held=False),
        Touch("take_turn"),
        *TURN,
    ),
    states=(*IDENTIFIED_STATES, *ORDER_STATES, "paper_unwritten", *TURN_STATES),
    requests=(*IDENTIFIED_REQUESTS, "issueDocument", "callHelp", "cancelHelp", "takeTurn", *TOLD),
    papers={"document": 0, "ticket": 1},
    calls=("journal_failed",),
)

TURN_AGAIN = Journey(
    "paper-turn-again",
    "The ticket of a turn does not come out; it is printed again as it was.",
    steps=(
        At("attract"),
        Touch("start"),
        At("language"),
        Touch("choose_language:{language}"),
        At("menu"),
        Dial("ticket", {"paper_out": True}),
        Touch("choose_service:turn"),
        At("turns_queue"),
        Touch("choose_queue:general"),
        At("turns_priority"),
        Touch("choose_priority:no"),
        At("person_turn"),
        Seen("turn.notprinted"),
        Dial("ticket", {"paper_out": False}),
        Touch("print_turn_again"),
        Until("print_turn_again"),
        Touch("done"),
        At("more"),
        *LEAVE,
    ),
    states=("attract", "language", "menu", "turns_queue", *TURN_STATES),
    requests=("takeTurn",),
    papers={"document": 0, "ticket": 1},
)

PAPER = (
    PAPER_OUT,
    PAPER_COVER,
    PAPER_JAM,
    PAPER_CUTTER,
    PAPER_HOT,
    PAPER_OFFLINE,
    PAPER_UNCERTAIN,
    PAPER_LEFT,
    PAPER_TAKEN,
    PAPER_RETRACTED,
    PAPER_UNWRITTEN,
    TURN_AGAIN,
)
