"""The technician looks how the kiosk was used."""

from __future__ import annotations

from tests.tours.every_tour import (  # noqa: F401 - its tests are this file's
    test_all_that_went_by_keeps_the_contract,
    test_it_goes_as_its_journey_says,
    test_nothing_of_anybody_is_left_in_files_logs_and_standard_error,
)
from tests.tours.toured import PORTRAIT

TOURS = [("admin-use", PORTRAIT)]
