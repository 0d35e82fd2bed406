"""What EF.DG1 says of a person: the machine readable zone of a document (ICAO 9303, parts 4 to 6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

_WEIGHTS = (7, 3, 1)  # ICAO 9303-3, 4.9


@dataclass(frozen=True, slots=True, repr=False)
class Holder:
    """Whom a document is of, as the register knows people: by DNI, NIE or the document's own number."""

    number: str
    birth_date: date
    expiry_date: date

    def __repr__(self) -> str:
        return "Holder(…)"


def holder(dg1: bytes) -> Holder | None:
    """The holder in EF.DG1 (tag 61 around 5F1F); None where it cannot be read or a check digit is wrong."""
    lines = _lines(dg1)
    if lines is None:
        return None
    if len(lines) == 3:  # TD1
        number, spare = lines[0][5:14], lines[0][15:30]
        if lines[0][14] == "<":  # a longer number goes on in the optional data (9303-5, 4.2.4)
            rest = spare.partition("<")[0]
            number, check, spare = number + rest[:-1], rest[-1:], ""
        else:
            check = lines[0][14]
        born, expires, issuer = lines[1][0:7], lines[1][8:15], lines[0][2:5]
    else:  # TD2 and TD3
        number, check, issuer = lines[1][0:9], lines[1][9], lines[0][2:5]
        born, expires, spare = lines[1][13:20], lines[1][21:28], lines[1][28:-2]
    if _check(number) != check or _check(born[:6]) != born[6] or _check(expires[:6]) != expires[6]:
        return None
    birth_date, expiry_date = _date(born[:6], past=True), _date(expires[:6], past=False)
    if birth_date is None or expiry_date is None:
        return None
    # Spain writes the number of the plastic first, and the person's DNI or NIE in the optional data.
    own = spare.strip("<") if issuer == "ESP" else ""
    return Holder(own or number.strip("<"), birth_date, expiry_date)


def _lines(dg1: bytes) -> tuple[str, ...] | None:
    outer = _value(dg1, b"\x61")
    inner = None if outer is None else _value(outer, b"\x5f\x1f")
    if inner is None or not inner.isascii():
        return None
    mrz = inner.decode()
    if any(not (c == "<" or c.isdigit() or "A" <= c <= "Z") for c in mrz):
        return None
    width = {90: 30, 72: 36, 88: 44}.get(len(mrz))
    return None if width is None else tuple(mrz[i : i + width] for i in range(0, len(mrz), width))


def _value(data: bytes, tag: bytes) -> bytes | None:
    """The value of the one object that `data` is (BER-TLV, lengths to 255)."""
    if not data.startswith(tag):
        return None
    rest = data[len(tag) :]
    if rest[:1] == b"\x81":
        rest = rest[1:]
    elif not rest or rest[0] > 0x7F:
        return None
    return rest[1:] if rest and len(rest) - 1 == rest[0] else None


def _check(field: str) -> str:
    values = (0 if c == "<" else int(c, 36) for c in field)
    return str(sum(v * _WEIGHTS[i % 3] for i, v in enumerate(values)) % 10)


def _date(yymmdd: str, *, past: bool) -> date | None:
    if not yymmdd.isdigit():
        return None
    year = 2000 + int(yymmdd[:2])
    if past and year > date.today().year:
        year -= 100
    try:
        return date(year, int(yymmdd[2:4]), int(yymmdd[4:6]))
    except ValueError:
        return None
