"""A sheet in a presenter, and a person who leaves: no one else finds it, and nothing untrue is said."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

import httpx
import pytest

from demo.town import Town
from kiosk.conductor import Conductor
from kiosk.house import House
from kiosk.journal_file import FILE_NAME, waiting_jobs
from kiosk.tour.journeys import JOURNEYS
from kiosk.tour.journeys.parts import ORDER, identified
from kiosk.tour.judge import calls_of
from kiosk.tour.player import Player
from kiosk.tour.steps import At, Dial, Seen, Step, TakePaper, Touch
from screens.common.views import Goodbye
from screens.i18n.words import words
from screens.paper.views import PaperHeld, PaperTake
from tests.flows.plain import PlainWindow, in_plain_kiosk, settings_of, told_of_papers, until

HOUSEHOLD: tuple[Step, ...] = (
    *identified("omar"),
    Touch("choose_document:volant_dwelling_current"),
    At("padro_purpose"),
    Touch("choose_purpose:grants"),
    Touch("print_document"),
    At("paper_held"),
)
"""A document of two sheets, the first of which is held out."""
HELD_OUT: tuple[Step, ...] = (*identified("maria"), *ORDER, At("paper_take"))
UNSEEN: tuple[Step, ...] = (Dial("document", {"pull_power": "rst"}), Seen("take.careful"))
SOON_AWAY = {"KIOSK_SESSION__IDLE_SECONDS": "3", "KIOSK_SESSION__IDLE_COUNTDOWN_SECONDS": "1"}

Test = Callable[[PlainWindow, House], Awaitable[None]]


@pytest.fixture
def presenting(town: Town) -> Town:
    """The town whose document printer has a presenter."""
    town.put_printer(presenter=True)
    return town


def places(town: Town) -> list[str]:
    """Where the sheets of the document printer are, in the order in which they were cut."""
    papers = httpx.get(f"{town.control('document')}/papers", trust_env=False).json()
    return [paper["place"] for paper in papers]


def waiting(house: House) -> list[str]:
    return [str(job.state) for job in waiting_jobs(house.settings.kiosk.state_folder / FILE_NAME)]


def played(town: Town, steps: tuple[Step, ...], test: Test, settings: dict[str, str] | None = None) -> None:
    """Play `steps`, then `test` in the kiosk as it is then."""
    player = Player(None, "ca")
    before = len(places(town))

    async def play(window: PlainWindow, conductor: Conductor, house: House) -> None:
        journey = replace(JOURNEYS["paper-taken"], steps=steps)
        await player.play(journey, window, town, lambda: house.facts().off or house.reader_has_card)
        assert len(places(town)) > before
        await test(window, house)

    asyncio.run(in_plain_kiosk(settings_of(town, settings or {}), player.heard, play))


@pytest.mark.logs("printer_status")
@pytest.mark.parametrize(
    ("leave", "settings"),
    [
        ((Touch("finish"), At("goodbye")), {}),
        ((Touch("home"), At("menu")), {}),
        ((At("goodbye"),), SOON_AWAY),
    ],
    ids=["finish", "home", "silence"],
)
def test_whoever_leaves_a_sheet_held_out_leaves_none(
    presenting: Town, leave: tuple[Step, ...], settings: dict[str, str]
) -> None:
    async def test(window: PlainWindow, house: House) -> None:
        assert places(presenting)[-1] == "retracted"
        if isinstance(window.view, Goodbye):
            assert [take.id for take in window.view.take] == []
        await until(lambda: told_of_papers(presenting) == ["retracted"])
        assert waiting(house) == []
        assert "padro" not in house.facts().off

    played(presenting, (*HELD_OUT, *leave), test, settings)


def test_a_sheet_of_which_nothing_is_heard_any_more_is_asked_for(presenting: Town) -> None:
    async def test(window: PlainWindow, house: House) -> None:
        assert isinstance(window.view, PaperTake)
        assert window.view.got is not None
        await until(lambda: told_of_papers(presenting) == ["printed"])

    played(presenting, (*HELD_OUT, *UNSEEN), test)


def test_whoever_leaves_a_sheet_that_cannot_be_seen_has_it_looked_for(presenting: Town) -> None:
    async def test(window: PlainWindow, house: House) -> None:
        assert waiting(house) == ["left_in_printer"]
        assert house.facts().off["padro"] == "off.printer"
        await until(lambda: told_of_papers(presenting) == ["left_in_printer"])

    played(presenting, (*HELD_OUT, *UNSEEN, Touch("finish"), At("goodbye")), test)


def test_a_sheet_that_lies_there_when_the_printer_is_back_is_drawn_back(presenting: Town) -> None:
    async def test(window: PlainWindow, house: House) -> None:
        await until(lambda: house.document_printer.status == "paper_not_taken")
        await window.touch("finish")
        await until(lambda: isinstance(window.view, Goodbye))
        assert places(presenting)[-1] == "retracted"
        await until(lambda: told_of_papers(presenting) == ["retracted"])
        assert waiting(house) == []

    played(presenting, (*HELD_OUT, *UNSEEN, Dial("document", {"power": True})), test)


def test_whoever_says_that_they_have_it_is_believed(presenting: Town) -> None:
    async def test(window: PlainWindow, house: House) -> None:
        assert waiting(house) == []
        assert not house.sheet_left_inside
        await until(lambda: told_of_papers(presenting) == ["printed"])

    said = (Touch("paper_taken"), At("more"), Touch("no_more"), At("opinion"))
    played(presenting, (*HELD_OUT, *UNSEEN, *said), test)


def test_what_lies_there_is_drawn_back_whatever_is_said_and_the_next_sheet_is_watched_again(
    presenting: Town,
) -> None:
    async def test(window: PlainWindow, house: House) -> None:
        await until(lambda: house.document_printer.status == "paper_not_taken")
        await window.touch("paper_taken")
        await until(lambda: told_of_papers(presenting) == ["retracted"])
        await until(lambda: not house.facts().off)
        for item in (
            "want_more",
            "choose_service:padro",
            *(step.item for step in ORDER if isinstance(step, Touch)),
        ):
            await window.touch(item)
        await until(lambda: isinstance(window.view, PaperTake))
        assert isinstance(window.view, PaperTake)
        assert window.view.got is None
        assert places(presenting)[-2:] == ["retracted", "presented"]

    played(presenting, (*HELD_OUT, *UNSEEN, Dial("document", {"power": True})), test)


# --- two sheets of one document -----------------------------------------------------------------------------


def test_the_second_sheet_waits_until_the_first_is_taken_and_staff_are_not_called(presenting: Town) -> None:
    async def test(window: PlainWindow, house: House) -> None:
        held = window.seen["PaperHeld"]
        assert isinstance(held, PaperHeld)
        assert held.panels[0].text == words("ca")("nottaken.what")
        assert places(presenting)[-2:] == ["taken", "taken"]
        await until(lambda: told_of_papers(presenting) == ["taken"])
        assert calls_of(presenting.traffic()) == []

    taken = (TakePaper("document"), At("paper_take"), TakePaper("document"), At("more"))
    played(presenting, (*HOUSEHOLD, *taken), test)


@pytest.mark.parametrize(
    ("leave", "settings"),
    [((Touch("finish"),), {}), ((), SOON_AWAY)],
    ids=["finish", "silence"],
)
def test_whoever_leaves_between_two_sheets_leaves_neither(
    presenting: Town, leave: tuple[Step, ...], settings: dict[str, str]
) -> None:
    before = len(places(presenting))

    async def test(window: PlainWindow, house: House) -> None:
        assert places(presenting)[before:] == ["retracted"]
        await until(lambda: told_of_papers(presenting) == ["made_unprintable"])
        assert waiting(house) == []
        assert calls_of(presenting.traffic()) == []

    played(presenting, (*HOUSEHOLD, *leave, At("goodbye")), test, settings)
