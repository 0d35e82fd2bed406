"""The consent sheet through the real window and the real printer."""

from __future__ import annotations

from itertools import pairwise

from tests.tours.every_tour import (  # noqa: F401 - its tests are this file's
    test_all_that_went_by_keeps_the_contract,
    test_it_goes_as_its_journey_says,
    test_nothing_of_anybody_is_left_in_files_logs_and_standard_error,
)
from tests.tours.toured import PORTRAIT, Toured

TOURS = [("welcome-assisted", PORTRAIT)]


def test_the_copy_of_the_person_is_another_piece_of_paper_than_that_of_the_file(toured: Toured) -> None:
    papers = [paper.read_bytes() for paper in sorted(toured.out.glob("paper-*.png"))]
    assert len(papers) == 4
    assert all(one != other for one, other in pairwise(papers))
