"""The names of the icons that a screen can show."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files


@cache
def icons() -> frozenset[str]:
    """Those that the fonts of this application have."""
    codes = json.loads(files("screens").joinpath("theme", "icons.json").read_text(encoding="utf-8"))
    return frozenset(name for weight in codes.values() for name in weight)
