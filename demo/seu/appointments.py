"""The diary of the demo town hall: hours that are free, held, booked, moved and cancelled."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import blake2b

from demo.seu.appointments_town import EVERY, LAPSE, OFFICES, PROCEDURES, Procedure, feast, hours_of
from demo.seu.clock import Clock, rfc3339
from demo.seu.problems import Kind, Problem
from demo.seu.received import Assurance
from demo.seu.records import Records, opaque
from demo.seu.town import ASSURANCES
from demo.seu.words import Words

_SCHEMA = """
CREATE TABLE IF NOT EXISTS appointment (
    id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, number TEXT NOT NULL UNIQUE, person TEXT NOT NULL,
    phone TEXT NOT NULL, procedure TEXT NOT NULL, office TEXT NOT NULL, at TEXT NOT NULL,
    contact TEXT NOT NULL, reminder INTEGER NOT NULL, language TEXT NOT NULL,
    cancelled INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS one_at_an_hour ON appointment (procedure, office, at) WHERE cancelled = 0;
CREATE TABLE IF NOT EXISTS hold (
    id TEXT PRIMARY KEY, procedure TEXT NOT NULL, office TEXT NOT NULL, at TEXT NOT NULL, ends TEXT NOT NULL,
    UNIQUE (procedure, office, at)
) STRICT;
"""
_HORIZON = timedelta(days=27)
HOLD_SECONDS = 300
_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
OWN = """((person = :resident AND person <> '')
OR (phone = :phone AND phone <> '' AND '' IN (person, :resident)))"""
"""Whose it is. What was booked in somebody's name is not another person's with whom they share the phone."""


@dataclass(frozen=True, slots=True, repr=False)
class Person:
    """Whose they are, as it was proven: somebody's by a document, a phone's by a code, or both."""

    resident: str = ""
    phone: str = ""
    assurance: Assurance = "low"


@dataclass(frozen=True, slots=True, repr=False)
class Contact:
    """Where the seu writes to, if anywhere."""

    phone: str
    email: str
    reminder: bool
    language: str


@dataclass(slots=True)
class Dials:
    """What the demo's operator may set."""

    hold_seconds: int = HOLD_SECONDS
    room: int | None = None
    """So many hours of each open day are free, its first ones; None is an ordinary crowd."""
    rival: bool = False
    """Somebody else takes the next hour that is asked for, just before."""
    withdrawn: frozenset[str] = frozenset()


class Appointments:
    """One desk for each procedure at each office."""

    def __init__(self, records: Records, clock: Clock) -> None:
        self._records = records
        self._clock = clock
        self.dials = Dials()
        records.add_tables(_SCHEMA, "appointment", "hold")

    # --- what is free ---

    def days(self, procedure: str, office: str) -> dict[str, object]:
        self._offered(procedure, office, Kind.NOT_FOUND)
        today = self._clock.now().date()
        with self._records.together() as db:
            taken = self._taken(db, procedure, office)
            days = [
                self._day(procedure, office, today + timedelta(days=number), taken)
                for number in range(_HORIZON.days + 1)
            ]
        return {"today": today.isoformat(), "days": days}

    def _day(self, procedure: str, office: str, day: date, taken: set[str]) -> dict[str, object]:
        because: Words | None = feast(day)
        if because or day.weekday() not in OFFICES[office].week:
            closed: dict[str, object] = {"day": day.isoformat(), "state": "closed", "free": 0}
            return closed | ({"because": because.to_json()} if because else {})
        free = sum(1 for _ in self._free(procedure, office, day, taken))
        return {"day": day.isoformat(), "state": "open" if free else "full", "free": free}

    def hours(self, procedure: str, office: str, day: date) -> dict[str, object]:
        self._offered(procedure, office, Kind.NOT_FOUND)
        with self._records.together() as db:
            free = self._free(procedure, office, day, self._taken(db, procedure, office))
            return {"day": day.isoformat(), "hours": [rfc3339(at) for at in free]}

    def _free(self, procedure: str, office: str, day: date, taken: set[str]) -> Iterator[datetime]:
        now = self._clock.now()
        if feast(day) or not now.date() <= day <= now.date() + _HORIZON:
            return
        soonest = _stored(now.astimezone(UTC) + EVERY)
        openings = OFFICES[office].week.get(day.weekday(), ())
        for place, at in enumerate(hours_of(day, openings, self._clock.zone)):
            crowded = self._crowded(procedure, office, at, place)
            if _stored(at) > soonest and not crowded and _stored(at) not in taken:
                yield at

    def _crowded(self, procedure: str, office: str, at: datetime, place: int) -> bool:
        """Whether the others of this town, who never come to a kiosk, have that hour."""
        if self.dials.room is not None:
            return place >= self.dials.room
        share = _noise(f"{procedure} {office} {at.date()}") % 5
        return share == 0 or _noise(f"{procedure} {office} {_stored(at)}") % 5 < share

    def _taken(self, db: sqlite3.Connection, procedure: str, office: str) -> set[str]:
        db.execute("DELETE FROM hold WHERE ends <= ?", (_stored(self._clock.now()),))
        rows = db.execute(
            "SELECT at FROM appointment WHERE procedure = ?1 AND office = ?2 AND cancelled = 0"
            " UNION SELECT at FROM hold WHERE procedure = ?1 AND office = ?2",
            (procedure, office),
        )
        return {str(at) for (at,) in rows}

    def _offered(self, procedure: str, office: str, otherwise: Kind) -> Procedure:
        known = PROCEDURES.get(procedure)
        if known is None or office not in known.offices or procedure in self.dials.withdrawn:
            raise Problem(otherwise)
        return known

    # --- an hour that is kept ---

    def hold(self, procedure: str, office: str, at: datetime) -> dict[str, object]:
        self._offered(procedure, office, Kind.NOT_OFFERED)
        local = at.astimezone(self._clock.zone)
        with self._records.together() as db:
            free = self._free(procedure, office, local.date(), self._taken(db, procedure, office))
            # As text: in the hour that comes twice, datetimes of two zones are never equal (PEP 495).
            if _stored(at) not in map(_stored, free):
                raise Problem(Kind.SLOT_GONE)
            hold, now = opaque(), self._clock.now()
            rival, self.dials.rival = self.dials.rival, False
            # Whoever was quicker comes as everybody does: by a hold, which then outlives this demo.
            ends = now + (timedelta(days=1) if rival else timedelta(seconds=self.dials.hold_seconds))
            values = (hold, procedure, office, _stored(at), _stored(ends))
            db.execute("INSERT INTO hold VALUES (?,?,?,?,?)", values)
        if rival:
            raise Problem(Kind.SLOT_GONE)
        return {"hold": hold, "at": rfc3339(local), "expires_in_seconds": self.dials.hold_seconds}

    def release(self, hold: str) -> None:
        with self._records.together() as db:
            db.execute("DELETE FROM hold WHERE id = ?", (hold,))

    def _held(self, db: sqlite3.Connection, hold: str) -> tuple[str, str, str]:
        """Procedure, office and hour of a hold that is used up now."""
        now = _stored(self._clock.now())
        row = db.execute(
            "DELETE FROM hold WHERE id = ? AND ends > ? RETURNING procedure, office, at", (hold, now)
        ).fetchone()
        if row is None:
            raise Problem(Kind.HOLD_ENDED)
        procedure, office, at = row
        return str(procedure), str(office), str(at)

    # --- appointments ---

    def book(self, hold: str, person: Person, contact: Contact) -> dict[str, object]:
        with self._records.together() as db:
            procedure, office, at = self._held(db, hold)
            asked = self._offered(procedure, office, Kind.NOT_OFFERED).identity
            if asked and not (person.resident and _reaches(person.assurance, asked)):
                raise Problem(Kind.ASSURANCE_TOO_LOW)
            if contact.phone and not person.resident and contact.phone != person.phone:
                raise Problem(Kind.CONTACT_NOT_PROVEN)
            if procedure in (its for _, its in self._all_of(db, person)):
                raise Problem(Kind.ALREADY_BOOKED)
            made = opaque()
            values = (made, opaque(), _number(), person.resident, person.phone, procedure, office, at)
            db.execute(
                "INSERT INTO appointment (id, code, number, person, phone, procedure, office, at, contact,"
                " reminder, language) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                (*values, contact.phone or contact.email, int(contact.reminder), contact.language),
            )
            return self._said(db, made)

    def of(self, person: Person) -> dict[str, object]:
        with self._records.together() as db:
            return {"appointments": [self._said(db, made) for made, _ in self._all_of(db, person)]}

    def _all_of(self, db: sqlite3.Connection, person: Person) -> list[tuple[str, str]]:
        """Ids and procedures of those that are to come, the next one first."""
        to_come = f"{OWN} AND cancelled = 0 AND at > :lapsed ORDER BY at"
        rows = db.execute(f"SELECT id, procedure FROM appointment WHERE {to_come}", self._own(person))
        return [(str(made), str(procedure)) for made, procedure in rows]

    def move(self, appointment: str, hold: str, person: Person) -> dict[str, object]:
        with self._records.together() as db:
            row = self._its(db, appointment, person)
            procedure, office, at = self._held(db, hold)
            if row["cancelled"] or row["procedure"] != procedure:
                raise Problem(Kind.NOT_FOUND)
            db.execute("UPDATE appointment SET office = ?, at = ? WHERE id = ?", (office, at, appointment))
            return self._said(db, appointment)

    def cancel(self, appointment: str, person: Person) -> bool:
        """Whether it was not cancelled before."""
        with self._records.together() as db:
            its = self._its(db, appointment, person)
            db.execute("UPDATE appointment SET cancelled = 1 WHERE id = ?", (appointment,))
            return not its["cancelled"]

    def written_to(self, appointment: str) -> tuple[str, str, dict[str, object]]:
        """The contact and its language, and what there is to write about."""
        with self._records.together() as db:
            row = db.execute("SELECT contact, language FROM appointment WHERE id = ?", (appointment,))
            contact, language = row.fetchone()
            return str(contact), str(language), self._said(db, appointment)

    def _its(self, db: sqlite3.Connection, appointment: str, person: Person) -> dict[str, object]:
        """Its own appointment; one of somebody else is as one that never was."""
        row = db.execute(
            f"SELECT procedure, cancelled FROM appointment WHERE id = :id AND {OWN} AND at > :lapsed",
            {"id": appointment, **self._own(person)},
        ).fetchone()
        if row is None:
            raise Problem(Kind.NOT_FOUND)
        return {"procedure": row[0], "cancelled": row[1]}

    def _own(self, person: Person) -> dict[str, str]:
        """What `OWN` is filled with, and the hour of those that are lost by now, as are all before it."""
        lapsed = _stored(self._clock.now().astimezone(UTC) - LAPSE)
        return {"resident": person.resident, "phone": person.phone, "lapsed": lapsed}

    def _said(self, db: sqlite3.Connection, appointment: str) -> dict[str, object]:
        names = ("appointment", "code", "number", "procedure", "office", "at")
        row = db.execute(
            "SELECT id, code, number, procedure, office, at FROM appointment WHERE id = ?", (appointment,)
        ).fetchone()
        said = dict(zip(names, row, strict=True))
        return said | {"at": rfc3339(datetime.fromisoformat(said["at"]).astimezone(self._clock.zone))}

    # --- the operator's side ---

    def give(self, phone: str) -> None:
        """Whoever has that phone booked an hour before they came here: the first of another day."""
        procedure, office = next((id_, known.offices[0]) for id_, known in PROCEDURES.items())
        tomorrow = self._clock.now().date() + timedelta(days=1)
        with self._records.together() as db:
            taken = self._taken(db, procedure, office)
            days = (tomorrow + timedelta(days=number) for number in range(_HORIZON.days))
            at = next(at for day in days for at in self._free(procedure, office, day, taken))
        hold = str(self.hold(procedure, office, at)["hold"])
        self.book(hold, Person(phone=phone), Contact("", "", reminder=False, language="ca"))


def _reaches(shown: Assurance, asked: Assurance) -> bool:
    return ASSURANCES.index(shown) >= ASSURANCES.index(asked)


def _stored(at: datetime) -> str:
    """As it is compared in the database: the same instant is the same text, whatever its offset."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _noise(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=4).digest())


def _number() -> str:
    return "-".join("".join(secrets.choice(_ALPHABET) for _ in range(4)) for _ in range(2))
