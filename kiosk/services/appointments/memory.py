"""What the kiosk remembers of an appointment that a person makes, moves or cancels."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from kiosk.services.appointments.address import TypedAddress
from kiosk.services.common.searching import Search
from kiosk.services.identify.typed_phone import TypedPhone
from kiosk.seu.models import (
    Appointment,
    AppointmentCatalogue,
    AppointmentOffice,
    BookableProcedure,
    Days,
    LookupSent,
)


class Act(StrEnum):
    """What is asked of the seu, and may have been done although no answer came."""

    BOOK = "book"
    MOVE = "move"
    CANCEL = "cancel"


class Paper(StrEnum):
    """What is known of the paper of an appointment; each has its sentence under `appt.paper.NAME`."""

    PRINTING = "printing"
    PRINTED = "printed"
    NOT_PRINTED = "notprinted"


class Listed(StrEnum):
    """The lists that may be longer than their screens."""

    TOPICS = "topics"
    PROCEDURES = "procedures"
    OFFICES = "offices"
    HOURS = "hours"
    MINE = "mine"


class Reminder(StrEnum):
    """How the seu reminds somebody the day before; each has its sentences under `appt.remind.NAME`."""

    NONE = "none"
    SMS = "sms"
    EMAIL = "email"


@dataclass(frozen=True, slots=True, repr=False)
class Held:
    """An hour that the seu keeps. `ends` is by the monotonic clock, counted from before it was asked for."""

    hold: str
    at: datetime
    ends: float


@dataclass(repr=False)
class Lookup:
    """The way to an order or to what one has booked: a phone, a code, a session for appointments alone."""

    for_order: bool = False
    by_document: bool = False
    """What one has booked is looked for by the document that was shown, and not by the phone."""
    phone: TypedPhone = field(default_factory=TypedPhone)
    sent: LookupSent | None = None
    typed: str = ""
    notice: str = ""
    """Key of the sentence about the code that was typed last."""
    tries_left: int = 0
    resend_in: int = 0
    key: str = ""
    session: str = ""


@dataclass(repr=False)
class Appointments:
    """From the procedure to the paper in a hand."""

    catalogue: AppointmentCatalogue | None = None
    group: str = ""
    turned: dict[Listed, int] = field(default_factory=dict)
    """How many pages were turned of each list; none where it is not named."""
    search: Search = field(default_factory=Search)
    office_search: Search = field(default_factory=Search)
    again: tuple[str, str] | None = None
    """Procedure and office of an appointment that was lost, and is to be booked again."""
    procedure: BookableProcedure | None = None
    office: AppointmentOffice | None = None

    days: Days | None = None
    weeks: int = 0
    """Which fortnight of the calendar is shown."""
    day: date | None = None
    hours: tuple[datetime, ...] = ()
    wanted: datetime | None = None
    """The hour that was touched last."""
    held: Held | None = None
    notice: str = ""
    """Key of the sentence above the calendar."""

    phone: TypedPhone = field(default_factory=TypedPhone)
    address: TypedAddress = field(default_factory=TypedAddress)
    reminder: Reminder = Reminder.NONE
    act: Act = Act.BOOK
    key: str = ""
    """Idempotency key of what is being asked; used again where the answer was lost."""
    asked_at: float = 0.0
    """When an hour was asked for under that key, by the monotonic clock."""
    moved_from: datetime | None = None
    made: Appointment | None = None
    """What was booked, moved or chosen among one's own."""
    paper: Paper = Paper.PRINTING

    lookup: Lookup = field(default_factory=Lookup)
    mine: tuple[Appointment, ...] = ()

    def begin(self, *lists: Listed) -> None:
        """Show them from their beginnings."""
        for one in lists:
            self.turned.pop(one, None)

    @property
    def moving(self) -> bool:
        """The hours are looked at for an appointment that there is already."""
        return self.act is Act.MOVE

    def __repr__(self) -> str:
        return "Appointments(…)"
