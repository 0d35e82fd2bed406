"""The journeys: one to a volant, and one for each thing that can go wrong on its way."""

from __future__ import annotations

from kiosk.tour.steps import (
    At,
    Dial,
    Journey,
    Network,
    PutCard,
    Step,
    TakeCard,
    Touch,
    TypeCan,
    TypeCode,
    TypePhone,
    Until,
)

VOLANT = "volant_individual_current"

TO_MENU: tuple[Step, ...] = (
    At("attract"),
    Touch("start"),
    At("language"),
    Touch("choose_language:{language}"),
    At("menu"),
)
TO_MENU_STATES = ("attract", "language", "menu")


def _to_can(resident: str) -> tuple[Step, ...]:
    return (Touch("choose_service:padro"), At("identify_card"), PutCard(resident), At("identify_can"))


def _read(resident: str) -> tuple[Step, ...]:
    return (TypeCan(resident), Touch("send_can"), At("identify_reading"), At("identify_phone"))


READ_STATES = ("identify_card", "identify_can", "identify_reading", "identify_ask", "identify_phone")


def _code(resident: str) -> tuple[Step, ...]:
    return (TypePhone(resident), Touch("send_phone"), At("identify_code"))


CODE_STATES = ("identify_send", "identify_code")


def identified(resident: str) -> tuple[Step, ...]:
    return (
        *TO_MENU,
        *_to_can(resident),
        *_read(resident),
        *_code(resident),
        TypeCode(),
        Touch("send_code"),
        At("identify_done"),
        TakeCard(),
        Touch("go_on"),
        At("padro_choose"),
    )


IDENTIFIED_STATES = (
    *TO_MENU_STATES,
    *READ_STATES,
    *CODE_STATES,
    "identify_check",
    "identify_done",
    "padro_ask",
    "padro_choose",
)
IDENTIFIED_REQUESTS = ("createChallenge", "giveEvidence", "sendCode", "tryCode")

ORDER: tuple[Step, ...] = (
    Touch(f"choose_document:{VOLANT}"),
    At("padro_purpose"),
    Touch("choose_purpose:grants"),
    Touch("print_document"),
    At("paper_printing"),
)
ORDER_STATES = ("padro_purpose", "padro_issue", "paper_printing")

LEAVE: tuple[Step, ...] = (
    Touch("no_more"),
    At("opinion"),
    Touch("choose_face:5"),
    Touch("send_opinion"),
    At("goodbye"),
    At("attract"),
)
LEAVE_STATES = ("opinion", "goodbye", "attract")

TURN: tuple[Step, ...] = (At("person_turn"), Touch("done"), At("more"), *LEAVE)
TURN_STATES = ("person_ask", "person_turn", "more", *LEAVE_STATES)

PADRO_VOLANT = Journey(
    "padro-volant",
    "Somebody prints a volant, says how it went, and leaves.",
    steps=(*identified("maria"), *ORDER, At("paper_take"), Touch("paper_taken"), At("more"), *LEAVE),
    states=(*IDENTIFIED_STATES, *ORDER_STATES, "paper_take", "more", *LEAVE_STATES),
    requests=(*IDENTIFIED_REQUESTS, "issueDocument", "tellOutcome", "endSession", "giveOpinion"),
    papers={"document": 1, "ticket": 1},
)

PADRO_WRONG_CAN = Journey(
    "padro-wrong-can",
    "The CAN is wrong three times; a person helps, with a turn on paper.",
    steps=(
        *TO_MENU,
        *_to_can("maria"),
        TypeCan("maria", wrong=True),
        Touch("send_can"),
        Until("can_wrong"),
        TypeCan("maria", wrong=True),
        Touch("send_can"),
        Until("can_wrong", picture=False),
        TypeCan("maria", wrong=True),
        Touch("send_can"),
        At("person_offer"),
        Touch("take_turn"),
        *TURN,
    ),
    states=(
        *TO_MENU_STATES,
        "identify_card",
        *("identify_can", "identify_reading") * 3,
        "person_offer",
        *TURN_STATES,
    ),
    requests=("createChallenge", "takeTurn", "giveOpinion"),
    papers={"document": 0, "ticket": 1},
)

PADRO_WRONG_CODE = Journey(
    "padro-wrong-code",
    "The code is wrong three times; nothing is issued, and a person helps.",
    steps=(
        *TO_MENU,
        *_to_can("maria"),
        *_read("maria"),
        *_code("maria"),
        TypeCode(wrong=True),
        Touch("send_code"),
        Until("code_wrong"),
        TypeCode(wrong=True),
        Touch("send_code"),
        Until("code_wrong"),
        TypeCode(wrong=True),
        Touch("send_code"),
        At("person_offer"),
        TakeCard(),
        Touch("take_turn"),
        *TURN,
    ),
    states=(
        *TO_MENU_STATES,
        *READ_STATES,
        "identify_send",
        *("identify_code", "identify_check") * 3,
        "person_offer",
        *TURN_STATES,
    ),
    requests=(
        "createChallenge",
        "giveEvidence",
        "sendCode",
        "tryCode",
        "tryCode",
        "tryCode",
        "takeTurn",
        "giveOpinion",
    ),
    papers={"document": 0, "ticket": 1},
)

PADRO_CARD_PULLED = Journey(
    "padro-card-pulled",
    "The document is taken away while it is read; it is put back, and the session is finished.",
    steps=(
        *TO_MENU,
        Touch("choose_service:padro"),
        At("identify_card"),
        PutCard("maria", pulled_after=9),
        At("identify_can"),
        TypeCan("maria"),
        Touch("send_can"),
        At("identify_reading"),
        At("identify_card"),
        PutCard("maria"),
        At("identify_can"),
        *_read("maria"),
        TakeCard(),
        Touch("finish"),
        At("goodbye"),
        At("attract"),
    ),
    states=(
        *TO_MENU_STATES,
        "identify_card",
        "identify_can",
        "identify_reading",
        *READ_STATES,
        "goodbye",
        "attract",
    ),
    requests=("createChallenge", "giveEvidence"),
    papers={"document": 0, "ticket": 0},
)


def _put_in_vain(card: str) -> tuple[Step, ...]:
    return (
        PutCard(card),
        At("identify_can"),
        TypeCan("maria"),
        Touch("send_can"),
        Until("not_a_document"),
        TakeCard(),
        At("identify_card"),
    )


IDENTITY_FOREIGN_CARDS = Journey(
    "identity-foreign-cards",
    "A transport, a bank and a health card are each told apart; the document is read after them.",
    steps=(
        *TO_MENU,
        Touch("choose_service:padro"),
        At("identify_card"),
        *_put_in_vain("metro"),
        *_put_in_vain("bank"),
        *_put_in_vain("health"),
        PutCard("maria"),
        At("identify_can"),
        *_read("maria"),
        TakeCard(),
        Touch("finish"),
        At("goodbye"),
        At("attract"),
    ),
    states=(
        *TO_MENU_STATES,
        *("identify_card", "identify_can", "identify_reading") * 3,
        *READ_STATES,
        "goodbye",
        "attract",
    ),
    requests=("createChallenge", "giveEvidence"),
    papers={"document": 0, "ticket": 0},
)

PADRO_PAPER_OUT = Journey(
    "padro-paper-out",
    "The paper runs out in the middle of the page; staff put some in, and it goes on by itself.",
    steps=(
        *identified("maria"),
        Dial("document", {"paper_out_after_rows": 900}),
        *ORDER,
        At("paper_held"),
        Dial("document", {"paper_out": False}),
        At("paper_take"),
        Touch("paper_taken"),
        At("more"),
        *LEAVE,
    ),
    states=(
        *IDENTIFIED_STATES,
        *ORDER_STATES,
        "paper_held",
        "paper_printing",
        "paper_take",
        "more",
        *LEAVE_STATES,
    ),
    requests=(
        *IDENTIFIED_REQUESTS,
        "issueDocument",
        "callHelp",
        "cancelHelp",
        "tellOutcome",
        "endSession",
        "giveOpinion",
    ),
    papers={"document": 1, "ticket": 1},
)

PADRO_PAPER_OUT_ABANDONED = Journey(
    "padro-paper-out-abandoned",
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
    states=(*IDENTIFIED_STATES, *ORDER_STATES, "paper_held", *TURN_STATES),
    # The sheet is the half that was printed before the paper ran out, cut off for the staff who put paper in.
    requests=(
        *IDENTIFIED_REQUESTS,
        "issueDocument",
        "callHelp",
        "tellOutcome",
        "takeTurn",
        "cancelHelp",
        "endSession",
        "giveOpinion",
    ),
    papers={"document": 1, "ticket": 1},
)

PADRO_AT_THE_DESK = Journey(
    "padro-at-the-desk",
    "A document that this person gets at the desk only; no reason is said, and a turn leads there.",
    steps=(
        *identified("pere"),
        Touch("choose_document:volant_dwelling_current"),
        At("person_offer"),
        Touch("take_turn"),
        *TURN,
    ),
    states=(*IDENTIFIED_STATES, "person_offer", *TURN_STATES),
    requests=(*IDENTIFIED_REQUESTS, "takeTurn", "endSession", "giveOpinion"),
    papers={"document": 0, "ticket": 1},
)

PADRO_SEU_DOWN = Journey(
    "padro-seu-down",
    "The seu cannot be reached when the document is ordered; it is tried again when it can.",
    steps=(
        *identified("maria"),
        Touch(f"choose_document:{VOLANT}"),
        At("padro_purpose"),
        Touch("choose_purpose:grants"),
        Network("down"),
        Touch("print_document"),
        At("trouble"),
        Network("fine"),
        Touch("retry"),
        At("paper_printing"),
        At("paper_take"),
        Touch("paper_taken"),
        At("more"),
        *LEAVE,
    ),
    states=(
        *IDENTIFIED_STATES,
        "padro_purpose",
        "padro_issue",
        "trouble",
        "padro_issue",
        "paper_printing",
        "paper_take",
        "more",
        *LEAVE_STATES,
    ),
    requests=(*IDENTIFIED_REQUESTS, "issueDocument", "tellOutcome", "endSession", "giveOpinion"),
    papers={"document": 1, "ticket": 1},
)

PADRO_IDLE = Journey(
    "padro-idle",
    "Nobody touches anything: a warning, a sign of life, a warning again, and everything is erased.",
    steps=(
        *identified("maria"),
        Until("idle_warning"),
        Touch("stay"),
        At("padro_choose"),
        Until("idle_warning"),
        At("goodbye"),
        At("attract"),
    ),
    states=(*IDENTIFIED_STATES, "goodbye", "attract"),
    requests=(*IDENTIFIED_REQUESTS, "endSession"),
    papers={"document": 0, "ticket": 0},
    settings={"KIOSK_SESSION__IDLE_SECONDS": "6", "KIOSK_SESSION__IDLE_COUNTDOWN_SECONDS": "4"},
)

JOURNEYS = {
    journey.name: journey
    for journey in (
        PADRO_VOLANT,
        PADRO_WRONG_CAN,
        PADRO_WRONG_CODE,
        PADRO_CARD_PULLED,
        IDENTITY_FOREIGN_CARDS,
        PADRO_PAPER_OUT,
        PADRO_PAPER_OUT_ABANDONED,
        PADRO_AT_THE_DESK,
        PADRO_SEU_DOWN,
        PADRO_IDLE,
    )
}
