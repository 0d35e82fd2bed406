"""The technician's PIN, as an argon2id hash in a file that nobody but its owner may read."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from config.problem import Problem
from config.secret_files import Secret, read_secret, write_secret

if TYPE_CHECKING:
    from argon2 import PasswordHasher

FIELD = "admin.pin_file"
LEAST, MOST = 6, 12
"""Digits of a PIN."""
RIGHT = "a file that `kiosk admin pin FILE` wrote"

_IN_ORDER = ("01234567890", "09876543210")


@cache
def _hasher() -> PasswordHasher:
    # A kiosk that starts for citizens does not wait for a library of the technician's.
    from argon2 import PasswordHasher
    from argon2.profiles import RFC_9106_LOW_MEMORY

    return PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)


def weakness(pin: str) -> str:
    """Why nobody should choose this PIN; empty where there is nothing against it."""
    if not (pin.isascii() and pin.isdecimal() and LEAST <= len(pin) <= MOST):
        return f"a PIN has {LEAST} to {MOST} digits, and nothing else"
    if len(set(pin)) < 3 or any(pin in run for run in _IN_ORDER):
        return "this one would be tried first"
    return ""


def write_pin(file: Path, pin: str) -> None:
    """Put the hash of `pin` into the file. Raises OSError; the old file then stands."""
    write_secret(file, Secret(_hasher().hash(pin).encode("ascii") + b"\n"))


def read_hash(file: Path) -> str | Problem:
    """The hash, where the file may be trusted."""
    from argon2 import Type, extract_parameters
    from argon2.exceptions import InvalidHashError

    secret = read_secret(file, FIELD)
    if isinstance(secret, Problem):
        return secret
    text = secret.content.decode("ascii", "replace").strip()
    try:
        known = extract_parameters(text).type is Type.ID
    except InvalidHashError:
        known = False
    return text if known else Problem(FIELD, "what the file holds is no hash of a PIN", RIGHT)


def is_right(hashed: str, pin: bytearray) -> bool:
    """Whether it is the PIN of that hash. Takes a good part of a second, on purpose."""
    from argon2.exceptions import VerifyMismatchError

    try:
        return _hasher().verify(hashed, bytes(pin))
    except VerifyMismatchError:
        return False
