"""The PIN while it is typed: in one buffer, zeroed by whatever ends it."""

from __future__ import annotations

from hypothesis import given, strategies as st

from kiosk.services.identify.pin import KEYS, LEAST, MOST, Pin

LETTERS = st.text(
    st.sampled_from(sorted({key for layer in KEYS for row in layer for key in row})), max_size=30
)


def typed(text: str) -> Pin:
    pin = Pin()
    for character in text:
        pin.type(character)
    return pin


def buffer(pin: Pin) -> bytearray:
    return pin._typed


@given(LETTERS)
def test_what_is_taken_is_what_was_typed_and_nothing_of_it_is_left(text: str) -> None:
    pin = typed(text)
    assert pin.take() == text[:MOST].encode()
    assert (pin.count, bytes(buffer(pin))) == (0, bytes(MOST))


@given(LETTERS, st.integers(0, 30))
def test_a_character_that_is_taken_back_is_zeroed(text: str, back: int) -> None:
    pin = typed(text)
    for _ in range(back):
        pin.correct()
    kept = max(0, min(len(text), MOST) - back)
    assert bytes(buffer(pin)) == text[:kept].encode().ljust(MOST, b"\0")


def test_the_buffer_is_always_the_same_one() -> None:
    pin = Pin()
    first = buffer(pin)
    for character in "0123456789abcdefghij":
        pin.type(character)
    pin.wipe()
    assert buffer(pin) is first
    assert not any(first)


def test_what_is_no_character_of_a_pin_is_not_taken() -> None:
    assert typed("a").count == 1
    for other in ("", "ab", "é", "\n", "\0", "€"):
        pin = Pin()
        pin.type(other)
        assert pin.count == 0


def test_every_key_types_one_character() -> None:
    assert all(typed(key).count == 1 for layer in KEYS for row in layer for key in row)
    assert LEAST <= MOST


def test_it_never_shows_itself() -> None:
    assert "1234" not in repr(typed("1234"))
