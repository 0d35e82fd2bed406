"""The assisted zone: a person of the office begins, and the consent sheet comes out in two copies."""

from __future__ import annotations

from kiosk.tour.journeys.parts import LEAVE, LEAVE_STATES, TO_MENU, TO_MENU_STATES
from kiosk.tour.steps import At, Journey, Seen, Touch

CONSENT = Journey(
    "welcome-assisted",
    "Beside a person of the office: the consent for one procedure, on paper; then for one without a name.",
    steps=(
        *TO_MENU,
        Touch("choose_service:consent"),
        At("consent_choose"),
        Touch("choose_consent:padro"),
        At("consent_print"),
        Seen("consent.printed"),
        Touch("back"),
        At("consent_choose"),
        Touch("choose_consent:other"),
        At("consent_print"),
        Seen("consent.printed"),
        Touch("done"),
        At("more"),
        *LEAVE,
    ),
    states=(
        *TO_MENU_STATES,
        *("consent_choose", "consent_print", "consent_choose", "consent_print", "more"),
        *LEAVE_STATES,
    ),
    requests=(),
    papers={"document": 0, "ticket": 4},
    assisted=True,
)

ASSISTED = (CONSENT,)
