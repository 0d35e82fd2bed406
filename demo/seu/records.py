"""What the town hall keeps, in SQLite: issues, outcomes of copies, turns, calls, heartbeats and opinions.

Proofs, sessions and PDFs are not here: they live in memory and end with the session.
"""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path
from threading import RLock

_SCHEMA = """
CREATE TABLE IF NOT EXISTS issue (
    id TEXT PRIMARY KEY, receipt INTEGER NOT NULL UNIQUE, csv TEXT NOT NULL UNIQUE, resident TEXT NOT NULL,
    offer TEXT NOT NULL, purpose TEXT NOT NULL, language TEXT NOT NULL, at TEXT NOT NULL,
    copies INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS paper (
    number TEXT PRIMARY KEY, issue TEXT NOT NULL REFERENCES issue(id), copy INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS outcome (
    issue TEXT NOT NULL REFERENCES issue(id), copy INTEGER NOT NULL, outcome TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (issue, copy)
) STRICT;
CREATE TABLE IF NOT EXISTS turn (id TEXT PRIMARY KEY, queue TEXT NOT NULL, number INTEGER NOT NULL,
    priority INTEGER NOT NULL, state TEXT NOT NULL, desk TEXT NOT NULL, UNIQUE (queue, number)) STRICT;
CREATE TABLE IF NOT EXISTS help_call (id TEXT PRIMARY KEY, kiosk TEXT NOT NULL, service TEXT NOT NULL,
    reason TEXT NOT NULL, since TEXT NOT NULL, state TEXT NOT NULL, level INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS heartbeat (kiosk TEXT PRIMARY KEY, state TEXT NOT NULL, at TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS opinion (face INTEGER NOT NULL, reasons TEXT NOT NULL, service TEXT NOT NULL,
    language TEXT NOT NULL, hour INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS insight (kiosk TEXT NOT NULL, day TEXT NOT NULL, told TEXT NOT NULL,
    PRIMARY KEY (kiosk, day)) STRICT;
CREATE TABLE IF NOT EXISTS last_access (resident TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT;
"""
_TABLES = (
    *("outcome", "paper", "issue", "turn", "help_call"),
    *("heartbeat", "opinion", "insight", "last_access"),
)
_FIRST_RECEIPT = 417


@dataclass(frozen=True, slots=True)
class IssueRow:
    """One issued document; `resident` is the demo's own id."""

    id: str
    receipt: int
    csv: str
    resident: str
    offer: str
    purpose: str
    language: str
    at: str


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    issue: str
    copy: int
    outcome: str
    at: str


@dataclass(frozen=True, slots=True)
class TurnRow:
    """One turn, of nobody in particular; `state` is `waiting`, `called` or `gone`."""

    id: str
    queue: str
    number: int
    priority: bool
    state: str
    desk: str


def opaque() -> str:
    """A random id: 128 bits."""
    return secrets.token_urlsafe(16)


class Records:
    """The database. Calls come from several threads; one at a time is let in."""

    def __init__(self, folder: Path | None = None) -> None:
        """`folder` holds `seu.sqlite`; without it the database is in memory."""
        self._lock = RLock()
        place = ":memory:" if folder is None else folder / "seu.sqlite"
        self._db = sqlite3.connect(place, check_same_thread=False)
        self._db.executescript(_SCHEMA)
        self._tables: tuple[str, ...] = _TABLES

    def add_tables(self, schema: str, *names: str) -> None:
        """A service's own; they are forgotten with the others."""
        with self._lock:
            self._db.executescript(schema)
            self._tables = (*names, *self._tables)

    @contextmanager
    def together(self) -> Iterator[sqlite3.Connection]:
        """All of it is done or nothing, and nobody else is let in meanwhile; not to be nested."""
        with self._lock, self._db:
            yield self._db

    def close(self) -> None:
        with self._lock:
            self._db.close()

    def forget_all(self) -> None:
        with self._lock, self._db:
            for table in self._tables:
                self._db.execute(f"DELETE FROM {table}")

    def _write(self, sql: str, values: Sequence[object]) -> int:
        with self._lock, self._db:
            return self._db.execute(sql, values).rowcount

    def _read(self, sql: str, values: Sequence[object] = ()) -> list[tuple[object, ...]]:
        with self._lock:
            return self._db.execute(sql, values).fetchall()

    # --- issues ---

    def add_issue(self, csv: str, resident: str, wanted: tuple[str, str, str], at: str) -> IssueRow:
        """`wanted` is offer, purpose and language. The first copy is counted."""
        with self._lock:
            ((highest,),) = self._read("SELECT max(receipt) FROM issue")
            receipt = highest + 1 if isinstance(highest, int) else _FIRST_RECEIPT
            row = IssueRow(opaque(), receipt, csv, resident, *wanted, at)
            self._write(
                "INSERT INTO issue VALUES (?,?,?,?,?,?,?,?,1)",
                (row.id, row.receipt, row.csv, row.resident, row.offer, row.purpose, row.language, row.at),
            )
            return row

    def add_copy(self, issue: str) -> int:
        """The number of the new copy."""
        with self._lock:
            self._write("UPDATE issue SET copies = copies + 1 WHERE id = ?", (issue,))
            return self.copies(issue)

    def copies(self, issue: str) -> int:
        """How many there are; 0 for an issue that is not known."""
        rows = self._read("SELECT copies FROM issue WHERE id = ?", (issue,))
        return int(str(rows[0][0])) if rows else 0

    def add_paper(self, number: str, issue: str, copy: int) -> None:
        self._write("INSERT INTO paper VALUES (?,?,?)", (number, issue, copy))

    def paper(self, number: str) -> tuple[str, int] | None:
        """Issue and copy of that number."""
        rows = self._read("SELECT issue, copy FROM paper WHERE number = ?", (number,))
        return (str(rows[0][0]), int(str(rows[0][1]))) if rows else None

    def set_outcome(self, row: OutcomeRow) -> None:
        self._write(
            "INSERT OR REPLACE INTO outcome VALUES (?,?,?,?)", (row.issue, row.copy, row.outcome, row.at)
        )

    def outcomes(self) -> list[OutcomeRow]:
        rows = self._read("SELECT issue, copy, outcome, at FROM outcome ORDER BY rowid")
        return [OutcomeRow(str(i), int(str(c)), str(o), str(at)) for i, c, o, at in rows]

    # --- people ---

    def add_turn(self, queue: str, first: int, *, priority: bool) -> TurnRow:
        """The next number of a queue, whose first is `first`."""
        with self._lock:
            ((highest,),) = self._read("SELECT max(number) FROM turn WHERE queue = ?", (queue,))
            number = highest + 1 if isinstance(highest, int) else first
            row = TurnRow(opaque(), queue, number, priority, "waiting", "")
            self._write("INSERT INTO turn VALUES (?,?,?,?,?,?)", astuple(row))
            return row

    def turns(self) -> list[TurnRow]:
        """All of today, in the order in which they were taken."""
        rows = self._read("SELECT id, queue, number, priority, state, desk FROM turn ORDER BY rowid")
        return [
            TurnRow(str(i), str(q), int(str(n)), bool(p), str(state), str(desk))
            for i, q, n, p, state, desk in rows
        ]

    def set_turn(self, turn: str, state: str, desk: str) -> None:
        self._write("UPDATE turn SET state = ?, desk = ? WHERE id = ?", (state, desk, turn))

    def add_call(self, kiosk: str, service: str, reason: str, since: str) -> str:
        call = opaque()
        values = (call, kiosk, service, reason, since)
        self._write("INSERT INTO help_call VALUES (?,?,?,?,?,'called',1)", values)
        return call

    def raise_call(self, call: str, level: int) -> bool:
        """More people know of one that nobody has answered; False where it is not known."""
        self._write(
            "UPDATE help_call SET level = max(level, ?) WHERE id = ? AND state = 'called'", (level, call)
        )
        return self.call_state(call) is not None

    def call_state(self, call: str) -> str | None:
        rows = self._read("SELECT state FROM help_call WHERE id = ?", (call,))
        return str(rows[0][0]) if rows else None

    def end_call(self, call: str) -> bool:
        """False where it is not known."""
        return self._write("UPDATE help_call SET state = 'ended' WHERE id = ?", (call,)) == 1

    def somebody_comes(self) -> int:
        """Staff heard every open call; answers how many."""
        return self._write("UPDATE help_call SET state = 'coming' WHERE state = 'called'", ())

    def everybody_was_helped(self) -> int:
        """Staff end every open call; answers how many."""
        return self._write("UPDATE help_call SET state = 'ended' WHERE state <> 'ended'", ())

    def calls(self) -> list[dict[str, object]]:
        """Each, with all that is known of it."""
        names = ("call", "kiosk", "service", "reason", "since", "state", "level")
        rows = self._read(
            "SELECT id, kiosk, service, reason, since, state, level FROM help_call ORDER BY rowid"
        )
        return [dict(zip(names, row, strict=True)) for row in rows]

    # --- the kiosk's own voice ---

    def add_heartbeat(self, kiosk: str, state: str, at: str) -> None:
        self._write("INSERT OR REPLACE INTO heartbeat VALUES (?,?,?)", (kiosk, state, at))

    def add_opinion(self, face: int, reasons: Sequence[str], service: str, language: str, hour: int) -> None:
        values = (face, " ".join(reasons), service, language, hour)
        self._write("INSERT INTO opinion VALUES (?,?,?,?,?)", values)

    def opinions(self) -> list[dict[str, object]]:
        names = ("face", "reasons", "service", "language", "hour")
        rows = self._read("SELECT face, reasons, service, language, hour FROM opinion ORDER BY rowid")
        return [dict(zip(names, row, strict=True)) for row in rows]

    def set_insight(self, kiosk: str, day: str, told: str) -> None:
        self._write("INSERT OR REPLACE INTO insight VALUES (?,?,?)", (kiosk, day, told))

    def insights(self) -> dict[str, str]:
        """By day, what was told of it, as JSON."""
        rows = self._read("SELECT day, told FROM insight ORDER BY day")
        return {str(day): str(told) for day, told in rows}

    # --- last access ---

    def last_access(self, resident: str) -> str | None:
        rows = self._read("SELECT at FROM last_access WHERE resident = ?", (resident,))
        return str(rows[0][0]) if rows else None

    def set_last_access(self, resident: str, at: str) -> None:
        self._write("INSERT OR REPLACE INTO last_access VALUES (?,?)", (resident, at))
