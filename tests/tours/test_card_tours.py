"""Documents, signatures and verdicts."""

from __future__ import annotations

from kiosk.tour.journeys.foreign import FOREIGN_CARDS
from kiosk.tour.journeys.mrz import MRZ
from kiosk.tour.journeys.signatures import SIGNATURES
from kiosk.tour.journeys.verdicts import VERDICTS
from tests.tours.every_tour import (  # noqa: F401 - its tests are this file's
    test_a_decoder_that_nobody_here_wrote_sees_the_same_dots,
    test_all_that_went_by_keeps_the_contract,
    test_it_goes_as_its_journey_says,
    test_nothing_of_anybody_is_left_in_files_logs_and_standard_error,
    test_the_bytes_are_the_dots_that_came_out,
    test_the_half_that_came_out_when_somebody_left_cannot_be_checked,
    test_the_receipt_says_how_to_do_it_from_home_and_nothing_of_the_person,
    test_the_volant_says_where_it_can_be_checked,
)
from tests.tours.toured import PORTRAIT

TOURS = [(journey.name, PORTRAIT) for journey in (*VERDICTS, *SIGNATURES, FOREIGN_CARDS, *MRZ)]
