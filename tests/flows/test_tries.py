"""A DNI with one try left, one that does not tell, one that is blocked: no PIN is sent before it is said."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from demo.pcsc import CONTACT_READER
from demo.town import Town
from devices.card.pkcs11.cryptoki import CKF_USER_PIN_FINAL_TRY, CKF_USER_PIN_LOCKED
from kiosk.conductor import Conductor
from kiosk.house import House
from kiosk.tour.journeys.parts import TO_MENU, to_can
from kiosk.tour.journeys.signatures import ALL_PROOFS
from kiosk.tour.player import Player
from kiosk.tour.steps import At, Journey, PutSigner, Step, Touch, TypeCan, TypePin
from screens.common.views import PersonOffer
from screens.identify.views import IdentifyRisk
from screens.view import View
from tests.devices.pin_bench import Orders, make_fake
from tests.flows.plain import PlainWindow, in_plain_kiosk, settings_of

TO_SLOT: tuple[Step, ...] = (
    ALL_PROOFS,
    *TO_MENU,
    *to_can("maria"),
    TypeCan("maria"),
    Touch("send_can"),
    At("identify_proof"),
    Touch("choose_proof:dnie_pin"),
    At("identify_contact"),
    PutSigner("maria"),
)


@pytest.fixture(scope="module")
def module(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_fake(tmp_path_factory.mktemp("module"))


class Fake(Orders):
    """What the module is to say of its token, and what was called in it."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__(folder, monkeypatch)
        self.does(SLOT=CONTACT_READER)

    def was_called(self, function: str) -> bool:
        return function in self.record.read_text(encoding="utf-8").split()


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fake:
    return Fake(tmp_path, monkeypatch)


def shown_after(town: Town, module: Path, steps: tuple[Step, ...]) -> View | None:
    """What a kiosk with that module shows after these steps."""
    player, seen = Player(None, "ca"), []
    settings = settings_of(
        town,
        {"KIOSK_CONTACT_READER__MODULE": str(module), "KIOSK_CONTACT_READER__COUNTS_TRIES": "false"},
    )

    async def play(window: PlainWindow, conductor: Conductor, house: House) -> None:
        journey = Journey("tries", "", steps, (), (), {})
        await player.play(journey, window, town, lambda: house.facts().off or house.reader_has_card)
        seen.append(window.view)

    asyncio.run(in_plain_kiosk(settings, player.heard, play))
    return seen[0]


@pytest.mark.parametrize(
    ("flags", "said"), [(CKF_USER_PIN_FINAL_TRY, "un sol intent"), (0, "no ens diu quants intents")]
)
def test_whoever_may_have_one_try_left_is_told_before_any_pin_is_sent(
    flags: int, said: str, town: Town, module: Path, fake: Fake
) -> None:
    fake.does(FLAGS=f"{flags:x}")
    view = shown_after(town, module, (*TO_SLOT, At("identify_risk")))
    assert isinstance(view, IdentifyRisk)
    assert said in view.panels[0].text
    assert (view.primary_act, view.secondary_act) == ("no_pin", "insist")
    assert fake.was_called("C_GetTokenInfo")
    assert not fake.was_called("C_Login")


def test_to_a_blocked_card_no_pin_is_ever_sent(town: Town, module: Path, fake: Fake) -> None:
    fake.does(FLAGS=f"{CKF_USER_PIN_LOCKED:x}")
    view = shown_after(town, module, (*TO_SLOT, At("person_offer")))
    assert isinstance(view, PersonOffer)
    assert "bloquejat" in view.panels[0].text
    assert not fake.was_called("C_Login")


def test_whoever_insists_has_their_pin_sent_once(town: Town, module: Path, fake: Fake) -> None:
    fake.does(FLAGS=f"{CKF_USER_PIN_FINAL_TRY:x}", C_Login="a0", FLAGS_AFTER=f"{CKF_USER_PIN_LOCKED:x}")
    view = shown_after(
        town,
        module,
        (
            *TO_SLOT,
            At("identify_risk"),
            Touch("insist"),
            At("identify_pin"),
            TypePin("maria"),
            Touch("send_pin"),
            At("person_offer"),
        ),
    )
    assert isinstance(view, PersonOffer)
    assert "bloquejat" in view.panels[0].text
    assert fake.was_called("C_Login")
