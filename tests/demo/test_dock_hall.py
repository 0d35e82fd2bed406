"""The dock's town hall and scanner: what is touched there befalls whoever stands at the kiosk."""

from __future__ import annotations

import os
import select
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from demo.town import Town
from devices.scanner.serial import SPEEDS, open_line
from kiosk.services.appointments.code import AnotherTown, Damaged, NotOurs, Ours, decode
from tests.contract.town import Town as Kiosk
from tests.demo.dock_hands import Hands, until
from tests.demo.dock_town import afresh, beside, kiosk_of, opened


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with opened(tmp_path_factory.mktemp("town")) as town:
        yield town


@pytest.fixture(scope="module")
def open_hands(town: Town) -> Iterator[Hands]:
    with beside(town) as hands:
        yield hands


@pytest.fixture
def hands(open_hands: Hands) -> Hands:
    return afresh(open_hands)


@pytest.fixture
def kiosk(town: Town, hands: Hands) -> Iterator[Kiosk]:
    with kiosk_of(town) as kiosk:
        yield kiosk


TURN = {"reason": "other", "language": "ca"}


def test_the_next_is_called_until_it_is_the_one_who_waits_at_the_kiosk(hands: Hands, kiosk: Kiosk) -> None:
    until(lambda: hands.text("said:ticket") == "ningú no espera", "an empty hall")
    turn = kiosk.post("/v1/turns", TURN | {"queue": "taxes"}).json()
    until(lambda: hands.text("said:ticket") == "C 008 espera, amb 1 davant", "a turn")
    hands.touch("turns:next")
    until(lambda: hands.text("said:ticket") == "C 008 espera, amb 0 davant", "the one before")
    hands.touch("turns:next")
    until(lambda: hands.text("said:ticket") == "C 008, a la taula 3", "its call")
    assert kiosk.get(f"/v1/turns/{turn['turn']}").json()["state"] == "called"
    hands.touch("turns:next")
    until(lambda: hands.text("said:ticket") == "C 008 ja ha passat", "its end")


def test_somebody_comes_from_the_blue_zone_and_their_turn_is_taken_over(hands: Hands, town: Town) -> None:
    hands.touch("turns:from_blue")
    until(lambda: hands.text("said:ticket") == "R 021 espera, amb 1 davant", "a turn")
    token = Path(town.assisted["KIOSK_SEU__TOKEN_FILE"]).read_text(encoding="utf-8")
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": "one-key-of-one-act-0001"}
    address = f"{town.environment['KIOSK_SEU__BASE_URL']}/v1/handovers"
    taken = httpx.post(address, json={"number": "R21"}, headers=headers, trust_env=False).json()
    assert (taken["number"], taken["language"], taken["service"]) == ("R 021", "es", "padro")


def test_the_public_page_of_the_turn_is_opened_from_its_address(hands: Hands, kiosk: Kiosk) -> None:
    turn = kiosk.post("/v1/turns", TURN | {"queue": "taxes"}).json()
    opened: list[QUrl] = []

    class Browser(QObject):
        @Slot(QUrl)
        def shows(self, address: QUrl) -> None:
            opened.append(address)

    browser = Browser()
    QDesktopServices.setUrlHandler("http", browser, "shows")
    try:
        hands.touch("turn_page")
        until(lambda: opened, "a browser")
    finally:
        QDesktopServices.unsetUrlHandler("http")
    address = opened[0].toString()
    assert address == hands.find("turn_page").property("label")
    assert address.rsplit("/")[-1] == turn["follow_url"].rsplit("/")[-1]
    assert "C 008" in httpx.get(address, trust_env=False).text


def test_no_turn_is_left_until_there_are_turns_again(hands: Hands, kiosk: Kiosk) -> None:
    hands.touch("turns:none_left")
    until(lambda: hands.is_chosen("turns:none_left"), "a day without turns")
    assert kiosk.post("/v1/turns", TURN).json()["type"].endswith("no-turns-left")
    hands.touch("turns:none_left")
    until(lambda: not hands.is_chosen("turns:none_left"), "turns again")
    assert kiosk.post("/v1/turns", TURN).status_code == 201


def _hold(kiosk: Kiosk) -> dict:
    asked = {"procedure": "join_register", "office": "central"}
    place = "/v1/appointment-days/join_register/central"
    day = next(day["day"] for day in kiosk.get(place).json()["days"] if day["state"] == "open")
    at = kiosk.get(f"{place}/{day}").json()["hours"][0]
    return kiosk.post("/v1/appointment-holds", asked | {"at": at}).json()


def test_somebody_was_quicker_once(hands: Hands, kiosk: Kiosk) -> None:
    hands.touch("procedures:rival")
    until(lambda: hands.is_chosen("procedures:rival"), "somebody who is quicker")
    assert _hold(kiosk)["type"].endswith("slot-gone")
    until(lambda: not hands.is_chosen("procedures:rival"), "a fair queue")
    assert _hold(kiosk)["expires_in_seconds"] == 300


def test_an_hour_is_kept_for_a_short_time_only(hands: Hands, kiosk: Kiosk) -> None:
    hands.touch("procedures:short_hold")
    until(lambda: hands.is_chosen("procedures:short_hold"), "a short hold")
    assert _hold(kiosk)["expires_in_seconds"] == 20
    hands.touch("procedures:short_hold")
    until(lambda: not hands.is_chosen("procedures:short_hold"), "a long one")


def test_every_procedure_is_withdrawn_and_offered_again(hands: Hands, kiosk: Kiosk) -> None:
    def offered() -> tuple[int, int]:
        told = kiosk.get("/v1/procedures").json()["procedures"]
        booked = kiosk.get("/v1/appointment-catalogue").json()["procedures"]
        return sum(not said["withdrawn"] for said in told), len(booked)

    before = offered()
    hands.touch("procedures:withdrawn")
    until(lambda: hands.is_chosen("procedures:withdrawn"), "nothing to do here")
    assert offered() == (0, 0)
    hands.touch("procedures:withdrawn")
    until(lambda: not hands.is_chosen("procedures:withdrawn"), "a town hall as before")
    assert offered() == before


def test_the_card_of_staff_goes_in_and_out_and_its_pin_is_told(hands: Hands) -> None:
    label = hands.find("contact:staff")
    until(lambda: label.property("label") == "Targeta del personal · PIN 2468", "its PIN")
    hands.touch("contact:staff")
    until(lambda: hands.is_chosen("contact:staff"), "the card in the reader")
    hands.touch("contact:staff")
    until(lambda: not hands.is_chosen("contact:staff"), "an empty reader")


def test_what_was_written_to_somebody_is_listed(hands: Hands, kiosk: Kiosk) -> None:
    until(lambda: hands.text("said:chat-text") == "cap", "no message")
    kiosk.send_code(kiosk.challenge("maria"), "600000158").raise_for_status()
    until(lambda: hands.dock.root.property("messages"), "a message")
    (told,) = hands.dock.root.property("messages")
    assert told == f"SMS ·58: El codi és {kiosk.sms()['code']}. No el digueu a ningú."


@pytest.mark.parametrize(
    ("which", "kind"),
    [("last", Ours), ("late", Ours), ("another_town", AnotherTown), ("damaged", Damaged), ("other", NotOurs)],
)
def test_what_is_held_before_the_scanner_is_heard_by_the_kiosk(
    which: str, kind: type, hands: Hands, town: Town
) -> None:
    until(lambda: hands.text("said:qr-code") == "ningú no l’escolta", "a kiosk that is not there")
    assert not hands.is_ready(f"scanner:{which}")
    line = open_line(Path(town.environment["KIOSK_SCANNER__DEVICE"]), SPEEDS[9600])
    try:
        until(lambda: hands.is_ready(f"scanner:{which}"), "a kiosk that listens")
        hands.touch(f"scanner:{which}")
        until(lambda: select.select([line], [], [], 0)[0], "a code")
        heard = os.read(line, 200).decode()
    finally:
        os.close(line)
    assert heard.endswith("\r")
    assert isinstance(decode(heard.strip(), "08101"), kind)
