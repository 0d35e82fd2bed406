"""A padró document on an ordinary A4 printer: the kiosk, the town's seu and a real IPP printer."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from demo.town import Town
from kiosk.conductor import Conductor
from kiosk.house import House
from kiosk.paper.refusal import Seal
from kiosk.paper.seal import check_seal
from kiosk.tour.journeys import JOURNEYS
from kiosk.tour.player import Player
from tests.devices.ipp_town import IppTown, names
from tests.flows.plain import PlainWindow, in_plain_kiosk, settings_of

LATE = 20.0


@pytest.mark.logs("seu_failed", "printer_status")
def test_the_document_leaves_as_the_seu_sealed_it(town: Town, tmp_path: Path) -> None:
    journey, player, states = JOURNEYS["padro-volant"], Player(None, "ca"), list[str]()

    def heard(event: str, state: str) -> None:
        player.heard(event, state)
        if not states or states[-1] != state:
            states.append(state)

    async def play(window: PlainWindow, conductor: Conductor, house: House) -> None:
        async with asyncio.timeout(LATE):
            while not house.document_printer.status.can_print:  # noqa: ASYNC110 - as a person would look
                await asyncio.sleep(0.05)
        await player.play(journey, window, town, lambda: house.facts().off or house.reader_has_card)

    with names() as environment:
        a4 = IppTown(tmp_path, environment)
        a4.end()
        with a4.on():
            settings = settings_of(town, {"KIOSK_PRINTERS__DOCUMENT__ADDRESS": a4.address})
            asyncio.run(in_plain_kiosk(settings, heard, play))

    assert tuple(states) == journey.states
    (document,) = a4.arrived()
    assert settings.seu.seal_roots is not None
    assert check_seal(document, [settings.seu.seal_roots.read_bytes()]) is Seal.GOOD
