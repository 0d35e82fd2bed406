"""How long the rest of a job takes, told from what has been done of it."""

from __future__ import annotations

import math

TELLING = 0.1
"""The share of a job below which its pace says nothing yet."""


def seconds_left(taken: float, done: float) -> int:
    """Whole seconds for the rest at the pace so far; 0 where it is done, or too little is to tell."""
    return math.ceil(taken / done * (1 - done)) if done >= TELLING else 0
