"""Machine readable zones of cards (TD1) and passports (TD3), with their check digits (ICAO 9303-3 to -5)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date

_VALUES = {character: value for value, character in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")}
_VALUES["<"] = 0

_WITHOUT_BASE_LETTER = str.maketrans(
    {"Æ": "AE", "Œ": "OE", "Ø": "OE", "Þ": "TH", "Ð": "D", "Đ": "D", "Ł": "L", "Ħ": "H", "Ŋ": "N"}
    | dict.fromkeys("'’·.", "")
)
"""9303-3, 6.A, for letters that Unicode does not take apart; apostrophes are left out (9303-3, 4.6)."""


def check_digit(characters: str) -> str:
    """Weights 7, 3, 1, modulo 10 (9303-3, 4.9)."""
    return str(sum(_VALUES[character] * (7, 3, 1)[at % 3] for at, character in enumerate(characters)) % 10)


def letters(name: str) -> str:
    """A name in the letters of the MRZ: no diacritics, one filler between its parts."""
    plain = unicodedata.normalize("NFKD", name.upper().translate(_WITHOUT_BASE_LETTER))
    bare = (character for character in plain if not unicodedata.combining(character))
    return "<".join("".join(character if "A" <= character <= "Z" else " " for character in bare).split())


def name_field(primary: str, secondary: str, width: int) -> str:
    """Both identifiers in `width` characters.

    Where they do not fit, the field is full, holds at least one letter of the secondary identifier and ends
    in a letter, which shows that something was cut (9303-4, 4.2.3; 9303-5, 4.2.3).
    """
    first, second = letters(primary), letters(secondary)
    while True:
        whole = f"{first}<<{second}" if second else first
        if len(whole) <= width:
            return whole.ljust(width, "<")
        if field := _cut(first, second, width):
            return field
        if len(max(first.split("<"), key=len)) > len(max(second.split("<"), key=len)):
            first = _one_letter_less(first)
        else:
            second = _one_letter_less(second)


def _one_letter_less(identifier: str) -> str:
    longest = max(identifier.split("<"), key=len)
    return identifier.replace(longest, longest[:-1], 1) if len(longest) > 1 else identifier.replace("<", "")


def _cut(first: str, second: str, width: int) -> str | None:
    """As much of the primary identifier as can be; None where every cut would fall on a filler."""
    if not second:
        return first[:width] if first[width - 1] != "<" else None
    for kept in range(min(len(first), width - 3), 0, -1):
        rest = second[: width - kept - 2]
        if kept + 2 + len(rest) == width and first[kept - 1] != "<" and rest[-1] != "<":
            return f"{first[:kept]}<<{rest}"
    return None


@dataclass(frozen=True, slots=True, repr=False)
class Zone:
    """The fields of a machine readable zone."""

    code: str
    """Document code, one or two letters."""
    issuer: str
    number: str
    """Document number, at most nine characters."""
    optional: str
    primary: str
    secondary: str
    nationality: str
    birth_date: date
    sex: str
    """M, F or X."""
    expiry: date

    def information(self) -> str:
        """What opens the chip: number, birth and expiry with their check digits (9303-11, 4.3.2)."""
        return self._number + self._birth + self._expiry

    def td1(self) -> str:
        """Three lines of 30 characters, without line ends (9303-5, 4.2.2)."""
        above = self._number + self.optional.ljust(15, "<")
        return (
            self.code.ljust(2, "<") + self.issuer + above
            + self._birth + self._sex + self._expiry + self.nationality + "<" * 11
            + check_digit(above + self._birth + self._expiry + "<" * 11)
            + name_field(self.primary, self.secondary, 30)
        )  # fmt: skip

    def td3(self) -> str:
        """Two lines of 44 characters, without line ends (9303-4, 4.2.2)."""
        personal = _checked(self.optional.ljust(14, "<"))
        return (
            self.code.ljust(2, "<") + self.issuer + name_field(self.primary, self.secondary, 39)
            + self._number + self.nationality + self._birth + self._sex + self._expiry + personal
            + check_digit(self._number + self._birth + self._expiry + personal)
        )  # fmt: skip

    @property
    def _number(self) -> str:
        return _checked(self.number.ljust(9, "<"))

    @property
    def _birth(self) -> str:
        return _checked(self.birth_date.strftime("%y%m%d"))

    @property
    def _expiry(self) -> str:
        return _checked(self.expiry.strftime("%y%m%d"))

    @property
    def _sex(self) -> str:
        return self.sex if self.sex in ("M", "F") else "<"


def _checked(field: str) -> str:
    return field + check_digit(field)
