"""No small number can be had from what is shown, not even by somebody who knows the rule."""

from __future__ import annotations

from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given, strategies as st

from kiosk.insight.hiding import LEAST, is_small, shown

CELLS = st.dictionaries(st.text("abcdefgh", min_size=1, max_size=3), st.integers(0, 60), max_size=9)


@pytest.mark.parametrize(("cells", "largest"), [(1, 30), (2, 26), (3, 15), (4, 10)])
def test_whoever_knows_the_rule_and_all_that_is_shown_finds_no_small_number(cells: int, largest: int) -> None:
    """Every table of so many cells; those that look alike must differ in each cell in which one is small."""
    alike = defaultdict(list)
    for table in product(range(largest + 1), repeat=cells):
        seen = shown({str(cell): count for cell, count in enumerate(table)})
        total = sum(table) if sum(table) >= LEAST else None
        alike[total, tuple(sorted(seen.items()))].append(table)
    for looks, tables in alike.items():
        for cell in range(cells):
            counts = {table[cell] for table in tables}
            assert len(counts) > 1 or not is_small(counts.pop()), looks


@given(CELLS)
def test_what_is_shown_is_true_and_neither_it_nor_the_rest_is_small(cells: dict[str, int]) -> None:
    seen = shown(cells)
    assert all(cells[name] == count >= LEAST for name, count in seen.items())
    rest = sum(cells.values()) - sum(seen.values())
    assert not is_small(rest) or not seen


@given(CELLS)
def test_where_no_number_is_small_everything_is_shown(cells: dict[str, int]) -> None:
    whole = {name: count + LEAST for name, count in cells.items()}
    assert shown(whole) == whole


def test_a_single_small_number_takes_another_with_it() -> None:
    assert shown({"ca": 40, "es": 20, "en": 3}) == {"ca": 40}
    assert shown({"ca": 40, "es": 3}) == {}
    assert shown({"ca": 40, "es": 3, "en": 4}) == {"ca": 40}
