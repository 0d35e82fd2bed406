"""A scanner that types is told from a person by its pace: neither ever does the other's work."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings, strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from screens.examples import examples
from screens.examples.shell import shell
from screens.i18n.words import words
from screens.stage import Stage
from screens.wedge import LONGEST, US, KeyboardScanner

GAP = 30
SCANNER, PERSON = 8, 110
"""Milliseconds between two keys of each."""
PRESS, RELEASE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
ENTER = Qt.Key.Key_Return
SHIFTED = '<>:?"{}|~!@#$%^&*()_+'


@dataclass
class Desk:
    """A window with a keyboard and a scanner that types; their clock is moved by hand."""

    stage: Stage
    acts: list[tuple[str, str]] = field(default_factory=list)
    touches: list[str] = field(default_factory=list)
    scans: list[str] = field(default_factory=list)
    now: int = 1_000_000

    def key(self, key: Qt.Key | int, text: str = "", after: int = SCANNER, code: int = 0) -> None:
        self.send(PRESS, key, text, after, code=code)
        self.send(RELEASE, key, text, 1, code=code)

    def send(
        self,
        kind: QEvent.Type,
        key: Qt.Key | int,
        text: str,
        after: int,
        *,
        code: int = 0,
        repeat: bool = False,
    ) -> None:
        self.now += after
        modifiers = SHIFT if text.isupper() or (text and text in SHIFTED) else PLAIN
        event = QKeyEvent(kind, int(key), modifiers, code, 0, 0, text, repeat)
        event.setTimestamp(self.now)
        QCoreApplication.sendEvent(self.stage.window, event)

    def write(self, text: str, pace: int = SCANNER) -> None:
        for letter in text:
            if letter in "\r\t":
                self.key(ENTER if letter == "\r" else Qt.Key.Key_Tab, letter, pace)
            else:
                self.key(ord(letter.upper()), letter, pace)

    def wait(self) -> None:
        """Until nothing is held back any more: the stage's own timers run in real time."""
        self.now += 1000
        until = time.monotonic() + 5
        while self.stage.holds_keys and time.monotonic() < until:
            QCoreApplication.processEvents()
        assert not self.stage.holds_keys


@pytest.fixture(scope="module")
def desks(application: QGuiApplication) -> Iterator[dict[bool, Desk]]:
    made: dict[bool, Desk] = {}
    for us in (False, True):
        acts: list[tuple[str, str]] = []
        touches: list[str] = []
        scans: list[str] = []
        stage = Stage(
            1080,
            1920,
            px_per_mm=3.61,
            fullscreen=False,
            acted=lambda _serial, event, data, acts=acts: acts.append((event, data)),
            touched=lambda touches=touches: touches.append("touched"),
            scanner=KeyboardScanner(scans.append, GAP, us_layout=us),
        )
        made[us] = Desk(stage, acts, touches, scans)
    yield made
    for desk in made.values():
        desk.stage.close()


def at(desk: Desk, example: str) -> Desk:
    view = examples("ca")[example]
    desk.stage.shell(shell(view, words("ca")))
    desk.stage.show(desk.now, view)
    desk.stage.settle()
    desk.stage.window.contentItem().childItems()[0].setProperty("keys", False)
    desk.now += 1
    for heard in (desk.acts, desk.touches, desk.scans):
        heard.clear()
    return desk


@pytest.fixture
def desk(desks: dict[bool, Desk]) -> Desk:
    return at(desks[False], "can")


@pytest.mark.parametrize("end", ["", "\r", "\t"])
def test_a_code_at_a_scanner_s_pace_is_a_scan_and_types_nothing(desk: Desk, end: str) -> None:
    desk.write("12345678" + end)
    desk.wait()
    assert desk.scans == ["12345678" + ("\r" if end else "")]
    assert desk.acts == []


def test_a_person_types_digits_as_before(desk: Desk) -> None:
    desk.write("482", PERSON)
    desk.wait()
    assert desk.acts == [("digit", "4"), ("digit", "8"), ("digit", "2")]
    assert desk.scans == []


def test_a_person_s_digit_waits_no_longer_than_anybody_feels(desk: Desk) -> None:
    began = time.monotonic()
    desk.write("4", PERSON)
    desk.wait()
    assert desk.acts == [("digit", "4")]
    assert time.monotonic() - began < 0.5  # 60 ms on an idle machine


def test_two_keys_that_fall_together_are_a_person_s(desk: Desk) -> None:
    desk.write("12")
    desk.wait()
    assert desk.acts == [("digit", "1"), ("digit", "2")]
    assert desk.scans == []


@pytest.mark.parametrize("key", [ENTER, Qt.Key.Key_Enter])
def test_the_enter_of_a_scanner_presses_nothing_and_that_of_a_person_does(desk: Desk, key: Qt.Key) -> None:
    at(desk, "menu")
    desk.key(Qt.Key.Key_Tab, "\t", PERSON)
    desk.write("cita-0042")
    desk.key(key, "\r")
    desk.wait()
    assert desk.scans == ["cita-0042\r"]
    assert desk.acts == []
    desk.key(key, "\r", PERSON)
    assert desk.acts == [("choose_service", "padro")]


def test_a_space_within_a_code_presses_nothing(desk: Desk) -> None:
    at(desk, "menu")
    desk.key(Qt.Key.Key_Tab, "\t", PERSON)
    desk.write("una cita qualsevol\r")
    desk.wait()
    assert desk.acts == []
    assert desk.scans == ["una cita qualsevol\r"]


def test_a_person_s_space_still_presses(desk: Desk) -> None:
    at(desk, "menu")
    desk.key(Qt.Key.Key_Tab, "\t", PERSON)
    desk.key(Qt.Key.Key_Space, " ", PERSON)
    desk.wait()
    assert desk.acts == [("choose_service", "padro")]


def test_the_lines_of_a_zone_are_one_run(desk: Desk) -> None:
    lines = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\rL898902C36UTO7408122F1204159ZE184226B<<<<<10\r"
    desk.write(lines)
    desk.wait()
    assert desk.scans == [lines]
    assert desk.acts == []


def test_the_shift_of_a_scanner_is_its_own(desk: Desk) -> None:
    at(desk, "menu")
    for letter in "P<UTO":
        desk.send(PRESS, Qt.Key.Key_Shift, "", SCANNER)
        desk.key(ord(letter), letter, 1)
        desk.send(RELEASE, Qt.Key.Key_Shift, "", 1)
    desk.wait()
    assert desk.scans == ["P<UTO"]
    assert desk.touches == ["touched"]


def test_a_person_s_letters_reach_the_letter_pad(desk: Desk) -> None:
    at(desk, "mrz-number")
    desk.write("l8<", PERSON)
    desk.key(Qt.Key.Key_Delete, "\x7f", PERSON)
    desk.wait()
    assert desk.acts == [("character", "L"), ("character", "8"), ("character", "<"), ("clear", "")]


def test_a_zone_that_is_scanned_on_the_letter_pad_types_no_letter(desk: Desk) -> None:
    at(desk, "mrz-number")
    desk.write("L898902C36UTO7408122F1204159ZE184226B<<<<<10\r")
    desk.wait()
    assert desk.acts == []
    assert len(desk.scans) == 1


def test_two_scans_with_a_pause_between_are_two(desk: Desk) -> None:
    desk.write("first\r")
    desk.now += 500
    desk.write("second\r")
    desk.wait()
    assert desk.scans == ["first\r", "second\r"]


def test_a_digit_of_a_person_just_before_a_scan_is_still_a_digit(desk: Desk) -> None:
    desk.write("4", PERSON)
    desk.now += PERSON
    desk.write("99887766\r")
    desk.wait()
    assert desk.acts == [("digit", "4")]
    assert desk.scans == ["99887766\r"]


def test_keys_that_no_scanner_has_go_through_at_once_and_in_order(desk: Desk) -> None:
    desk.write("4", PERSON)
    desk.key(Qt.Key.Key_Backspace, "\b", PERSON)
    assert desk.acts == [("digit", "4"), ("correct", "")]


def test_a_finger_that_stays_on_its_key_is_no_scanner(desk: Desk) -> None:
    desk.send(PRESS, Qt.Key.Key_7, "7", PERSON)
    for _ in range(6):
        desk.send(PRESS, Qt.Key.Key_7, "7", 5, repeat=True)
    desk.send(RELEASE, Qt.Key.Key_7, "7", 5)
    desk.wait()
    assert desk.acts == [("digit", "7")] * 7
    assert desk.scans == []


def test_a_key_let_go_after_its_scan_was_told_is_nobody_s(desk: Desk) -> None:
    at(desk, "menu")
    desk.key(Qt.Key.Key_Tab, "\t", PERSON)
    desk.write("1234")
    desk.send(PRESS, ENTER, "\r", SCANNER)
    desk.wait()
    desk.send(RELEASE, ENTER, "\r", SCANNER)
    assert desk.acts == []
    desk.key(ENTER, "\r", PERSON)
    assert desk.acts == [("choose_service", "padro")]


def test_a_scan_is_a_sign_of_life_and_shows_no_focus(desk: Desk) -> None:
    desk.write("1234\r")
    desk.wait()
    assert desk.touches == ["touched"]
    assert desk.stage.window.contentItem().childItems()[0].property("keys") is False


def test_what_is_longer_than_any_code_is_dropped(desk: Desk) -> None:
    desk.write("7" * (LONGEST + 10) + "\r")
    desk.wait()
    assert desk.scans == []
    assert desk.acts == []
    desk.write("next\r")
    desk.wait()
    assert desk.scans == ["next\r"]


def test_half_a_scan_at_a_wipe_is_forgotten(desk: Desk) -> None:
    desk.write("12345")
    desk.stage.wipe()
    assert not desk.stage.holds_keys
    at(desk, "can")
    desk.wait()
    assert desk.scans == []


def test_a_us_scanner_on_a_machine_with_a_spanish_layout_is_understood(desks: dict[bool, Desk]) -> None:
    desk = at(desks[True], "can")
    # What a machine with a Spanish layout makes of the keys of a US keyboard; a dead key makes nothing.
    spanish = {"<": ";", ":": "Ñ", "/": "-", "-": "'", "?": "_", "=": "¡", "'": ""}
    codes = {letter: code for code, letters in US.items() for letter in letters}
    sent = "https://example.test/a-b?c=d<'e"
    for letter in sent:
        seen = spanish.get(letter, letter)
        key = ord(seen.upper()) if seen else Qt.Key.Key_Dead_Acute
        desk.now += SCANNER
        shifted = US[codes[letter]][1] == letter and letter != " "
        for kind in (PRESS, RELEASE):
            event = QKeyEvent(kind, int(key), SHIFT if shifted else PLAIN, codes[letter], 0, 0, seen)
            event.setTimestamp(desk.now)
            QCoreApplication.sendEvent(desk.stage.window, event)
    desk.wait()
    assert desk.scans == [sent]
    assert desk.acts == []


def test_the_table_of_a_us_keyboard_has_every_letter_once() -> None:
    letters = [letter for pair in US.values() for letter in pair if letter != " "]
    assert sorted(letters) == [chr(code) for code in range(0x21, 0x7F)]


@settings(max_examples=40)
@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), min_size=3, max_size=60))
def test_whatever_a_scanner_types_never_acts_on_a_screen(text: str) -> None:
    desk = _own_desk()
    desk.write(text + "\r")
    desk.wait()
    assert desk.acts == []
    assert desk.scans == [text + "\r"]


_OWN: list[Desk] = []


def _own_desk() -> Desk:
    """Hypothesis runs its examples within one fixture; each begins with an empty desk all the same."""
    return at(_OWN[0], "can")


@pytest.fixture(autouse=True, scope="module")
def own_desk(desks: dict[bool, Desk]) -> Iterator[None]:
    _OWN.append(desks[False])
    yield
    _OWN.clear()
