"""Every tour through the real window: as its journey says, by the contract, and leaving nothing of anybody."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from kiosk.tour.journeys import JOURNEYS
from tests.privacy.scan import Scanner, values_of_residents

PATIENCE = 120


@dataclass(frozen=True)
class Toured:
    out: Path
    answer: dict[str, object]
    stderr: bytes


@pytest.fixture(scope="module", params=sorted(JOURNEYS))
def toured(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Toured:
    name = str(request.param)
    out = tmp_path_factory.mktemp(name) / "tour"
    played = subprocess.run(
        [sys.executable, "-m", "tests.tours.play", name, str(out)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert played.returncode == 0, played.stderr.decode(errors="replace")[-3000:]
    answer = json.loads((out.parent / "answer.json").read_text(encoding="utf-8"))
    return Toured(out, answer, played.stderr)


def test_it_goes_as_its_journey_says(toured: Toured) -> None:
    assert toured.answer["status"] == 0, toured.answer["said"]


def test_all_that_went_by_keeps_the_contract(toured: Toured) -> None:
    assert toured.answer["contract"] == []


def test_nothing_of_anybody_is_left_in_files_logs_and_standard_error(toured: Toured) -> None:
    assert toured.answer["leaks"] == []
    secrets = toured.answer["secrets"]
    assert isinstance(secrets, list)
    assert Scanner(values_of_residents() | set(secrets)).in_bytes("standard error", toured.stderr) == []


def test_the_volant_says_where_it_can_be_checked(toured: Toured) -> None:
    if toured.out.parent.name.rstrip("0") != "padro-volant":
        pytest.skip("no whole volant comes out of this tour")
    codes = zxingcpp.read_barcodes(Image.open(toured.out / "paper-1.png").convert("L"))
    secrets = toured.answer["secrets"]
    assert isinstance(secrets, list)
    assert [code.text for code in codes if code.text.startswith("https://seu.exemple.cat/csv")]
    assert any(code.text in secrets for code in codes)
