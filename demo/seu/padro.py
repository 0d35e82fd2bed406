"""Issues padró documents: numbers them, makes each copy's sealed PDF, keeps it until the session ends."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from demo.seu.clock import Clock, rfc3339
from demo.seu.identity import Session
from demo.seu.offers import RENDITIONS, Offer
from demo.seu.paper.content import PaperLanguage, Wanted, content
from demo.seu.paper.layout import Check, laid_out
from demo.seu.paper.roll import rolled_out
from demo.seu.paper.seal import Seal, new_seal
from demo.seu.problems import Kind, Problem
from demo.seu.received import Assurance, IssueWanted
from demo.seu.records import IssueRow, OutcomeRow, Records
from demo.seu.register import Register
from demo.seu.town import ASSURANCES, CSV_ADDRESS, PURPOSES

_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without 0, O, 1 and I, which people mistake for one another."""
ASSURANCE: Mapping[str, Assurance] = {"volant": "substantial", "certificat": "substantial"}
"""When the demo starts."""
SealFault = Literal["none", "altered", "unsealed", "another"]
"""What is wrong with the documents: a byte after the seal, no seal, or one of another organ."""
_PAPER_LANGUAGES: dict[str, PaperLanguage] = {"ca": "ca", "es": "es"}


@dataclass(frozen=True, slots=True, repr=False)
class Copy:
    """One numbered copy of an issue."""

    issue: str
    csv: str
    copy: int
    sheets: int
    receipt_number: str
    pdf: bytes

    def to_json(self) -> dict[str, object]:
        return {
            "issue": self.issue,
            "csv": self.csv,
            "verification_url": _verification_url(self.csv),
            "copy": self.copy,
            "sheets": self.sheets,
            "receipt_number": self.receipt_number,
            "price_cents": 0,
            "document": {"sha256": hashlib.sha256(self.pdf).hexdigest(), "bytes": len(self.pdf)},
        }


class Padro:
    """The register's counter."""

    def __init__(self, register: Register, records: Records, clock: Clock, kiosk: str) -> None:
        self._register = register
        self._records = records
        self._clock = clock
        self._kiosk = kiosk
        self._seal: Seal = new_seal()
        self.assurance: dict[str, Assurance] = dict(ASSURANCE)
        """What a person has to have shown, by the kind of document."""
        self.seal_fault: SealFault = "none"
        self._issued: dict[str, tuple[IssueRow, Wanted, datetime]] = {}

    @property
    def seal_root(self) -> str:
        return self._seal.root_pem

    def offers(self, session: Session) -> dict[str, object]:
        offers = self._register.offers(session.resident)
        registered = self._register.dwelling(session.resident) is not None
        return {
            "registered": registered,
            "offers": [offer.to_json(self.assurance[offer.kind]) for offer in offers],
        }

    def issue(self, session: Session, asked: IssueWanted) -> Copy:
        language = _PAPER_LANGUAGES.get(asked.language)
        if asked.purpose not in PURPOSES or language is None:
            raise Problem(Kind.NOT_OFFERED)
        offer = self._offer(session, asked.offer)
        if asked.rendition not in RENDITIONS[offer.kind]:
            raise Problem(Kind.NOT_OFFERED)
        if not offer.here:
            raise Problem(Kind.AT_THE_DESK)
        if ASSURANCES.index(session.assurance) < ASSURANCES.index(self.assurance[offer.kind]):
            raise Problem(Kind.ASSURANCE_TOO_LOW)
        now = self._clock.now()
        wanted = (asked.offer, asked.purpose, asked.language)
        row = self._records.add_issue(_new_csv(now), session.resident.id, wanted, rfc3339(now))
        self._issued[row.id] = (row, Wanted(offer, asked.purpose, language, asked.rendition), now)
        return self._make(session, row.id, 1)

    def copy(self, session: Session, issue: str) -> Copy:
        self.document(session, issue, 1)
        return self._make(session, issue, self._records.add_copy(issue))

    def document(self, session: Session, issue: str, copy: int) -> bytes:
        pdf = session.papers.get((issue, copy))
        if pdf is None:
            raise Problem(Kind.NOT_FOUND)
        return pdf

    def outcome(self, issue: str, copy: int, outcome: str) -> None:
        if not 1 <= copy <= self._records.copies(issue):
            raise Problem(Kind.NOT_FOUND)
        self._records.set_outcome(OutcomeRow(issue, copy, outcome, rfc3339(self._clock.now())))

    def _offer(self, session: Session, id_: str) -> Offer:
        return next(offer for offer in self._register.offers(session.resident) if offer.id == id_)

    def _make(self, session: Session, issue: str, number: int) -> Copy:
        row, wanted, at = self._issued[issue]
        dwelling = self._register.dwelling(session.resident)
        if dwelling is None:
            raise Problem(Kind.AT_THE_DESK)
        check = Check(row.csv, _verification_url(row.csv), self._kiosk, number)
        lay_out = rolled_out if wanted.rendition == "roll80" else laid_out
        plain, sheets = lay_out(content(session.resident, dwelling, wanted, at), check)
        pdf = self._sealed(plain)
        session.papers[issue, number] = pdf
        return Copy(issue, row.csv, number, sheets, f"{at:%Y}-{row.receipt:06}", pdf)

    def _sealed(self, plain: bytes) -> bytes:
        match self.seal_fault:
            case "none":
                return self._seal.put_on(plain)
            case "altered":
                return self._seal.put_on(plain).replace(b"/Creator", b"/Creater")
            case "unsealed":
                return plain
            case "another":
                return new_seal().put_on(plain)


def _new_csv(at: datetime) -> str:
    groups = ("".join(secrets.choice(_ALPHABET) for _ in range(4)) for _ in range(3))
    return f"ZB{at:%y}-" + "-".join(groups)


def _verification_url(csv: str) -> str:
    return f"https://{CSV_ADDRESS}?c={csv}"
