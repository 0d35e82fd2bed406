"""The machine readable zone of cards and passports, with every check digit (ICAO 9303-3 to 9303-6)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from devices.card.emrtd.tlv import Malformed
from devices.contracts import Mrz

VALUES = {letter: value for value, letter in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")} | {"<": 0}
WEIGHTS = (7, 3, 1)  # ICAO 9303-3, 4.9


@dataclass(frozen=True, slots=True, repr=False)
class MrzFields:
    """What the zone says, without fillers."""

    document_code: str
    issuer: str
    document_number: str
    nationality: str
    surnames: str
    given_names: str
    birth_date: date
    expiry_date: date
    optional: str
    """The first optional data element, where Spanish cards hold the DNI or NIE."""

    def __repr__(self) -> str:
        return "MrzFields(…)"


def check_digit(text: str) -> str:
    """The digit that protects `text`, which holds letters, digits and fillers only."""
    return str(sum(VALUES[letter] * WEIGHTS[at % 3] for at, letter in enumerate(text)) % 10)


def key_information(secret: Mrz) -> bytes:
    """What opens the chip: number, birth date, expiry date, each with its digit (ICAO 9303-11, 4.3.2)."""
    number = re.sub(r"[^0-9A-Z]", "<", secret.document_number.strip().upper()).ljust(9, "<")
    parts = (number, f"{secret.birth_date:%y%m%d}", f"{secret.expiry_date:%y%m%d}")
    return "".join(part + check_digit(part) for part in parts).encode("ascii")


def parse(zone: str, today: date) -> MrzFields:
    """The fields of a zone of 90, 72 or 88 letters. A wrong check digit or a partial date is malformed."""
    if not re.fullmatch("[0-9A-Z<]*", zone):
        raise Malformed("a letter that no zone holds")
    match len(zone):
        case 90:
            return _td1(zone, today)
        case 72:
            return _two_lines(zone[:36], zone[36:], slice(28, 35), today)
        case 88:
            return _two_lines(zone[:44], zone[44:], slice(28, 42), today)
        case _:
            raise Malformed("a zone of no known size")


def _td1(zone: str, today: date) -> MrzFields:
    """ICAO 9303-5, 4.2.2."""
    upper, middle, lower = zone[:30], zone[30:60], zone[60:]
    _check(upper[5:30] + middle[0:7] + middle[8:15] + middle[18:29], middle[29])
    number, optional = _number(upper[5:14], upper[14], upper[15:30])
    return _fields(
        upper[0:2], upper[2:5], number, middle[15:18], lower, middle[0:7], middle[8:15], optional, today
    )


def _two_lines(upper: str, lower: str, optional_at: slice, today: date) -> MrzFields:
    """ICAO 9303-4, 4.2.2 (passports) and 9303-6, 4.2.2 (cards of two lines)."""
    _check(lower[0:10] + lower[13:20] + lower[21:-1], lower[-1])
    optional = lower[optional_at]
    if len(lower) == 44:
        if optional.strip("<") or lower[42] not in "<0":
            _check(optional, lower[42])
        number = lower[0:9]
        _check(number, lower[9])
    else:
        number, optional = _number(lower[0:9], lower[9], optional)
    return _fields(
        upper[0:2], upper[2:5], number, lower[10:13], upper[5:], lower[13:20], lower[21:28], optional, today
    )


def _number(principal: str, check: str, optional: str) -> tuple[str, str]:
    """The document number, which may go on in the optional data, and what is left there (9303-5, 4.2.2)."""
    if check != "<":
        _check(principal, check)
        return principal, optional
    tail, _, rest = optional.partition("<")
    if len(tail) < 2:
        raise Malformed("a long document number that does not go on")
    _check(principal + tail[:-1], tail[-1])
    return principal + tail[:-1], rest


def _fields(
    code: str,
    issuer: str,
    number: str,
    nationality: str,
    names: str,
    birth: str,
    expiry: str,
    optional: str,
    today: date,
) -> MrzFields:
    surnames, _, given_names = names.rstrip("<").partition("<<")
    return MrzFields(
        document_code=_words(code),
        issuer=_words(issuer),
        document_number=_words(number),
        nationality=_words(nationality),
        surnames=_words(surnames),
        given_names=_words(given_names),
        birth_date=_birth(birth, today),
        expiry_date=_date(2000, expiry),  # documents with a chip exist since 2004
        optional=_words(optional),
    )


def _birth(checked: str, today: date) -> date:
    """The latest such date that is not to come."""
    born = _date(today.year // 100 * 100, checked)
    if born <= today:
        return born
    return _date(today.year // 100 * 100 - 100, checked)


def _date(century: int, checked: str) -> date:
    _check(checked[:6], checked[6])
    if not checked[:6].isdecimal():
        raise Malformed("a date of which part is unknown")
    try:
        return date(century + int(checked[0:2]), int(checked[2:4]), int(checked[4:6]))
    except ValueError:
        raise Malformed("a date that no calendar has") from None


def _check(text: str, digit: str) -> None:
    if check_digit(text) != digit:
        raise Malformed("a check digit that is wrong")


def _words(text: str) -> str:
    return " ".join(text.replace("<", " ").split())
