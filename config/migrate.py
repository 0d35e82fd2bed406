"""Brings an older file of settings to the present shape, one version at a time."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping, Sequence

from config.problem import Problem
from config.settings import VERSION

Table = MutableMapping[str, object]

STEPS: Sequence[Callable[[Table], None]] = ()
"""The step at index n turns a file of version n+1 into one of version n+2, in place."""


def migrate(table: Table, steps: Sequence[Callable[[Table], None]] = STEPS) -> Problem | None:
    """Change `table` to the present shape in place; what is wrong where its version is not known."""
    version = table.get("version")
    present = len(steps) + 1
    if version is None:
        return Problem("version", "it is missing", f"version = {present} as the first line")
    if not isinstance(version, int) or not 1 <= version <= present:
        return Problem("version", "this kiosk does not know it", f"a whole number from 1 to {present}")
    for step in steps[version - 1 :]:
        step(table)
    table["version"] = present
    return None


assert len(STEPS) + 1 == VERSION
