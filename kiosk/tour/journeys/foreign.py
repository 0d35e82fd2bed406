"""Cards that are no identity documents, on the reader."""

from __future__ import annotations

from kiosk.tour.journeys.parts import READ_STATES, TO_MENU, TO_MENU_STATES, read
from kiosk.tour.steps import At, Journey, PutCard, Step, TakeCard, Touch, TypeCan, Until


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


FOREIGN_CARDS = Journey(
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
        *read("maria"),
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
