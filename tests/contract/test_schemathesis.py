"""Schemathesis makes up calls from the contract, good and bad; the demo town hall answers as promised."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.contract.checker import validate_traffic
from tests.contract.spec import CONTRACT
from tests.contract.town import TOKEN, Town, running


def _schemathesis(town: Town, session: str, folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [
            Path(sys.executable).with_name("schemathesis"),
            *(
                "--config-file",
                Path(__file__).with_name("schemathesis.toml"),
                "run",
                CONTRACT,
                "--url",
                town.url,
            ),
            *("-H", f"Authorization: Bearer {TOKEN}", "-H", f"Citizen-Session: {session}", "--seed", "1"),
            *options,
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=900,
    )


def test_calls_made_up_from_the_contract_are_answered_as_it_says(tmp_path: Path) -> None:
    with running() as town:
        run = _schemathesis(town, town.identify("maria"), tmp_path, "--max-examples", "8")
        assert run.returncode == 0, run.stdout[-4000:]
        accepted = [r for r in town.control.get("/traffic").json() if r["status"] < 400]
        assert len(accepted) > 100
        assert validate_traffic(accepted) == []


@pytest.mark.long
def test_many_more_of_them_are_answered_as_it_says(tmp_path: Path) -> None:
    with running() as town:
        run = _schemathesis(town, town.identify("maria"), tmp_path, "--max-examples", "150")
        assert run.returncode == 0, run.stdout[-4000:]


def test_a_seu_that_answers_garbage_is_found_out(tmp_path: Path) -> None:
    with running() as town:
        session = town.identify("maria")
        town.control.post("/network", json={"mode": "garbage"})
        only = ("--phases", "examples", "--include-operation-id", "getOffers")
        run = _schemathesis(town, session, tmp_path, *only)
        assert run.returncode == 1, run.stdout[-4000:]
