"""A turn takes along what somebody was doing, never who they are; the pink zone goes on with it."""

from __future__ import annotations

import asyncio
import json
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path

import pytest

from config.settings import Kiosk, Role, Settings
from demo.town import Town
from kiosk.conductor import Conductor
from kiosk.house import House
from kiosk.services.common.views import menu
from kiosk.session import Session
from kiosk.seu.models import Catalogue
from kiosk.tour.journeys.handover import BLUE, CERTIFICAT, TO_NUMBER, asked
from kiosk.tour.journeys.parts import TO_MENU, shown_who
from kiosk.tour.judge import operations_of
from kiosk.tour.player import Player
from kiosk.tour.steps import At, Journey, Network, Seen, SeuDial, Step, Touch, TurnElsewhere, TypeWords
from screens.handover.views import HandoverShow
from screens.i18n.words import words
from screens.padro.views import PadroPurpose
from tests.contract.spec import contract
from tests.flows.lonely import Lonely, in_lonely_kiosk
from tests.flows.plain import PlainWindow, in_plain_kiosk, settings_of

HAND_OVER = TurnElsewhere("es", {"service": "padro", "choice": CERTIFICAT, "screen": "white"})

NO_DOCUMENT: tuple[Step, ...] = (
    *TO_MENU,
    Touch("choose_service:padro"),
    At("identify_card"),
    Touch("no_document"),
    At("person_offer"),
)
TAKE: tuple[Step, ...] = (Touch("take_turn"), At("turns_priority"), Touch("choose_priority:no"))


def played(
    town: Town,
    *steps: Step,
    pink: bool = True,
    look: Callable[[PlainWindow, House], None] = lambda window, house: None,
) -> list[str]:
    """The states that a kiosk came through, in the pink zone or at the blue one; `look` at the end."""
    player, states = Player(None, "ca"), [""]

    def heard(event: str, state: str) -> None:
        player.heard(event, state)
        states.extend([state] if states[-1] != state else [])

    async def play(window: PlainWindow, conductor: Conductor, house: House) -> None:
        journey = Journey("test", "", steps=steps, states=(), requests=(), papers={})
        await player.play(journey, window, town, lambda: house.facts().off)
        look(window, house)

    asyncio.run(in_plain_kiosk(settings_of(town, town.assisted if pink else {}), heard, play))
    return states


def bodies(town: Town, operation: str) -> list[dict]:
    """What the seu was sent with that operation."""
    sent = [record for record in town.traffic() if operations_of([record]) == (operation,)]
    return [json.loads(b64decode(str(record["body"]))) for record in sent]


# --- both kiosks, one town hall -----------------------------------------------------------------------------


def test_what_was_begun_at_the_blue_kiosk_goes_on_in_the_pink_zone(town: Town) -> None:
    played(town, *BLUE.steps, pink=False)
    (turn,) = bodies(town, "takeTurn")
    assert turn["handover"] == {"service": "padro", "choice": CERTIFICAT, "screen": "dark"}

    def look(window: PlainWindow, house: House) -> None:
        shown = window.seen["HandoverShow"]
        assert isinstance(shown, HandoverShow)
        assert (shown.question, [fact.about for fact in shown.facts]) == (
            "Torn R 021",
            ["Un document del padró: Certificat individual", "Català", "Fosca"],
        )
        assert isinstance(window.view, PadroPurpose)
        assert window.view.lead == "Certificat individual"
        assert window.around is not None
        assert (window.around.theme, window.around.kiosk) == ("dark", "Zona rosa")

    states = played(
        town,
        SeuDial("assurance", {"certificat": "substantial"}),
        *TO_NUMBER,
        *asked("R021"),
        At("handover_show"),
        Touch("choose_service:padro"),
        *shown_who("maria"),
        At("padro_purpose"),
        look=look,
    )
    assert "identify_card" in states, "who it is never goes along"
    assert "padro_choose" not in states


def test_nothing_of_a_person_goes_along(town: Town) -> None:
    played(town, *BLUE.steps, pink=False)
    (turn,) = bodies(town, "takeTurn")
    assert set(turn) == {"reason", "language", "priority", "handover"}
    maria = town.resident("maria")
    said = json.dumps(turn).lower()
    assert isinstance(maria["document"], dict)
    for secret in (
        maria["idcat_phone"],
        maria["document"]["number"],
        maria["surname1"],
        maria["given_names"],
    ):
        assert str(secret).lower() not in said


def test_the_next_person_in_the_pink_zone_finds_it_as_everybody_does(town: Town) -> None:
    def look(window: PlainWindow, house: House) -> None:
        assert window.around is not None
        assert window.around.theme == "light"

    away = (Touch("finish"), At("goodbye"), At("attract"), Touch("start"), At("language"))
    to_show = (HAND_OVER, *TO_NUMBER, *asked("R21"), At("handover_show"))
    played(town, *to_show, Touch("choose_service:padro"), At("identify_card"), *away, look=look)


@pytest.mark.parametrize(
    ("choice", "states"),
    [
        ("join_register", ("handover_show", "appointments_ask", "appointments_office")),
        ("civil_wedding", ("handover_show", "appointments_ask", "appointments_days", "appointments_day")),
        ("social_aid", ("handover_show", "appointments_ask", "identify_card")),
        ("no_more", ("handover_show", "appointments_ask", "appointments_procedure")),
    ],
)
def test_an_appointment_goes_on_at_its_procedure(choice: str, states: tuple[str, ...], town: Town) -> None:
    closed = choice == "no_more"
    begun = TurnElsewhere("ca", {"service": "appointments", "choice": "social_aid" if closed else choice})
    withdrawn = [SeuDial("appointments", {"withdrawn": ["social_aid"]})] if closed else []
    on = (Touch("choose_service:appointments"), At(states[-1]))
    came = played(town, begun, *withdrawn, *TO_NUMBER, *asked("R21"), At("handover_show"), *on)
    assert tuple(came[-len(states) :]) == states


def test_who_has_shown_who_they_are_for_it_goes_on_to_the_days(town: Town) -> None:
    begun = TurnElsewhere("ca", {"service": "appointments", "choice": "social_aid"})
    there = (*TO_NUMBER, *asked("R21"), At("handover_show"), Touch("choose_service:appointments"))
    came = played(town, begun, *there, *shown_who("maria"), At("appointments_day"))
    assert came[-3:] == ["identify_done", "appointments_days", "appointments_day"]


# --- what a person is told at the blue kiosk ----------------------------------------------------------------


@pytest.mark.parametrize("offered", [True, False])
def test_it_is_said_before_the_turn_and_only_where_it_is_so(offered: bool, town: Town) -> None:
    def look(window: PlainWindow, house: House) -> None:
        told = window.seen["PersonOffer"].model_dump_json(), window.seen["PersonTurn"].model_dump_json()
        assert [("què fèieu" in told[0]), (words("ca")("turn.along") in told[1])] == [offered, offered]

    asyncio.run(town.seu("handovers", {"offered": offered}))
    played(town, *NO_DOCUMENT, *TAKE, At("person_turn"), pink=False, look=look)
    assert [("handover" in turn) for turn in bodies(town, "takeTurn")] == [offered]


def test_a_turn_that_is_asked_for_at_the_menu_takes_nothing_along(town: Town) -> None:
    played(
        town,
        *TO_MENU,
        *(Touch("choose_service:procedures"), At("procedures_groups"), Touch("home"), At("menu")),
        *(Touch("choose_service:turn"), At("turns_queue"), Touch("choose_queue:assisted")),
        *(At("turns_priority"), Touch("choose_priority:no"), At("person_turn")),
        pink=False,
    )
    (turn,) = bodies(town, "takeTurn")
    assert "handover" not in turn


@pytest.mark.logs("seu_failed")
def test_what_goes_along_stays_as_it_was_while_the_same_turn_is_asked_for(town: Town) -> None:
    again = (At("trouble"), Touch("contrast"), Network("fine"), Touch("retry"), At("person_turn"))
    played(town, *NO_DOCUMENT, Network("down"), *TAKE, *again, pink=False)
    assert {json.dumps(body["handover"]) for body in bodies(town, "takeTurn")} == {'{"service": "padro"}'}


@pytest.mark.logs("seu_failed")
def test_where_nothing_is_handed_over_any_more_the_turn_is_to_be_had_all_the_same(town: Town) -> None:
    closed = SeuDial("handovers", {"offered": False})
    again = (At("trouble"), Touch("retry"), At("person_turn"))
    played(town, *NO_DOCUMENT, closed, *TAKE, *again, pink=False)
    assert [("handover" in turn) for turn in bodies(town, "takeTurn")] == [True, False]


# --- why there is nothing to go on with ---------------------------------------------------------------------


@pytest.mark.logs("seu_failed")
@pytest.mark.parametrize("number", ["R22", "Z9", "R211234567"])
def test_an_unknown_number_and_one_of_which_nothing_is_kept_are_told_alike(number: str, town: Town) -> None:
    def look(window: PlainWindow, house: House) -> None:
        assert window.view is not None
        assert window.view.question == words("ca")("handover.unknown.question")

    plain = SeuDial("turns/next", {"queue": "assisted", "desk": "1"})
    played(town, HAND_OVER, plain, *TO_NUMBER, *asked(number), At("handover_none"), look=look)


@pytest.mark.logs("seu_failed")
def test_a_turn_that_is_over_is_none_any_more(town: Town) -> None:
    call = SeuDial("turns/next", {"queue": "assisted", "desk": "1"})
    played(town, HAND_OVER, call, call, call, *TO_NUMBER, *asked("R21"), At("handover_none"))


@pytest.mark.logs("seu_failed")
def test_too_many_numbers_are_told_with_the_hour_from_which_one_may_try_again(town: Town) -> None:
    tries: list[Step] = []
    for number in range(10):
        tries += [*asked(f"Z{number}"), At("handover_none"), Touch("other_number"), At("handover_number")]

    def look(window: PlainWindow, house: House) -> None:
        assert window.view is not None
        assert window.view.question == words("ca")("handover.tries.question")
        assert "a partir de les" in window.view.model_dump_json()

    last = (*asked("R21"), At("handover_none"))
    played(town, HAND_OVER, *TO_NUMBER, *tries, *last, look=look)


@pytest.mark.logs("seu_failed")
def test_a_kiosk_that_may_not_is_told_so_and_nobody_is_stuck(town: Town) -> None:
    closed = SeuDial("handovers", {"offered": False})
    played(
        town,
        HAND_OVER,
        *TO_NUMBER,
        TypeWords("R21"),
        closed,
        Touch("take_over"),
        At("handover_none"),
        Seen("handover.closed.what"),
        Touch("go_home"),
        At("menu"),
    )


@pytest.mark.parametrize("way", ["back", "other_number", "home", "finish"])
def test_what_is_not_gone_on_with_is_given_back_however_the_screen_is_left(way: str, town: Town) -> None:
    there = (*TO_NUMBER, *asked("R21"), At("handover_show"))
    played(town, HAND_OVER, *there, Touch(way))
    played(town, *there)
    assert [operation for operation in operations_of(town.traffic()) if operation != "takeTurn"][:3] == [
        "takeOver",
        "giveHandoverBack",
        "takeOver",
    ]


@pytest.mark.logs("seu_failed")
def test_an_answer_that_was_lost_comes_again_and_is_no_turn_that_somebody_else_took(town: Town) -> None:
    lost = SeuDial("trap", {"mode": "lost", "at": "POST /v1/handovers", "times": 1})
    played(town, HAND_OVER, lost, *TO_NUMBER, *asked("R21"), At("handover_show"))
    assert [seen["status"] for seen in town.traffic() if seen["path"] == "/v1/handovers"][-1] == 200
    keys = {
        dict(seen["headers"])["idempotency-key"] for seen in town.traffic() if seen["path"] == "/v1/handovers"
    }
    assert len(keys) == 1


# --- where it is offered ------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["blue", "welcome", "arrival", "assisted"])
@pytest.mark.parametrize("hands_over", [True, False])
def test_only_the_assisted_zone_of_a_town_hall_that_hands_over_offers_it(
    role: Role, hands_over: bool, tmp_path: Path
) -> None:
    async def looked(lonely: Lonely) -> None:
        house = lonely.house
        house.settings = Settings(kiosk=Kiosk(role=role))
        told = contract()["components"]["examples"]["CatalogueOrdinary"]["value"]
        turns = told["turns"] | {"handover": hands_over}
        house.catalogue = Catalogue.model_validate_json(json.dumps(told | {"turns": turns}))
        shown = menu(Session("ca"), house, words("ca"))
        offered = "handover" in {choice.id for choice in shown.choices}
        assert offered == (role == "assisted" and hands_over)

    in_lonely_kiosk(tmp_path, looked)
