"""Whoever looks after the demo's kiosk: their PIN, and the sessions that went before they came."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from argon2 import PasswordHasher

PIN = "739251"
"""Opens the technician's screens of the demo, and of no other kiosk."""
TIME_ZONE = ZoneInfo("Europe/Madrid")


def write_pin(file: Path) -> None:
    """The PIN as a kiosk wants it, with a hash that costs nobody time."""
    file.touch(mode=0o600)
    file.write_text(PasswordHasher(time_cost=1, memory_cost=64, parallelism=1).hash(PIN))


def count(file: Path, rows: Sequence[tuple[str, str, str, int]]) -> None:
    """Write into the kiosk's own counters that so much (about, kind, cell, count) happened today."""
    today = datetime.now(TIME_ZONE).date().isoformat()
    dated = [(today, *row) for row in rows]
    with closing(sqlite3.connect(file)) as counters, counters:
        counters.executemany("INSERT INTO counter VALUES (?, ?, ?, ?, ?)", dated)
