"""A phone number as it is typed: a prefix and digits; it can match a registered phone, never become one."""

from __future__ import annotations

import phonenumbers

HOME_PREFIX = "34"
MAX_DIGITS = 15
"""ITU-T E.164, 6: country code and number together."""


def split(prefix: str, digits: str) -> tuple[str, str] | None:
    """Country code and national number, or None where no country has such a number."""
    try:
        number = phonenumbers.parse(f"+{prefix}{digits}", None)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return str(number.country_code), str(number.national_number)


def is_possible(prefix: str, digits: str) -> bool:
    """Whether a phone of that number can exist."""
    return split(prefix, digits) is not None


def spoken(number: str) -> str:
    """A number in E.164 as it is written in its own country, on one line."""
    national = phonenumbers.format_number(phonenumbers.parse(number), phonenumbers.PhoneNumberFormat.NATIONAL)
    return national.replace(" ", "\u00a0")


def grouped(digits: str) -> str:
    """Digits in threes, as they are read aloud."""
    return " ".join(digits[start : start + 3] for start in range(0, len(digits), 3))
