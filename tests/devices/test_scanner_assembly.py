"""What a scanner sends, in whatever pieces, with whatever ends, is a code or a zone, never an exception."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given, strategies as st

from devices.contracts import Scan, ScanKind
from devices.scanner.assembly import LONGEST, Assembly
from tests.devices.scans import TD1, TD3, ZONES

ENDS = ("\r", "\n", "\r\n")
WRAPPINGS = [
    ("", "\r"),
    ("", "\n"),
    ("", "\r\n"),
    ("", ""),
    ("\x02", "\x03"),
    ("\x02", "\r\x03"),
    ("\r\n", "\r\n"),
]


def today() -> date:
    return date(2026, 11, 23)


def read(*pieces: bytes, silent: bool = True) -> list[Scan]:
    assembly = Assembly(today)
    found = [scan for piece in pieces for scan in assembly.feed(piece)]
    return [*found, *(assembly.silence() if silent else ())]


def zone(text: str) -> Scan:
    return Scan(ScanKind.MRZ, text)


def code(text: str) -> Scan:
    return Scan(ScanKind.CODE, text)


@pytest.mark.parametrize(("before", "after"), WRAPPINGS)
@pytest.mark.parametrize("between", ["", *ENDS])
@pytest.mark.parametrize("lines", ZONES, ids=("td1", "td2", "td3"))
def test_a_zone_is_known_however_its_lines_come(
    lines: tuple[str, ...], between: str, before: str, after: str
) -> None:
    sent = before + between.join(lines) + after
    assert read(sent.encode()) == [zone("".join(lines))]


@pytest.mark.parametrize("lines", ZONES, ids=("td1", "td2", "td3"))
def test_a_zone_whose_last_line_has_ended_is_told_before_the_scanner_falls_silent(
    lines: tuple[str, ...],
) -> None:
    assert read(("\r".join(lines) + "\r").encode(), silent=False) == [zone("".join(lines))]
    assert read(("".join(lines) + "\r").encode(), silent=False) == [zone("".join(lines))]


@pytest.mark.parametrize("end", ENDS)
def test_a_code_is_told_as_soon_as_its_line_ends(end: str) -> None:
    assert read(f"https://example.test/a?b=1{end}".encode(), silent=False) == [
        code("https://example.test/a?b=1")
    ]


def test_a_code_without_an_end_is_told_when_the_scanner_falls_silent() -> None:
    assert read(b"A-17", silent=False) == []
    assert read(b"A-17") == [code("A-17")]


def test_two_codes_in_one_piece_are_two() -> None:
    assert read(b"one\r\ntwo\r\n\r\n") == [code("one"), code("two")]


def test_a_code_before_a_zone_is_told_apart_from_it() -> None:
    assert read(b"one\r" + "\r".join(TD1).encode() + b"\rtwo\r") == [
        code("one"),
        zone("".join(TD1)),
        code("two"),
    ]


@pytest.mark.parametrize("lines", ZONES, ids=("td1", "td2", "td3"))
def test_a_zone_with_any_protected_digit_wrong_is_none(lines: tuple[str, ...]) -> None:
    whole = "".join(lines)
    for at in (
        whole.index("740812"),
        whole.index("120415") + 5,
        whole.index("2314" if "2314" in whole else "8989"),
    ):
        another = "9" if whole[at] != "9" else "8"
        sent = whole[:at] + another + whole[at + 1 :]
        assert [scan.kind for scan in read(sent.encode())] == [ScanKind.CODE]


def test_a_zone_whose_fillers_a_spanish_layout_turned_into_semicolons_is_known() -> None:
    assert read("\r".join(TD3).replace("<", ";").encode()) == [zone("".join(TD3))]


def test_a_zone_in_small_letters_is_known() -> None:
    assert read("\r".join(TD3).lower().encode()) == [zone("".join(TD3))]


def test_letters_that_only_look_alike_as_capitals_make_no_zone() -> None:
    assert [scan.kind for scan in read("".join(TD3).replace("S", "ſ").encode())] == [ScanKind.CODE]


def test_lines_that_only_look_like_a_zone_are_codes_once_the_scanner_is_silent() -> None:
    assert read(b"A" * 44 + b"\r", silent=False) == []
    assert read(b"A" * 44 + b"\r") == [code("A" * 44)]


def test_what_is_longer_than_any_code_is_dropped_and_the_next_is_read() -> None:
    assert read(b"x" * LONGEST + b"\r") == [code("x" * LONGEST)]
    assert read(b"x" * (LONGEST + 1) + b"\rnext\r") == [code("next")]
    assert read(b"x" * 1_000_000 + b"\x02next\r") == [code("next")]
    assert read(b"x" * (LONGEST + 1)) == []


def test_a_code_is_utf_8_or_else_latin_1() -> None:
    assert read("Plaça de l’Ajuntament\r".encode()) == [code("Plaça de l’Ajuntament")]
    assert read("Plaça\r".encode("latin-1")) == [code("Plaça")]


def test_the_separators_of_a_gs1_code_stay_and_other_control_characters_go() -> None:
    assert read(b"\x00]d2010843\x1d10AB\x07\r") == [code("]d2010843\x1d10AB")]


def test_a_scan_does_not_show_itself() -> None:
    assert "ERIKSSON" not in repr(read("".join(TD3).encode()))


@given(st.lists(st.binary(max_size=200), max_size=12))
@example([b"\x02", b"\x03\r", b"\xff\xfe\n"])
def test_any_bytes_give_scans_that_hold_something_and_leave_nothing_behind(pieces: list[bytes]) -> None:
    assembly = Assembly(today)
    found = [scan for piece in pieces for scan in assembly.feed(piece)] + list(assembly.silence())
    assert all(0 < len(scan.text) <= LONGEST for scan in found)
    assert all("\r" not in scan.text and "\n" not in scan.text for scan in found)
    assert not assembly.waits
    assert assembly.silence() == ()


@given(st.sampled_from(ZONES), st.lists(st.integers(0, 110), max_size=8))
def test_it_does_not_matter_in_which_pieces_a_zone_comes(lines: tuple[str, ...], cuts: list[int]) -> None:
    sent = ("\r\n".join(lines) + "\r\n").encode()
    places = sorted({0, len(sent), *(min(cut, len(sent)) for cut in cuts)})
    assert read(*(sent[a:b] for a, b in pairwise(places))) == [zone("".join(lines))]


@given(st.text(st.characters(codec="latin-1", categories=("L", "N", "P")), min_size=1, max_size=90))
def test_no_text_but_a_zone_is_taken_for_one(text: str) -> None:
    assert all(scan.kind is ScanKind.CODE for scan in read(text.encode()))
