"""Who has that phone: one-time codes to phones, and the sessions that they begin.

Nobody looks here whether somebody booked with a phone, so nothing can tell it.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import RLock

from demo.seu.clock import Clock, rfc3339
from demo.seu.identity import CODE_LIFE, DIGITS, RESEND_AFTER, SESSION_LIFE, TRIES, Identity, hint
from demo.seu.problems import Kind, Problem
from demo.seu.records import opaque

CODES_TO_A_PHONE, CODES_OF_A_KIOSK = 3, 60
"""The most in `WITHIN`."""
WITHIN = timedelta(hours=1)


@dataclass(slots=True, repr=False)
class _Lookup:
    phone: str
    digits: str
    expires_at: datetime
    wrong: int = 0
    closed: bool = False


class AppointmentCodes:
    """Lookups that are open, and the sessions that they began."""

    def __init__(self, identity: Identity, clock: Clock) -> None:
        self._identity = identity
        self._clock = clock
        self._lock = RLock()
        self._lookups: dict[str, _Lookup] = {}
        self._sessions: dict[str, tuple[str, datetime]] = {}
        self._asked: list[tuple[datetime, str]] = []

    def forget_all(self) -> None:
        with self._lock:
            self._lookups.clear()
            self._sessions.clear()
            self._asked.clear()

    def send(self, prefix: str, number: str) -> dict[str, object]:
        with self._lock:
            now, phone = self._clock.now(), f"{prefix} {number}"
            self._asked = [asked for asked in self._asked if asked[0] > now - WITHIN]
            to_it = sum(1 for _, asked in self._asked if asked == phone)
            if to_it >= CODES_TO_A_PHONE or len(self._asked) >= CODES_OF_A_KIOSK:
                raise Problem(Kind.TOO_MANY_CODES)
            self._asked.append((now, phone))
            digits = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
            lookup = opaque()
            self._lookups[lookup] = _Lookup(phone, digits, now + CODE_LIFE)
            self._identity.text(digits, number)
            return {
                "lookup": lookup,
                "phone_hint": hint(number),
                "digits": DIGITS,
                "valid_seconds": int(CODE_LIFE.total_seconds()),
                "resend_after_seconds": int(RESEND_AFTER.total_seconds()),
                "tries": TRIES,
            }

    def attempt(self, lookup: str, digits: str) -> dict[str, object]:
        with self._lock:
            sent, now = self._lookups.get(lookup), self._clock.now()
            if sent is None:
                raise Problem(Kind.NOT_FOUND)
            if sent.closed:
                raise Problem(Kind.CHALLENGE_CLOSED)
            if sent.expires_at <= now:
                raise Problem(Kind.CODE_EXPIRED)
            if not hmac.compare_digest(sent.digits, digits):
                sent.wrong += 1
                sent.closed = sent.wrong >= TRIES
                left = TRIES - sent.wrong
                return {"result": "refused"} if sent.closed else {"result": "wrong", "tries_left": left}
            sent.closed = True
            token = secrets.token_urlsafe(32)
            self._sessions[token] = sent.phone, now + SESSION_LIFE
            return {
                "result": "accepted",
                "citizen_session": token,
                "expires_at": rfc3339(now + SESSION_LIFE),
            }

    def phone(self, token: str) -> str | None:
        """The phone that a session is of; None where it has ended or is not one of these."""
        with self._lock:
            phone, expires_at = self._sessions.get(token, ("", self._clock.now()))
            return phone if expires_at > self._clock.now() else None

    def end(self, token: str) -> None:
        """The session is gone; one that is not known is gone already."""
        with self._lock:
            self._sessions.pop(token, None)
