"""What `make fuzz` runs is whole: each target takes its own seeds, pieces of them, and nothing at all."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from fuzz.__main__ import fuzz, load, names, seeds

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("name", names())
def test_a_target_takes_its_seeds_and_pieces_of_them(name: str) -> None:
    target = load(name)
    for seed in (b"", *seeds(target)):
        target.one(seed)
        target.one(seed[: len(seed) // 2])
        target.one(seed[1:])


def test_the_parsers_of_a_card_are_targets() -> None:
    assert {"tlv", "mrz", "lds", "files", "read"} <= set(names())


@pytest.mark.skipif(not find_spec("atheris"), reason="atheris has no build for this machine")
def test_a_target_is_fuzzed_for_as_long_as_was_asked() -> None:
    command = [sys.executable, "-m", "fuzz", "tlv", "--seconds", "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert "number_of_executed_units" in done.stderr


def test_where_atheris_is_missing_it_is_said_and_nothing_is_wrong(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "atheris", None)
    assert fuzz("tlv", 1) == 0
    assert "atheris has no build for this machine" in capsys.readouterr().err
