"""One town for the flows that come one after the other; each begins with it as new."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from demo.town import Town


@pytest.fixture(scope="package")
def open_town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with Town(tmp_path_factory.mktemp("town")) as town:
        yield town


@pytest.fixture
def town(open_town: Town, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Town:
    monkeypatch.setitem(open_town.environment, "KIOSK_KIOSK__STATE_FOLDER", str(tmp_path / "state"))
    for name in ("PCSCLITE_CSOCK_NAME", "SOFTHSM2_CONF"):
        monkeypatch.setenv(name, open_town.environment[name])
    open_town.put_printer(presenter=False)
    open_town.start_afresh()
    return open_town
