"""Signing with one's own card and its PIN: as the proof itself, and where a document asks for more."""

from __future__ import annotations

from kiosk.seu.models import ProofName
from kiosk.tour.journeys.parts import (
    CODE_STATES,
    IDENTIFIED_REQUESTS,
    IDENTIFIED_STATES,
    LEAVE,
    LEAVE_STATES,
    TO_MENU,
    TO_MENU_STATES,
    TURN,
    TURN_STATES,
    identified,
    read,
    to_can,
    to_code,
)
from kiosk.tour.steps import (
    At,
    Journey,
    PutSigner,
    SeuDial,
    Step,
    TakeCard,
    TakeSigner,
    Touch,
    TypeCan,
    TypeCode,
    TypePin,
    Until,
)

ALL_PROOFS = SeuDial("proofs", {"proofs": [ProofName.IDCAT_MOBIL_CODE, ProofName.DNIE_PIN, ProofName.STAFF]})
CERTIFICATS_ASK_MORE = SeuDial("assurance", {"certificat": "high"})
CERTIFICAT = "certificat_individual_current"

SIGN: tuple[Step, ...] = (TypePin("maria"), Touch("send_pin"), At("identify_done"), TakeSigner())
SIGNATURE_STATES = ("identify_contact", "identify_tries", "identify_pin", "identify_sign")

PIN = Journey(
    "identity-pin",
    "The DNI signs the seu's challenge in its slot, once its PIN is right.",
    steps=(
        ALL_PROOFS,
        *TO_MENU,
        *to_can("maria"),
        TypeCan("maria"),
        Touch("send_can"),
        At("identify_reading"),
        At("identify_proof"),
        TakeCard(),
        Touch("choose_proof:dnie_pin"),
        At("identify_contact"),
        PutSigner("maria"),
        At("identify_pin"),
        TypePin("maria", wrong=True),
        Touch("send_pin"),
        Until("tries_enough"),
        *SIGN,
        Touch("go_on"),
        At("padro_choose"),
        Touch("finish"),
        At("goodbye"),
        At("attract"),
    ),
    states=(
        *TO_MENU_STATES,
        "identify_card",
        "identify_can",
        "identify_reading",
        "identify_ask",
        "identify_proof",
        *SIGNATURE_STATES,
        *SIGNATURE_STATES[1:],
        "identify_done",
        "padro_ask",
        "padro_choose",
        "goodbye",
        "attract",
    ),
    requests=("createChallenge", "giveEvidence", "giveSignature", "endSession"),
    papers={"document": 0, "ticket": 0},
)

STEP_UP = Journey(
    "identity-step-up",
    "A certificat asks for more than a code: the DNI signs, and the person is back where they were.",
    steps=(
        CERTIFICATS_ASK_MORE,
        *identified("maria"),
        ALL_PROOFS,
        Touch(f"choose_document:{CERTIFICAT}"),
        At("identify_contact"),
        PutSigner("maria"),
        At("identify_pin"),
        *SIGN,
        Touch("go_on"),
        At("padro_purpose"),
        Touch("choose_purpose:grants"),
        Touch("print_document"),
        At("paper_printing"),
        At("paper_take"),
        Touch("paper_taken"),
        At("more"),
        *LEAVE,
    ),
    states=(
        *IDENTIFIED_STATES,
        "identify_step_up",
        *SIGNATURE_STATES,
        "identify_done",
        "padro_purpose",
        "padro_issue",
        "paper_printing",
        "paper_take",
        "more",
        *LEAVE_STATES,
    ),
    requests=(
        *IDENTIFIED_REQUESTS,
        "createChallenge",
        "giveSignature",
        "endSession",
        "issueDocument",
        "tellOutcome",
        "endSession",
    ),
    papers={"document": 1, "ticket": 1},
)

TOO_WEAK = Journey(
    "identity-too-weak",
    "An idCAT Mòbil that was given from afar is too weak for padró, and nothing else is at hand: a person.",
    steps=(
        *TO_MENU,
        *to_can("pau"),
        *read("pau"),
        *to_code("pau"),
        TypeCode(),
        Touch("send_code"),
        At("person_offer"),
        TakeCard(),
        Touch("take_turn"),
        *TURN,
    ),
    states=(
        *TO_MENU_STATES,
        "identify_card",
        "identify_can",
        "identify_reading",
        "identify_ask",
        "identify_phone",
        *CODE_STATES,
        "identify_check",
        "identify_step_up",
        "person_offer",
        *TURN_STATES,
    ),
    requests=(*IDENTIFIED_REQUESTS, "createChallenge", "takeTurn", "endSession"),
    papers={"document": 0, "ticket": 1},
)

SIGNATURES = (PIN, STEP_UP, TOO_WEAK)
