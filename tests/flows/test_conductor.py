"""What the conductor promises whatever the screen: stale touches, silence, help, language, bugs, the wipe."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest

from config.settings import Settings
from kiosk import cast, conductor as conducting
from kiosk.activity import Step
from kiosk.session import Session
from screens.common.views import Goodbye, Language, Menu, OutOfService, Trouble
from tests.flows.lonely import Lonely, in_lonely_kiosk

SETTINGS = Settings()


async def to_menu(kiosk: Lonely, language: str = "ca") -> None:
    await kiosk.act("start")
    await kiosk.act("choose_language", language)


def test_a_second_tap_does_not_press_the_next_screen(tmp_path: Path) -> None:
    async def test(kiosk: Lonely) -> None:
        old = kiosk.window.serial
        await kiosk.act("start")
        await kiosk.act("choose_language", "es")
        assert kiosk.state == "menu"
        kiosk.conductor.acted(old, "start", "")
        kiosk.conductor.acted(old, "finish", "")
        await kiosk.act("contrast")
        assert kiosk.state == "menu"

    in_lonely_kiosk(tmp_path, test)


def test_the_language_can_be_changed_and_one_comes_back_to_the_same_screen(tmp_path: Path) -> None:
    async def test(kiosk: Lonely) -> None:
        await to_menu(kiosk)
        await kiosk.act("language")
        assert isinstance(kiosk.window.view, Language)
        await kiosk.act("choose_language", "en")
        assert isinstance(kiosk.window.view, Menu)
        assert kiosk.window.view.question == "What would you like to do?"

    in_lonely_kiosk(tmp_path, test)


def test_a_language_that_is_not_spoken_changes_nothing(tmp_path: Path) -> None:
    async def test(kiosk: Lonely) -> None:
        await kiosk.act("start")
        await kiosk.act("choose_language", "xx")
        assert kiosk.state == "language"

    in_lonely_kiosk(tmp_path, test)


def test_silence_warns_counts_down_and_erases(tmp_path: Path) -> None:
    async def test(kiosk: Lonely) -> None:
        await to_menu(kiosk)
        await kiosk.clock.move(SETTINGS.session.idle_seconds - 2)
        assert kiosk.window.around is not None
        assert kiosk.window.around.idle is None
        await kiosk.clock.move(4)
        assert kiosk.window.around.idle is not None
        assert kiosk.window.around.idle.seconds >= 20
        await kiosk.clock.move(SETTINGS.session.idle_countdown_seconds + 1)
        assert isinstance(kiosk.window.view, Goodbye)
        await kiosk.clock.move(SETTINGS.session.goodbye_seconds + 1)
        assert kiosk.state == "attract"

    in_lonely_kiosk(tmp_path, test)


def test_the_warning_can_be_answered_as_often_as_one_likes(tmp_path: Path) -> None:
    async def test(kiosk: Lonely) -> None:
        await to_menu(kiosk)
        for _ in range(12):
            await kiosk.clock.move(SETTINGS.session.idle_seconds + 2)
            assert kiosk.window.around is not None
            assert kiosk.window.around.idle is not None
            await kiosk.act("stay")
            assert kiosk.window.around.idle is None
        assert kiosk.state == "menu"

    in_lonely_kiosk(tmp_path, test)


def test_more_time_is_ten_times_the_time(tmp_path: Path) -> None:
    async def test(kiosk: Lonely) -> None:
        await to_menu(kiosk)
        await kiosk.clock.move(SETTINGS.session.idle_seconds + 2)
        await kiosk.act("more_time")
        await kiosk.clock.move(SETTINGS.session.idle_seconds * 9)
        assert kiosk.window.around is not None
        assert kiosk.window.around.idle is None
        await kiosk.clock.move(SETTINGS.session.idle_seconds + 5)
        assert kiosk.window.around.idle is not None

    in_lonely_kiosk(tmp_path, test)


@pytest.mark.parametrize("end", ["finish", "silence", "idle_finish"])
def test_nothing_of_the_session_is_alive_after_the_wipe(tmp_path: Path, end: str) -> None:
    async def test(kiosk: Lonely) -> None:
        await to_menu(kiosk)
        sessions = [weakref.ref(thing) for thing in gc.get_objects() if isinstance(thing, Session)]
        assert sessions
        if end == "silence":
            await kiosk.clock.move(
                SETTINGS.session.idle_seconds + SETTINGS.session.idle_countdown_seconds + 3
            )
        else:
            await kiosk.act(end)
        assert isinstance(kiosk.window.view, Goodbye)
        assert [session() for session in sessions] == [None] * len(sessions)

    in_lonely_kiosk(tmp_path, test)


def test_goodbye_is_said_in_the_language_of_the_person(tmp_path: Path) -> None:
    async def test(kiosk: Lonely) -> None:
        await to_menu(kiosk, "en")
        await kiosk.act("finish")
        assert isinstance(kiosk.window.view, Goodbye)
        assert kiosk.window.view.question.startswith("Thank you")

    in_lonely_kiosk(tmp_path, test)


def test_a_service_that_cannot_be_had_says_why_and_cannot_be_chosen(tmp_path: Path) -> None:
    async def test(kiosk: Lonely) -> None:
        await to_menu(kiosk)
        assert isinstance(kiosk.window.view, Menu)
        assert all(choice.off for choice in kiosk.window.view.choices)
        await kiosk.act("choose_service", "padro")
        assert kiosk.state == "menu"

    in_lonely_kiosk(tmp_path, test)


@pytest.mark.logs("activity_broke")
def test_an_activity_with_a_bug_ends_the_session_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def menu(step: Step) -> str | None:
        raise ValueError("Maria Soler i Vidal")

    monkeypatch.setitem(cast.ACTIVITIES, "menu", menu)

    async def test(kiosk: Lonely) -> None:
        await to_menu(kiosk)
        assert isinstance(kiosk.window.view, Trouble)
        await kiosk.act("go_home")
        assert kiosk.state == "attract"

    in_lonely_kiosk(tmp_path, test)


@pytest.mark.logs("activity_broke")
def test_a_view_with_a_bug_ends_the_session_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def menu(*_: object) -> None:
        raise ValueError("Maria Soler i Vidal")

    monkeypatch.setitem(conducting.VIEWS, "menu", menu)

    async def test(kiosk: Lonely) -> None:
        await to_menu(kiosk)
        assert isinstance(kiosk.window.view, Trouble)

    in_lonely_kiosk(tmp_path, test)


def test_what_a_touch_says_is_not_believed(tmp_path: Path) -> None:
    async def test(kiosk: Lonely) -> None:
        await to_menu(kiosk)
        for data in ("", "nonsense", "padro" * 1000, "\0", "💥"):
            await kiosk.act("choose_service", data)
        assert kiosk.state == "menu"

    in_lonely_kiosk(tmp_path, test)


def test_help_that_nobody_hears_says_so(tmp_path: Path) -> None:
    async def test(kiosk: Lonely) -> None:
        await to_menu(kiosk)
        await kiosk.act("help")
        assert kiosk.window.around is not None
        assert kiosk.window.around.help_sheet is not None
        await kiosk.act("close_help")
        assert kiosk.window.around.help_sheet is None

    in_lonely_kiosk(tmp_path, test)


def test_a_kiosk_that_knows_no_cards_of_staff_asks_for_none(tmp_path: Path) -> None:
    async def test(kiosk: Lonely) -> None:
        await to_menu(kiosk)
        for event in ("help", "call_person", "staff_open", "staff_send"):
            await kiosk.act(event, "1")
        assert kiosk.window.around is not None
        assert kiosk.window.around.staff_sheet is None
        assert kiosk.window.around.help_sheet is not None
        assert kiosk.window.around.help_sheet.staff is None

    in_lonely_kiosk(tmp_path, test)


def test_out_of_service_serves_nobody_and_tells_the_technician_why(tmp_path: Path) -> None:
    async def test(kiosk: Lonely) -> None:
        assert isinstance(kiosk.window.view, OutOfService)
        assert kiosk.window.view.for_staff == ("seu.base_url: not an address",)
        await kiosk.act("start")
        assert isinstance(kiosk.window.view, OutOfService)

    in_lonely_kiosk(tmp_path, test, refused=("seu.base_url: not an address",))
