"""A card that is no document is told apart by a few harmless commands; nothing of its holder is asked for."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import pytest
from hypothesis import given, strategies as st

from devices.card.emrtd.access import EMRTD_APPLICATION
from devices.card.emrtd.apdu import Command
from devices.card.emrtd.channel import Stopped
from devices.card.foreign import GET_VERSION, memory_card, told_apart
from devices.contracts import Can, CardReading, ReadFailure
from tests.devices.card_bench import Bench, Cards, can_of, with_bench

NONE = ReadFailure.NOT_A_DOCUMENT
PLAIN = bytes.fromhex("3B80800101")
OK, NOT_FOUND = b"\x90\x00", b"\x6a\x82"


class Chip:
    """Has applications that can be selected, answers what it is told to, and notes what it was asked."""

    def __init__(self, *applications: bytes, answers: Mapping[bytes, bytes] | None = None) -> None:
        self._applications, self._answers = applications, answers or {}
        self.asked: list[bytes] = []
        self.there = True

    def transmit(self, command: bytes) -> bytes:
        self.asked.append(command)
        if command in self._answers:
            return self._answers[command]
        selected = command[1:2] == b"\xa4" and command[5 : 5 + command[4]] in self._applications
        return OK if selected else NOT_FOUND

    def reset(self) -> None:
        if not self.there:
            raise Stopped(ReadFailure.CARD_PULLED)


# --- on a reader --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("card", "kind"),
    [
        ("metro", ReadFailure.TRANSPORT_CARD),
        ("bank", ReadFailure.BANK_CARD),
        ("health", ReadFailure.HEALTH_CARD),
    ],
)
def test_a_card_that_is_none_of_ours_is_told_apart_and_a_document_is_read_after_it(
    cards: Cards, card: str, kind: ReadFailure
) -> None:
    async def play(at: Bench) -> None:
        await at.insert(cards, card)
        assert await at.read(Can("123456")) is kind
        await asyncio.to_thread(cards.post, "/remove")
        await at.insert(cards, "maria")
        assert isinstance(await at.read(can_of("maria")), CardReading)

    with_bench(play)


def test_a_foreign_card_that_is_pulled_while_it_is_looked_at_is_a_pulled_card(cards: Cards) -> None:
    async def play(at: Bench) -> None:
        await at.insert(cards, "metro")
        await asyncio.to_thread(cards.post, "/pull_after", apdus=6)
        assert await at.read(Can("123456")) is ReadFailure.CARD_PULLED

    with_bench(play)


# --- by its applications ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("application", "kind"),
    [
        (b"2PAY.SYS.DDF01", ReadFailure.BANK_CARD),
        (b"1PAY.SYS.DDF01", ReadFailure.BANK_CARD),
        (bytes.fromhex("D27600000102"), ReadFailure.HEALTH_CARD),
        (b"1TIC.ICA", ReadFailure.TRANSPORT_CARD),
        (b"AD F1", ReadFailure.TRANSPORT_CARD),
        (b"another", NONE),
    ],
)
def test_a_card_is_what_its_application_says(application: bytes, kind: ReadFailure) -> None:
    assert told_apart(Chip(application), PLAIN, NONE) is kind
    assert told_apart(Chip(application), PLAIN, ReadFailure.UNREADABLE) is kind


@pytest.mark.parametrize("status", ["9000", "6283", "6112"])
def test_a_payment_directory_that_is_blocked_or_long_is_one_too(status: str) -> None:
    select = Command(0x00, 0xA4, 0x04, 0x00, b"2PAY.SYS.DDF01", 256).encode()
    chip = Chip(answers={select: bytes.fromhex(status)})
    assert told_apart(chip, PLAIN, NONE) is ReadFailure.BANK_CARD


def test_a_desfire_answers_to_its_own_command() -> None:
    chip = Chip(answers={GET_VERSION.encode(): bytes.fromhex("0401010100180591AF")})
    assert told_apart(chip, PLAIN, NONE) is ReadFailure.TRANSPORT_CARD


def test_an_electronic_document_that_could_not_be_read_stays_what_it_is() -> None:
    chip = Chip(EMRTD_APPLICATION, b"2PAY.SYS.DDF01")
    assert told_apart(chip, PLAIN, ReadFailure.UNREADABLE) is ReadFailure.UNREADABLE


@pytest.mark.parametrize(
    "failure",
    [
        ReadFailure.WRONG_SECRET,
        ReadFailure.MRZ_NEEDED,
        ReadFailure.CARD_PULLED,
        ReadFailure.TWO_CARDS,
        ReadFailure.READER_GONE,
        ReadFailure.TIMED_OUT,
    ],
)
def test_every_other_failure_stays_and_nothing_more_is_asked(failure: ReadFailure) -> None:
    chip = Chip(b"2PAY.SYS.DDF01")
    assert told_apart(chip, PLAIN, failure) is failure
    assert not chip.asked


def test_nothing_but_select_and_get_version_is_ever_sent() -> None:
    chip = Chip()
    assert told_apart(chip, PLAIN, ReadFailure.UNREADABLE) is NONE
    assert {command[:3] for command in chip.asked} == {b"\x00\xa4\x04", b"\x90\x60\x00"}
    assert len(chip.asked) <= 7


# --- by its answer to reset ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("atr", "kind"),
    [
        ("3B 81 80 01 80 80", ReadFailure.TRANSPORT_CARD),  # MIFARE DESFire
        ("3B 8B 80 01 2A 26 A7 A1 0C 80 41 00 00 07 09 C3", ReadFailure.TRANSPORT_CARD),  # T-mobilitat
        ("3B 6F 00 00 80 5A 28 11 42 10 12 2B 23 A9 E2 29 82 90 00", ReadFailure.TRANSPORT_CARD),  # Navigo
        ("3B 5F 96 00 80 5A 2C 11 00 10 10 00 FF FF FF FF 82 90 00", ReadFailure.TRANSPORT_CARD),  # Calypso
        ("3B 26 00 31 1A 45 03 90 00", ReadFailure.HEALTH_CARD),  # Andalusia
        ("3B 26 00 31 1A 51 03 90 00", ReadFailure.HEALTH_CARD),
        ("3B 5B 96 00 00 31 C0 64 BA FC 10 00 0F 90 00", ReadFailure.HEALTH_CARD),  # Galicia
        (
            "3B EB 00 00 81 31 FE 45 00 31 C0 64 A9 EC 01 00 82 90 00 23",
            ReadFailure.HEALTH_CARD,
        ),  # Extremadura
        ("3B 75 13 00 00 47 09 EA 90 00", ReadFailure.HEALTH_CARD),  # Vitale
        ("3B DF 18 00 81 31 FE 7D 00 6B 15 0C 01 81 01 11 01 43 4E 53 10 31 80 E8", ReadFailure.HEALTH_CARD),
        ("3B D0 96 FF 81 B1 FE 45 1F 07 2A", ReadFailure.HEALTH_CARD),  # Germany
        ("3B 85 80 01 30 01 01 30 30 34", ReadFailure.HEALTH_CARD),
        ("3B 04 41 11 77 81", NONE),
        ("3B 8C 80 01 50 D7 1A 03 F3 E1 F3 5E 11 77 81 A1 6A", NONE),  # a residence card of the older kind
        ("3B 26 00 31 0B D2 03 90 00", NONE),
        ("", NONE),
    ],
)
def test_a_card_that_says_nothing_more_is_known_by_its_answer_to_reset(atr: str, kind: ReadFailure) -> None:
    assert told_apart(Chip(), bytes.fromhex(atr), NONE) is kind


def test_a_german_health_card_refuses_the_number_and_is_told_all_the_same() -> None:
    atr = bytes.fromhex("3B858001300101303034")
    assert told_apart(Chip(), atr, ReadFailure.WRONG_SECRET) is ReadFailure.HEALTH_CARD


@pytest.mark.parametrize(
    ("atr", "kind"),
    [
        ("3B8F8001804F0CA000000306030001000000006A", ReadFailure.TRANSPORT_CARD),  # MIFARE Classic 1K
        ("3B8F8001804F0CA0000003060300020000000069", ReadFailure.TRANSPORT_CARD),  # 4K
        ("3B8F8001804F0CA0000003060300030000000068", ReadFailure.TRANSPORT_CARD),  # Ultralight
        ("3B8F8001804F0CA00000030611003B0000000042", ReadFailure.TRANSPORT_CARD),  # FeliCa
        ("3B8F8001804F0CA0000003060B00140000000077", NONE),  # a label of a library, ISO 15693
        ("3B8F8001804F0CA000000306", NONE),
        ("3B8180018080", None),
        ("", None),
    ],
)
def test_a_memory_card_is_known_before_anything_is_sent(atr: str, kind: ReadFailure | None) -> None:
    assert memory_card(bytes.fromhex(atr)) is kind


# --- whatever it does ---------------------------------------------------------------------------------------


class Silent(Chip):
    """Falls silent at its second command."""

    def transmit(self, command: bytes) -> bytes:
        if self.asked:
            raise Stopped(ReadFailure.CARD_PULLED)
        return super().transmit(command)


def test_a_card_that_falls_silent_at_a_command_is_no_pulled_card() -> None:
    assert told_apart(Silent(), PLAIN, NONE) is NONE


def test_a_card_that_has_gone_is_a_pulled_card() -> None:
    chip = Silent()
    chip.there = False
    with pytest.raises(Stopped) as stopped:
        told_apart(chip, PLAIN, NONE)
    assert stopped.value.failure is ReadFailure.CARD_PULLED


class Babbling(Chip):
    """Answers anything."""

    def __init__(self, answers: list[bytes]) -> None:
        super().__init__()
        self._said = iter(answers)

    def transmit(self, command: bytes) -> bytes:
        return next(self._said, b"")


@given(
    st.binary(max_size=33),
    st.lists(st.binary(max_size=40), max_size=9),
    st.sampled_from([NONE, ReadFailure.UNREADABLE]),
)
def test_whatever_a_card_answers_it_comes_to_one_of_the_kinds(
    atr: bytes, answers: list[bytes], failure: ReadFailure
) -> None:
    assert told_apart(Babbling(answers), atr, failure) in {
        NONE,
        ReadFailure.UNREADABLE,
        ReadFailure.BANK_CARD,
        ReadFailure.HEALTH_CARD,
        ReadFailure.TRANSPORT_CARD,
    }
