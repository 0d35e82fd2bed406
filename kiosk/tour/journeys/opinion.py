"""Five people say how it went; what they say leaves together."""

from __future__ import annotations

from itertools import chain

from kiosk.tour.journeys.parts import TO_MENU, TO_MENU_STATES, TURN, TURN_STATES
from kiosk.tour.steps import At, Journey, Step, Touch, Until

SAID = (("2", ("slow", "lost")), ("5", ("fast",)), ("4", ()), ("1", ("broken",)), ("5", ("clear", "helped")))
"""A face and its reasons, of each person."""
TO_QUEUE: tuple[Step, ...] = (Touch("choose_service:turn"), At("turns_queue"))
STATES = ("language", "menu", "turns_queue", *TURN_STATES[:-3], "opinion", "goodbye", "attract")


def _says(face: str, reasons: tuple[str, ...]) -> tuple[Step, ...]:
    steps: list[Step] = [*TO_MENU[1:], *TO_QUEUE, Touch("choose_queue:general"), *TURN[:5]]
    steps += [Touch("no_more"), At("opinion"), Touch(f"choose_face:{face}"), Until("choose_face")]
    for reason in reasons:
        steps += [Touch(f"toggle_reason:{reason}"), Until("toggle_reason")]
    return (*steps, Touch("send_opinion"), At("goodbye"), At("attract"))


OPINION = Journey(
    "opinion",
    "Five people take a turn and say how it went; the seu hears of it once, in no order.",
    steps=(TO_MENU[0], *chain.from_iterable(_says(face, reasons) for face, reasons in SAID)),
    states=(TO_MENU_STATES[0], *STATES * len(SAID)),
    requests=(*("takeTurn",) * len(SAID), "giveOpinions"),
    papers={"document": 0, "ticket": len(SAID)},
)
