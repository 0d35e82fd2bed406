"""Nothing can be written down: nothing is printed, whoever waits is told, and so are staff and the seu."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from demo.town import Town
from kiosk import health
from kiosk.conductor import Conductor
from kiosk.house import House
from kiosk.journal import JobKind, Wanted, new_copy
from kiosk.journal_file import FILE_NAME, JobState
from kiosk.paper_desk import list_waiting
from kiosk.tour.journeys import JOURNEYS
from kiosk.tour.journeys.paper import SLOW
from kiosk.tour.journeys.parts import ORDER, identified
from kiosk.tour.judge import calls_of, operations_of
from kiosk.tour.player import Player
from kiosk.tour.steps import At, HoldRecords, Network, Printing, Step, Touch
from screens.i18n.words import words
from screens.paper.views import PaperUnwritten
from tests.flows.plain import PlainWindow, in_plain_kiosk, settings_of, told_of_papers, until

UNWRITTEN = "the journal cannot be written: database is locked; no document is printed until it can"
AT_THE_ORDER: tuple[Step, ...] = (
    *identified("maria"),
    *ORDER[:-2],
    HoldRecords(held=True),
    *ORDER[-2:],
    At("paper_unwritten"),
)
IN_THE_MIDDLE: tuple[Step, ...] = (
    *identified("maria"),
    SLOW,
    *ORDER,
    Printing("document"),
    HoldRecords(held=True),
    At("paper_unwritten"),
)

Test = Callable[[PlainWindow, House], Awaitable[None]]


def played(town: Town, steps: tuple[Step, ...], test: Test) -> None:
    """Play `steps`, then `test` in the kiosk as it is then."""
    player = Player(None, "ca")

    async def play(window: PlainWindow, conductor: Conductor, house: House) -> None:
        journey = replace(JOURNEYS["paper-unwritten"], steps=steps)
        await player.play(journey, window, town, lambda: house.facts().off or house.reader_has_card)
        await test(window, house)

    asyncio.run(in_plain_kiosk(settings_of(town, {}), player.heard, play))


def listed(house: House) -> tuple[int, list[str]]:
    """What `kiosk paper list` says beside the kiosk, and its exit status."""
    said: list[str] = []
    return list_waiting(house.settings.kiosk.state_folder / FILE_NAME, said.append), said


def logged(folder: pytest.TempPathFactory) -> list[str]:
    lines = (folder.getbasetemp() / "log.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["event"] for line in lines]


@pytest.mark.logs("journal_failed")
def test_nothing_is_printed_and_everybody_is_told_why(
    town: Town, tmp_path_factory: pytest.TempPathFactory
) -> None:
    before, tickets = town.printed("document"), len(town.papers("ticket"))

    async def test(window: PlainWindow, house: House) -> None:
        assert isinstance(window.view, PaperUnwritten)
        assert window.view.panels[0].text == words("ca")("unwritten.what")
        assert window.view.primary_act == "take_turn"
        assert house.facts().off["padro"] == "off.printer"
        await until(lambda: told_of_papers(town) == ["not_printed"])
        await until(lambda: calls_of(town.traffic()) == ["journal_failed"])
        await until(lambda: "journal_failed" in logged(tmp_path_factory))
        assert await asyncio.to_thread(listed, house) == (2, ["nothing waits for staff", UNWRITTEN])
        await town.hold_records(held=False)
        await until(lambda: not house.facts().off)
        assert listed(house) == (0, ["nothing waits for staff"])

    played(town, AT_THE_ORDER, test)
    assert b"\x1dv0" not in town.printed("document").removeprefix(before)
    assert len(town.papers("ticket")) == tickets


@pytest.mark.logs("journal_failed")
def test_a_page_that_cannot_be_written_down_in_its_middle_is_no_page(town: Town) -> None:
    before = len(town.papers("document"))

    async def test(window: PlainWindow, house: House) -> None:
        assert isinstance(window.view, PaperUnwritten)
        await town.hold_records(held=False)
        await until(lambda: calls_of(town.traffic()) == ["journal_failed", "paper_left"])
        await until(lambda: told_of_papers(town) == ["left_in_printer"])
        assert house.facts().off["padro"] == "off.printer"
        status, said = listed(house)
        assert status == 1
        assert "left_in_printer: look into the printer and its slot" in said[0]

    played(town, IN_THE_MIDDLE, test)
    assert len(town.papers("document")) - before == 1  # what hung, with black bars across its end


@pytest.mark.logs("journal_failed")
def test_a_journal_that_cannot_be_written_is_noticed_before_anybody_orders(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "BEAT_EVERY", 0.5)

    async def test(window: PlainWindow, house: House) -> None:
        await town.hold_records(held=True)
        await until(lambda: "padro" in house.facts().off)
        await town.hold_records(held=False)
        await until(lambda: not house.facts().off)

    played(town, (At("attract"),), test)


@pytest.mark.logs("journal_failed", "seu_failed")
def test_what_the_seu_was_told_but_could_not_be_written_down_is_told_again(town: Town) -> None:
    async def test(window: PlainWindow, house: House) -> None:
        journal = house.journal
        job = await journal.intend(Wanted(JobKind.DOCUMENT, "document", "ab" * 32, 7, 1, new_copy()))
        await journal.settle(job, JobState.PRINTED)
        await town.hold_records(held=True)
        await house.tell_seu()
        assert await journal.untold() == ((job.copy, JobState.PRINTED),)
        await town.hold_records(held=False)
        await house.tell_seu()
        assert await journal.untold() == ()

    played(town, (At("attract"),), test)


@pytest.mark.logs("journal_failed")
def test_a_call_that_is_under_way_when_the_person_goes_on_is_taken_back_in_the_end(town: Town) -> None:
    async def test(window: PlainWindow, house: House) -> None:
        await until(lambda: calls_of(town.traffic()) == ["journal_failed"])
        await until(lambda: "cancelHelp" in operations_of(town.traffic()))
        await until(lambda: not house.journal_alarm.told)

    leave = (
        Network("slow"),
        At("paper_unwritten"),
        HoldRecords(held=False),
        Touch("take_turn"),
        At("turns_priority"),
        Touch("choose_priority:no"),
        At("person_turn"),
    )
    played(town, (*AT_THE_ORDER[:-1], *leave), test)
