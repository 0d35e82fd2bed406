"""The demo card as a process: put on a virtual reader, read through a real service, pulled away."""

from __future__ import annotations

import http.client
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography import x509

from demo.pcsc import PcscMissing, PrivatePcsc
from tests.demo.pcsc_client import Client, client

ROOT = Path(__file__).parents[2]
SELECT = "00A4040C07A0000002471001"
GONE = ("", "Card was removed.", "Transaction failed.")
"""No error and no byte: so pcsc-lite 1.9.9 tells that a card left in the middle of a command."""


class Cards:
    """The process that holds the cards, by its control port."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdout
        self._port = json.loads(process.stdout.readline())["control_port"]

    def ask(self, method: str, path: str, body: str = "") -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=10)
        connection.request(method, path, body)
        response = connection.getresponse()
        content = response.read()
        connection.close()
        return response.status, content

    def state(self) -> dict[str, object]:
        return dict(json.loads(self.ask("GET", "/state")[1]))

    def post(self, path: str, **body: object) -> dict[str, object]:
        status, content = self.ask("POST", path, json.dumps(body))
        assert status == 200
        return dict(json.loads(content))


@pytest.fixture(scope="module")
def service() -> Iterator[PrivatePcsc]:
    service = PrivatePcsc()
    try:
        service.start()
    except PcscMissing as why:
        pytest.skip(f"no smart card service: {why}")
    yield service
    service.stop()


@pytest.fixture(scope="module")
def process(service: PrivatePcsc) -> Iterator[Cards]:
    command = [sys.executable, "-m", "demo.card", "--vpcd-port", str(service.vpcd_port)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as cards:
        yield Cards(cards)
        cards.communicate(timeout=10)
        assert cards.returncode == 0


@pytest.fixture
def cards(process: Cards) -> Iterator[Cards]:
    yield process
    process.post("/remove")
    process.post("/speed", ms_per_apdu=0)


@pytest.fixture
def reader(service: PrivatePcsc) -> Iterator[Client]:
    with client(service.environment) as someone:
        yield someone


def test_a_card_is_seen_when_it_comes_and_when_it_goes(cards: Cards, reader: Client) -> None:
    reader.wait("empty")
    assert cards.post("/insert", card="maria")["linked"]
    assert reader.wait("present").startswith("3B888001E1F35E117781")
    cards.post("/remove")
    assert reader.wait("empty") == ""
    assert cards.state()["card"] is None


def test_a_second_card_takes_the_place_of_the_first(cards: Cards, reader: Client) -> None:
    cards.post("/insert", card="maria")
    dni = reader.wait("present")
    assert cards.post("/insert", card="metro")["card"] == "metro"
    assert reader.wait("present") not in ("", dni)


def test_the_application_is_selected_and_the_commands_are_counted(cards: Cards, reader: Client) -> None:
    cards.post("/insert", card="maria")
    reader.wait("present")
    reader.connect()
    assert reader.send("00B09C0000") == "31143012060A04007F0007020204020202010202010D6282"
    assert reader.send(SELECT) == "9000"
    assert reader.send("00A4020C020101") == "6982"
    assert cards.state()["apdus"] == 3


def test_a_metro_card_has_no_application(cards: Cards, reader: Client) -> None:
    cards.post("/insert", card="metro")
    reader.wait("present")
    reader.connect()
    assert reader.send(SELECT) == "6A82"


def test_a_card_is_pulled_after_so_many_commands(cards: Cards, reader: Client) -> None:
    cards.post("/insert", card="maria")
    reader.wait("present")
    reader.connect()
    assert cards.post("/pull_after", apdus=2)["pull_after"] == 2
    assert reader.send(SELECT) == "9000"
    assert reader.send("00A4020C020101") == "6982"
    assert reader.send(SELECT) in GONE
    reader.wait("empty")
    assert (cards.state()["card"], cards.state()["pull_after"]) == (None, None)


def test_a_pull_that_did_not_come_is_forgotten_with_the_card(cards: Cards, reader: Client) -> None:
    cards.post("/insert", card="maria")
    cards.post("/pull_after", apdus=0)
    cards.post("/insert", card="omar")
    reader.wait("present")
    reader.connect()
    assert reader.send(SELECT) == "9000"


def test_a_slow_card_takes_its_time(cards: Cards, reader: Client) -> None:
    cards.post("/insert", card="maria")
    reader.wait("present")
    reader.connect()
    cards.post("/speed", ms_per_apdu=100)
    started = time.monotonic()
    assert reader.send(SELECT) == "9000"
    assert time.monotonic() - started >= 0.1


def test_a_command_does_not_wait_for_an_acknowledgement(cards: Cards, reader: Client) -> None:
    cards.post("/insert", card="maria")
    reader.wait("present")
    reader.connect()
    started = time.monotonic()
    for _ in range(20):
        reader.send(SELECT)
    assert time.monotonic() - started < 20 * 0.02  # 20 × 44 ms without TCP_QUICKACK, 20 × 0.4 with it


def test_a_card_lies_there_through_an_outage_of_the_service(
    cards: Cards, reader: Client, service: PrivatePcsc
) -> None:
    cards.post("/insert", card="maria")
    reader.wait("present")
    service.kill()
    assert cards.state()["card"] == "maria"
    service.start()
    with client(service.environment) as another:
        assert another.wait("present")
        another.connect()
        assert another.send(SELECT) == "9000"


def test_the_table_shows_every_card_and_what_its_holder_reads_on_it(cards: Cards) -> None:
    _, content = cards.ask("GET", "/cards")
    shown = json.loads(content)["cards"]
    assert {"maria", "omar", "elena", "liwei", "metro", "old-passport", "altered"} <= {
        card["id"] for card in shown
    }
    by_id = {card["id"]: card for card in shown}
    assert by_id["maria"] == {
        "id": "maria",
        "label": "Maria Soler",
        "about": "DNI · viu sola",
        "resident": True,
        "can": "482951",
        "zone": "",
        "phone": "600000158",
        "pin": "15928401",
    }
    assert (by_id["altered"]["resident"], by_id["altered"]["can"]) == (False, "482951")
    assert (by_id["old-passport"]["can"], len(by_id["old-passport"]["zone"])) == ("", 24)
    assert by_id["metro"]["can"] == by_id["metro"]["zone"] == by_id["metro"]["phone"] == ""
    assert b"00000000T" not in content


def test_the_roots_of_trust_are_given_one_for_each_issuer(cards: Cards) -> None:
    _, content = cards.ask("GET", "/csca")
    roots = x509.load_pem_x509_certificates(content)
    assert sorted(root.subject.rdns[0].rfc4514_string() for root in roots) == ["C=CN", "C=ES", "C=RO"]


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("POST", "/insert", '{"card": "nobody"}', 404),
        ("POST", "/insert", "{}", 400),
        ("POST", "/insert", "[]", 400),
        ("POST", "/insert", "{", 400),
        ("POST", "/pull_after", '{"apdus": -1}', 400),
        ("POST", "/pull_after", '{"apdus": true}', 400),
        ("POST", "/speed", '{"ms_per_apdu": "fast"}', 400),
        ("GET", "/insert", "", 404),
        ("POST", "/speed", " " * 5000, 413),
    ],
)
def test_a_wrong_order_is_refused_with_a_reason(
    cards: Cards, method: str, path: str, body: str, status: int
) -> None:
    answer, content = cards.ask(method, path, body)
    assert answer == status
    assert json.loads(content)["error"]
    assert cards.state()["card"] is None
