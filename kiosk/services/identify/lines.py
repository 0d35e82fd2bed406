"""The machine readable zone as it is typed: three runs, each with its check digit, and what they open.

A run is copied as it is printed, its check digit with it (ICAO 9303-3, 4.9): so a mistake is told at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from devices.card.emrtd.mrz import VALUES, check_digit, parse
from devices.card.emrtd.tlv import Malformed
from devices.contracts import Mrz, Scan, ScanKind

NUMBER = 10
"""Nine characters of the document number, and its check digit (ICAO 9303-4, 4.2.2; 9303-5, 4.2.2)."""
DATE = 7
"""Year, month and day with two digits each, and their check digit."""
LONGEST_NUMBER = 9 + 1 + 15
"""A longer number has a filler for its check digit, and goes on in the optional data (9303-5, 4.2.2)."""

ALIKE = {"0": "O", "O": "0", "1": "I", "I": "1"}


class Fit(StrEnum):
    """What is to be said of a run while it is typed."""

    MORE = "more"
    WRONG = "wrong"
    RIGHT = "right"


@dataclass(repr=False)
class Lines:
    """What was typed of the zone. Wiped as soon as a read has begun."""

    number: str = ""
    birth: str = ""
    expiry: str = ""
    scanned: Mrz | None = None
    """What a scanner read of it, instead."""
    card: bool = False
    """The person copies from a card, not from a passport."""
    notice: str = ""
    """Key of the sentence about the last try."""
    tries: int = 0
    reading: bool = False
    """The read that is under way was opened by these."""

    def __repr__(self) -> str:
        return "Lines(…)"

    def wipe(self) -> None:
        """Forget what was typed or scanned."""
        self.number = self.birth = self.expiry = ""
        self.scanned = None


def fit_of_number(run: str) -> Fit:
    """Whether `run` is a document number with its digit: ten characters, more where the tenth is a filler."""
    if run[:1] == "<":
        return Fit.WRONG
    if len(run) < NUMBER:
        return Fit.MORE
    if run[9] != "<":
        return Fit.RIGHT if len(run) == NUMBER and check_digit(run[:9]) == run[9] else Fit.WRONG
    tail = run[NUMBER:]
    if len(tail) >= 2 and tail[-1] == check_digit(run[:9] + tail[:-1]):
        return Fit.RIGHT
    return Fit.MORE if len(run) < LONGEST_NUMBER and "<" not in run[:9] + tail else Fit.WRONG


def fit_of_date(run: str) -> Fit:
    """Whether `run` is a date with its digit. A month or a day that cannot be is told before the digit."""
    month, day = run[2:4], run[4:6]
    if month[:1] > "1" or day[:1] > "3":
        return Fit.WRONG
    if len(month) == 2 and not 1 <= int(month) <= 12:
        return Fit.WRONG
    if len(day) == 2 and not _is_date(run[:6]):
        return Fit.WRONG
    if len(run) < DATE:
        return Fit.MORE
    return Fit.RIGHT if len(run) == DATE and check_digit(run[:6]) == run[6] else Fit.WRONG


def number_of(run: str) -> str:
    """The document number of a run that fits."""
    return (run[:9] + run[NUMBER:-1]) if run[9] == "<" else run[:9].rstrip("<")


def date_of(run: str, *, past: date | None = None) -> date:
    """The date of a run that fits, in this century; in the one before where it would come after `past`."""
    found = date(2000 + int(run[0:2]), int(run[2:4]), int(run[4:6]))
    return found if past is None or found <= past else found.replace(year=found.year - 100)


def _is_date(digits: str) -> bool:
    """Years of this century and the one before have their leap days together, but for 1900."""
    try:
        date_of(digits)
    except ValueError:
        return False
    return True


def confuses_letters(run: str) -> bool:
    """A number that fits once one zero is read as an O, or one I as a 1, or the other way round."""
    others = (run[:at] + ALIKE[letter] + run[at + 1 :] for at, letter in enumerate(run) if letter in ALIKE)
    return any(fit_of_number(other) is Fit.RIGHT for other in others)


def may_follow(run: str, letter: str, longest: int) -> bool:
    """One letter of a zone, while there is room for it."""
    return len(letter) == 1 and letter in VALUES and len(run) < longest


def room_for_number(run: str) -> int:
    """How long the number may become: longer than ten only where its tenth character says that it goes on."""
    return LONGEST_NUMBER if run[9:NUMBER] == "<" else NUMBER


def whole(lines: Lines) -> bool:
    """Everything that opens a chip is there, and fits."""
    typed = (fit_of_number(lines.number), fit_of_date(lines.birth), fit_of_date(lines.expiry))
    return lines.scanned is not None or all(fit is Fit.RIGHT for fit in typed)


def taken(lines: Lines, today: date) -> Mrz | None:
    """What opens the chip, where it is there; of what was typed or scanned nothing is kept."""
    secret = lines.scanned
    if secret is None and whole(lines):
        birth, expiry = date_of(lines.birth, past=today), date_of(lines.expiry)
        secret = Mrz(number_of(lines.number), birth, expiry)
    lines.wipe()
    lines.notice = ""
    lines.reading = secret is not None
    return secret


def scanned(scan: Scan, today: date) -> Mrz | None:
    """What opens the chip, where the scan is a zone."""
    if scan.kind is not ScanKind.MRZ:
        return None
    try:
        fields = parse(scan.text, today)
    except Malformed:
        return None
    return Mrz(fields.document_number, fields.birth_date, fields.expiry_date)
