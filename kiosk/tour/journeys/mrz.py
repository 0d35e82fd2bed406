"""By the lines of a document that has no CAN."""

from __future__ import annotations

from devices.contracts import ChipProof, Verdict
from kiosk.tour.journeys.parts import (
    LEFT_AT_PHONE,
    LEFT_AT_PHONE_STATES,
    TO_MENU,
    TO_MENU_STATES,
    TURN,
    TURN_STATES,
    to_can,
)
from kiosk.tour.steps import (
    At,
    CopyBirth,
    CopyExpiry,
    CopyNumber,
    Journey,
    ScanCode,
    ScanLines,
    TakeCard,
    Touch,
    TypeCan,
    Until,
)

MRZ_STATES = ("identify_mrz_number", "identify_mrz_birth", "identify_mrz_expiry", "identify_reading")

IDENTITY_MRZ = Journey(
    "identity-mrz",
    "An old passport has no CAN: its lines are copied, with mistakes that are told at once.",
    steps=(
        *TO_MENU,
        *to_can("old-passport"),
        TypeCan("liwei"),
        Touch("send_can"),
        At("identify_mrz_number"),
        CopyNumber("liwei", wrong=True),
        Until("character"),
        Touch("correct"),
        Until("correct", picture=False),
        Touch("clear"),
        CopyNumber("liwei"),
        Touch("send_number"),
        At("identify_mrz_birth"),
        CopyBirth("liwei", wrong=True),
        Until("digit"),
        Touch("clear"),
        CopyBirth("liwei"),
        Until("digit"),
        Touch("send_birth"),
        At("identify_mrz_expiry"),
        CopyExpiry("liwei"),
        Touch("send_expiry"),
        At("identify_reading"),
        At("identify_phone"),
        *LEFT_AT_PHONE,
    ),
    states=(
        *TO_MENU_STATES,
        "identify_card",
        "identify_can",
        "identify_reading",
        *MRZ_STATES,
        *LEFT_AT_PHONE_STATES,
    ),
    requests=("createChallenge", "giveEvidence"),
    papers={"document": 0, "ticket": 0},
    evidence={
        "verdict": Verdict.GENUINE,
        "chip_proof": ChipProof.ACTIVE_AUTHENTICATION,
        "witness": "active_authentication",
    },
)

IDENTITY_MRZ_SCANNED = Journey(
    "identity-mrz-scanned",
    "A scanner reads the lines; another code is not taken for them.",
    steps=(
        *TO_MENU,
        *to_can("old-passport"),
        Touch("no_can"),
        At("identify_mrz_number"),
        ScanCode("https://example.test/cita/42"),
        At("identify_mrz_number"),
        ScanLines("liwei"),
        At("identify_reading"),
        At("identify_phone"),
        *LEFT_AT_PHONE,
    ),
    states=(
        *TO_MENU_STATES,
        "identify_card",
        "identify_can",
        "identify_mrz_number",
        "identify_reading",
        *LEFT_AT_PHONE_STATES,
    ),
    requests=("createChallenge", "giveEvidence"),
    papers={"document": 0, "ticket": 0},
)

IDENTITY_MRZ_WRONG = Journey(
    "identity-mrz-wrong",
    "The lines are of another document, three times; a person helps, with a turn on paper.",
    steps=(
        *TO_MENU,
        *to_can("old-passport"),
        Touch("no_can"),
        At("identify_mrz_number"),
        Touch("change_document"),
        ScanLines("maria"),
        Until("mrz_wrong"),
        CopyNumber("maria"),
        Touch("send_number"),
        CopyBirth("maria"),
        Touch("send_birth"),
        CopyExpiry("maria"),
        Touch("send_expiry"),
        Until("mrz_wrong", picture=False),
        ScanLines("maria"),
        At("person_offer"),
        TakeCard(),
        Touch("take_turn"),
        *TURN,
    ),
    states=(
        *TO_MENU_STATES,
        "identify_card",
        "identify_can",
        "identify_mrz_number",
        "identify_reading",
        *MRZ_STATES,
        "identify_mrz_number",
        "identify_reading",
        "person_offer",
        *TURN_STATES,
    ),
    requests=("createChallenge", "takeTurn"),
    papers={"document": 0, "ticket": 1},
)

MRZ = (IDENTITY_MRZ, IDENTITY_MRZ_SCANNED, IDENTITY_MRZ_WRONG)
