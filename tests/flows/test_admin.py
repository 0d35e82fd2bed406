"""The technician's way in: by the PIN alone, from a kiosk that serves nobody, and back to where it was."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from kiosk import logs
from kiosk.admin import mode
from kiosk.admin.tries import FILE_NAME, LONGEST, pause
from screens.admin.views import AdminPin
from screens.common.views import Attract, OutOfService
from screens.view import View
from tests.flows.admin import PIN, WRONG, enter, play, try_pin, type_pin
from tests.flows.lonely import Lonely


def pin_screen(view: View | None) -> AdminPin:
    assert isinstance(view, AdminPin)
    return view


def said(folder: Path) -> list[tuple[str, str | None]]:
    lines = [json.loads(line) for line in (folder / "log.jsonl").read_text().splitlines()]
    return [(line["event"], line.get("why")) for line in lines if line["event"].startswith("admin_")]


def test_the_pin_opens_and_leaving_leads_back_to_attract(tmp_path: Path) -> None:
    async def test(kiosk: Lonely) -> None:
        view = await enter(kiosk)
        assert [tab.event for tab in view.tabs] == ["tab_overview", "tab_use", "admin_leave"]
        assert [tab.event for tab in view.tabs if tab.chosen] == ["tab_use"]
        assert kiosk.window.around is not None
        assert kiosk.window.around.theme == "admin"
        await kiosk.act("admin_leave")
        assert kiosk.state == "attract"
        assert isinstance(kiosk.window.view, Attract)
        assert kiosk.window.around.theme == "light"

    play(tmp_path, test)


def test_a_kiosk_out_of_service_is_entered_and_is_out_of_service_again(tmp_path: Path) -> None:
    async def test(kiosk: Lonely) -> None:
        view = await enter(kiosk)
        assert view.notice.text == "Fora de servei, els comptadors no s’obren: els mostra kiosk insight."
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
        assert kiosk.state == "admin_overview"

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
        assert kiosk.state == "admin_overview"
        await kiosk.act("tab_use")
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


def test_the_loop_goes_on_while_a_pin_is_looked_at(tmp_path: Path) -> None:
    async def test(kiosk: Lonely) -> None:
        await kiosk.act("admin_ask")
        await type_pin(kiosk, PIN)
        await kiosk.act("admin_send")
        turns = 0
        while kiosk.state == "admin_check":
            await asyncio.sleep(0)
            turns += 1
        assert kiosk.state == "admin_overview"
        assert turns > 20

    play(tmp_path, test)


def test_a_try_is_written_down_before_it_is_judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[int] = []

    def look(hashed: str, pin: bytearray) -> bool:
        found.append(json.loads((tmp_path / FILE_NAME).read_text())["wrong"])
        return True

    async def test(kiosk: Lonely) -> None:
        await kiosk.act("admin_ask")
        await try_pin(kiosk, PIN)

    monkeypatch.setattr(mode, "is_right", look)
    play(tmp_path, test)
    assert found == [1]
