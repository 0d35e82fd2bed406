"""What a person was doing when they took a turn, as it goes along with it and comes back at another kiosk."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from kiosk.seu.models.answer import Answer
from kiosk.seu.terms import Id, LanguageCode, Word


class TakenOver(Answer, extra="forbid"):
    """Closed on purpose: there is no member for who they are, nor is one to come."""

    handover: Id
    number: Annotated[str, StringConstraints(min_length=1, max_length=10)]
    """Of the turn, as it is called."""
    language: LanguageCode
    service: Word
    choice: Word = ""
    """Empty where nothing was chosen in it."""
    screen: Annotated[str, StringConstraints(pattern=r"^(dark|black|white)$")] = ""
    """How they like it; empty where that is as everybody finds it."""
