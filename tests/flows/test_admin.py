"""The technician's way in: by the PIN alone, from a kiosk that serves nobody, and back to where it was."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from config.settings import Settings
from kiosk import logs
from kiosk.admin import mode, views
from kiosk.admin.pin_file import write_pin
from kiosk.admin.tries import FILE_NAME, LONGEST, pause
from kiosk.insight.tally import Cell
from screens.admin.views import AdminPin, AdminUse
from screens.common.views import Attract, OutOfService
from screens.view import View
from tests.flows.clocks import settled
from tests.flows.lonely import Lonely, in_lonely_kiosk
from tests.flows.plain import until

PIN = "739251"
WRONG = "840362"


def settings(folder: Path, *, pin: str = PIN, mode_bits: int = 0o600, idle_minutes: int = 10) -> Settings:
    file = folder / "admin-pin"
    if pin and not file.exists():
        write_pin(file, pin)
        file.chmod(mode_bits)
    named = {"pin_file": file} if pin else {}
    return Settings.model_validate(
        {"kiosk": {"state_folder": folder}, "admin": {**named, "idle_minutes": idle_minutes}}
    )


def play(
    folder: Path,
    test: Callable[[Lonely], Awaitable[None]],
    *,
    pin: str = PIN,
    mode_bits: int = 0o600,
    refused: tuple[str, ...] = (),
) -> None:
    chosen = settings(folder, pin=pin, mode_bits=mode_bits)
    in_lonely_kiosk(folder, test, settings=chosen, refused=refused)


async def type_pin(kiosk: Lonely, pin: str) -> None:
    for digit in pin:
        await kiosk.act("digit", digit)


async def try_pin(kiosk: Lonely, pin: str) -> None:
    """Type a PIN, and wait until it was looked at."""
    await type_pin(kiosk, pin)
    await kiosk.act("admin_send")
    await until(lambda: kiosk.state != "admin_check")
    await settled()


async def enter(kiosk: Lonely) -> AdminUse:
    await kiosk.act("admin_ask")
    await try_pin(kiosk, PIN)
    await until(lambda: isinstance(kiosk.window.view, AdminUse) and kiosk.window.view.lead)
    view = kiosk.window.view
    assert isinstance(view, AdminUse)
    return view


def pin_screen(view: View | None) -> AdminPin:
    assert isinstance(view, AdminPin)
    return view


def test_the_pin_opens_and_leaving_leads_back_to_attract(tmp_path: Path) -> None:
    async def test(kiosk: Lonely) -> None:
        view = await enter(kiosk)
        assert [tab.event for tab in view.tabs] == ["tab_use", "admin_leave"]
        assert kiosk.window.around is not None
        assert kiosk.window.around.theme == "admin"
        await kiosk.act("admin_leave")
        assert kiosk.state == "attract"
        assert isinstance(kiosk.window.view, Attract)
        assert kiosk.window.around.theme == "light"

    play(tmp_path, test)


def test_a_kiosk_out_of_service_is_entered_and_is_out_of_service_again(tmp_path: Path) -> None:
    async def test(kiosk: Lonely) -> None:
        await enter(kiosk)
        await kiosk.act("admin_leave")
        assert kiosk.state == "out_of_service"
        assert isinstance(kiosk.window.view, OutOfService)

    play(tmp_path, test, refused=("kiosk.state_folder: full",))


def test_nobody_comes_in_from_a_session_or_its_goodbye(tmp_path: Path) -> None:
    async def test(kiosk: Lonely) -> None:
        await kiosk.act("start")
        await kiosk.act("admin_ask")
        assert kiosk.state == "language"
        await kiosk.act("finish")
        assert kiosk.state == "goodbye"
        await kiosk.act("admin_ask")
        assert kiosk.state == "goodbye"

    play(tmp_path, test)


def test_no_act_of_the_session_does_anything_behind_the_pin(tmp_path: Path) -> None:
    async def test(kiosk: Lonely) -> None:
        await kiosk.act("admin_ask")
        for event in (
            "start",
            "choose_language",
            "admin_entered",
            "rested",
            "finish",
            "idle_finish",
            "opened",
        ):
            await kiosk.act(event)
            assert kiosk.state == "admin_pin"

    play(tmp_path, test)


def test_without_a_pin_file_nothing_answers(tmp_path: Path) -> None:
    async def test(kiosk: Lonely) -> None:
        before = kiosk.window.serial
        await kiosk.act("admin_ask")
        assert (kiosk.state, kiosk.window.serial) == ("attract", before)

    play(tmp_path, test, pin="")


@pytest.mark.parametrize("spoil", ["readable", "no hash", "gone"])
def test_a_file_that_may_not_be_trusted_opens_nothing_and_is_logged(tmp_path: Path, spoil: str) -> None:
    async def test(kiosk: Lonely) -> None:
        file = tmp_path / "admin-pin"
        if spoil == "readable":
            file.chmod(0o644)
        elif spoil == "no hash":
            file.write_text(PIN)
        else:
            file.unlink()
        await kiosk.act("admin_ask")
        assert kiosk.state == "attract"

    logs.begin(tmp_path / "log.jsonl", "debug")
    play(tmp_path, test)
    logs.end()
    assert said(tmp_path) == [("admin_refused", "file")]


@pytest.mark.logs("admin_refused")
def test_a_file_that_is_spoilt_while_the_pin_is_typed_opens_nothing(tmp_path: Path) -> None:
    async def test(kiosk: Lonely) -> None:
        await kiosk.act("admin_ask")
        (tmp_path / "admin-pin").chmod(0o640)
        await try_pin(kiosk, PIN)
        assert pin_screen(kiosk.window.view).wrong.text

    play(tmp_path, test)


def test_the_pin_is_dots_and_a_number_of_digits(tmp_path: Path) -> None:
    async def test(kiosk: Lonely) -> None:
        await kiosk.act("admin_ask")
        await type_pin(kiosk, PIN[:4])
        view = pin_screen(kiosk.window.view)
        assert view.run == ("•", "•", "•", "•", "", "")
        assert (view.typed, view.send.ready) == ("4 xifres escrites", False)
        assert PIN[:4] not in view.model_dump_json()
        await kiosk.act("correct")
        assert pin_screen(kiosk.window.view).typed == "3 xifres escrites"
        await type_pin(kiosk, "0" * 20)
        assert len(pin_screen(kiosk.window.view).run) == 12
        await kiosk.act("clear")
        assert pin_screen(kiosk.window.view).typed == "0 xifres escrites"

    play(tmp_path, test)


@pytest.mark.logs("admin_refused")
def test_wrong_pins_are_slowed_then_locked_and_a_restart_does_not_help(tmp_path: Path) -> None:
    async def wrong_ones(kiosk: Lonely) -> None:
        await kiosk.act("admin_ask")
        for tries in range(1, 5):
            await try_pin(kiosk, WRONG)
            assert kiosk.state == "admin_pin"
            view = pin_screen(kiosk.window.view)
            assert view.wrong.text
            assert not view.send.ready
            if tries < 4:
                await kiosk.clock.move(pause(tries) + 1)

    async def after_the_restart(kiosk: Lonely) -> None:
        await kiosk.act("admin_ask")
        assert pin_screen(kiosk.window.view).wrong.text.startswith("Massa PIN")
        await try_pin(kiosk, PIN)
        assert kiosk.state == "admin_pin"
        await kiosk.act("clear")
        # Longer than the keypad stays in silence.
        await kiosk.clock.move(pause(4) - 20)
        kiosk.conductor.touched()
        await kiosk.clock.move(21)
        assert not pin_screen(kiosk.window.view).wrong.text
        await try_pin(kiosk, PIN)
        assert kiosk.state == "admin_use"

    play(tmp_path, wrong_ones)
    play(tmp_path, after_the_restart)
    assert json.loads((tmp_path / FILE_NAME).read_text())["wrong"] == 0


def test_each_lock_is_twice_the_one_before_up_to_an_hour() -> None:
    assert [pause(wrong) for wrong in range(8)] == [0, 1, 2, 4, 60, 120, 240, 480]
    assert pause(30) == pause(10**9) == LONGEST


def test_who_goes_away_leaves_an_open_kiosk_behind(tmp_path: Path) -> None:
    async def test(kiosk: Lonely) -> None:
        await kiosk.act("admin_ask")
        await type_pin(kiosk, PIN[:3])
        await kiosk.clock.move(mode.PIN_WITHIN + 2)
        assert kiosk.state == "attract"
        await kiosk.act("admin_ask")
        assert pin_screen(kiosk.window.view).typed == "0 xifres escrites"
        await try_pin(kiosk, PIN)
        await kiosk.clock.move(9 * 60)
        assert kiosk.state == "admin_use"
        await kiosk.act("page_after")
        await kiosk.clock.move(9 * 60)
        assert kiosk.state == "admin_use"
        await kiosk.clock.move(62)
        assert kiosk.state == "attract"

    play(tmp_path, test)


def test_entering_and_leaving_are_logged_without_the_pin(tmp_path: Path) -> None:
    async def test(kiosk: Lonely) -> None:
        await kiosk.act("admin_ask")
        await try_pin(kiosk, WRONG)
        await kiosk.clock.move(2)
        await try_pin(kiosk, PIN)
        await kiosk.act("admin_leave")
        await kiosk.act("admin_ask")
        await kiosk.act("admin_leave")

    logs.begin(tmp_path / "log.jsonl", "debug")
    play(tmp_path, test)
    logs.end()
    assert said(tmp_path) == [("admin_refused", "wrong"), ("admin_entered", None), ("admin_left", "left")]
    for file in tmp_path.iterdir():
        content = file.read_bytes()
        assert PIN.encode() not in content, file.name
        assert WRONG.encode() not in content, file.name


def said(folder: Path) -> list[tuple[str, str | None]]:
    lines = [json.loads(line) for line in (folder / "log.jsonl").read_text().splitlines()]
    return [(line["event"], line.get("why")) for line in lines if line["event"].startswith("admin_")]


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
        assert kiosk.window.view.question == "Quanta estona"
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


def test_the_loop_goes_on_while_a_pin_is_looked_at(tmp_path: Path) -> None:
    async def test(kiosk: Lonely) -> None:
        await kiosk.act("admin_ask")
        await type_pin(kiosk, PIN)
        await kiosk.act("admin_send")
        turns = 0
        while kiosk.state == "admin_check":
            await asyncio.sleep(0)
            turns += 1
        assert kiosk.state == "admin_use"
        assert turns > 20

    play(tmp_path, test)
