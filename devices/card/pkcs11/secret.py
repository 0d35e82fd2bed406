"""A secret lives in a `bytearray`, the one kind of text that can be overwritten."""

from __future__ import annotations


def zero(secret: bytearray) -> None:
    """Overwrite it where it lies."""
    for place in range(len(secret)):
        secret[place] = 0
