"""Turns, arrival and the welcome zone through the real window: the most telling ones."""

from __future__ import annotations

import zxingcpp
from PIL import Image

from tests.tours.every_tour import (  # noqa: F401 - its tests are this file's
    test_all_that_went_by_keeps_the_contract,
    test_it_goes_as_its_journey_says,
    test_nothing_of_anybody_is_left_in_files_logs_and_standard_error,
)
from tests.tours.toured import PORTRAIT, Toured

TOURS = [(name, PORTRAIT) for name in ("turn", "check-in", "welcome-pink")]


def test_the_ticket_can_be_followed_and_is_printed_again_as_it_was(toured: Toured) -> None:
    papers = sorted(toured.out.glob("paper-*.png"))
    codes = {code.text for paper in papers for code in zxingcpp.read_barcodes(Image.open(paper).convert("L"))}
    # The other code, where there is one, is the way to do it from home.
    assert len([code for code in codes if code.startswith("https://seu.exemple.cat/torn/")]) == 1
    assert all(code.startswith("https://seu.exemple.cat/") for code in codes)
    if toured.name == "turn":
        first, again = papers
        assert first.read_bytes() == again.read_bytes()
