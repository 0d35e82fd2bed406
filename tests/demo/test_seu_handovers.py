"""What goes along with a turn is given once, today, to a kiosk with staff, and to nobody who guesses."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import httpx
import pytest

from demo.seu.handovers import TRIES, WITHIN
from tests.contract.town import Town, running

CERTIFICAT = {"service": "padro", "choice": "certificat_individual_current", "screen": "black"}
PINK = "a-token-of-the-kiosk-in-the-pink-zone"
AS_PINK = {"Authorization": f"Bearer {PINK}"}


@pytest.fixture(scope="module")
def open_hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    token = tmp_path_factory.mktemp("token") / "pink"
    token.write_text(PINK, encoding="utf-8")
    with running("--assisted-token-file", str(token)) as town:
        yield town


@pytest.fixture
def blue(open_hall: Town) -> Town:
    open_hall.control.post("/reset")
    return open_hall


def _turn(town: Town, handover: dict | None = None, **members: object) -> dict:
    along = {"handover": handover} if handover else {}
    return town.post("/v1/turns", {"reason": "not_identified", "language": "es", **along, **members}).json()


def _take(town: Town, number: str, key: str = "") -> httpx.Response:
    headers = {**AS_PINK, "Idempotency-Key": key or str(uuid.uuid4())}
    return town.http.post("/v1/handovers", json={"number": number}, headers=headers)


def _problem(answer: httpx.Response) -> str:
    return answer.json()["type"].rpartition(":")[2]


def test_it_comes_with_the_turn_of_the_pink_zone_and_says_nothing_more(blue: Town) -> None:
    turn = _turn(blue, CERTIFICAT)
    assert (turn["number"], turn["zone"], turn["handed_over"]) == ("R 021", "pink", True)
    taken = _take(blue, "R21").json()
    assert taken.pop("handover")
    assert taken == {"number": "R 021", "language": "es", **CERTIFICAT}


def test_with_a_turn_of_another_zone_nothing_is_kept(blue: Town) -> None:
    turn = _turn(blue, CERTIFICAT, queue="taxes")
    assert "handed_over" not in turn
    assert _problem(_take(blue, "C8")) == "not-found"


def test_a_lost_answer_comes_again_and_another_kiosk_is_told_that_it_was_taken(blue: Town) -> None:
    _turn(blue, CERTIFICAT)
    key = "one-key-of-one-act-0001"
    first = _take(blue, "R21", key)
    assert _take(blue, "R21", key).json() == first.json()
    assert (_take(blue, "R21").status_code, _problem(_take(blue, "R21"))) == (409, "handover-taken")


def test_a_number_of_nobody_and_one_with_nothing_are_the_same(blue: Town) -> None:
    _turn(blue, queue="assisted")
    nobody, nothing = _take(blue, "Z9"), _take(blue, "R21")
    assert (nobody.status_code, nobody.content) == (nothing.status_code, nothing.content)
    assert _problem(nobody) == "not-found"


def test_one_of_yesterday_is_gone(blue: Town) -> None:
    _turn(blue, CERTIFICAT)
    blue.control.post("/clock", json={"offset_seconds": int(timedelta(days=1).total_seconds())})
    assert _problem(_take(blue, "R21")) == "not-found"
    blue.control.post("/clock", json={"offset_seconds": 0})
    assert _problem(_take(blue, "R21")) == "not-found"


def test_it_can_be_had_while_the_turn_is_called_and_is_gone_with_it(blue: Town) -> None:
    _turn(blue, CERTIFICAT)
    _turn(blue, CERTIFICAT)
    for _ in range(2):  # one who stood there already, then ours
        blue.control.post("/turns/next", json={"queue": "assisted", "desk": "1"})
    taken = _take(blue, "R21").json()["handover"]
    blue.control.post("/turns/next", json={"queue": "assisted", "desk": "1"})
    assert blue.http.delete(f"/v1/handovers/{taken}", headers=AS_PINK).status_code == 204
    assert _problem(_take(blue, "R21")) == "not-found"
    assert _take(blue, "R22").status_code == 200


def test_only_the_kiosk_beside_which_staff_sit_is_answered(blue: Town) -> None:
    _turn(blue, CERTIFICAT)
    refused = blue.post("/v1/handovers", {"number": "R21"})
    assert (refused.status_code, _problem(refused)) == (403, "another-kiosk")
    assert _problem(blue.delete("/v1/handovers/Vd8sKx2LqWz5TmB7NcRy0Q")) == "another-kiosk"
    assert _take(blue, "R21").status_code == 200


def test_what_a_kiosk_was_answered_under_a_key_another_does_not_get_by_it(blue: Town) -> None:
    _turn(blue, CERTIFICAT)
    key = "one-key-of-one-act-0001"
    assert _take(blue, "R21", key).status_code == 200
    assert _problem(blue.post("/v1/handovers", {"number": "R21"}, key=key)) == "another-kiosk"


def test_what_was_given_back_can_be_taken_by_whom_it_is_of(blue: Town) -> None:
    _turn(blue, CERTIFICAT)
    first = _take(blue, "R21").json()["handover"]
    for _ in range(2):
        back = blue.http.delete(f"/v1/handovers/{first}", headers=AS_PINK)
        assert (back.status_code, back.content) == (204, b"")
    again = _take(blue, "R21").json()
    assert again["handover"] != first


def test_numbers_cannot_be_tried_without_end(blue: Town) -> None:
    noon = datetime.fromisoformat("2026-11-26T12:00:00+01:00")
    blue.control.post("/clock", json={"at": noon.isoformat()})
    _turn(blue, CERTIFICAT)
    for number in range(1, TRIES + 1):
        assert _problem(_take(blue, f"Z{number}")) == "not-found"
    refused = _take(blue, "R21")
    assert (refused.status_code, _problem(refused)) == (429, "too-many-requests")
    until = datetime.fromisoformat(refused.json()["back_at"])
    assert noon < until <= noon + WITHIN + timedelta(minutes=1)
    blue.control.post("/clock", json={"at": (until + timedelta(seconds=1)).isoformat()})
    assert _take(blue, "R21").status_code == 200


@pytest.mark.parametrize(
    "handover", [{"service": "weddings"}, {"service": "padro", "choice": "maria"}], ids=lambda h: h["service"]
)
def test_what_this_town_hall_does_not_have_is_not_kept(handover: dict, blue: Town) -> None:
    assert _turn(blue, handover)["type"].endswith(":not-offered")
    assert _turn(blue, CERTIFICAT)["number"] == "R 021", "no turn was lost to it"


def test_where_nothing_is_handed_over_it_is_neither_offered_nor_taken(blue: Town) -> None:
    assert blue.get("/v1/catalogue").json()["turns"]["handover"] is True
    blue.control.post("/handovers", json={"offered": False})
    assert blue.get("/v1/catalogue").json()["turns"]["handover"] is False
    assert _turn(blue, CERTIFICAT)["type"].endswith(":not-offered")
    assert _problem(_take(blue, "R21")) == "not-offered"


def test_nothing_of_it_is_written_to_the_database(tmp_path: Path) -> None:
    with running("--data", str(tmp_path)) as town:
        _turn(town, CERTIFICAT)
        assert town.post("/v1/handovers", {"number": "R21"}).status_code == 200
    assert b"certificat" not in b"".join(file.read_bytes() for file in tmp_path.iterdir())


def test_it_goes_with_a_turn_that_is_given_back(blue: Town) -> None:
    turn = _turn(blue, CERTIFICAT)["turn"]
    assert blue.delete(f"/v1/turns/{turn}").status_code == 204
    assert _problem(_take(blue, "R21")) == "not-found"


def test_the_operator_has_somebody_come_from_the_blue_zone(blue: Town) -> None:
    assert blue.control.post("/handovers/given").json() == {"number": "R 021"}
    assert _take(blue, "R21").json()["choice"] == "certificat_individual_current"
