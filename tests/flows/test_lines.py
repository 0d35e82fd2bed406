"""The lines of a document as they are typed: each mistake is told at once, and what fits opens the chip."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from demo.card.mrz import Zone
from devices.card.emrtd.mrz import key_information
from devices.contracts import Scan, ScanKind
from kiosk.services.identify.lines import (
    LONGEST_NUMBER,
    NUMBER,
    Fit,
    Lines,
    confuses_letters,
    date_of,
    fit_of_date,
    fit_of_number,
    may_follow,
    number_of,
    room_for_number,
    scanned,
    taken,
    whole,
)
from kiosk.services.person.activities import CONTRACT_REASONS
from kiosk.services.person.memory import Reason
from kiosk.services.person.views import WHAT

TODAY = date(2026, 11, 23)
# ICAO 9303-4, appendix B.
NUMBER_RUN, BIRTH_RUN, EXPIRY_RUN = "L898902C36", "7408122", "1204159"
LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"


def typed(letters: str) -> str:
    """What stands in the cells once somebody has typed these."""
    run = ""
    for letter in letters:
        if may_follow(run, letter, room_for_number(run)):
            run += letter
    return run


def test_the_specimen_fits_and_is_not_whole_before_its_last_character() -> None:
    for fit, run in ((fit_of_number, NUMBER_RUN), (fit_of_date, BIRTH_RUN), (fit_of_date, EXPIRY_RUN)):
        assert [fit(run[:length]) for length in range(len(run))] == [Fit.MORE] * len(run)
        assert fit(run) is Fit.RIGHT


@given(st.dates(date(1927, 1, 1), date(2026, 12, 31)), st.integers(0, 6), st.integers(1, 9))
def test_any_one_digit_that_is_wrong_in_a_date_is_told(when: date, at: int, more: int) -> None:
    run = Zone("P", "UTO", "A", "", "A", "B", "UTO", when, "X", when).td3()[57:64]
    wrong = run[:at] + str((int(run[at]) + more) % 10) + run[at + 1 :]
    assert fit_of_date(run) is Fit.RIGHT
    assert fit_of_date(wrong) is Fit.WRONG


@given(st.text("0123456789", min_size=9, max_size=9), st.integers(0, 9), st.integers(1, 9))
def test_any_one_digit_that_is_wrong_in_a_number_is_told(number: str, at: int, more: int) -> None:
    run = Zone("P", "UTO", number, "", "A", "B", "UTO", TODAY, "X", TODAY).td3()[44:54]
    assert fit_of_number(run) is Fit.RIGHT
    assert fit_of_number(run[:at] + str((int(run[at]) + more) % 10) + run[at + 1 :]) is Fit.WRONG


@pytest.mark.parametrize(
    "begun", ["74113", "742", "7400", "7413", "74084", "740832", "740230", "740431", "740400"]
)
def test_a_day_that_no_calendar_has_is_told_before_the_last_digit(begun: str) -> None:
    assert fit_of_date(begun) is (Fit.MORE if begun == "74113" else Fit.WRONG)


def test_a_month_that_cannot_be_is_told_at_its_first_digit() -> None:
    assert fit_of_date("74") is Fit.MORE
    assert fit_of_date("742") is Fit.WRONG


def test_a_leap_day_is_a_day_in_leap_years_only() -> None:
    assert fit_of_date("480229") is Fit.MORE
    assert fit_of_date("490229") is Fit.WRONG


def test_an_o_for_a_zero_is_told_apart_from_other_mistakes() -> None:
    assert fit_of_number("L8989O2C36") is Fit.WRONG
    assert confuses_letters("L8989O2C36")
    assert not confuses_letters("L898902C35")


def test_a_short_number_has_fillers_before_its_digit() -> None:
    run = Zone("P", "UTO", "AB12345", "", "A", "B", "UTO", TODAY, "X", TODAY).td3()[44:54]
    assert "<" in run
    assert fit_of_number(run) is Fit.RIGHT
    assert number_of(run) == "AB12345"


def test_fillers_alone_are_no_number() -> None:
    assert fit_of_number("<") is Fit.WRONG
    assert fit_of_number("<<<<<<<<<0") is Fit.WRONG


def test_a_long_number_goes_on_behind_its_filler() -> None:
    # ICAO 9303-5, appendix B.
    upper = "I<UTOD23145890<7349<<<<<<<<<<<"
    middle, lower = "3407127M9507122UTO<<<<<<<<<<<2", "STEVENSON<<PETER<JOHN<<<<<<<<<"
    run = typed(upper[5:19])
    assert fit_of_number(run[:10]) is Fit.MORE
    assert fit_of_number(run) is Fit.RIGHT
    assert fit_of_number(run[:-1] + "8") is Fit.MORE
    assert fit_of_number(run[:12] + "<") is Fit.WRONG
    read = scanned(Scan(ScanKind.MRZ, upper + middle + lower), TODAY)
    assert read is not None
    assert number_of(run) == read.document_number == "D23145890734"


def test_there_is_room_for_ten_characters_and_for_more_only_behind_a_filler() -> None:
    assert typed("A" * 40) == "A" * NUMBER
    assert typed("A" * 9 + "<" + "1" * 40) == "A" * 9 + "<" + "1" * (LONGEST_NUMBER - NUMBER)


@pytest.mark.parametrize("letter", ["", "a", "Ñ", "12", " ", "\r"])
def test_no_zone_holds_this(letter: str) -> None:
    assert not may_follow("", letter, NUMBER)


def test_a_year_is_of_this_century_unless_somebody_would_be_born_tomorrow() -> None:
    assert date_of("261123", past=TODAY) == TODAY
    assert date_of("261124", past=TODAY) == date(1926, 11, 24)
    assert date_of("310330") == date(2031, 3, 30)


@given(
    st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=9),
    st.dates(date(1927, 1, 1), TODAY),
    st.dates(date(2010, 1, 1), date(2040, 12, 31)),
    st.booleans(),
)
def test_what_is_copied_from_any_document_opens_it_and_so_does_what_is_scanned(
    number: str, birth: date, expiry: date, card: bool
) -> None:
    zone = Zone("I" if card else "P", "UTO", number, "", "A", "B", "UTO", birth, "X", expiry)
    text = zone.td1() if card else zone.td3()
    at = (5, 30, 38) if card else (44, 57, 65)
    lines = Lines(text[at[0] : at[0] + 10], text[at[1] : at[1] + 7], text[at[2] : at[2] + 7])
    assert whole(lines)
    secret = taken(lines, TODAY)
    read = scanned(Scan(ScanKind.MRZ, text), TODAY)
    assert secret is not None
    assert read is not None
    assert key_information(secret).decode() == key_information(read).decode() == zone.information()
    assert (secret.birth_date, secret.expiry_date) == (read.birth_date, read.expiry_date) == (birth, expiry)


def test_of_what_was_taken_nothing_is_kept() -> None:
    lines = Lines(NUMBER_RUN, BIRTH_RUN, EXPIRY_RUN)
    assert taken(lines, TODAY) is not None
    assert (lines.number, lines.birth, lines.expiry, lines.scanned) == ("", "", "", None)
    assert lines.reading
    assert taken(lines, TODAY) is None
    assert not lines.reading


def test_what_is_not_whole_opens_nothing_and_is_not_kept_either() -> None:
    lines = Lines(NUMBER_RUN, BIRTH_RUN, EXPIRY_RUN[:-1])
    assert taken(lines, TODAY) is None
    assert lines.number == ""


def test_lines_do_not_show_themselves() -> None:
    assert NUMBER_RUN not in repr(Lines(NUMBER_RUN))


def test_a_code_opens_nothing() -> None:
    assert scanned(Scan(ScanKind.CODE, "cita-0042"), TODAY) is None
    assert scanned(Scan(ScanKind.MRZ, "not a zone"), TODAY) is None


@given(st.text(LETTERS, max_size=LONGEST_NUMBER + 2))
def test_whatever_is_typed_as_a_number_is_judged(run: str) -> None:
    fit = fit_of_number(run)
    confuses_letters(run)
    if fit is Fit.RIGHT:
        assert number_of(run).strip("<")


@given(st.text("0123456789", max_size=9))
def test_whatever_is_typed_as_a_date_is_judged(run: str) -> None:
    if fit_of_date(run) is Fit.RIGHT:
        assert date_of(run, past=TODAY) <= TODAY


def test_every_reason_to_go_to_a_person_has_its_words_and_its_word_for_the_seu() -> None:
    assert set(WHAT) == set(CONTRACT_REASONS) == set(Reason)
