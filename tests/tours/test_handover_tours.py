"""A turn that takes along what somebody was doing, through the real window, at both kiosks."""

from __future__ import annotations

import json

from tests.tours.every_tour import (  # noqa: F401 - its tests are this file's
    test_all_that_went_by_keeps_the_contract,
    test_it_goes_as_its_journey_says,
    test_nothing_of_anybody_is_left_in_files_logs_and_standard_error,
)
from tests.tours.toured import PORTRAIT, Toured

TOURS = [("turn-handover", PORTRAIT), ("welcome-handover", PORTRAIT)]


def test_neither_number_nor_what_it_is_about_stands_in_the_trace(toured: Toured) -> None:
    trace = [json.loads(line) for line in (toured.out / "trace.jsonl").read_text("utf-8").splitlines()]
    assert all(set(line) == {"t", "event", "state"} for line in trace)
    assert not [line for line in trace if "R21" in line["event"] or "certificat" in line["event"]]
