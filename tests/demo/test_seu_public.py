"""The public page of a turn: live, in three languages, plain, and with nothing of a person."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import httpx
import pytest

from tests.contract.town import Town

TURN = {"reason": "other", "language": "ca", "queue": "taxes", "priority": True}


def _address(town: Town) -> str:
    return str(town.control.get("/overview").json()["turn"]["page"])


def _page(address: str, language: str = "ca", **more: str) -> httpx.Response:
    return httpx.get(address, headers={"Accept-Language": language}, params=more, trust_env=False)


@pytest.fixture
def turn(town: Town) -> dict:
    return dict(town.post("/v1/turns", TURN | {"priority": False}).json())


@pytest.mark.parametrize(
    ("language", "waits", "called", "over"),
    [
        ("ca", "Davant vostre: 1 persona", "Us criden ara.", "ja no espera"),
        ("es", "Delante de usted: 1 persona", "Le llaman ahora.", "ya no espera"),
        ("en", "Ahead of you: 1 person", "You are being called now.", "no longer waiting"),
    ],
)
def test_it_says_what_the_seu_says_until_the_turn_is_over(
    town: Town, turn: dict, language: str, waits: str, called: str, over: str
) -> None:
    address = _address(town)
    next_ = {"queue": "taxes", "desk": "5"}
    for told in (waits, None, called, over):
        page = _page(address, language)
        assert page.headers["content-language"] == language
        assert turn["number"] in page.text
        if told is not None:
            assert told in page.text
        assert ('http-equiv="refresh"' in page.text) == (told != over)
        town.control.post("/turns/next", json=next_)


def test_the_language_of_a_link_goes_before_that_of_the_phone(town: Town, turn: dict) -> None:
    assert 'lang="en"' in _page(_address(town), "es", lang="en").text.partition("<head>")[0]
    assert 'lang="es"' in _page(_address(town), "es", lang="xx").text.partition("<head>")[0]


def test_what_is_no_turn_is_told_and_is_not_looked_for_again(town: Town) -> None:
    town.post("/v1/turns", TURN)
    page = _page(_address(town)[:-1] + "x", "ca")
    assert page.status_code == 404
    assert "no hi és" in page.text
    assert "refresh" not in page.text


def test_neither_address_nor_page_tells_who_goes_first_or_the_id_of_the_contract(town: Town) -> None:
    first = town.post("/v1/turns", TURN).json()
    page = _page(_address(town))
    said = page.text + str(page.headers) + _address(town)
    assert first["turn"] not in said
    assert first["follow_url"].rsplit("/", 1)[1] in _address(town)
    assert _shape(town) == _shape_of_ordinary(town)


def _shape(town: Town) -> str:
    """The page of the turn that was given last, without its figures."""
    return re.sub(r"[0-9]+", "#", _page(_address(town), "en").text)


def _shape_of_ordinary(town: Town) -> str:
    """Of one that is as far from its call, and has no priority."""
    town.control.post("/reset")
    town.post("/v1/turns", TURN | {"priority": False})
    town.control.post("/turns/next", json={"queue": "taxes"})
    return _shape(town)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.outside += [value or "" for name, value in attrs if name in ("src", "href", "action")]


def test_it_is_plain_and_asks_nobody_else(town: Town, turn: dict) -> None:
    page = _page(_address(town))
    tags = _Tags()
    tags.feed(page.text)
    assert not tags.seen & {"script", "img", "form", "iframe", "link"}
    assert tags.outside == ["?lang=ca", "?lang=es", "?lang=en"]
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["content-security-policy"].startswith("default-src 'none'")
    assert len(page.content) < 4000
    assert "prefers-color-scheme: dark" in page.text
