"""What the kiosk remembers of the answers in the welcome zone."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(repr=False)
class Welcome:
    """The questions that were answered so far, the first one first, and the place that they led to."""

    asked: list[str] = field(default_factory=list)
    """The question on the screen is the last one; empty before the first."""
    place: str = ""

    def __repr__(self) -> str:
        return "Welcome(…)"
