"""From a document on the reader to a citizen's session: challenges, evidence, one-time codes and their tries.

All of it lives in memory. What differs between people is decided at the last step and told as `refused`.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import RLock

from demo.seu.clock import Clock, rfc3339
from demo.seu.messages import Message, Messages
from demo.seu.mrz import Holder, holder
from demo.seu.problems import Kind, Problem
from demo.seu.received import Assurance
from demo.seu.records import Records, opaque
from demo.seu.register import Register, Resident
from demo.seu.town import DOCUMENTS, PROOFS, PROOFS_BY_CODE

DIGITS = 6
TRIES = 3
CODES = 3
RESEND_AFTER = timedelta(seconds=30)
CHALLENGE_LIFE = timedelta(minutes=10)
CODE_LIFE = timedelta(minutes=10)
SESSION_LIFE = timedelta(minutes=30)
_SPAIN = "0034"
_NEVER = "x" * DIGITS
"""What no attempt can be: the code that was not sent."""


@dataclass(slots=True, repr=False)
class Session:
    """One person who proved who they are; `papers` are the PDFs made for them, by issue and copy."""

    resident: Resident
    assurance: Assurance
    expires_at: datetime
    phone: str
    """The one whose code they typed; empty where it was proven in another way."""
    papers: dict[tuple[str, int], bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, repr=False)
class Sms:
    """What a phone would have received."""

    code: str
    phone_ending: str


@dataclass(frozen=True, slots=True, repr=False)
class Accepted:
    token: str
    assurance: Assurance
    name: str
    last_access: str | None
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Wrong:
    tries_left: int


@dataclass(frozen=True, slots=True)
class Refused:
    """For every reason."""


@dataclass(frozen=True, slots=True, repr=False)
class _Code:
    id: str
    digits: str
    proof: str
    phone: str
    expires_at: datetime


@dataclass(slots=True, repr=False)
class _Challenge:
    expires_at: datetime
    nonce: str
    holder: Holder | None = None
    resident: Resident | None = None
    believed: bool = False
    """The document is one with which people are identified."""
    codes: list[_Code] = field(default_factory=list)
    wrong: int = 0
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """What a kiosk says of the chip that it read."""

    hashes_agree: bool
    verdict: str
    chip_proof: str


@dataclass(frozen=True, slots=True, repr=False)
class Opened:
    """A challenge, as a kiosk gets it."""

    challenge: str
    nonce: str
    expires_at: datetime


def hint(number: str) -> str:
    """The phone that was typed, by its first figure and its last two: 6•• ••• •58."""
    shown = number[0] + "•" * (len(number) - 3) + number[-2:]
    return " ".join(shown[i : i + 3] for i in range(0, len(shown), 3))


class Identity:
    """Challenges and sessions that are open."""

    def __init__(self, register: Register, records: Records, clock: Clock, messages: Messages) -> None:
        self._register = register
        self._records = records
        self._clock = clock
        self._messages = messages
        self._lock = RLock()
        self._challenges: dict[str, _Challenge] = {}
        self._sessions: dict[str, Session] = {}
        self.proofs: tuple[str, ...] = PROOFS
        self.documents: tuple[str, ...] = DOCUMENTS
        self.sms: Sms | None = None
        self.sms_sent = 0

    def forget_all(self) -> None:
        with self._lock:
            self._challenges.clear()
            self._sessions.clear()
            self.proofs = PROOFS
            self.documents = DOCUMENTS
            self.sms = None
            self.sms_sent = 0

    def begin(self) -> Opened:
        """A new challenge, with a nonce of 256 bits."""
        with self._lock:
            now = self._clock.now()
            # Kept for an hour beyond, so that it is called expired and not unknown.
            kept = now - timedelta(hours=1)
            self._challenges = {i: c for i, c in self._challenges.items() if c.expires_at > kept}
            opened = Opened(opaque(), secrets.token_urlsafe(32), now + CHALLENGE_LIFE)
            self._challenges[opened.challenge] = _Challenge(opened.expires_at, opened.nonce)
            return opened

    def take_evidence(self, challenge: str, dg1: bytes, claim: Claim) -> None:
        with self._lock:
            known = self._open(challenge)
            if known.holder is not None:
                raise Problem(Kind.EVIDENCE_GIVEN)
            known.holder = holder(dg1)
            if known.holder is None:
                raise Problem(Kind.EVIDENCE_UNREADABLE)
            known.resident = self._register.find(known.holder)
            accepted = claim.verdict in self.documents and claim.chip_proof != "failed"
            known.believed = accepted and claim.hashes_agree

    def send_code(self, challenge: str, proof: str, prefix: str, number: str) -> tuple[str, int]:
        """Id of the code and the tries left. A code is made in any case, and sent if the phone fits."""
        with self._lock:
            known = self._open(challenge)
            if proof not in self.proofs or proof not in PROOFS_BY_CODE:
                raise Problem(Kind.PROOF_NOT_ACCEPTED)
            if known.holder is None:
                raise Problem(Kind.EVIDENCE_MISSING)
            if len(known.codes) >= CODES:
                raise Problem(Kind.TOO_MANY_CODES)
            registered = known.resident.phone_for(proof) if known.resident else ""
            typed = f"{prefix} {number}"
            known_phone = f"{_SPAIN} {registered}"
            fits = hmac.compare_digest(typed.encode(), known_phone.encode()) and bool(registered)
            digits = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
            expires_at = self._clock.now() + CODE_LIFE
            code = _Code(opaque(), digits if fits else _NEVER, proof, typed, expires_at)
            known.codes.append(code)
            if fits:
                self.text(digits, number)
            return code.id, TRIES - known.wrong

    def text(self, digits: str, number: str) -> None:
        """Send these digits to that phone."""
        self.sms = Sms(digits, number[-2:])
        self._messages.send(Message("sms", number[-2:], f"El codi és {digits}. No el digueu a ningú."))
        self.sms_sent += 1

    def attempt(self, challenge: str, code: str, digits: str) -> Accepted | Wrong | Refused:
        with self._lock:
            known = self._open(challenge)
            sent = next((c for c in known.codes if c.id == code), None)
            if sent is None:
                raise Problem(Kind.NOT_FOUND)
            now = self._clock.now()
            if sent is not known.codes[-1] or sent.expires_at <= now:
                raise Problem(Kind.CODE_EXPIRED)
            if not hmac.compare_digest(sent.digits.encode(), digits.encode()):
                known.wrong += 1
                known.closed = known.wrong >= TRIES
                return Refused() if known.closed else Wrong(TRIES - known.wrong)
            known.closed = True
            expired = known.holder is None or known.holder.expiry_date < now.date()
            valid = not expired or "genuine_expired" in self.documents
            if known.resident is None or not (valid and known.believed):
                return Refused()
            return self._accept(known.resident, known.resident.assurance_of(sent.proof), now, sent.phone)

    def nonce(self, challenge: str) -> str:
        """What a signature has to be over."""
        with self._lock:
            return self._open(challenge).nonce

    def take_signature(self, challenge: str, number: str | None) -> Accepted | Refused:
        """`number` is the DNI of who signed it; None where the signature or its certificate is not right."""
        with self._lock:
            known = self._open(challenge)
            known.closed = True
            resident = self._register.by_number(number) if number else None
            another = known.holder is not None and known.resident is not resident
            if "dnie_pin" not in self.proofs or resident is None or another:
                return Refused()
            return self._accept(resident, "high", self._clock.now(), phone="")

    def _accept(self, resident: Resident, assurance: Assurance, now: datetime, phone: str) -> Accepted:
        first = resident.last_access
        last = self._records.last_access(resident.id) or (rfc3339(first) if first else None)
        self._records.set_last_access(resident.id, rfc3339(now))
        token = secrets.token_urlsafe(32)
        self._sessions[token] = Session(resident, assurance, now + SESSION_LIFE, phone)
        self.sms = None
        return Accepted(token, assurance, resident.given_names, last, now + SESSION_LIFE)

    def session(self, token: str) -> Session:
        with self._lock:
            session = self._sessions.get(token)
            if session is None or session.expires_at <= self._clock.now():
                self._sessions.pop(token, None)
                raise Problem(Kind.SESSION_ENDED)
            return session

    def end(self, token: str) -> None:
        """The session and its papers are gone; one that is not known is gone already."""
        with self._lock:
            self._sessions.pop(token, None)

    def _open(self, challenge: str) -> _Challenge:
        known = self._challenges.get(challenge)
        if known is None:
            raise Problem(Kind.NOT_FOUND)
        if known.closed:
            raise Problem(Kind.CHALLENGE_CLOSED)
        if known.expires_at <= self._clock.now():
            raise Problem(Kind.CHALLENGE_EXPIRED)
        return known
