"""The dock beside a real demo town: what is touched reaches its peer, what the peers say is shown."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import httpx
import pytest
from PySide6.QtCore import Qt

from demo.dock.dials import NETWORK, PRINTER, SLOW_MM_S, TICKET
from demo.town import Town
from tests.contract.town import Town as Kiosk
from tests.demo.dock_hands import Hands, until
from tests.demo.dock_town import afresh, beside, kiosk_of, opened

A4, TICKET_PAPER = 1728, 576


@pytest.fixture(scope="module")
def open_town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with opened(tmp_path_factory.mktemp("town")) as town:
        yield town


@pytest.fixture(scope="module")
def open_hands(open_town: Town) -> Iterator[Hands]:
    with beside(open_town) as hands:
        yield hands


@pytest.fixture
def hands(open_hands: Hands) -> Hands:
    return afresh(open_hands)


@pytest.fixture
def town(open_town: Town, hands: Hands) -> Town:
    return open_town


@pytest.fixture(scope="module", autouse=True)
def http() -> Iterator[None]:
    """One client for what the tests ask the peers themselves."""
    global HTTP
    with httpx.Client(trust_env=False) as HTTP:
        yield


def state(town: Town, peer: str, path: str = "/state") -> dict[str, object]:
    answer: dict[str, object] = HTTP.get(town.control(peer) + path).json()
    return answer


@pytest.fixture
def kiosk(town: Town) -> Iterator[Kiosk]:
    with kiosk_of(town) as kiosk:
        yield kiosk


def print_sheet(town: Town, printer: str, width: int, rows: int) -> None:
    """A black sheet; the printer cuts it behind its last row."""
    stride = width // 8
    size = stride.to_bytes(2, "little") + rows.to_bytes(2, "little")
    address = httpx.URL(
        town.environment[f"KIOSK_PRINTERS__{printer.upper()}__ADDRESS"].replace("tcp", "http")
    )
    with socket.create_connection((address.host, address.port or 0)) as line:
        line.sendall(b"\x1b@\x1dv0\x00" + size + b"\xff" * (stride * rows) + b"\x1dV\x00")


# --- cards ------------------------------------------------------------------------------------------------


def test_a_touch_puts_a_card_in_and_the_next_one_takes_it_out(hands: Hands, town: Town) -> None:
    hands.touch("card:maria")
    until(lambda: hands.is_chosen("card:maria"), "Maria's card in the reader")
    assert state(town, "card")["card"] == "maria"
    assert hands.text("said:identification-card") == "lector: Maria"
    hands.touch("card:maria")
    until(lambda: not hands.is_chosen("card:maria"), "an empty reader")
    assert state(town, "card")["card"] is None


def test_a_dni_goes_into_the_reader_with_contacts_and_out_again(hands: Hands, town: Town) -> None:
    hands.touch("contact:maria")
    until(lambda: hands.is_chosen("contact:maria"), "Maria's DNI in the reader with contacts")
    assert state(town, "card", "/contact")["card"] == "maria"
    assert state(town, "card")["card"] is None
    until(lambda: hands.text("printed").startswith("xip de Maria: PIN "), "her PIN")
    hands.touch("contact:maria")
    until(lambda: not hands.is_chosen("contact:maria"), "an empty reader")
    assert state(town, "card", "/contact")["card"] is None


def test_another_card_takes_the_place_of_the_first(hands: Hands, town: Town) -> None:
    hands.touch("card:omar")
    until(lambda: hands.is_chosen("card:omar"), "Omar's card in the reader")
    hands.touch("card:metro")
    until(lambda: hands.is_chosen("card:metro"), "the metro's card in the reader")
    assert state(town, "card")["card"] == "metro"
    assert not hands.is_chosen("card:omar")


def test_every_card_of_the_table_lies_on_the_dock(hands: Hands, town: Town) -> None:
    cards = state(town, "card", "/cards")["cards"]
    assert isinstance(cards, list)
    assert len(cards) > 12
    told = {f"card:{card['id']}": f"{card['label']}, {card['about']}" for card in cards}
    shown = [item for item in hands.touchables() if item.objectName().startswith("card:")]
    assert {item.objectName(): item.property("spoken") for item in shown} == told


def test_the_seu_is_told_to_take_the_pin_and_no_longer_to(hands: Hands, town: Town) -> None:
    hands.touch("network:pin")
    until(lambda: hands.is_chosen("network:pin"), "a seu that takes the PIN")
    assert state(town, "seu", "/proofs")["proofs"] == ["idcat_mobil_code", "dnie_pin", "staff"]
    assert hands.is_chosen("network:fine")
    hands.touch("network:pin")
    until(lambda: not hands.is_chosen("network:pin"), "a seu that takes it no longer")


def test_what_is_read_on_the_card_in_the_reader_is_shown(hands: Hands) -> None:
    hands.touch("card:maria")
    until(
        lambda: hands.text("printed") == "CAN 482\u00a0951 · mòbil 600\u00a0000\u00a0158",
        "Maria's CAN and phone",
    )
    hands.touch("card:old-passport")
    until(lambda: hands.text("printed").startswith("MRZ "), "the passport's MRZ")
    hands.touch("card:metro")
    until(lambda: hands.text("printed") == "No és cap document", "what the metro's card is")
    hands.touch("card:metro")
    until(lambda: "aquí veureu" in hands.text("printed"), "an invitation")


def test_a_card_that_somebody_pulled_is_seen_to_be_out(hands: Hands, town: Town) -> None:
    hands.touch("card:elena")
    until(lambda: hands.is_chosen("card:elena"), "Elena's card in the reader")
    HTTP.post(town.control("card") + "/remove", json={})
    until(lambda: not hands.is_chosen("card:elena"), "an empty reader")


# --- dials ------------------------------------------------------------------------------------------------

CAUSE = {
    "low": "near_end",
    "paper_out": "paper_out",
    "cover_open": "cover_open",
    "jam": "jam",
    "hot": "overheated",
    "off": "no_power",
}


def chosen_of(hands: Hands, row: str) -> list[str]:
    items = [item for item in hands.touchables() if item.objectName().startswith(f"{row}:")]
    return [item.objectName().split(":")[1] for item in items if item.property("chosen")]


def dial(hands: Hands, row: str, stand: str) -> None:
    """Touch it, and wait until it alone is shown as set."""
    hands.touch(f"{row}:{stand}")
    until(lambda: chosen_of(hands, row) == [stand], f"the dial {row}:{stand}")


@pytest.mark.parametrize(("printer", "dials"), [("document", tuple(PRINTER)), ("ticket", TICKET)])
def test_a_printers_dial_reaches_it_alone_and_fine_mends_it(
    hands: Hands, town: Town, printer: str, dials: tuple[str, ...]
) -> None:
    for stand in dials:
        dial(hands, printer, stand)
        now = state(town, printer)
        assert now["causes"] == ([CAUSE[stand]] if stand in CAUSE else [])
        assert isinstance(now["dials"], dict)
        assert (now["dials"]["speed_mm_s"] == SLOW_MM_S) == (stand == "slow")
        dial(hands, printer, "fine")
        assert (state(town, printer)["causes"], state(town, printer)["power"]) == ([], "on")


@pytest.mark.parametrize(("before", "after"), [("jam", "low"), ("jam", "off"), ("off", "hot")])
def test_one_fault_takes_the_place_of_another(hands: Hands, town: Town, before: str, after: str) -> None:
    dial(hands, "document", before)
    dial(hands, "document", after)
    assert state(town, "document")["causes"] == [CAUSE[after]]


def test_a_fault_for_which_there_is_no_dial_is_said(hands: Hands, town: Town) -> None:
    HTTP.post(town.control("document") + "/dials", json={"cutter_error": True})
    until(lambda: hands.text("said:printer") == "avariada", "what is wrong with the printer")
    assert chosen_of(hands, "document") == []


def test_a_dial_of_the_network_reaches_the_seu(hands: Hands, town: Town) -> None:
    for mode in (*NETWORK[1:], "fine"):
        dial(hands, "network", mode)
        assert state(town, "seu", "/network")["mode"] == mode


# --- what comes from the kiosk ----------------------------------------------------------------------------


def test_the_code_shown_is_the_one_that_was_sent(hands: Hands, kiosk: Kiosk) -> None:
    kiosk.send_code(kiosk.challenge("maria"), "600000158").raise_for_status()
    until(lambda: hands.text("code") != "", "a code")
    shown = hands.text("code")
    assert shown.replace(" ", "") == kiosk.sms()["code"]
    assert len(shown) == 7
    assert str(hands.dock.root.property("code_said")).split() == ["SMS", "al", "mòbil", "acabat", "en", "58"]


def test_somebody_comes_where_somebody_asked(hands: Hands, town: Town, kiosk: Kiosk) -> None:
    assert not hands.is_ready("help:coming")
    kiosk.post("/v1/help-calls", {"service": "padro", "reason": "asked"}).raise_for_status()
    until(lambda: hands.is_ready("help:coming"), "a call for help")
    assert hands.text("said:hand-waving") == "demana ajuda"
    hands.touch("help:coming")
    until(lambda: hands.text("said:hand-waving") == "ja hi va algú", "somebody who comes")
    calls = HTTP.get(town.control("seu") + "/help-calls").json()
    assert [call["state"] for call in calls] == ["coming"]
    hands.touch("help:ended")
    until(lambda: hands.text("said:hand-waving") == "ningú no demana ajuda", "the end of the call")
    assert not hands.is_ready("help:coming")


def test_a_call_that_nobody_answers_is_seen_to_be_louder(hands: Hands, town: Town, kiosk: Kiosk) -> None:
    asked = kiosk.post("/v1/help-calls", {"service": "padro", "reason": "asked"}).raise_for_status().json()
    kiosk.put(f"/v1/help-calls/{asked['call']}/level", {"level": 2}).raise_for_status()
    until(lambda: hands.text("said:hand-waving") == "torna a demanar ajuda", "a louder call")


def papers(hands: Hands) -> list[str]:
    return [item.objectName() for item in hands.touchables() if item.objectName().startswith("paper:")]


def test_paper_that_came_out_lies_there_newest_first_and_is_seen_large(hands: Hands, town: Town) -> None:
    assert papers(hands) == []
    print_sheet(town, "ticket", TICKET_PAPER, 80)
    until(lambda: len(papers(hands)) == 1, "a ticket")
    print_sheet(town, "document", A4, 160)
    until(lambda: len(papers(hands)) == 2, "a sheet of A4")
    newest, older = papers(hands)
    assert newest.startswith("paper:document-")
    assert older.startswith("paper:ticket-")
    hands.touch(newest)
    picture = hands.find("sheet_picture")
    until(lambda: float(picture.property("implicitWidth")) > 0, "its picture")
    assert str(picture.property("source").toString()).endswith(".png")
    hands.touch("sheet")
    until(lambda: not hands.sees("sheet"), "the dock without the sheet over it")


def test_escape_closes_the_large_sheet(hands: Hands, town: Town) -> None:
    print_sheet(town, "ticket", TICKET_PAPER, 80)
    until(lambda: len(papers(hands)) == 1, "a ticket")
    hands.touch(papers(hands)[0])
    hands.find("sheet")
    hands.key(Qt.Key.Key_Escape)
    until(lambda: not hands.sees("sheet"), "the dock without the sheet over it")


def test_a_page_on_its_way_says_how_far_it_is(hands: Hands, town: Town) -> None:
    hands.touch("document:slow")
    until(lambda: hands.is_chosen("document:slow"), "a slow printer")
    print_sheet(town, "document", A4, 240)
    until(lambda: hands.text("said:printer").startswith("imprimint"), "how far it is")
    assert hands.text("said:printer").endswith("\u00a0%")
    until(lambda: hands.text("said:printer") == "a punt", "the end of the page")


def test_who_starts_afresh_finds_nothing_of_before(hands: Hands, town: Town, kiosk: Kiosk) -> None:
    print_sheet(town, "ticket", TICKET_PAPER, 80)
    kiosk.send_code(kiosk.challenge("maria"), "600000158").raise_for_status()
    for name in ("card:maria", "document:jam", "network:down"):
        hands.touch(name)
        until(lambda touched=name: hands.is_chosen(touched), name)
    until(lambda: len(papers(hands)) == 1 and hands.text("code") != "", "paper and a code")
    hands.touch("afresh")
    until(lambda: papers(hands) == [] and hands.text("code") == "", "an empty desk")
    until(lambda: hands.is_chosen("document:fine"), "a printer that is fine")
    assert state(town, "card")["card"] is None
    assert state(town, "seu", "/network")["mode"] == "fine"
    assert kiosk.sms()["code"] is None
