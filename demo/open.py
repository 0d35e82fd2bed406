"""Opens the demo town hall around something that is run in it, with the dock beside where wanted."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from demo.town import Town


def with_town(opened: Callable[[dict[str, str]], int], *, dock: bool) -> int:
    """Run `opened` with the environment by which a kiosk finds the town; the town closes behind it."""
    with tempfile.TemporaryDirectory(prefix="zona-blava-") as folder, Town(Path(folder)) as town:
        beside = _dock(town) if dock else None
        try:
            return opened(town.environment)
        finally:
            if beside is not None:
                beside.terminate()
                beside.wait()


def _dock(town: Town) -> subprocess.Popen[bytes]:
    controls = [f"--{name}={town.control(name)}" for name in ("seu", "card", "document", "ticket")]
    return subprocess.Popen([sys.executable, "-m", "demo.dock", f"--papers={town.folder}", *controls])
