"""What the kiosk remembers of a consent sheet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(repr=False)
class Consent:
    """What it is for, and what the printer said of it."""

    procedure: str = ""
    ticket: str = "consent.printing"
    """Key of the sentence about the sheet."""

    def __repr__(self) -> str:
        return "Consent(…)"
