"""Whoever has an appointment says that they are here, and gets the turn of that appointment, once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict, model_validator

from demo.seu import received
from demo.seu.appointments import OWN, Person
from demo.seu.appointments_api import Id, Whoever
from demo.seu.appointments_town import LAPSE, OFFICES, PROCEDURES
from demo.seu.clock import Clock, rfc3339
from demo.seu.problems import Kind, Problem
from demo.seu.records import Records, opaque
from demo.seu.turns import BOOKED, Turns
from demo.seu.turns_api import turn_body

Json = dict[str, object]
EARLIEST = timedelta(minutes=30)
"""How long before the hour somebody may come; how long after it is `LAPSE`."""
HERE = "central"
"""The office in which the demo's kiosk stands."""

_SCHEMA = "CREATE TABLE IF NOT EXISTS arrival (appointment TEXT PRIMARY KEY, turn TEXT NOT NULL) STRICT;"
_COLUMNS = "SELECT id, procedure, office, at FROM appointment WHERE cancelled = 0 AND"


class ArrivalWanted(received.Received):
    code: Id | None = None
    language: received.Language

    @model_validator(mode="before")
    @classmethod
    def _no_null(cls, given: object) -> object:
        return received.without_nulls(given, "code")


@dataclass(frozen=True, slots=True)
class _Booked:
    id: str
    procedure: str
    office: str
    at: datetime

    @property
    def opens_at(self) -> datetime:
        return self.at - EARLIEST

    @property
    def closes_at(self) -> datetime:
        return self.at + LAPSE


class Arrivals:
    """At one office."""

    def __init__(self, records: Records, clock: Clock, turns: Turns) -> None:
        self._records, self._clock, self._turns = records, clock, turns
        records.add_tables(_SCHEMA, "arrival")

    def arrive(self, code: str | None, person: Person) -> Json:
        """What becomes of it; raises Problem where neither code nor person says whose appointment it is."""
        if code is None and not (person.resident or person.phone):
            raise Problem(Kind.SESSION_ENDED)
        booked = self._of_code(code) if code is not None else self._of_person(person)
        if booked is None:
            return {"result": "none"}
        at = {"at": rfc3339(booked.at)}
        if booked.office != HERE:
            office = OFFICES[booked.office]
            return {"result": "elsewhere", **at, "office": office.name.to_json(), "address": office.address}
        with self._records.together() as db:
            known = db.execute("SELECT turn FROM arrival WHERE appointment = ?", (booked.id,)).fetchone()
            if known is None and not booked.opens_at <= self._clock.now() <= booked.closes_at:
                early = self._clock.now() < booked.opens_at
                window = {"opens_at": rfc3339(booked.opens_at), "closes_at": rfc3339(booked.closes_at)}
                again = {"procedure": booked.procedure, "office": booked.office}
                known = again if booked.procedure in PROCEDURES else {}
                return {"result": "too_early" if early else "too_late", **at, **window, **known}
            turn = self._turns.find(str(known[0])) if known else self._turns.give(BOOKED)
            db.execute("INSERT OR IGNORE INTO arrival VALUES (?,?)", (booked.id, turn.id))
        return {"result": "arrived", **at, "turn": turn_body(self._turns, turn)}

    def _of_code(self, code: str) -> _Booked | None:
        with self._records.together() as db:
            row = db.execute(f"{_COLUMNS} code = ?", (code,)).fetchone()
        return self._booked(row) if row else None

    def _of_person(self, person: Person) -> _Booked | None:
        """The one whose window is open now, else the next of today, else the last."""
        now = self._clock.now()
        every = list(self._all_of(person))
        # Shortly before midnight one of the next day may be open.
        open_now = [booked for booked in every if booked.opens_at <= now <= booked.closes_at]
        found = [booked for booked in every if booked.at.date() == now.date()]
        to_come = [booked for booked in found if booked.at > now]
        return next(iter(open_now or to_come or found[-1:]), None)

    def _all_of(self, person: Person) -> Iterator[_Booked]:
        own = {"resident": person.resident, "phone": person.phone}
        with self._records.together() as db:
            rows = db.execute(f"{_COLUMNS} {OWN} ORDER BY at", own).fetchall()
        return map(self._booked, rows)

    def _booked(self, row: tuple[object, ...]) -> _Booked:
        made, procedure, office, at = map(str, row)
        return _Booked(made, procedure, office, datetime.fromisoformat(at).astimezone(self._clock.zone))

    # --- the operator's side ---

    def make(self, minutes: int, resident: str, office: str, procedure: str = "") -> str:
        """An appointment so many minutes from now; the answer is its code.

        Of no procedure, whoever else has that hour; of one, instead of who had it.
        """
        at = (self._clock.now() + timedelta(minutes=minutes)).replace(second=0, microsecond=0)
        stored = at.astimezone(UTC).isoformat(timespec="microseconds")
        made, code = opaque(), opaque()
        what = procedure or f"walk_in_{made}"
        values = (made, code, f"ARRV-{made[:4].upper()}", resident, "", what, office, stored)
        with self._records.together() as db:
            db.execute(
                "INSERT OR REPLACE INTO appointment (id, code, number, person, phone, procedure, office, at,"
                " contact, reminder, language) VALUES (?,?,?,?,?,?,?,?,'',0,'ca')",
                values,
            )
        return code

    def last(self) -> str | None:
        """The code of the appointment that was made last, unless it was cancelled."""
        with self._records.together() as db:
            row = db.execute(
                "SELECT code FROM appointment WHERE cancelled = 0 ORDER BY rowid DESC LIMIT 1"
            ).fetchone()
        return str(row[0]) if row else None


def add_arrivals(app: FastAPI, arrivals: Arrivals) -> None:
    """The contract's side."""

    @app.post("/v1/arrivals")
    def arrive(person: Whoever, body: ArrivalWanted) -> Json:
        return arrivals.arrive(body.code, person)


class _Made(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    minutes: int
    resident: str = ""
    office: str = HERE
    procedure: str = ""


def add_reception(app: FastAPI, arrivals: Arrivals) -> None:
    """The operator's side: somebody made an appointment for about now."""

    @app.post("/arrivals/appointment")
    async def make_appointment(made: _Made) -> Json:
        return {"code": arrivals.make(made.minutes, made.resident, made.office, made.procedure)}
