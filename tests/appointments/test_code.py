"""The QR of an appointment: whole, of another town, damaged, or something else."""

from __future__ import annotations

from hypothesis import given, strategies as st

from kiosk.services.appointments.code import AnotherTown, Damaged, NotOurs, Ours, decode, encode

INE = "08101"
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
CODES = st.text(ALPHABET, min_size=16, max_size=64)


@given(CODES)
def test_what_is_printed_is_read_again(code: str) -> None:
    assert decode(f"{encode(INE, code)}\r\n", INE) == Ours(code)


@given(CODES)
def test_another_towns_is_told_apart(code: str) -> None:
    assert decode(encode("08019", code), INE) == AnotherTown("08019")


@given(CODES, st.data())
def test_one_character_misread_never_passes(code: str, data: st.DataObject) -> None:
    text = encode(INE, code)
    at = data.draw(st.integers(len("ZB1:08101:"), len(text) - 1))
    wrong = data.draw(st.sampled_from(ALPHABET).filter(lambda character: character != text[at]))
    assert decode(text[:at] + wrong + text[at + 1 :], INE) == Damaged()


@given(CODES, st.integers(4, 8), st.sampled_from("0123456789"))
def test_a_misread_town_is_damage_and_no_other_town(code: str, at: int, wrong: str) -> None:
    text = encode(INE, code)
    if text[at] != wrong:
        assert decode(text[:at] + wrong + text[at + 1 :], INE) == Damaged()


def test_two_neighbours_that_changed_places_are_seen() -> None:
    code = "abcdefghijklmnop"
    check = encode(INE, code)[-1]
    for at in range(len(code) - 1):
        swapped = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
        assert decode(f"ZB1:{INE}:{swapped}{check}", INE) == Damaged(), at


def test_half_a_code_is_damaged() -> None:
    assert decode(encode(INE, "abcdefghijklmnop")[:20], INE) == Damaged()
    assert decode("ZB1:", INE) == Damaged()


def test_whatever_else_is_scanned_is_not_ours() -> None:
    for text in ("", "https://seu.exemple.cat/cita", "ZB2:08101:abcdefghijklmnopq", "8412345678905", "\x00"):
        assert decode(text, INE) == NotOurs()


def test_a_code_is_not_shown() -> None:
    assert "abcdefghijklmnop" not in repr(Ours("abcdefghijklmnop"))
