"""The number of a turn is the same however people say it, and nothing else is a number."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, strategies as st

from kiosk.services.handover.number import LONGEST, number_of, typed_on
from tests.contract.spec import contract

CALLED = re.compile(contract()["components"]["schemas"]["TurnCalled"]["properties"]["number"]["pattern"])
LETTERS = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", max_size=4)
BETWEEN = st.text(" \u00a0-–.·/", max_size=3)


@pytest.mark.parametrize("said", ["A 112", "a112", "A-112", " a – 112 ", "A\u00a00112", "A.112", "a1 12"])
def test_as_people_say_it(said: str) -> None:
    assert number_of(said) == "A112"


@given(letters=LETTERS, figures=st.integers(0, 999_999), zeros=st.integers(0, 3), between=BETWEEN)
def test_case_what_stands_between_and_zeros_before_change_nothing(
    letters: str, figures: int, zeros: int, between: str
) -> None:
    plain = f"{letters}{figures}"
    for said in (plain, plain.lower(), f"{letters}{between}{'0' * zeros}{figures}", f" {plain}\n"):
        assert number_of(said) == plain


@given(st.text(max_size=14))
def test_whatever_is_said_is_a_number_of_the_contract_or_none(said: str) -> None:
    number = number_of(said)
    assert number == "" or (CALLED.fullmatch(number) and len(number) <= LONGEST)
    assert number_of(number) == number


@pytest.mark.parametrize(
    "said", ["", "A", "112A", "A1B2", "A 112 345 6789 0", "Maria", "À112", "A١١٢", "A²", "ß1", "<A1"]
)
def test_nothing_else_is_one(said: str) -> None:
    assert number_of(said) == ""


@given(st.lists(st.text(max_size=2), max_size=20))
def test_keys_never_make_what_no_number_begins_with(keys: list[str]) -> None:
    typed = ""
    for key in keys:
        typed = typed_on(typed, key)
        assert re.fullmatch(r"[A-Z]*[0-9]*", typed)
        assert len(typed) <= LONGEST


@given(letters=LETTERS, figures=st.integers(0, 999_999))
def test_every_number_can_be_typed(letters: str, figures: int) -> None:
    typed = ""
    for key in f"{letters.lower()}{figures}":
        typed = typed_on(typed, key)
    assert number_of(typed) == f"{letters}{figures}"
