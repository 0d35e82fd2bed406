"""The parts that journeys share: to the menu, to an identified person, through the opinion to the door."""

from __future__ import annotations

from kiosk.tour.steps import At, PutCard, Step, TakeCard, Touch, TypeCan, TypeCode, TypePhone

VOLANT = "volant_individual_current"

TO_MENU: tuple[Step, ...] = (
    At("attract"),
    Touch("start"),
    At("language"),
    Touch("choose_language:{language}"),
    At("menu"),
)
TO_MENU_STATES = ("attract", "language", "menu")


def card_put(resident: str) -> tuple[Step, ...]:
    return (At("identify_card"), PutCard(resident), At("identify_can"))


def to_can(resident: str) -> tuple[Step, ...]:
    return (Touch("choose_service:padro"), *card_put(resident))


def read(resident: str) -> tuple[Step, ...]:
    return (TypeCan(resident), Touch("send_can"), At("identify_reading"), At("identify_phone"))


READ_STATES = ("identify_card", "identify_can", "identify_reading", "identify_ask", "identify_phone")


def to_code(resident: str) -> tuple[Step, ...]:
    return (TypePhone(resident), Touch("send_phone"), At("identify_code"))


CODE_STATES = ("identify_send", "identify_code")


def shown_who(resident: str) -> tuple[Step, ...]:
    return (
        *card_put(resident),
        *read(resident),
        *to_code(resident),
        TypeCode(),
        Touch("send_code"),
        At("identify_done"),
        TakeCard(),
        Touch("go_on"),
    )


SHOWN_WHO_STATES = (*READ_STATES, *CODE_STATES, "identify_check", "identify_done")


def identified(resident: str) -> tuple[Step, ...]:
    return (*TO_MENU, Touch("choose_service:padro"), *shown_who(resident), At("padro_choose"))


IDENTIFIED_STATES = (*TO_MENU_STATES, *SHOWN_WHO_STATES, "padro_ask", "padro_choose")
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

TURN_SHOWN: tuple[Step, ...] = (At("person_turn"), Touch("done"), At("more"), *LEAVE)
TURN_SHOWN_STATES = ("person_ask", "person_turn", "more", *LEAVE_STATES)

TURN: tuple[Step, ...] = (At("turns_priority"), Touch("choose_priority:no"), *TURN_SHOWN)
TURN_STATES = ("turns_priority", *TURN_SHOWN_STATES)

LEFT_AT_PHONE: tuple[Step, ...] = (TakeCard(), Touch("finish"), At("goodbye"), At("attract"))
LEFT_AT_PHONE_STATES = ("identify_ask", "identify_phone", "goodbye", "attract")
