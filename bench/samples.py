"""What a probe says at its end: the samples of its figures, on one line."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence


def tell(samples: Mapping[str, Sequence[float]]) -> None:
    """Write the samples by the name of their figure."""
    sys.stdout.write(json.dumps({name: list(values) for name, values in samples.items()}) + "\n")


def heard(said: str) -> dict[str, list[float]]:
    """What `tell` wrote last. Raises ValueError where that is not the last line."""
    told = json.loads(said.rstrip("\n").rpartition("\n")[2])
    if not isinstance(told, dict):
        raise ValueError("no samples")
    return {str(name): [float(value) for value in values] for name, values in told.items()}
