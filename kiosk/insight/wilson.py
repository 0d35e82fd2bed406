"""The interval in which a share lies, as far as so many cases can tell."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist

Z = NormalDist().inv_cdf(0.975)
"""For 95 %."""


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Wilson's score interval of 95 % without continuity correction (E. B. Wilson, JASA 22, 1927).

    Raises ValueError unless 0 ≤ `hits` ≤ `of` and `of` > 0.
    """
    if not 0 <= hits <= of or of == 0:
        raise ValueError("a share of nothing")
    share, square = hits / of, Z * Z
    middle = share + square / (2 * of)
    half = Z * sqrt((share * (1 - share) + square / (4 * of)) / of)
    low, high = (middle - half) / (1 + square / of), (middle + half) / (1 + square / of)
    # The ends are exact where they are known, and not what is left of a rounding.
    return 0.0 if hits == 0 else low, 1.0 if hits == of else high
