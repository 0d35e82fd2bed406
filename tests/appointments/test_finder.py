"""A procedure is found by whatever a person calls it, and nothing else is found with it."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from demo.seu.appointments_town import appointment_catalogue
from kiosk.services.appointments.memory import Appointments
from kiosk.services.appointments.search_choices import know
from kiosk.seu.models import AppointmentCatalogue, BookableProcedure

CATALOGUE = AppointmentCatalogue.model_validate(appointment_catalogue(frozenset()))
PROCEDURES = CATALOGUE.procedures


def find(typed: str) -> list[str]:
    memory = Appointments()
    know(memory, CATALOGUE)
    memory.search.look_for(typed)
    return list(memory.search.found)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("alta padro", "join_register"),
        ("vull fer l'alta al padró", "join_register"),
        ("zzz padro", "join_register"),
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
    assert first in find(typed)[:2], find(typed)


@pytest.mark.parametrize("typed", ["xyzw", "qqqqqq", "ii i", "", "  "])
def test_what_nothing_is_like_finds_nothing(typed: str) -> None:
    assert find(typed) == []


@given(st.sampled_from(PROCEDURES), st.sampled_from(["ca", "es", "en"]))
def test_each_is_found_first_by_its_own_name(procedure: BookableProcedure, language: str) -> None:
    assert find(procedure.name[language])[0] == procedure.id


@given(st.text(max_size=40))
def test_nothing_that_is_typed_is_too_much(typed: str) -> None:
    assert set(find(typed)) <= {procedure.id for procedure in PROCEDURES}
