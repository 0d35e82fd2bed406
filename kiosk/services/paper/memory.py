"""What the kiosk remembers of the paper that is being made."""

from __future__ import annotations

from dataclasses import dataclass

from devices.contracts import PrinterStatus
from kiosk.journal import Job


@dataclass(repr=False)
class Paper:
    """How far the printer has come, and what held it up."""

    sheet: int = 1
    sheets: int = 1
    percent: int = 0
    left: int = 0
    """Seconds that the rest takes; 0 where nobody can tell."""
    held: PrinterStatus | None = None
    """What held it up last; it stays on the screen until another one is shown."""
    held_since: str = ""
    """The hour at which staff were told, as it is shown."""
    job: Job | None = None
    """The job that was printed last."""
    unseen: bool = False
    """The presenter's sensor did not tell what became of the sheet."""
    in_hand: bool = False
    """The person said that they took it, or the sensor did."""
    printed: bool = False
    """Whether any paper came out in this session."""

    def __repr__(self) -> str:
        return "Paper(…)"
