"""The faults and quantities that somebody at the dock may set, checked against their types."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields

FULL_ROLL_MM = 100_000.0
NEAR_END_MM = 5_000.0
SMALLEST_BUFFER = 45
"""Bytes (Epson TM-T88III)."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A dial that does not exist or cannot stand so."""

    why: str


@dataclass(slots=True)
class Dials:
    """What is wrong with the printer, and how it is built. Times in seconds, 0 is never."""

    paper_out: bool = False
    near_end: bool = False
    cover_open: bool = False
    cutter_error: bool = False
    """Something blocks the blade. The error outlasts it, until the host recovers it or a cover is closed."""
    jam: bool = False
    """Paper is stuck; recovered like the cutter's error."""
    unrecoverable: bool = False
    """Stays until the power is cycled."""
    overheated: bool = False
    feed_button: bool = False
    """Somebody holds FEED: offline meanwhile. The paper does not move, so that a sheet keeps its rows."""
    offline: bool = False
    """The network card: connections are refused, the open one is answered no more."""
    clearable: bool = True
    """False: it ignores commands that clear its buffers."""
    buffer_bytes: int = 4096
    """The receive buffer."""
    speed_mm_s: float = 250.0
    cut_s: float = 0.3
    retract_after_s: float = 0.0
    """With a presenter: a sheet that nobody takes is drawn back in after this time."""
    idle_disconnect_s: float = 0.0
    reply_gap_s: float = 0.0
    """Answers leave byte by byte, this far apart, and an automatic status may come between."""
    paper_left_mm: float = FULL_ROLL_MM
    paper_out_after_rows: int | None = None
    """The roll ends after this many rows more."""

    def turn(self, wanted: Mapping[str, object]) -> Refused | None:
        """Set the dials of `wanted`, all or none. Clearing `paper_out` puts a new roll where one ended."""
        kinds = {field.name: str(field.type) for field in fields(self)}
        checked = {name: _checked(name, kinds.get(name), value) for name, value in wanted.items()}
        for value in checked.values():
            if isinstance(value, Refused):
                return value
        for name, value in checked.items():
            setattr(self, name, value)
        if "paper_left_mm" in checked and "paper_out" not in checked:
            self.paper_out = self.paper_left_mm == 0
        elif not self.paper_out and self.paper_left_mm == 0:
            self.paper_left_mm = FULL_ROLL_MM
        return None


def _checked(name: str, kind: str | None, value: object) -> bool | int | float | Refused | None:
    match kind, value:
        case None, _:
            return Refused(f"no dial is called {name}")
        case "bool", bool():
            return value
        case "bool", _:
            return Refused(f"{name} is true or false")
        case "int", int() if not isinstance(value, bool) and value >= SMALLEST_BUFFER:
            return value
        case "int", _:
            return Refused(f"{name} is a number from {SMALLEST_BUFFER}")
        case "int | None", None:
            return None
        case "int | None", int() if not isinstance(value, bool) and value >= 0:
            return value
        case "float", int() | float() if not isinstance(value, bool) and math.isfinite(value) and value >= 0:
            # A motor that does not turn would be a fault that no sensor shows.
            return float(value) if value or name != "speed_mm_s" else Refused("speed_mm_s is above 0")
        case _:
            return Refused(f"{name} is a number that is not below 0")
