"""Settings are saved whole or not at all, whatever happens in between."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from config.store import Loaded, Refused, keep_last_good, last_good, load, restore_last_good, save

SEU = {"KIOSK_SEU__BASE_URL": "http://127.0.0.1:8080"}
BEFORE = """\
# The kiosk at the door.
version = 1

[kiosk]
name = "ZB-01"  # on the label behind
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A kiosk's own file."""
    path = tmp_path / "kiosk.toml"
    path.write_text(BEFORE, encoding="utf-8")
    return path


def test_saving_changes_what_it_is_told_and_keeps_every_comment(file: Path) -> None:
    answer = save(file, {"kiosk.name": "ZB-02", "printers.ticket.enabled": False}, SEU)
    assert isinstance(answer, Loaded)
    assert answer.settings.kiosk.name == "ZB-02"
    text = file.read_text(encoding="utf-8")
    assert "# The kiosk at the door." in text
    assert 'name = "ZB-02"  # on the label behind' in text
    again = load(file, SEU)
    assert isinstance(again, Loaded)
    assert again.settings == answer.settings
    assert again.settings.printers.ticket.enabled is False


def test_a_file_that_is_not_there_is_begun_with_its_version(tmp_path: Path) -> None:
    file = tmp_path / "new.toml"
    assert isinstance(save(file, {"languages.offered": ["ca", "en"]}, SEU), Loaded)
    assert file.read_text(encoding="utf-8").startswith("version = 1\n")
    assert stat.S_IMODE(file.stat().st_mode) == 0o644
    assert isinstance(load(file, SEU), Loaded)


@pytest.mark.parametrize(
    "changes",
    [{"kiosk.name": "no good"}, {"kiosk.nmae": "ZB-02"}, {"kiosk.name.first": "ZB-02"}, {"zzz.x": 1}],
)
def test_what_would_be_wrong_is_not_written(file: Path, changes: dict[str, str | int]) -> None:
    answer = save(file, changes, SEU)
    assert isinstance(answer, Refused)
    assert file.read_text(encoding="utf-8") == BEFORE
    assert not last_good(file).exists()


def test_a_file_that_cannot_be_read_is_not_written_over(file: Path) -> None:
    file.write_text("version = 1\n[seu\n", encoding="utf-8")
    assert isinstance(save(file, {"kiosk.name": "ZB-02"}, SEU), Refused)
    assert file.read_text(encoding="utf-8") == "version = 1\n[seu\n"


def test_the_last_known_good_comes_back(file: Path) -> None:
    save(file, {"kiosk.name": "ZB-02"}, SEU)
    assert last_good(file).read_text(encoding="utf-8") == BEFORE
    file.write_text("version = 1\n[kisok]\n", encoding="utf-8")
    answer = restore_last_good(file, SEU)
    assert isinstance(answer, Loaded)
    assert file.read_text(encoding="utf-8") == BEFORE


def test_a_file_that_is_wrong_never_becomes_the_last_known_good(file: Path) -> None:
    keep_last_good(file)
    file.write_text('version = 1\n[kiosk]\nname = "no good"\n', encoding="utf-8")
    assert isinstance(save(file, {"kiosk.name": "ZB-03"}, SEU), Loaded)
    assert last_good(file).read_text(encoding="utf-8") == BEFORE


def test_a_save_that_changes_nothing_leaves_the_last_known_good_as_new(file: Path) -> None:
    keep_last_good(file)
    before = last_good(file).stat()
    keep_last_good(file)
    assert last_good(file).stat().st_mtime_ns == before.st_mtime_ns


KILLED_AT_EACH_STEP = """
import os, signal, sys
from pathlib import Path
import tomlkit
from config.store import save

file, log = Path(sys.argv[1]), Path(sys.argv[2])
BEFORE = file.read_bytes()
environ = {"KIOSK_SEU__BASE_URL": "http://127.0.0.1:8080"}
step = 0
while True:
    step += 1
    file.write_bytes(BEFORE)
    child = os.fork()
    if child == 0:
        left = step
        def cut(event, arguments):
            global left
            if event in ("open", "os.rename"):
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)
        sys.addaudithook(cut)
        save(file, {"kiosk.name": "ZB-02"}, environ)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    with log.open("a") as lines:
        name = [line for line in file.read_text().splitlines() if line.startswith("name")]
        whole = file.read_text().startswith("# The kiosk at the door.")
        print(step, os.WIFSIGNALED(status), whole, *name, file=lines)
    if not os.WIFSIGNALED(status):
        break
"""


def test_a_save_that_is_killed_at_any_step_leaves_the_old_file_or_the_new_one(
    file: Path, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    subprocess.run([sys.executable, "-c", KILLED_AT_EACH_STEP, file, log], check=True, timeout=60)
    lines = [line.split(maxsplit=3) for line in log.read_text().splitlines()]
    killed = [line for line in lines if line[1] == "True"]
    assert len(killed) >= 6, "nothing was cut"
    assert all(whole == "True" for _, _, whole, _ in lines)
    names = [name.split("#")[0].strip() for *_, name in lines]
    assert set(names) == {'name = "ZB-01"', 'name = "ZB-02"'}
    assert names[-1] == 'name = "ZB-02"'
    leftover = [path.name for path in tmp_path.iterdir() if path.name.endswith(".new")]
    assert not leftover, "the last save, which nobody cut, cleared up what the cut ones left"
