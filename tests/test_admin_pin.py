"""`kiosk admin pin` writes a hash that opens, and `kiosk check` says what is wrong with one that does not."""

from __future__ import annotations

import os
import pty
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.problem import Problem
from config.settings import Settings
from config.store import Refused, load
from kiosk.admin.command import set_pin
from kiosk.admin.pin_file import is_right, read_hash, write_pin
from kiosk.checkup import pin_found

PIN = "739251"


def asked(*answers: str) -> Iterator[str]:
    yield from answers


def chosen(file: Path, *answers: str) -> tuple[int, list[str]]:
    given, said = asked(*answers), list[str]()
    return set_pin(file, lambda _words: next(given), said.append), said


def test_the_file_opens_by_its_pin_and_by_no_other(tmp_path: Path) -> None:
    file = tmp_path / "pin"
    assert chosen(file, PIN, PIN)[0] == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    hashed = read_hash(file)
    assert isinstance(hashed, str)
    assert hashed.startswith("$argon2id$")
    assert PIN not in hashed
    assert is_right(hashed, bytearray(PIN.encode()))
    assert not is_right(hashed, bytearray(b"739252"))


@pytest.mark.parametrize(
    "pin", ["", "12345", "1234567890123", "73925a", "٧٣٩٢٥١", "111111", "121212", "345678", "987654"]
)
def test_a_pin_that_would_be_tried_first_is_refused(tmp_path: Path, pin: str) -> None:
    assert chosen(tmp_path / "pin", pin, pin)[0] == 1
    assert not (tmp_path / "pin").exists()


def test_two_different_ones_change_nothing(tmp_path: Path) -> None:
    file = tmp_path / "pin"
    write_pin(file, PIN)
    before = file.read_bytes()
    assert chosen(file, "840362", "840363")[0] == 1
    assert file.read_bytes() == before


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    status, said = chosen(tmp_path / "none" / "pin", PIN, PIN)
    assert status == 2
    assert "FileNotFoundError" in said[-1]


def test_the_command_asks_twice_and_shows_nothing_of_it(tmp_path: Path) -> None:
    file = tmp_path / "pin"
    child, terminal = pty.fork()
    if child == 0:
        os.execv(sys.executable, [sys.executable, "-m", "kiosk", "admin", "pin", str(file)])
    shown = b""
    for words in (b"digits: ", b"once more: "):
        while not shown.endswith(words):
            shown += os.read(terminal, 1024)
        os.write(terminal, PIN.encode() + b"\n")
    while b"is written" not in shown:
        shown += os.read(terminal, 1024)
    assert os.waitpid(child, 0)[1] == 0
    os.close(terminal)
    assert PIN.encode() not in shown
    assert isinstance(read_hash(file), str)


def settings(file: Path | None) -> Settings:
    return Settings.model_validate({"admin": {"pin_file": file}})


def test_the_check_says_how_it_stands_with_the_pin(tmp_path: Path) -> None:
    file = tmp_path / "pin"
    assert pin_found(settings(None)) == ("none in settings: nobody enters the technician's screens", True)
    write_pin(file, PIN)
    assert pin_found(settings(file)) == ("ready", True)
    file.write_text(PIN)
    said, well = pin_found(settings(file))
    assert not well
    assert "no hash of a PIN" in said
    assert PIN not in said
    # argon2i, and not argon2id
    file.write_text("$argon2i$v=19$m=8,t=1,p=1$c29tZXNhbHQ$/hVaVlXHo3j4rXXMH1/Kng")
    assert isinstance(read_hash(file), Problem)


def test_a_file_that_others_can_read_keeps_the_kiosk_out_of_service(tmp_path: Path) -> None:
    file = tmp_path / "pin"
    write_pin(file, PIN)
    file.chmod(0o644)
    loaded = load(None, {"KIOSK_ADMIN__PIN_FILE": str(file), "KIOSK_SEU__BASE_URL": "http://127.0.0.1:9"})
    assert isinstance(loaded, Refused)
    (problem,) = loaded.problems
    assert (problem.field, problem.why) == ("admin.pin_file", "others on this machine can read the file")
