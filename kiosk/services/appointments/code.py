"""What stands in the QR of an appointment: a town, a code that means nothing, and a check of the two.

`ZB1:<INE code of the municipality>:<code><check character>`. The code is the seu's own, unguessable;
nothing of a person is in it. The check is the hybrid system of ISO 7064, clause 9, over an alphabet of 64:
a character that was misread never passes.
"""

from __future__ import annotations

import re
import string
from dataclasses import dataclass
from typing import Final

_MARK: Final = "ZB1:"
_ALPHABET: Final = string.digits + string.ascii_uppercase + string.ascii_lowercase + "-_"
_SIZE: Final = len(_ALPHABET)
_TEXT: Final = re.compile(
    r"(?P<mark>.{4})(?P<ine>[0-9]{5}):(?P<code>[A-Za-z0-9_-]{16,64})(?P<check>[A-Za-z0-9_-])"
)


@dataclass(frozen=True, slots=True, repr=False)
class Ours:
    """An appointment of this town, if the seu knows its code."""

    code: str


@dataclass(frozen=True, slots=True)
class AnotherTown:
    """A whole code, given by another town hall."""

    ine: str


@dataclass(frozen=True, slots=True)
class NotOurs:
    """Something else was scanned."""


@dataclass(frozen=True, slots=True)
class Damaged:
    """One of these codes, of which something was misread or is missing."""


def encode(ine: str, code: str) -> str:
    """The text of the QR; `code` is the seu's, 16 to 64 characters of base64url."""
    return f"{_MARK}{ine}:{code}{_check(ine + code)}"


def decode(text: str, ine: str) -> Ours | AnotherTown | NotOurs | Damaged:
    """What was scanned in the town of that INE code; blanks and line ends around it are passed over."""
    scanned = text.strip()
    parts = _TEXT.fullmatch(scanned)
    whole = parts is not None and parts["check"] == _check(parts["ine"] + parts["code"])
    if parts is None or not whole or parts["mark"] != _MARK:
        return Damaged() if whole or scanned.startswith(_MARK) else NotOurs()
    return Ours(parts["code"]) if parts["ine"] == ine else AnotherTown(parts["ine"])


def _check(text: str) -> str:
    # ISO 7064, 9.1: MOD M+1,M. Doubling can be undone modulo 65, so one wrong character always shows.
    product = _SIZE
    for character in text:
        product = ((product + _ALPHABET.index(character)) % _SIZE or _SIZE) * 2 % (_SIZE + 1)
    return _ALPHABET[(1 - product) % _SIZE]
