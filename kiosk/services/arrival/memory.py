"""What the kiosk remembers of an appointment whose hour has come."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.seu.models import Arrival as Answer


@dataclass(repr=False)
class Arrival:
    """From the code to what the seu said of it."""

    code: str = ""
    """Of the appointment; empty for somebody who showed who they are instead."""
    key: str = ""
    """Idempotency key of this arrival; another code has another."""
    answer: Answer | None = None
    notice: str = ""
    """Key of the sentence about what was scanned last."""

    def begin(self, code: str = "") -> None:
        """Another appointment."""
        self.code, self.key, self.answer, self.notice = code, "", None, ""

    def __repr__(self) -> str:
        return "Arrival(…)"
