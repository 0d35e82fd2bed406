"""To a procedure: by words that are misspelt, by its group, and where it is not there or the seu is not."""

from __future__ import annotations

from kiosk.tour.journeys.parts import LEAVE, LEAVE_STATES, TO_MENU, TO_MENU_STATES, TURN, TURN_STATES
from kiosk.tour.steps import At, Journey, Network, SeuDial, Step, Touch, TypeWords

TO_GROUPS: tuple[Step, ...] = (*TO_MENU, Touch("choose_service:procedures"), At("procedures_groups"))
TO_GROUPS_STATES = (*TO_MENU_STATES, "procedures_ask", "procedures_groups")
HOME: tuple[Step, ...] = (Touch("finish"), At("goodbye"), At("attract"))
HOME_STATES = ("goodbye", "attract")


def searched(words: str, procedure: str) -> tuple[Step, ...]:
    return (
        Touch("search"),
        At("procedures_search"),
        TypeWords(words),
        At("procedures_search"),
        Touch(f"choose_procedure:{procedure}"),
    )


SHOWN_STATES = ("procedures_search", "procedures_open", "procedures_show")

CATALOGUE = Journey(
    "catalogue",
    "Somebody types a word wrongly, reads what was found, and takes it along on a telephone and on paper.",
    steps=(
        *TO_GROUPS,
        *searched("escombreries", "escombraries"),
        At("procedures_show"),
        Touch("other_part"),
        At("procedures_show"),
        Touch("take_on_phone"),
        At("procedures_phone"),
        Touch("back"),
        At("procedures_show"),
        Touch("print_leaflet"),
        At("procedures_print"),
        Touch("done"),
        At("more"),
        *LEAVE,
    ),
    states=(
        *TO_GROUPS_STATES,
        *SHOWN_STATES,
        *("procedures_phone", "procedures_show", "procedures_print", "more"),
        *LEAVE_STATES,
    ),
    requests=(),
    papers={"document": 0, "ticket": 1},
)

CATALOGUE_SEU_DOWN = Journey(
    "catalogue-seu-down",
    "The seu cannot be reached at first; later what it said is shown, and that it may not hold any more.",
    steps=(
        *TO_MENU,
        Network("down"),
        Touch("choose_service:procedures"),
        At("trouble"),
        Network("fine"),
        Touch("retry"),
        At("procedures_groups"),
        Touch("choose_group:family"),
        At("procedures_list"),
        Touch("other_page"),
        At("procedures_list"),
        Network("down"),
        Touch("choose_procedure:casament"),
        At("procedures_show"),
        Network("fine"),
        Touch("back"),
        At("procedures_list"),
        *HOME,
    ),
    states=(
        *TO_MENU_STATES,
        *("procedures_ask", "trouble", "procedures_ask", "procedures_groups", "procedures_list"),
        *("procedures_open", "procedures_show", "procedures_list"),
        *HOME_STATES,
    ),
    requests=(),
    papers={"document": 0, "ticket": 0},
)

CATALOGUE_GONE = Journey(
    "catalogue-gone",
    "One procedure is taken away as it is opened, another one is not done any more; both are said plainly.",
    steps=(
        *TO_GROUPS,
        Touch("choose_group:business"),
        At("procedures_list"),
        SeuDial("procedures", {"gone": ["mercat"]}),
        Touch("choose_procedure:mercat"),
        At("procedures_gone"),
        Touch("see_procedures"),
        At("procedures_groups"),
        *searched("pareja", "parella"),
        At("procedures_gone"),
        Touch("go_home"),
        At("menu"),
        *HOME,
    ),
    states=(
        *TO_GROUPS_STATES,
        *("procedures_list", "procedures_open", "procedures_gone", "procedures_groups"),
        *("procedures_search", "procedures_open", "procedures_gone", "menu"),
        *HOME_STATES,
    ),
    requests=(),
    papers={"document": 0, "ticket": 0},
)

CATALOGUE_TURN = Journey(
    "catalogue-turn",
    "What is done at the desk only leads to a turn, as it would from the menu.",
    steps=(
        *TO_GROUPS,
        *searched("fe de vida", "fe_de_vida"),
        At("procedures_show"),
        Touch("choose_service:turn"),
        At("turns_queue"),
        Touch("choose_queue:general"),
        *TURN,
    ),
    states=(*TO_GROUPS_STATES, *SHOWN_STATES, "turns_queue", *TURN_STATES),
    requests=("takeTurn",),
    papers={"document": 0, "ticket": 1},
)

PROCEDURES = (CATALOGUE, CATALOGUE_SEU_DOWN, CATALOGUE_GONE, CATALOGUE_TURN)
