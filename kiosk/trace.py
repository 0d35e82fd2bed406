"""Writes each event and the state that it led to as a JSON line: nothing of a person."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TextIO


class Trace:
    """JSON lines `{"t", "event", "state"}`, `t` in seconds since it began; without a path, nothing."""

    def __init__(
        self, path: Path | None, began: float, heard: Callable[[str, str], None] | None = None
    ) -> None:
        self._file: TextIO | None = path.open("w", encoding="utf-8", buffering=1) if path else None
        self._began = began
        self._heard = heard

    def line(self, now: float, event: str, state: str) -> None:
        """One event, at `now` on the monotonic clock."""
        if self._heard is not None:
            self._heard(event, state)
        if self._file is not None:
            record = {"t": round(now - self._began, 3), "event": event, "state": state}
            self._file.write(json.dumps(record) + "\n")

    def close(self) -> None:
        """End the file."""
        if self._file is not None:
            self._file.close()
