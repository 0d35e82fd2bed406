"""What the kiosk remembers on the way to a person."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from kiosk.paper.ticket import Ticket
from kiosk.seu.models import Failed, Turn, TurnPlace


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
    ARRIVED = "arrived"


Asking = Callable[[], Awaitable[Turn | Failed]]
"""Asks for one turn, the same however often it is called."""


@dataclass(repr=False)
class Person:
    """The reason, the turn, and whether its ticket was printed."""

    reason: Reason = Reason.TURN
    queue: str = ""
    """The subject that was chosen; empty where none was asked for."""
    priority: bool | None = None
    """Whether the person has a right to go first; None until they were asked, which is once a session."""
    key: str = ""
    carried: Mapping[str, str] | None = None
    """What goes along, as it was when the turn was asked for; None before that."""
    turn: Turn | None = None
    place: TurnPlace | None = None
    """What the seu last said of the queue; None before it said anything since the turn was taken."""
    unheard: bool = False
    """The seu could not be asked the last time."""
    unsure: dict[str, Asking] = field(default_factory=dict)
    """By its key, each turn that was asked for and of which no answer came: it may be there or not."""
    given_back: bool = False
    """The person has said that they do not need it any more."""
    back_to: str = ""
    """The state in which they were asked whether they do."""
    paper: Ticket | None = None
    """The ticket as it was first printed: it is printed again as it was."""
    on_paper: bool = False
    """It was sent to the printer, and nobody has asked for another."""
    ticket: str = "turn.printing"
    """Key of the sentence about the ticket."""
    back_at: datetime | None = None
    """When there are turns again, where there were none left."""

    def lead(self, reason: Reason) -> None:
        """A new reason is a new turn."""
        self.reason = reason
        self.queue = self.key = ""
        self.turn = self.place = self.paper = self.back_at = self.carried = None
        self.unheard = self.given_back = self.on_paper = False

    @property
    def waits(self) -> bool:
        """The person has a turn to give back; that of an appointment is told at the desk."""
        over = self.given_back or (self.place is not None and self.place.state == "gone")
        return self.turn is not None and self.reason is not Reason.ARRIVED and not over

    def __repr__(self) -> str:
        return "Person(…)"
