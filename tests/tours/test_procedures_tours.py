"""A procedure that is looked up, with the seu and without it."""

from __future__ import annotations

import pytest
import zxingcpp
from PIL import Image

from tests.tours.every_tour import (  # noqa: F401 - its tests are this file's
    test_all_that_went_by_keeps_the_contract,
    test_it_goes_as_its_journey_says,
    test_nothing_of_anybody_is_left_in_files_logs_and_standard_error,
)
from tests.tours.toured import PORTRAIT, Toured

TOURS = [("catalogue", PORTRAIT), ("catalogue-seu-down", PORTRAIT)]
ADDRESS = "https://seu.exemple.cat/impostos/escombraries"


def test_screen_leaflet_and_goodbye_lead_to_the_same_procedure(toured: Toured) -> None:
    if toured.name != "catalogue":
        pytest.skip("nothing is taken along in this tour")
    [phone] = toured.out.glob("*-procedures_phone.png")
    [goodbye] = toured.out.glob("*-goodbye.png")
    for picture in (phone, goodbye, toured.out / "paper-1.png"):
        codes = zxingcpp.read_barcodes(Image.open(picture).convert("L"))
        assert [code.text for code in codes] == [ADDRESS], picture.name
