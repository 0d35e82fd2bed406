"""The file of all figures, which `make image` writes to as well."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from bench.figures import Measured


def figures(file: Path) -> dict[str, Measured]:
    """Every figure that is known."""
    known: dict[str, Measured] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    return known


def put(file: Path, news: Mapping[str, Measured | None]) -> None:
    """Write `news` beside what is there; None takes an older value away, which would pass for today's."""
    known = figures(file)
    for name, measured in news.items():
        known.pop(name, None)
        if measured is not None:
            known[name] = measured
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(known, indent=2) + "\n", encoding="utf-8")
