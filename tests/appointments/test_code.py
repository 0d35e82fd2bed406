"""The QR of an appointment: whole, of another town, damaged, or something else."""

from __future__ import annotations

from hypothesis import given, settings, strategies as st

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


@settings(max_examples=20)
@given(CODES)
def test_every_character_that_is_misread_is_told_as_damage(code: str) -> None:
    text = encode(INE, code)
    for at, right in enumerate(text):
        wrong = [letter for letter in ALPHABET + ":.\u00e9" if letter != right]
        told = {type(decode(text[:at] + letter + text[at + 1 :], INE)) for letter in wrong}
        assert told == {Damaged}, at


@given(CODES, st.data())
def test_whatever_is_lost_or_doubled_is_never_the_same_appointment_nor_another_towns(
    code: str, data: st.DataObject
) -> None:
    text = encode(INE, code)
    at = data.draw(st.integers(0, len(text) - 1))
    for changed in (text[:at] + text[at + 1 :], text[:at] + text[at] + text[at:]):
        told = decode(changed, INE)
        assert told != Ours(code)
        assert not isinstance(told, AnotherTown)


@given(CODES, st.text(max_size=8), st.text(max_size=8))
def test_what_stands_around_a_code_makes_it_another_text(code: str, before: str, after: str) -> None:
    told = decode(before + encode(INE, code) + after, INE)
    assert told == Ours(code) if not (before + after).strip() else not isinstance(told, AnotherTown)


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
