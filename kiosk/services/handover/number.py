"""The number of a turn as people say it and write it."""

from __future__ import annotations

import re

LONGEST = 10
"""Characters, as the contract has it."""
_BETWEEN = re.compile(r"[\s\-‐‑‒–—.·/]+")
_WHOLE = re.compile(r"([A-Z]*)([0-9]+)")
_BEGUN = re.compile(r"[A-Z]*[0-9]*")


def number_of(said: str) -> str:
    """`A 112`, `a112` and `A-0112` alike as `A112`: letters, then figures; empty where it is no number."""
    bare = _BETWEEN.sub("", said)
    whole = _WHOLE.fullmatch(bare.upper()) if bare.isascii() else None
    number = f"{whole[1]}{whole[2].lstrip('0') or '0'}" if whole else ""
    return number if len(number) <= LONGEST else ""


def typed_on(typed: str, sign: str) -> str:
    """With one more letter or figure, where a number can go on so; else as it was."""
    longer = typed + sign.upper()
    fits = (
        len(sign) == 1 and sign.isascii() and len(longer) <= LONGEST and _BEGUN.fullmatch(longer) is not None
    )
    return longer if fits else typed
