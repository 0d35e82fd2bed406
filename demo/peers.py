"""A process of the demo: started with ports of its own, and ended with whoever started it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Peer:
    """One process of the town, and where it listens."""

    process: subprocess.Popen[bytes]
    port: int
    control_port: int


def start(module: str, *arguments: str) -> subprocess.Popen[bytes]:
    """A process that ends when its standard input does, so that none outlives us."""
    return subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )


def ready(name: str, process: subprocess.Popen[bytes]) -> Peer:
    """Wait until it says where it listens. Raises RuntimeError where it ended before that."""
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line:
        raise RuntimeError(f"the demo's {name} did not start")
    said = json.loads(line)
    return Peer(process, said.get("port", 0), said["control_port"])
