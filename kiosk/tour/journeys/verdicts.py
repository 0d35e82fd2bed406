"""One journey for each verdict on a document, and where it leads."""

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
from kiosk.tour.steps import At, Journey, TakeCard, Touch, TypeCan

READ_STATES = (*TO_MENU_STATES, "identify_card", "identify_can", "identify_reading")

GENUINE = Journey(
    "identity-genuine",
    "A document that is what it says: the way to a proof is open.",
    steps=(
        *TO_MENU,
        *to_can("maria"),
        TypeCan("maria"),
        Touch("send_can"),
        At("identify_reading"),
        At("identify_phone"),
        *LEFT_AT_PHONE,
    ),
    states=(*READ_STATES, *LEFT_AT_PHONE_STATES),
    requests=("createChallenge", "giveEvidence"),
    papers={"document": 0, "ticket": 0},
    evidence={
        "verdict": Verdict.GENUINE,
        "chip_proof": ChipProof.CHIP_AUTHENTICATION,
        "witness": "kiosk_word",
    },
)


def _leads_to_a_person(verdict: Verdict, about: str, card: str, like: str = "maria") -> Journey:
    """The document of that verdict, which has the CAN of `like`'s; the seu gets its evidence all the same."""
    return Journey(
        f"identity-{verdict.removeprefix('genuine_').replace('_', '-')}",
        about,
        steps=(
            *TO_MENU,
            *to_can(card),
            TypeCan(like),
            Touch("send_can"),
            At("identify_reading"),
            At("person_offer"),
            TakeCard(),
            Touch("take_turn"),
            *TURN,
        ),
        states=(*READ_STATES, "identify_ask", "person_offer", *TURN_STATES),
        requests=("createChallenge", "giveEvidence", "takeTurn"),
        papers={"document": 0, "ticket": 1},
        evidence={"verdict": verdict},
    )


EXPIRED = _leads_to_a_person(
    Verdict.GENUINE_EXPIRED,
    "A genuine document that has expired: that is said, and a person helps.",
    "expired",
)
ISSUER_UNKNOWN = _leads_to_a_person(
    Verdict.ISSUER_UNKNOWN,
    "Whole in itself, from a country whose signer is not known here.",
    "stranger",
    "elena",
)
NOT_VERIFIED = _leads_to_a_person(
    Verdict.NOT_VERIFIED, "Signed with what cannot be checked here: that is said, and no more.", "unverified"
)
FORGED = _leads_to_a_person(
    Verdict.FORGED, "Something contradicts: refused in the words of every other refusal.", "altered"
)
CLONED = _leads_to_a_person(
    Verdict.CLONED, "Genuine files in a chip without their key: refused in the same words.", "cloned"
)

VERDICTS = (GENUINE, EXPIRED, ISSUER_UNKNOWN, NOT_VERIFIED, FORGED, CLONED)
