"""The interval is that of the published table, and what every interval of a share is."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from kiosk.insight.wilson import wilson

# R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 3.
PUBLISHED = [
    (81, 263, 0.2553, 0.3662),
    (15, 148, 0.0624, 0.1605),
    (0, 20, 0.0000, 0.1611),
    (1, 29, 0.0061, 0.1718),
]


@pytest.mark.parametrize(("hits", "of", "low", "high"), PUBLISHED)
def test_it_is_the_published_one(hits: int, of: int, low: float, high: float) -> None:
    assert [round(end, 4) for end in wilson(hits, of)] == [low, high]


@given(st.integers(1, 5000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_it_holds_the_share_within_nought_and_one_and_is_its_own_mirror(case: tuple[int, int]) -> None:
    hits, of = case
    low, high = wilson(hits, of)
    assert 0 <= low <= hits / of <= high <= 1
    assert low < high
    mirrored = wilson(of - hits, of)
    assert mirrored == pytest.approx((1 - high, 1 - low), abs=1e-12)


@given(st.integers(1, 500), st.integers(0, 500))
def test_more_cases_make_it_narrower(of: int, hits: int) -> None:
    hits = min(hits, of)
    low, high = wilson(hits, of)
    narrow_low, narrow_high = wilson(4 * hits, 4 * of)
    assert narrow_high - narrow_low < high - low


@pytest.mark.parametrize(("hits", "of"), [(0, 0), (-1, 5), (6, 5)])
def test_a_share_of_nothing_is_refused(hits: int, of: int) -> None:
    with pytest.raises(ValueError, match="nothing"):
        wilson(hits, of)
