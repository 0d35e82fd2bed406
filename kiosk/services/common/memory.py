"""What the kiosk remembers on the spine: a trouble, and an opinion before it is sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class TroubleKind(StrEnum):
    """The troubles that a screen explains; each has its sentences under its name."""

    SEU_DOWN = "seudown"
    SEU_SLOW = "seuslow"
    SEU_WRONG = "seuwrong"
    NOT_READ = "notread"


@dataclass
class Spine:
    """Where to go back to, and the opinion."""

    service: str = ""
    """The service that was chosen and may still wait for identification."""
    trouble: TroubleKind | None = None
    resume: str = ""
    """The state that trying again returns to."""
    before_language: str = ""
    """The state from which the language was changed, to return to it."""
    face: str = ""
    reasons: list[str] = field(default_factory=list)
    opinion_sent: bool = False
