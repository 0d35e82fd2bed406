"""The queues of the demo's desks: who is before whom, and whose turn it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from demo.seu.clock import Clock, rfc3339
from demo.seu.problems import Kind, Problem
from demo.seu.received import TurnWanted
from demo.seu.records import Records, TurnRow
from demo.seu.words import Words

FOLLOW = "https://seu.exemple.cat/torn"
BOOKED = "booked"
"""The queue of those who have an appointment: nobody takes a turn in it by themselves."""
ORDINARY = "general"
"""The queue of whoever was not asked for a subject."""
BESIDE = "assisted"
"""The queue of whoever goes on beside somebody."""
OPENS = 8, 30
"""Hour and minute."""


@dataclass(frozen=True, slots=True)
class Queue:
    """One subject; `waiting` people stand there already when the demo's day begins."""

    letter: str
    name: Words
    about: Words
    zone: str
    first: int
    waiting: int
    minutes_each: int


QUEUES: Mapping[str, Queue] = {
    "padro": Queue(
        "A",
        Words("Empadronament", "Empadronamiento", "Residence register"),
        Words("Altes, canvis i documents", "Altas, cambios y documentos", "Joining, changes and documents"),
        "orange",
        112,
        6,
        4,
    ),
    "general": Queue(
        "B",
        Words("Altres tràmits", "Otros trámites", "Other procedures"),
        Words("Instàncies, registre i dubtes", "Instancias, registro y dudas", "Forms, filing and questions"),
        "orange",
        47,
        4,
        3,
    ),
    "taxes": Queue(
        "C",
        Words("Impostos i rebuts", "Impuestos y recibos", "Taxes and bills"),
        Words("Pagaments i domiciliacions", "Pagos y domiciliaciones", "Payments and direct debits"),
        "orange",
        8,
        1,
        6,
    ),
    "assisted": Queue(
        "R",
        Words("Amb algú al costat", "Con alguien al lado", "With somebody beside you"),
        Words("Tràmits en línia, acompanyats", "Trámites en línea, acompañados", "Online, with help"),
        "pink",
        21,
        1,
        8,
    ),
    BOOKED: Queue(
        "D",
        Words("Amb cita", "Con cita", "With an appointment"),
        Words("Amb l’hora demanada", "Con la hora pedida", "At an hour that was booked"),
        "orange",
        14,
        1,
        5,
    ),
}


@dataclass(slots=True)
class Turns:
    """Turns of today."""

    records: Records
    clock: Clock
    finished: bool = False
    """No turn is left today; a dial."""
    _served: dict[str, int] = field(default_factory=dict)
    """How many of those who stood there already have gone, by queue."""

    def forget_all(self) -> None:
        self.finished = False
        self._served.clear()

    def take(self, wanted: TurnWanted) -> TurnRow:
        """A new turn; raises Problem."""
        queue = wanted.queue or (ORDINARY if wanted.handover is None else BESIDE)
        if queue not in QUEUES or queue == BOOKED:
            raise Problem(Kind.NOT_OFFERED)
        if self.finished:
            raise Problem(Kind.NO_TURNS_LEFT, back_at=rfc3339(self._opening()))
        return self.give(queue, priority=wanted.priority is True)

    def give(self, queue: str, *, priority: bool = False) -> TurnRow:
        """A new turn in that queue, whatever the hour."""
        return self.records.add_turn(queue, QUEUES[queue].first, priority=priority)

    def find(self, turn: str) -> TurnRow:
        """Raises Problem where it is not known."""
        for row in self.records.turns():
            if row.id == turn:
                return row
        raise Problem(Kind.NOT_FOUND)

    def give_back(self, turn: str) -> None:
        """Nobody is called by it; raises Problem where it is not known."""
        self.records.set_turn(self.find(turn).id, "gone", "")

    def ahead(self, turn: TurnRow) -> int:
        """How many are called before it: whoever has priority goes before whoever has none."""
        if turn.state != "waiting":
            return 0
        order = self._waiting(turn.queue)
        stood_there = 0 if turn.priority else self._standing(turn.queue)
        return stood_there + [row.id for row in order].index(turn.id)

    def call_next(self, queue: str, desk: str) -> str | None:
        """The desk calls one; the number that is called, or None where it was one of those before."""
        for row in self.records.turns():
            if row.queue == queue and row.state == "called":
                self.records.set_turn(row.id, "gone", "")
        order = self._waiting(queue)
        if self._standing(queue) and not (order and order[0].priority):
            self._served[queue] = self._served.get(queue, 0) + 1
            return None
        if not order:
            return None
        self.records.set_turn(order[0].id, "called", desk)
        return number(order[0])

    def _standing(self, queue: str) -> int:
        return max(0, QUEUES[queue].waiting - self._served.get(queue, 0))

    def _waiting(self, queue: str) -> list[TurnRow]:
        waiting = [row for row in self.records.turns() if row.queue == queue and row.state == "waiting"]
        return sorted(waiting, key=lambda row: not row.priority)

    def _opening(self) -> datetime:
        now = self.clock.now()
        hour, minute = OPENS
        opening = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
        return opening if opening > now else opening + timedelta(days=1)


def number(turn: TurnRow) -> str:
    """As it is called; it says nothing about priority."""
    return f"{QUEUES[turn.queue].letter} {turn.number:03}"
