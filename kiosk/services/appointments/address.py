"""An e-mail address as it is typed, and what is plainly wrong with it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

LONGEST, LONGEST_MAILBOX = 254, 64
"""RFC 5321, 4.5.3.1: of a path without its brackets, and of what stands before the @."""
ENDINGS = ("+", "@gmail.com", ".com", ".cat", ".es")
"""What a wide key types."""
_MAILBOX = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+")
_LABEL = re.compile(r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?")


class Slip(StrEnum):
    """Why no e-mail can go there; each has its sentence under `appt.email.NAME`."""

    NO_AT = "noat"
    TWO_AT = "twoat"
    NOTHING_BEFORE = "before"
    NOTHING_AFTER = "after"
    NO_ENDING = "ending"
    DOTS = "dots"
    SIGN = "sign"
    LONG = "long"


@dataclass(repr=False)
class TypedAddress:
    """An address as it is typed."""

    text: str = ""
    slip: Slip | None = None
    """It was sent, and no e-mail can go there."""


def read(typed: str) -> str | Slip:
    """The address as the seu gets it, its domain in ASCII; or the first slip.

    What people have is a dot-atom and a domain of at least two labels (RFC 5321, 4.1.2; RFC 1123, 2.1). Names
    in quotes, comments and addresses of numbers are not written by hand.
    """
    mailbox, at_sign, domain = unicodedata.normalize("NFC", typed.strip()).partition("@")
    if not at_sign:
        return Slip.NO_AT
    if "@" in domain:
        return Slip.TWO_AT
    if not mailbox or not domain:
        return Slip.NOTHING_AFTER if mailbox else Slip.NOTHING_BEFORE
    if not all((*mailbox.split("."), *domain.split("."))):
        return Slip.DOTS
    if not _MAILBOX.fullmatch(mailbox):
        return Slip.SIGN
    return _with_domain(mailbox, domain)


def _with_domain(mailbox: str, domain: str) -> str | Slip:
    try:
        labels = domain.encode("idna").decode("ascii").split(".")
    except UnicodeError:  # a letter that no domain has, or a label without end
        return Slip.LONG if any(len(label) > 63 for label in domain.split(".")) else Slip.SIGN
    if not all(map(_LABEL.fullmatch, labels)):
        return Slip.SIGN
    if len(labels) < 2 or len(labels[-1]) < 2 or not labels[-1][0].isalpha():
        return Slip.NO_ENDING
    address = f"{mailbox}@{'.'.join(labels)}"
    return Slip.LONG if len(mailbox) > LONGEST_MAILBOX or len(address) > LONGEST else address
