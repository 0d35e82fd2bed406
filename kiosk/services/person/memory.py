"""What the kiosk remembers on the way to a person."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.seu.models import Turn


class Reason(StrEnum):
    """Why somebody is led to a person; each has its sentences under `person.NAME`."""

    REFUSED = "refused"
    CAN = "can"
    MRZ = "mrz"
    DOCUMENT = "document"
    PHONE = "phone"
    PIN = "pin"
    BLOCKED = "blocked"
    EXPIRED = "expired"
    UNVERIFIED = "unverified"
    ASSURANCE = "assurance"
    DESK = "desk"
    PAPER = "paper"
    NOT_GOOD = "not_good"
    NOT_READY = "not_ready"
    NONE = "none"
    COLLECT = "collect"
    TURN = "turn"


@dataclass(repr=False)
class Person:
    """The reason, the turn, and whether its ticket was printed."""

    reason: Reason = Reason.TURN
    key: str = ""
    turn: Turn | None = None
    ticket: str = "turn.printing"
    """Key of the sentence about the ticket."""

    def __repr__(self) -> str:
        return "Person(…)"
