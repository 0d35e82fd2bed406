"""Finds a machine readable zone in what a scanner sent; it is one only when every check digit is right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from devices.card.emrtd import mrz
from devices.card.emrtd.tlv import Malformed

LINES = {30: 3, 36: 2, 44: 2}
"""How many lines of so many letters make a zone (ICAO 9303-5, -6 and -4)."""
LETTERS = re.compile("[0-9A-Z<]+")
SHIFTED_COMMA = ";"
"""What `<` of a US keyboard becomes on a machine with a Spanish, German or Italian layout."""


def zone_of(lines: Sequence[str], today: date) -> str | None:
    """The zone that `lines` are, in lines of its own or as one run; the answer is without line ends.

    Case does not count, nor does the one letter that a foreign keyboard layout changes: check digits decide.
    """
    zone = "".join(map(as_letters, lines))
    try:
        mrz.parse(zone, today)
    except Malformed:
        return None
    return zone


def may_go_on(lines: Sequence[str]) -> bool:
    """True where `lines` look like the first lines of a zone, of which more are to come."""
    length = len(lines[0])
    if len(lines) >= LINES.get(length, 0):
        return False
    return all(len(line) == length and LETTERS.fullmatch(as_letters(line)) for line in lines)


def as_letters(line: str) -> str:
    """The line in the letters of a zone, where a keyboard has changed them."""
    capitals = line.upper() if line.isascii() else line
    return capitals if "<" in capitals else capitals.replace(SHIFTED_COMMA, "<")
