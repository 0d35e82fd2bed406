"""The demo card's machine readable zones are those of ICAO 9303-3 to -5 and of Spanish documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, strategies as st

from demo.card.holders import read_holders
from demo.card.mrz import Zone, check_digit, letters, name_field

UTOPIAN = Zone(
    code="I",
    issuer="UTO",
    number="D23145890",
    optional="",
    primary="Eriksson",
    secondary="Anna Maria",
    nationality="UTO",
    birth_date=date(1974, 8, 12),
    sex="F",
    expiry=date(2012, 4, 15),
)


@pytest.mark.parametrize(
    ("field", "digit"),
    [("520727", "3"), ("AB2134<<<", "5"), ("L898902C3", "6"), ("D23145890", "7"), ("<<<<<<<<<<<<<<", "0")],
)
def test_check_digits(field: str, digit: str) -> None:
    assert check_digit(field) == digit


def test_a_card_has_the_specimen_s_three_lines() -> None:
    assert UTOPIAN.td1() == (
        "I<UTOD231458907<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<6ERIKSSON<<ANNA<MARIA<<<<<<<<<<"
    )


def test_a_passport_has_the_specimen_s_two_lines() -> None:
    passport = replace(UTOPIAN, code="P", number="L898902C3", optional="ZE184226B")
    assert passport.td3() == (
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10"
    )


def test_a_spanish_card_has_the_support_number_and_the_dni_in_the_optional_data() -> None:
    spanish = replace(
        UTOPIAN,
        code="ID",
        issuer="ESP",
        nationality="ESP",
        number="ABC456789",
        optional="12345678A",
        birth_date=date(1999, 11, 7),
        sex="M",
        expiry=date(2025, 12, 31),
    )
    assert spanish.td1()[:60] == "IDESPABC456789612345678A<<<<<<9911075M2512314ESP<<<<<<<<<<<2"


def test_the_mrz_information_is_number_birth_and_expiry_with_their_check_digits() -> None:
    holder = replace(UTOPIAN, number="L898902C", birth_date=date(1969, 8, 6), expiry=date(1994, 6, 23))
    assert holder.information() == "L898902C<369080619406236"


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Núria", "NURIA"),
        ("Col·lell", "COLLELL"),
        ("Popescu-Iași", "POPESCU<IASI"),
        ("O’Connor", "OCONNOR"),
        ("Martínez Peñalver", "MARTINEZ<PENALVER"),
        ("Straße", "STRASSE"),
        ("Łukasz Ægir", "LUKASZ<AEGIR"),
        ("França", "FRANCA"),
    ],
)
def test_names_lose_their_diacritics(name: str, written: str) -> None:
    assert letters(name) == written


@pytest.mark.parametrize(
    ("primary", "secondary", "width", "field"),
    [
        ("Papandropoulous", "Jonathon Warren Trevor", 39, "PAPANDROPOULOUS<<JONATHON<WARREN<TREVOR"),
        ("Nilavadhanananda", "Chayapa Dejthamrong Krasuang", 39, "NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K"),
        ("Nilavadhanananda", "Arnpol Petch Charonguang", 39, "NILAVADHANANANDA<<ARNPOL<PETCH<CHARONGU"),
        ("Nilavadhanananda", "Chayapa Dejthamrong Krasuang", 30, "NILAVADHANANANDA<<CHAYAPA<DEJT"),
        ("Arkfreith", "", 30, "ARKFREITH<<<<<<<<<<<<<<<<<<<<<"),
        ("Bennelong Wooloomooloo Warrandyte", "Dingo", 30, "BENNELONG<WOOLOOMOOLOO<WARR<<D"),
        # A cut behind a filler would show nothing: one letter of the surname makes place for one of the name.
        ("Abcdefghijklmnopqrstuvwxyz A", "Dingo", 30, "ABCDEFGHIJKLMNOPQRSTUVWXYZ<<DI"),
        ("Abcdefghijklmnopqrstuvwxyzabc Def", "", 30, "ABCDEFGHIJKLMNOPQRSTUVWXYZAB<D"),
    ],
)
def test_long_names_are_cut_as_icao_cuts_them(primary: str, secondary: str, width: int, field: str) -> None:
    assert name_field(primary, secondary, width) == field
    assert len(field) == width


def begins(name: str, written: str) -> bool:
    return bool(written) and name.startswith(written)


WORDS = st.lists(st.text("ABC", min_size=1, max_size=30), min_size=1, max_size=16)


@given(WORDS, WORDS, st.sampled_from([30, 39]))
def test_whatever_the_name_the_field_is_full_and_shows_a_cut(
    surnames: list[str], given_names: list[str], width: int
) -> None:
    field = name_field(" ".join(surnames), " ".join(given_names), width)
    first, _, second = field.rstrip("<").partition("<<")
    assert len(field) == width
    assert begins(surnames[0], first.split("<")[0])
    assert begins(given_names[0], second.split("<")[0])
    whole = len("<".join(surnames)) + 2 + len("<".join(given_names)) <= width
    assert whole or field[-1] != "<"


def test_everyone_of_the_demo_town_fits_into_a_zone() -> None:
    for holder in read_holders():
        assert len(holder.zone.td1()) == 90
        assert len(holder.zone.td3()) == 88
        assert len(holder.zone.information()) == 24
