"""The e-mails that the town hall would send of an appointment: that it is booked, moved, or cancelled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from demo.seu.appointments import Appointments
from demo.seu.appointments_town import OFFICES, PROCEDURES
from demo.seu.messages import Message, Messages
from demo.seu.words import Words, preferred


class News(Enum):
    """What is written at the head of an e-mail."""

    BOOKED = Words("Ja teniu cita", "Ya tiene cita", "You have an appointment")
    MOVED = Words("La cita ja és canviada", "La cita ya está cambiada", "Your appointment is changed")
    CANCELLED = Words("La cita ja és anul·lada", "La cita ya está anulada", "Your appointment is cancelled")


@dataclass(frozen=True, slots=True, repr=False)
class Mail:
    """One e-mail; of the address the operator sees as much as they see of a phone."""

    address_hint: str
    title: str
    text: str


class Post:
    """What was sent last, and how many."""

    def __init__(self, appointments: Appointments, messages: Messages) -> None:
        self._appointments, self._messages = appointments, messages
        self.last: Mail | None = None
        self.sent = 0

    def forget_all(self) -> None:
        self.last, self.sent = None, 0

    def tell(self, appointment: str, news: News) -> None:
        """Write it to whoever gave an e-mail address; nobody else is written to."""
        contact, language, said = self._appointments.written_to(appointment)
        mailbox, at_sign, domain = contact.partition("@")
        if not at_sign:
            return
        spoken = preferred(language)
        procedure, office = PROCEDURES[str(said["procedure"])], OFFICES[str(said["office"])]
        at = datetime.fromisoformat(str(said["at"]))
        lines = (
            procedure.name.in_(spoken),
            f"{at:%d.%m.%Y, %H:%M}",
            f"{office.name.in_(spoken)}, {office.address}",
            str(said["number"]),
        )
        self.last = Mail(f"{mailbox[0]}•••@{domain}", news.value.in_(spoken), "\n".join(lines))
        self._messages.send(Message("email", self.last.address_hint, f"{self.last.title}\n{self.last.text}"))
        self.sent += 1
