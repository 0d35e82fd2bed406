"""What the kiosk remembers of a turn that is gone on with here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.seu.models import TakenOver


class Refusal(StrEnum):
    """Why there is nothing to go on with; each has its sentences under `handover.NAME`."""

    UNKNOWN = "unknown"
    TAKEN = "taken"
    TRIES = "tries"
    CLOSED = "closed"


@dataclass(repr=False)
class Handover:
    """From the number to what was chosen before."""

    typed: str = ""
    key: str = ""
    """Idempotency key of this number; used again where the answer was lost."""
    taken: TakenOver | None = None
    goes_on: bool = False
    """Whoever sits here has said that it is this person's."""
    refusal: Refusal = Refusal.UNKNOWN
    back_at: datetime | None = None
    """When numbers can be tried again, where there were too many."""

    def begin(self) -> None:
        """Another number; nothing of one before it counts."""
        self.typed, self.key, self.taken, self.goes_on, self.back_at = "", "", None, False, None

    def choice_in(self, service: str) -> str:
        """What had been chosen in that service; empty where nothing had, or it was come to already."""
        taken = self.taken
        return taken.choice if taken and self.goes_on and taken.service == service else ""

    def come_to(self) -> None:
        """What had been chosen is on the screen: from now on it is this kiosk's."""
        self.taken = None

    def __repr__(self) -> str:
        return "Handover(…)"
