"""The way to an appointment, and what becomes of it, through the real window."""

from __future__ import annotations

import pytest
import zxingcpp
from PIL import Image

from kiosk.services.appointments.code import Ours, decode
from tests.tours.every_tour import (  # noqa: F401 - its tests are this file's
    test_all_that_went_by_keeps_the_contract,
    test_it_goes_as_its_journey_says,
    test_nothing_of_anybody_is_left_in_files_logs_and_standard_error,
)
from tests.tours.toured import PORTRAIT, Toured

INE = "08101"
PAPERS = {"appointment-book", "appointment-email", "appointment-move"}
TOURS = [
    *((name, PORTRAIT) for name in (*sorted(PAPERS), "appointment-hold-expires", "appointment-last-slot")),
    ("appointment-book", "768x1366"),
]
"""The other journeys are played without the window (tests/flows)."""


def test_the_paper_carries_the_code_of_the_arrival_and_nothing_else(toured: Toured) -> None:
    if toured.name not in PAPERS:
        pytest.skip("this tour is not told by its paper")
    [code] = zxingcpp.read_barcodes(Image.open(toured.out / "paper-1.png").convert("L"))
    assert isinstance(decode(code.text, INE), Ours)
