"""Lines on paper end where a person would end them."""

from __future__ import annotations

import pytest

from kiosk.paper.breaking import lines_of


def lines(text: str, room: int) -> list[str]:
    """As with letters of one width each."""
    return lines_of(text, [len(word) for word in text.split(" ")], 1, room)


def test_what_fits_one_line_is_one_line() -> None:
    assert lines("Seieu a la zona taronja", 23) == ["Seieu a la zona taronja"]
    assert len(lines("Seieu a la zona taronja", 22)) == 2


@pytest.mark.parametrize(
    ("text", "room", "last"),
    [
        ("Dimarts 1 de desembre de 2026", 25, "desembre de 2026"),
        ("Rebreu un codi al mòbil: escriviu-lo.", 31, "mòbil: escriviu-lo."),
        ("Truqueu al telèfon 93\u00a0000\u00a000\u00a000.", 21, "telèfon 93\u00a0000\u00a000\u00a000."),
        ("aaaaaaaaaa bbbb cccc dd", 10, "cccc dd"),
    ],
)
def test_no_word_stands_alone_at_the_end_where_another_may_stand_with_it(
    text: str, room: int, last: str
) -> None:
    assert lines(text, room)[-1] == last


def test_for_a_word_that_would_be_alone_no_line_more_is_begun() -> None:
    assert lines("Volant individual d’empadronament", 18) == ["Volant individual", "d’empadronament"]


@pytest.mark.parametrize("room", range(12, 60))
def test_lines_are_as_few_as_a_greedy_writer_makes_and_none_is_longer_than_the_paper(room: int) -> None:
    text = "Per canviar-la o anul·lar-la, truqueu al 93\u00a0000\u00a000 o digueu-ho al taulell, si us plau."
    greedy, rest = 1, room
    for word in text.split(" "):
        if len(word) > rest:
            greedy, rest = greedy + 1, room
        rest -= len(word) + 1

    made = lines(text, room)

    assert len(made) == greedy
    assert max(map(len, made)) <= room
    assert " ".join(made) == text


def test_lines_are_as_even_as_the_words_allow() -> None:
    assert lines("aa bb cc dd ee ff", 14) == ["aa bb cc", "dd ee ff"]


def test_a_word_that_fits_no_line_has_one_of_its_own() -> None:
    assert lines("a incomprensible b", 6) == ["a", "incomprensible", "b"]


@pytest.mark.parametrize("text", ["", " ", "a  b"])
def test_what_is_no_text_is_kept_as_it_is(text: str) -> None:
    assert " ".join(lines(text, 10)) == text
