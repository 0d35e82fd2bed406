"""The demo printer's status bytes are those of the makers' tables."""

from __future__ import annotations

from itertools import product

import pytest

from demo.printer.status import (
    Condition,
    automatic_status,
    buffered_status,
    full_status,
    presenter_status,
    real_time_status,
    watched,
)

# Epson TM-T88III specification, pages 82 to 84 and 143 to 145.
TABLE = [
    (Condition(), "12 12 12 12", "10 00 00 0f"),
    (Condition(near_end=True), "12 12 12 1e", "10 00 03 0f"),
    (Condition(paper_out=True), "1a 32 12 7e", "18 00 0f 0f"),
    (Condition(cover_open=True), "1a 16 12 12", "38 00 00 0f"),
    (Condition(cover_open=True, opened_while_printing=True), "1a 56 52 12", "38 40 00 0f"),
    (Condition(cutter_error=True), "1a 52 1a 12", "18 08 00 0f"),
    (Condition(jam=True), "1a 52 16 12", "18 04 00 0f"),
    (Condition(unrecoverable=True), "1a 52 32 12", "18 20 00 0f"),
    (Condition(overheated=True), "1a 52 52 12", "18 40 00 0f"),
    (Condition(feeding=True), "5a 1a 12 12", "58 00 00 0f"),
]


@pytest.mark.parametrize(("condition", "real_time", "automatic"), TABLE)
def test_each_condition_has_the_bytes_of_the_table(
    condition: Condition, real_time: str, automatic: str
) -> None:
    assert b"".join(real_time_status(n, condition) for n in (1, 2, 3, 4)) == bytes.fromhex(real_time)
    assert automatic_status(condition) == bytes.fromhex(automatic)


def test_fixed_bits_tell_answers_apart_in_every_condition() -> None:
    for bits in product((False, True), repeat=9):
        condition = Condition(*bits)
        assert all(real_time_status(n, condition)[0] & 0x93 == 0x12 for n in (1, 2, 3, 4))
        first, *rest = automatic_status(condition)
        assert first & 0x93 == 0x10
        assert all(byte & 0x90 == 0 for byte in rest)
        assert all(byte & 0x90 == 0 for byte in buffered_status(1, condition))


def test_the_buffered_paper_status_tells_the_near_end() -> None:
    assert buffered_status(1, Condition(near_end=True)) == b"\x03"
    assert buffered_status(49, Condition()) == b"\x00"


@pytest.mark.parametrize(
    ("items", "heard"),
    [
        (0x00, []),
        (0x02, ["cover", "paper"]),
        (0x04, []),
        (0x08, ["paper", "near end"]),
        (0x0F, ["cover", "paper", "near end"]),
    ],
)
def test_only_enabled_items_count_as_a_change(items: int, heard: list[str]) -> None:
    rest = watched(items, automatic_status(Condition()))
    changes = {
        "cover": Condition(cover_open=True),
        "paper": Condition(paper_out=True),
        "near end": Condition(near_end=True),
    }
    assert [name for name, now in changes.items() if watched(items, automatic_status(now)) != rest] == heard


def test_a_presenter_tells_that_a_sheet_waits_in_it() -> None:
    assert full_status(Condition()) == bytes.fromhex("10 0f 00 00 00 00")
    assert full_status(Condition(in_output=True, near_end=True)) == bytes.fromhex("10 0f 24 00 00 00")
    assert full_status(Condition(cover_open=True, cutter_error=True)) == bytes.fromhex("10 0f 00 02 00 01")
    assert presenter_status(Condition(in_output=True)) == b"\x0c"
    assert presenter_status(Condition(jam=True, paper_out=True)) == b"\xc1"


def test_the_worst_cause_comes_first() -> None:
    assert Condition(near_end=True, paper_out=True, cover_open=True).causes == (
        "cover_open",
        "paper_out",
        "near_end",
    )
