"""A text that is tried: on its share of the sessions, the whole of each, counted by what became of them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from config.settings import Experiment, Experiments, Settings
from kiosk.clock import WallClock
from kiosk.insight.counters import counted
from kiosk.insight.experiments import drawn
from kiosk.insight.shelf import FILE_NAME
from kiosk.insight.tally import EXPERIMENT
from kiosk.open_house import CannotOpen, open_laboratory
from kiosk.seu.client import Seu
from tests.flows.clocks import ManualClock, settled
from tests.flows.lonely import NOBODY, Lonely, in_lonely_kiosk

NEED = Experiment(name="need", share=0.5, texts=("menu.question",))
ROWS = Experiment(name="rows", share=0.5, screens=("menu",))
SESSIONS = 60
TODAY = ManualClock().now().date()


def test_a_session_shows_one_text_or_the_other_and_keeps_to_it(tmp_path: Path) -> None:
    seen: Counter[str] = Counter()

    async def test(kiosk: Lonely) -> None:
        for _ in range(SESSIONS):
            await kiosk.act("start")
            await kiosk.act("choose_language", "ca")
            assert kiosk.window.view is not None
            question = kiosk.window.view.question
            await kiosk.act("language")
            await kiosk.act("choose_language", "ca")
            assert kiosk.window.view.question == question
            seen[question] += 1
            await kiosk.act("finish")
            await kiosk.clock.move(10)
        await settled()

    in_lonely_kiosk(tmp_path, test, experiments=(NEED,))
    assert seen.keys() == {"Què voleu fer?", "Què necessiteu?"}
    counts = counted(tmp_path / FILE_NAME, TODAY, TODAY)
    assert counts[EXPERIMENT + "need", "variant", "nothing_begun"] == seen["Què necessiteu?"]
    assert counts[EXPERIMENT + "need", "as_it_is", "nothing_begun"] == seen["Què voleu fer?"]
    assert counts["session", "end", "finished"] == SESSIONS


def test_a_session_draws_a_screen_as_its_lot_says_and_only_that_one(tmp_path: Path) -> None:
    seen: Counter[str] = Counter()

    async def test(kiosk: Lonely) -> None:
        for _ in range(SESSIONS):
            await kiosk.act("start")
            assert kiosk.window.variant == ""
            await kiosk.act("choose_language", "ca")
            drawn = kiosk.window.variant
            await kiosk.act("language")
            assert kiosk.window.variant == ""
            await kiosk.act("choose_language", "ca")
            assert kiosk.window.variant == drawn
            seen[drawn] += 1
            await kiosk.act("finish")
            assert kiosk.window.variant == ""
            await kiosk.clock.move(10)
        await settled()

    in_lonely_kiosk(tmp_path, test, experiments=(ROWS,))
    assert seen.keys() == {"", "rows"}
    counts = counted(tmp_path / FILE_NAME, TODAY, TODAY)
    assert counts[EXPERIMENT + "rows", "variant", "nothing_begun"] == seen["rows"]
    assert counts[EXPERIMENT + "rows", "as_it_is", "nothing_begun"] == seen[""]


def test_the_lot_falls_as_often_as_it_should() -> None:
    rare = Experiment(name="rare", share=0.1, texts=("menu.question",))
    hits = Counter(name for _ in range(4000) for name, variant in drawn((NEED, rare)).items() if variant)
    assert abs(hits["need"] - 2000) < 200
    assert abs(hits["rare"] - 400) < 120


def opened(experiment: Experiment) -> None:
    settings = Settings(experiments=Experiments(tried=(experiment,)))
    open_laboratory(settings, Seu(NOBODY, kiosk="ZB-01"), WallClock())


@pytest.mark.parametrize(("name", "text"), [("need", "menu.lead"), ("other", "menu.question")])
def test_a_variant_that_nobody_wrote_is_refused_before_anybody_sees_it(name: str, text: str) -> None:
    with pytest.raises(CannotOpen, match=r"experiments\.tried"):
        opened(Experiment(name=name, share=0.5, texts=(text,)))


@pytest.mark.parametrize(
    ("name", "screen"), [("rows", "more"), ("other", "menu"), ("qml", "menu"), ("rows", "Menu")]
)
def test_a_variant_that_nobody_drew_is_refused_too(name: str, screen: str) -> None:
    with pytest.raises(CannotOpen, match=r"experiments\.tried"):
        opened(Experiment(name=name, share=0.5, screens=(screen,)))


def test_a_text_and_a_screen_stand_in_one_experiment_alone() -> None:
    with pytest.raises(ValueError, match="twice"):
        Experiments(tried=(NEED, NEED.model_copy(update={"name": "want"})))
    with pytest.raises(ValueError, match="twice"):
        Experiments(tried=(ROWS, ROWS.model_copy(update={"name": "list"})))


def test_what_tries_nothing_is_no_experiment() -> None:
    with pytest.raises(ValueError, match="tries nothing"):
        Experiment(name="idle", share=0.5)
