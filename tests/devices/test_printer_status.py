"""What a printer says, read by the maker's bit tables, however its bytes arrive, whatever is in between."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from devices.contracts import PrinterStatus
from devices.printer import commands
from devices.printer.status import Answered, Done, Emptied, EpsonHearing, Named, Passed, Pushed, Reply

QUESTIONS = [n for _ in range(40) for n in commands.QUESTIONS]
ALL_WELL = bytes.fromhex("12121212")


def hearing() -> EpsonHearing:
    ears = EpsonHearing()
    for n in QUESTIONS:
        ears.asked(n)
    return ears


@pytest.mark.parametrize(
    ("answers", "status"),
    [
        ("12121212", PrinterStatus.READY),
        ("1a32127e", PrinterStatus.PAPER_OUT),
        ("1212121e", PrinterStatus.PAPER_LOW),
        ("1a161212", PrinterStatus.COVER_OPEN),
        ("1a521a12", PrinterStatus.CUTTER_FAULT),
        ("3a521a12", PrinterStatus.CUTTER_FAULT),
        ("1a521612", PrinterStatus.PAPER_JAM),
        ("1a525212", PrinterStatus.OVERHEATED),
        ("1a523212", PrinterStatus.OFFLINE),
        ("1a1a1212", PrinterStatus.OFFLINE),
        ("1a36127e", PrinterStatus.COVER_OPEN),
    ],
)
def test_four_answers_are_one_status(answers: str, status: PrinterStatus) -> None:
    ears = hearing()

    replies = ears.hear(bytes.fromhex(answers))

    assert replies == [Answered(1), Answered(2), Answered(3), Answered(4)]
    assert ears.condition.status is status


@pytest.mark.parametrize(
    ("pushed", "status"),
    [
        ("1000000f", PrinterStatus.READY),
        ("18000f0f", PrinterStatus.PAPER_OUT),
        ("1000030f", PrinterStatus.PAPER_LOW),
        ("3800000f", PrinterStatus.COVER_OPEN),
        ("1808000f", PrinterStatus.CUTTER_FAULT),
        ("1804000f", PrinterStatus.PAPER_JAM),
        ("1840000f", PrinterStatus.OVERHEATED),
        ("1820000f", PrinterStatus.OFFLINE),
        ("5800000f", PrinterStatus.OFFLINE),
    ],
)
def test_a_pushed_block_is_one_status(pushed: str, status: PrinterStatus) -> None:
    ears = EpsonHearing()

    assert ears.hear(bytes.fromhex(pushed)) == [Pushed()]
    assert ears.condition.status is status


@pytest.mark.parametrize(
    ("n", "bits", "status"),
    [
        (1, 0x04, PrinterStatus.READY),  # drawer
        (1, 0x08, PrinterStatus.OFFLINE),
        (1, 0x20, PrinterStatus.READY),
        (1, 0x40, PrinterStatus.READY),
        (2, 0x04, PrinterStatus.COVER_OPEN),
        (2, 0x08, PrinterStatus.READY),
        (2, 0x20, PrinterStatus.READY),  # the roll's own sensor says it
        (2, 0x40, PrinterStatus.READY),
        (3, 0x04, PrinterStatus.PAPER_JAM),
        (3, 0x08, PrinterStatus.CUTTER_FAULT),
        (3, 0x20, PrinterStatus.OFFLINE),
        (3, 0x40, PrinterStatus.OVERHEATED),
        (4, 0x04, PrinterStatus.READY),
        (4, 0x0C, PrinterStatus.PAPER_LOW),
        (4, 0x20, PrinterStatus.READY),
        (4, 0x60, PrinterStatus.PAPER_OUT),
    ],
)
def test_each_bit_of_an_answer_means_what_the_table_says(n: int, bits: int, status: PrinterStatus) -> None:
    ears = EpsonHearing()
    ears.asked(n)

    assert ears.hear(bytes([0x12 | bits])) == [Answered(n)]
    assert ears.condition.status is status


@pytest.mark.parametrize(
    ("byte", "bits", "status"),
    [
        (0, 0x04, PrinterStatus.READY),  # drawer
        (0, 0x08, PrinterStatus.OFFLINE),
        (0, 0x20, PrinterStatus.COVER_OPEN),
        (0, 0x40, PrinterStatus.READY),
        (1, 0x01, PrinterStatus.READY),
        (1, 0x02, PrinterStatus.READY),
        (1, 0x04, PrinterStatus.PAPER_JAM),
        (1, 0x08, PrinterStatus.CUTTER_FAULT),
        (1, 0x20, PrinterStatus.OFFLINE),
        (1, 0x40, PrinterStatus.OVERHEATED),
        (2, 0x03, PrinterStatus.PAPER_LOW),
        (2, 0x0C, PrinterStatus.PAPER_OUT),
        (2, 0x60, PrinterStatus.READY),
        (3, 0x6F, PrinterStatus.READY),
    ],
)
def test_each_bit_of_a_pushed_block_means_what_the_table_says(
    byte: int, bits: int, status: PrinterStatus
) -> None:
    ears = EpsonHearing()
    block = bytearray.fromhex("10000000")
    block[byte] |= bits

    assert ears.hear(bytes(block)) == [Pushed()]
    assert ears.condition.status is status


@given(st.integers(0, 255).filter(lambda byte: byte & 0x90 == 0 and byte != 0x37))
def test_a_barriers_answer_changes_nothing_that_is_known(byte: int) -> None:
    ears = EpsonHearing()
    ears.hear(bytes.fromhex("18000f0f"))

    assert ears.hear(bytes([byte])) == [Passed()]
    assert ears.condition.status is PrinterStatus.PAPER_OUT


def test_what_was_pushed_replaces_what_was_answered() -> None:
    ears = hearing()
    ears.hear(bytes.fromhex("1a36127e"))

    ears.hear(bytes.fromhex("1000000f"))

    assert ears.condition.status is PrinterStatus.READY


@given(st.integers(0, commands.PROCESS_IDS - 1))
def test_a_process_number_comes_back_as_it_was_sent(number: int) -> None:
    assert EpsonHearing().hear(b"\x37\x22" + commands.process_id(number) + b"\0") == [Done(number)]


@given(st.integers(0, commands.PROCESS_IDS - 1))
def test_a_process_number_is_written_in_bytes_that_the_maker_allows(number: int) -> None:
    assert all(0x20 <= byte <= 0x7E for byte in commands.process_id(number))


def test_the_other_replies_are_told_apart() -> None:
    assert EpsonHearing().hear(b"\x37\x25\0") == [Emptied()]
    assert EpsonHearing().hear(b"\0") == [Passed()]
    assert EpsonHearing().hear(b"\x0f") == [Passed()]
    assert EpsonHearing().hear(b"\x11\x13") == []


@pytest.mark.parametrize("byte", [0x92, 0x90, 0x80, 0x01 | 0x80])
def test_a_byte_with_its_highest_bit_set_says_nothing(byte: int) -> None:
    ears = hearing()

    assert ears.hear(bytes([byte])) == []


def test_an_answer_that_was_not_asked_for_changes_nothing() -> None:
    ears = EpsonHearing()

    assert ears.hear(b"\x1a") == []
    assert ears.condition.status is PrinterStatus.READY


@given(st.integers(1, 6), st.sampled_from(["1000000f", "18000f0f", "3808030f"]))
def test_a_push_in_the_middle_of_a_reply_disturbs_neither(at: int, pushed: str) -> None:
    reply = b"\x37\x22" + commands.process_id(0x3048) + b"\0"

    replies = EpsonHearing().hear(reply[:at] + bytes.fromhex(pushed) + reply[at:])

    assert replies == [Pushed(), Done(0x3048)]


@given(st.integers(1, 3), st.sampled_from([b"\x12", b"\x1a", b"\x11", b"\x13"]))
def test_an_answer_or_flow_control_in_the_middle_of_a_push_disturbs_neither(at: int, between: bytes) -> None:
    ears = EpsonHearing()
    ears.asked(1)
    block = bytes.fromhex("18000f0f")

    replies = ears.hear(block[:at] + between + block[at:])

    assert Pushed() in replies
    assert ears.condition.status is PrinterStatus.PAPER_OUT


said = st.lists(
    st.one_of(
        st.sampled_from([b"\x12", b"\x1a", b"\x7e", b"\x11", b"\x13", b"\0", b"\x37\x25\0"]),
        st.sampled_from([b"\x10\0\0\x0f", b"\x18\0\x0f\x0f", b"\x37\x22@ABC\0"]),
        st.binary(max_size=6),
    ),
    max_size=20,
).map(b"".join)


@given(said, st.lists(st.integers(1, 5), max_size=40))
def test_the_answer_does_not_depend_on_how_the_bytes_arrive(stream: bytes, sizes: list[int]) -> None:
    whole, parts = hearing(), hearing()
    expected = whole.hear(stream)

    replies: list[Reply] = []
    rest = stream
    for size in sizes:
        replies += parts.hear(rest[:size])
        rest = rest[size:]
    replies += parts.hear(rest)

    assert replies == expected
    assert parts.condition == whole.condition


@given(st.binary(max_size=300))
def test_after_any_garbage_four_answers_and_a_push_are_understood(garbage: bytes) -> None:
    ears = EpsonHearing()
    ears.hear(garbage)
    for n in commands.QUESTIONS:
        ears.asked(n)

    ears.hear(ALL_WELL)
    ears.hear(bytes.fromhex("18000f0f"))

    assert ears.condition.status is PrinterStatus.PAPER_OUT


@given(st.integers(1, 6))
def test_a_reply_that_was_broken_off_does_not_hide_the_next(sent: int) -> None:
    broken_off = (b"\x37\x22" + commands.process_id(6))[:sent]

    assert EpsonHearing().hear(broken_off + b"\x37\x22" + commands.process_id(7) + b"\0") == [Done(7)]


def test_a_block_without_an_end_is_given_up() -> None:
    ears = EpsonHearing()

    replies = ears.hear(b"\x37\x22@@@@@@@\x37\x22" + commands.process_id(7) + b"\0")

    assert Done(7) in replies


@pytest.mark.parametrize("serial", ["", "X3F1022", "0123456789", "PQRSTUVWXYZ", "TM 12-2"])
def test_a_serial_number_is_not_taken_for_status_though_its_digits_look_like_it(serial: str) -> None:
    ears = hearing()
    ears.asked(commands.SERIAL)

    replies = ears.hear(b"\x12\x13_" + serial.encode()[:2] + b"\x11" + serial.encode()[2:] + b"\x00\x16")

    assert replies == [Answered(1), Named(serial), Answered(2)]
    assert ears.condition.status is PrinterStatus.COVER_OPEN


@pytest.mark.parametrize("broken", [b"_ZB1\xff", b"_" + b"7" * 81], ids=["no letter", "no end"])
def test_what_is_no_serial_number_is_given_up(broken: bytes) -> None:
    ears = hearing()
    ears.asked(commands.SERIAL)

    assert ears.hear(broken + ALL_WELL) == [Answered(1), Answered(2), Answered(3), Answered(4)]


def test_a_serial_number_that_nobody_asked_for_is_none() -> None:
    assert Named("ZB") not in EpsonHearing().hear(b"_ZB\x00")
