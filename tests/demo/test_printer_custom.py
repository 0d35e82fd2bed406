"""The demo printer in Custom's dialect: its own questions, none of Epson's, counters that outlast power."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from demo.printer.printer import Power
from tests.demo.test_printer_machine import CUT, Bench, make, process_id, raster

__all__ = ["make"]

ALL_PARTS = b"\x1d\xe0\x0f"


@pytest.fixture
def custom(make: Callable[..., Bench]) -> Bench:
    return make(presenter=True, custom=True)


def test_status_is_sent_at_once_when_it_is_enabled_and_then_at_every_change(custom: Bench) -> None:
    custom.send(ALL_PARTS)
    assert custom.said == bytes.fromhex("100f00000000")
    custom.dials(paper_out=True)
    custom.dials(paper_out=False, cover_open=True)
    assert custom.said == bytes.fromhex("100f05000000100f00020000")


def test_only_the_parts_that_were_asked_for_are_sent(custom: Bench) -> None:
    custom.send(b"\x1d\xe0\x01")
    assert custom.said == bytes.fromhex("100100")
    custom.dials(cover_open=True)
    custom.dials(paper_out=True)
    assert custom.said == bytes.fromhex("100105")


def test_it_knows_nothing_of_epsons_commands(custom: Bench) -> None:
    custom.send(b"\x1da\x0f", process_id("ABCD"), b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08", b"\x1dI\x42")
    custom.wait(1)
    assert custom.said == b""
    custom.send(b"\x1dr\x01")
    assert custom.said == b"\x00"


def test_a_customs_counters_outlast_its_power(custom: Bench) -> None:
    custom.send(raster(1) + CUT)
    custom.wait(1)
    custom.printer.lose_power(Power.SILENT, custom.now)
    custom.printer.start(custom.now)
    custom.send(b"\x1d\xe2\x1d\xe4\x1d\xe5")
    assert custom.said == b"1 cuts0ret2on"


def test_a_jam_stops_nothing_and_only_the_presenter_tells_it(custom: Bench) -> None:
    custom.dials(jam=True)
    custom.send(b"\x10\x04\x14" + b"\x1de\x06")
    assert custom.said == bytes.fromhex("100f00000000") + b"\x84"


def test_a_smaller_buffer_takes_less_and_none_is_refused(custom: Bench) -> None:
    custom.dials(paper_out=True, buffer_bytes=100)
    custom.send(b"A" * 40)
    assert custom.printer.room == 60
    assert custom.printer.turn({"buffer_bytes": 44}, custom.now) is not None
