"""A procedure is found by whatever a person calls it, and nothing else is found with it."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from demo.seu.appointments_town import appointment_catalogue
from kiosk.search import edits_to, folded
from kiosk.services.appointments.finder import find
from kiosk.seu.models import AppointmentCatalogue, BookableProcedure

CATALOGUE = AppointmentCatalogue.model_validate(appointment_catalogue(frozenset()))
PROCEDURES = CATALOGUE.procedures


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("alta padro", "join_register"),
        ("PADRÓ", "join_register"),
        ("empadronarme", "join_register"),
        ("enpadronarme", "join_register"),
        ("empadornar", "join_register"),
        ("altaalpadro", "join_register"),
        ("domicilio", "change_address"),
        ("arraigo", "foreign_report"),
        ("estrangeria", "foreign_report"),
        ("estranjeria", "foreign_report"),
        ("casarse", "civil_wedding"),
        ("wedding", "civil_wedding"),
        ("wedidng", "civil_wedding"),
        ("coche", "vehicle_tax"),
        ("IBI", "property_tax"),
        ("beca", "social_aid"),
        ("ajuts", "social_aid"),
        ("llicencia", "trade_licence"),
        ("licensia", "trade_licence"),
        ("obr", "trade_licence"),
        ("aparcar", "parking_card"),
        ("school", "school_place"),
    ],
)
def test_it_is_found(typed: str, first: str) -> None:
    found = [procedure.id for procedure in find(typed, PROCEDURES)]
    assert first in found[:2], found


@pytest.mark.parametrize("typed", ["xyzw", "qqqqqq", "ii i", "zzz padro"])
def test_what_nothing_is_like_finds_nothing(typed: str) -> None:
    assert find(typed, PROCEDURES) == ()


def test_nothing_typed_is_everything_in_its_order() -> None:
    assert find("  ", PROCEDURES) == PROCEDURES


@given(st.sampled_from(PROCEDURES), st.sampled_from(["ca", "es", "en"]))
def test_each_is_found_first_by_its_own_name(procedure: BookableProcedure, language: str) -> None:
    assert find(procedure.name[language], PROCEDURES)[0] == procedure


@given(st.text(max_size=40))
def test_nothing_that_is_typed_is_too_much(typed: str) -> None:
    assert all(found in PROCEDURES for found in find(typed, PROCEDURES))


WORDS = st.text("abcde", max_size=7)


@given(WORDS, WORDS)
def test_the_beginning_of_a_word_costs_nothing(word: str, more: str) -> None:
    assert edits_to(word, word + more, 0) == 0


@given(WORDS, WORDS)
def test_the_distance_is_never_more_than_typing_it_anew(typed: str, word: str) -> None:
    edits = edits_to(typed, word, len(typed))
    assert edits is not None
    assert 0 <= edits <= len(typed)


def test_each_slip_costs_one() -> None:
    for typed in ("padrro", "parro", "padto", "pardo"):
        assert edits_to(typed, "padro", 2) == 1, typed


def test_marks_are_passed_over() -> None:
    words = folded("L’Impost d’habitatge, col·legi ÑÇ")
    assert words == ("l", "impost", "d", "habitatge", "collegi", "nc")
