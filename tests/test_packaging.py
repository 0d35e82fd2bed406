"""The commands that stay stable do what the README says, and the linters find what they are there for."""

from __future__ import annotations

import re
import subprocess
import time
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TARGETS = ("run", "test", "test-long", "check", "bench", "image")


def test_what_judges_a_change_runs_make_test_and_nothing_else() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if line and not line.startswith(("#", "set ", "cd "))]
    assert commands == ["exec make test"]


@pytest.mark.parametrize("target", TARGETS)
def test_every_command_sets_up_first(target: str) -> None:
    told = subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, text=True, check=True)
    steps = [line for line in told.stdout.splitlines() if not line.startswith("make")]
    assert steps[0] in ("packaging/setup.sh run", "packaging/setup.sh test")
    assert len(steps) > 1


def test_the_last_words_of_make_test_are_those_of_the_test_runner() -> None:
    told = subprocess.run(["make", "-n", "test"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.splitlines()[-1].startswith(".venv/bin/python -m pytest")


def test_to_set_up_what_is_set_up_takes_a_moment_and_says_nothing() -> None:
    subprocess.run(["make", "setup-test"], cwd=ROOT, capture_output=True, check=True, timeout=400)
    began = time.monotonic()
    again = subprocess.run(["make", "setup-test"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert time.monotonic() - began < 10
    assert again.stdout + again.stderr == ""


def test_packages_are_pinned_with_hashes_and_without_addresses() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    pinned = re.findall(r"^[a-z0-9-]+==\S+", lock, re.MULTILINE)
    assert len(pinned) > 50
    for block in re.split(r"\n(?=[a-z0-9])", lock):
        assert "--hash=sha256:" in block, block[:60]
    setup = (ROOT / "packaging" / "setup.sh").read_text(encoding="utf-8")
    assert "uv_version=" in setup
    assert all("@" in tool for tool in re.findall(r"npm_tools=\((.*)\)", setup)[0].split())


def test_qt_stays_below_the_line_that_breaks_python_3_11() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    qt = [named for named in project["dependencies"] if named.startswith("PySide6")]
    assert qt
    assert all("==6.11." in named for named in qt), "6.12.0 on Python 3.11 drops a reference to None a call"


# --- the linters are awake ---

PLANTED_QML = {
    "an unqualified name": "import QtQuick\nItem { id: root; property int a: 1; Item { width: a } }\n",
    "an import that nothing uses": "import QtQuick\nimport QtQuick.Shapes\nItem { }\n",
    "a property that is not there": "import QtQuick\nItem { widht: 1 }\n",
    "a required property that is not set": "import QtQuick\n"
    "Item { component A: Item { required property int a }\nA { } }\n",
    "no syntax": "import QtQuick\nItem {\n",
}


def qmllint(file: Path) -> subprocess.CompletedProcess[str]:
    """The very call of packaging/check.sh, on one file."""
    check = (ROOT / "packaging" / "check.sh").read_text(encoding="utf-8")
    (flags,) = re.findall(r"pyside6-qmllint (.*) \"\$\{qml\[@\]\}\"", check)
    command = [str(ROOT / ".venv/bin/pyside6-qmllint"), *flags.split(), str(file)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("source", PLANTED_QML.values(), ids=PLANTED_QML.keys())
def test_the_qml_linter_finds_what_is_planted(source: str, tmp_path: Path) -> None:
    file = tmp_path / "Planted.qml"
    file.write_text(source, encoding="utf-8")
    assert qmllint(file).returncode != 0


def test_the_qml_linter_lets_a_clean_file_through(tmp_path: Path) -> None:
    file = tmp_path / "Clean.qml"
    file.write_text(
        "import QtQuick\nItem { id: root; width: 1; Item { width: root.width } }\n", encoding="utf-8"
    )
    linted = qmllint(file)
    assert linted.returncode == 0, linted.stderr


def test_the_type_checker_finds_what_is_planted(tmp_path: Path) -> None:
    file = tmp_path / "planted.py"
    file.write_text("def f(x):\n    return x\n\n\ny: int = 'a'\nz = 1  # type: ignore\n", encoding="utf-8")
    command = [
        ROOT / ".venv/bin/mypy",
        "--config-file",
        ROOT / "pyproject.toml",
        "--cache-dir",
        tmp_path,
        file,
    ]
    checked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    found = re.findall(r"\[([a-z-]+)\]$", checked.stdout, re.MULTILINE)
    assert sorted(found) == ["assignment", "no-untyped-def", "unused-ignore"]
