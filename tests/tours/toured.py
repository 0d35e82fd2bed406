"""A tour that was played in a process of its own, and what it left."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 180
PORTRAIT = "1080x1920"


@dataclass(frozen=True)
class Toured:
    name: str
    out: Path
    answer: dict[str, object]
    stderr: bytes


def played(name: str, size: str, folder: Path) -> Toured:
    """Play it."""
    out = folder / "tour"
    process = subprocess.run(
        [sys.executable, "-m", "tests.tours.play", name, str(out), size],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert process.returncode == 0, process.stderr.decode(errors="replace")[-3000:]
    answer = json.loads((out.parent / "answer.json").read_text(encoding="utf-8"))
    return Toured(name, out, answer, process.stderr)
