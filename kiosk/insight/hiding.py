"""Hides small numbers, and with them as many others as it takes that no subtraction brings them back.

A table is its total and its cells. Whoever knows the total and the cells that are shown knows the rest: what
the hidden cells come to together. So the rest is nothing at all, or no small number, and not much above the
smallest cell that is shown: else somebody who knows this rule could tell how the hidden cells share it
(tests/insight/test_hiding.py goes through every table of a size as somebody like that would).
"""

from __future__ import annotations

from collections.abc import Mapping

LEAST = 5
"""The smallest number that is ever shown, but for none."""


def is_small(number: int) -> bool:
    """So few that somebody could be recognised."""
    return 0 < number < LEAST


def shown(cells: Mapping[str, int]) -> dict[str, int]:
    """The cells that may be shown beside their total, the largest first; empty where none may."""
    counts = sorted(((count, name) for name, count in cells.items() if count > 0), reverse=True)
    total = sum(count for count, _ in counts)
    for keep in range(len(counts), 0, -1):
        rest = total - sum(count for count, _ in counts[:keep])
        smallest = counts[keep - 1][0]
        if smallest >= LEAST and _is_safe(rest, smallest):
            return {name: count for count, name in counts[:keep]}
    return {}


def _is_safe(rest: int, smallest: int) -> bool:
    return rest == 0 or (rest >= LEAST and rest - smallest < LEAST - 2)
