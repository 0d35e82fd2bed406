"""Opens the demo town hall around something that is run in it, with the dock beside where wanted."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from demo.dock.peers import PEERS
from demo.town import Town

NAME = "L’Hospitalet"
"""Of the town, whichever profile the kiosk has."""


def with_town(opened: Callable[[dict[str, str]], int], *, dock: bool, assisted: bool = False) -> int:
    """Run `opened` with the environment by which a kiosk finds the town; the town closes behind it.

    `assisted`: it is the kiosk in the pink zone.
    """
    with (
        tempfile.TemporaryDirectory(prefix="zona-blava-") as folder,
        Town(Path(folder)) as town,
        _dock(town) if dock else nullcontext(),
    ):
        named = {"KIOSK_KIOSK__TOWN": NAME}
        return opened(named | town.environment | (town.assisted if assisted else {}))


@contextmanager
def _dock(town: Town) -> Iterator[None]:
    """The dock, for as long as the block; it ends with this process too, however that ends."""
    controls = [f"--{name}={town.control(name)}" for name in PEERS]
    command = [sys.executable, "-m", "demo.dock", f"--papers={town.folder}", "--die-with-parent", *controls]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as dock:
        try:
            yield
        finally:
            dock.terminate()
