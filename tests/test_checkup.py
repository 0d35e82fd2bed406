"""What `kiosk check` says of the scanner."""

from __future__ import annotations

import asyncio
import os
import pty
from pathlib import Path

import pytest

from config.settings import Scanner, Settings
from kiosk import checkup
from kiosk.checkup import scanner_found


def test_a_serial_scanner_is_ready_when_its_device_is_there(tmp_path: Path) -> None:
    master, slave = pty.openpty()
    settings = Settings(scanner=Scanner(kind="serial", device=Path(os.ttyname(slave))))
    os.close(slave)
    assert asyncio.run(scanner_found(settings)) == ("ready", True)
    os.close(master)


def test_a_serial_scanner_that_is_not_there_is_no_ready_kiosk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checkup, "PATIENCE", 0.2)
    settings = Settings(scanner=Scanner(kind="serial", device=tmp_path / "none"))
    assert asyncio.run(scanner_found(settings)) == (f"not there: {tmp_path / 'none'}", False)


def test_a_kiosk_without_a_scanner_and_one_with_a_typing_scanner_are_ready() -> None:
    assert asyncio.run(scanner_found(Settings()))[1]
    assert asyncio.run(scanner_found(Settings(scanner=Scanner(kind="keyboard"))))[1]
