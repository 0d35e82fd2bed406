"""What tests ask of the demo town hall's diary."""

from __future__ import annotations

import json

import httpx

from tests.contract.town import RESIDENTS, Town

PHONE = {"prefix": "0034", "number": RESIDENTS["maria"]["idcat_phone"]}
OTHER_PHONE = {"prefix": "0034", "number": "600000009"}
PLACE = {"procedure": "join_register", "office": "central"}
WEDDING = {"procedure": "civil_wedding", "office": "central"}
STRICT = {"procedure": "social_aid", "office": "central"}
ORDER = {"language": "ca", "reminder": False}
MINUTE = 60


def problem(answer: httpx.Response) -> str:
    return json.loads(answer.content)["type"].removeprefix("urn:zonablava:problem:")


def days(town: Town, place: dict[str, str] = PLACE) -> list[dict]:
    return town.get(f"/v1/appointment-days/{place['procedure']}/{place['office']}").json()["days"]


def hours(town: Town, place: dict[str, str] = PLACE) -> list[str]:
    """Of the first day after today that has more than three free."""
    day = next(day["day"] for day in days(town, place)[1:] if day["free"] > 3)
    return town.get(f"/v1/appointment-days/{place['procedure']}/{place['office']}/{day}").json()["hours"]


def hold(town: Town, at: str, place: dict[str, str] = PLACE) -> str:
    return town.post("/v1/appointment-holds", {**place, "at": at}).json()["hold"]


def book(town: Town, held: str, session: str | None = None, **changed: object) -> httpx.Response:
    return town.post("/v1/appointments", {**ORDER, "hold": held, **changed}, session)


def booked(town: Town, at: str, place: dict[str, str] = PLACE, session: str | None = None) -> dict:
    """In that session, else in one of Maria's phone."""
    answer = book(town, hold(town, at, place), session or session_of(town))
    assert answer.status_code == 201, answer.text
    return answer.json()


def session_of(town: Town, phone: dict[str, str] = PHONE) -> str:
    lookup = town.post("/v1/appointment-lookups", {"phone": phone}).json()["lookup"]
    tried = town.post(f"/v1/appointment-lookups/{lookup}/attempts", {"digits": town.sms()["code"]})
    return tried.json()["citizen_session"]


def later(town: Town, seconds: int) -> None:
    town.control.post("/clock", json={"offset_seconds": seconds})
