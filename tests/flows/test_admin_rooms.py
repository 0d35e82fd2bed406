"""Behind the PIN: how the kiosk is, how it is used, and that a fault there leads out and not down."""

from __future__ import annotations

from pathlib import Path

import pytest

from devices.contracts import PrinterStatus, ReaderState
from kiosk.admin import views
from kiosk.insight.tally import Cell
from screens.admin.views import AdminOverview
from screens.i18n.words import LANGUAGES, catalogue
from screens.view import View
from tests.flows.admin import PIN, enter, play, try_pin
from tests.flows.clocks import settled
from tests.flows.lonely import Lonely


def overview_of(kiosk: Lonely) -> AdminOverview:
    view = kiosk.window.view
    assert isinstance(view, AdminOverview)
    return view


def kinds(view: AdminOverview) -> dict[str, str]:
    return {finding.name: finding.kind for finding in view.findings}


def test_the_language_and_the_contrast_are_the_technician_s_for_this_visit(tmp_path: Path) -> None:
    async def test(kiosk: Lonely) -> None:
        view = await enter(kiosk)
        assert view.question == "Ús del quiosc"
        await kiosk.act("language")
        assert kiosk.window.view is not None
        assert kiosk.window.view.question == "Uso del quiosco"
        await kiosk.act("language")
        await kiosk.act("contrast")
        assert kiosk.window.view.question == "Use of the kiosk"
        assert kiosk.window.around is not None
        assert kiosk.window.around.theme == "dark"
        await kiosk.act("admin_leave")
        assert (await enter(kiosk)).question == "Ús del quiosc"
        assert kiosk.window.around.theme == "admin"

    play(tmp_path, test)


def test_an_empty_kiosk_says_so_and_a_used_one_shows_pages(tmp_path: Path) -> None:
    cells: dict[Cell, int] = {("session", "hour", "at_10"): 40, ("session", "end", "finished"): 40}

    async def test(kiosk: Lonely) -> None:
        view = await enter(kiosk)
        assert (view.bars, view.place) == ((), "")
        assert view.notice.text == "Encara no hi ha prou ús per mostrar-ne res."
        await kiosk.act("admin_leave")
        await kiosk.house.laboratory._counters.add(cells, kiosk.clock.now().date())
        view = await enter(kiosk)
        assert (view.question, view.place) == ("Quan vénen", "Pàgina 1 de 2")
        assert view.bars[0].bars[0].spoken == "10 h: 40"
        await kiosk.act("page_after")
        assert kiosk.window.view is not None
        assert kiosk.window.view.question == "Com acaben"
        await kiosk.act("page_after")
        assert kiosk.window.view.question == "Quan vénen"

    play(tmp_path, test)


@pytest.mark.logs("activity_broke")
def test_a_bug_behind_the_pin_leads_out_and_not_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def test(kiosk: Lonely) -> None:
        await enter(kiosk)

        def broken(*_: object) -> View:
            raise ZeroDivisionError

        monkeypatch.setitem(views.VIEWS, "admin_use", broken)
        await kiosk.act("page_after")
        assert kiosk.state == "attract"
        await kiosk.act("start")
        assert kiosk.state == "language"

    play(tmp_path, test)


def test_a_kiosk_that_closes_meanwhile_is_closed_once_the_technician_left(tmp_path: Path) -> None:
    async def test(kiosk: Lonely) -> None:
        await enter(kiosk)
        kiosk.conductor.post("closed")
        await settled()
        assert kiosk.state == "admin_use"
        await kiosk.act("admin_leave")
        assert kiosk.state == "out_of_service"

    play(tmp_path, test)


def test_the_overview_says_whether_it_is_well_and_what_to_do(tmp_path: Path) -> None:
    async def test(kiosk: Lonely) -> None:
        await kiosk.act("admin_ask")
        await try_pin(kiosk, PIN)
        view = overview_of(kiosk)
        # Nothing is plugged in, and the seu was never heard.
        assert view.question.startswith("No funciona: Impressora A4, Impressora de tiquets")
        assert view.lead == "Ara: mireu el cable i el corrent."
        assert kinds(view)["Registre d’impressions"] == "done"
        assert kinds(view)["Seu electrònica"] == "fault"
        kiosk.house.sheet_left_inside = True
        await kiosk.clock.move(1)
        assert kinds(overview_of(kiosk))["Full oblidat"] == "care"

    play(tmp_path, test)


def test_out_of_service_the_overview_says_why_and_nothing_of_devices(tmp_path: Path) -> None:
    async def test(kiosk: Lonely) -> None:
        await kiosk.act("admin_ask")
        await try_pin(kiosk, PIN)
        view = overview_of(kiosk)
        assert view.question == "Aquesta màquina\nara no funciona"
        assert (view.findings, view.for_staff) == ((), ("kiosk.state_folder: full",))

    play(tmp_path, test, refused=("kiosk.state_folder: full",))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_of_a_device_has_words(language: str) -> None:
    said = catalogue(language)
    for status in PrinterStatus:
        assert f"admin.printer.{status}" in said
        assert status is PrinterStatus.READY or f"admin.todo.{status}" in said
    assert {f"admin.reader.{state}" for state in ReaderState} <= said.keys()
