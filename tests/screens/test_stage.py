"""The stage: acts carry their screen's serial, only what differs is set, and a wipe leaves nothing."""

from __future__ import annotations

import gc
import time
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent
from PySide6.QtQuick import QQuickItem

from screens.examples import examples
from screens.examples.identify import can, code
from screens.examples.shell import help_sheet, idle, shell
from screens.i18n.words import words
from screens.stage import Stage, walk
from screens.view import Notice
from screens.workshop import QmlTrouble
from tests.screens.conftest import Bench

SAY = words("ca")
EXAMPLES = examples("ca")
NOTHING = Notice()


def screen(bench: Bench) -> QQuickItem:
    """The item of the present screen."""
    host = bench.stage.window.contentItem().childItems()[0].property("host")
    assert isinstance(host, QQuickItem)
    present: QQuickItem = host.childItems()[-1]
    return present


def texts(bench: Bench) -> set[str]:
    return {str(item.property("text")) for item in walk(bench.stage.window.contentItem())}


def test_an_act_says_which_screen_it_is_from(bench: Bench) -> None:
    serial = bench.put(EXAMPLES["menu"])
    bench.touch("choose_service:padro")
    assert bench.acts == [(serial, "choose_service", "padro")]
    assert bench.touches == ["touched"]


def test_the_touch_is_told_when_the_finger_comes_down_and_the_act_when_it_goes(bench: Bench) -> None:
    bench.put(EXAMPLES["can"])
    place = bench.stage.target("digit:7")
    assert place
    bench.point(QEvent.Type.MouseButtonPress, place.center())
    assert bench.touches == ["touched"]
    assert bench.acts == []
    bench.point(QEvent.Type.MouseButtonRelease, place.center())
    assert [act[1:] for act in bench.acts] == [("digit", "7")]


def test_a_finger_that_slides_off_does_nothing(bench: Bench) -> None:
    bench.put(EXAMPLES["can"])
    place = bench.stage.target("digit:7")
    assert place
    bench.point(QEvent.Type.MouseButtonPress, place.center())
    bench.point(QEvent.Type.MouseMove, QPointF(20, 400))
    bench.point(QEvent.Type.MouseButtonRelease, QPointF(20, 400))
    assert bench.acts == []


def test_a_press_shows_at_once(bench: Bench) -> None:
    bench.put(EXAMPLES["menu"])
    before = bench.stage.window.grabWindow()
    place = bench.stage.target("choose_service:padro")
    assert place
    bench.point(QEvent.Type.MouseButtonPress, place.center())
    pressed = bench.stage.window.grabWindow()
    bench.point(QEvent.Type.MouseButtonRelease, place.center())
    assert pressed != before


def test_what_is_unavailable_says_its_reason_again(bench: Bench) -> None:
    bench.put(EXAMPLES["menu-off"])
    bench.touch("choose_service:padro")
    assert [act[1:] for act in bench.acts] == [("choose_service", "padro")]


def test_a_button_that_is_not_ready_does_nothing(bench: Bench) -> None:
    bench.put(EXAMPLES["can"])
    bench.touch("send_can")
    assert bench.touches == ["touched"]
    assert bench.acts == []


def test_a_touch_that_ends_on_a_replaced_screen_is_dropped(bench: Bench) -> None:
    bench.put(EXAMPLES["menu"])
    place = bench.stage.target("choose_service:turn")
    assert place
    bench.point(QEvent.Type.MouseButtonPress, place.center())
    bench.put(EXAMPLES["more"])
    bench.point(QEvent.Type.MouseButtonRelease, place.center())
    assert bench.acts == []


def test_the_second_of_two_quick_touches_does_not_press_the_next_screen(bench: Bench) -> None:
    bench.put(EXAMPLES["menu"])
    place = bench.stage.target("choose_service:turn")
    assert place
    bench.stage.show(next(bench.serials), EXAMPLES["more"])
    bench.stage.window.grabWindow()
    bench.point(QEvent.Type.MouseButtonPress, place.center())
    bench.point(QEvent.Type.MouseButtonRelease, place.center())
    assert bench.acts == []
    bench.stage.settle()
    bench.touch("want_more")
    assert [act[1] for act in bench.acts] == ["want_more"]


def test_only_what_differs_is_set(bench: Bench) -> None:
    serial = bench.put(can(SAY, "4", NOTHING))
    item, told = screen(bench), []
    for name in ("question", "digits", "keypad", "none", "send", "wrong"):
        getattr(item, f"{name}Changed").connect(lambda name=name: told.append(name))
    bench.stage.show(serial, can(SAY, "48", NOTHING))
    assert sorted(told) == ["digits", "send"]
    assert screen(bench) is item


def test_keys_stay_while_digits_are_typed(bench: Bench) -> None:
    serial = bench.put(can(SAY, "4", NOTHING))
    keys = [item for item in walk(screen(bench)) if item.objectName().startswith("digit:")]
    bench.stage.show(serial, can(SAY, "48", NOTHING))
    bench.stage.window.grabWindow()
    assert [item for item in walk(screen(bench)) if item.objectName().startswith("digit:")] == keys
    assert len(keys) == 10


def test_another_view_of_the_same_serial_is_another_screen(bench: Bench) -> None:
    serial = bench.put(can(SAY, "4", NOTHING))
    before = screen(bench)
    bench.stage.show(serial, code(SAY, "4", NOTHING))
    assert screen(bench) is not before


def test_a_wipe_leaves_nothing_of_any_screen(bench: Bench) -> None:
    secret = "Hola, Hermenegilda."
    bench.put(EXAMPLES["done"].model_copy(update={"lead": secret}))
    assert secret in texts(bench)
    gone: list[str] = []
    screen(bench).destroyed.connect(lambda: gone.append("screen"))
    bench.stage.wipe()
    assert gone == ["screen"]
    assert secret not in texts(bench)
    gc.collect()
    held = [thing for thing in gc.get_objects() if isinstance(thing, dict) and thing.get("lead") == secret]
    assert held == []


def test_a_wipe_takes_the_screen_that_is_leaving_too(bench: Bench) -> None:
    bench.put(EXAMPLES["done"], calm=False)
    leaving, gone = screen(bench), []
    leaving.destroyed.connect(lambda: gone.append("leaving"))
    bench.stage.show(next(bench.serials), EXAMPLES["choose"])
    bench.stage.wipe()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert gone == ["leaving"]


def test_any_touch_beside_the_buttons_says_that_somebody_is_here(bench: Bench) -> None:
    bench.put(EXAMPLES["choose"], idle=idle(SAY))
    for at in (QPointF(500, 100), QPointF(40, 1000), QPointF(500, 1910)):
        bench.point(QEvent.Type.MouseButtonPress, at)
        bench.point(QEvent.Type.MouseButtonRelease, at)
    assert [act[1] for act in bench.acts] == ["stay", "stay", "stay"]


def test_a_touch_just_as_the_warning_comes_only_says_that_somebody_is_here(bench: Bench) -> None:
    bench.put(EXAMPLES["choose"], idle=idle(SAY))
    place = bench.stage.target("idle_finish")
    assert place
    bench.put(EXAMPLES["choose"])
    bench.around(EXAMPLES["choose"], idle=idle(SAY))
    bench.point(QEvent.Type.MouseButtonPress, place.center())
    bench.point(QEvent.Type.MouseButtonRelease, place.center())
    assert [act[1] for act in bench.acts] == ["stay"]


def test_under_a_sheet_nothing_can_be_touched(bench: Bench) -> None:
    bench.put(EXAMPLES["choose"], idle=idle(SAY))
    assert {target.name for target in bench.stage.targets()} == {"stay", "more_time", "idle_finish"}
    bench.put(EXAMPLES["choose"], help_sheet=help_sheet(SAY, None))
    assert {target.name for target in bench.stage.targets()} == {
        "call_person",
        "contrast",
        "language",
        "close_help",
    }


def test_beside_the_help_sheet_a_touch_closes_it_and_on_it_none(bench: Bench) -> None:
    bench.put(EXAMPLES["choose"], help_sheet=help_sheet(SAY, None))
    for at in (QPointF(500, 1880), QPointF(500, 100)):
        bench.point(QEvent.Type.MouseButtonPress, at)
        bench.point(QEvent.Type.MouseButtonRelease, at)
    assert [act[1] for act in bench.acts] == ["close_help"]


def test_digits_of_a_keyboard_count_as_those_of_the_screen(bench: Bench) -> None:
    bench.put(EXAMPLES["can"])
    bench.key(Qt.Key.Key_7)
    bench.key(Qt.Key.Key_Backspace)
    assert [act[1:] for act in bench.acts] == [("digit", "7"), ("correct", "")]


def test_attract_begins_wherever_it_is_touched(bench: Bench) -> None:
    bench.put(EXAMPLES["attract"])
    bench.point(QEvent.Type.MouseButtonPress, QPointF(300, 900))
    bench.point(QEvent.Type.MouseButtonRelease, QPointF(300, 900))
    assert [act[1] for act in bench.acts] == ["start"]


def hold_keys(bench: Bench, key: Qt.Key) -> None:
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QCoreApplication.sendEvent(bench.stage.window, QKeyEvent(QEvent.Type.KeyPress, key, held))


def test_keys_ask_for_the_technician_s_screens_where_nobody_is_served(bench: Bench) -> None:
    for name, asks in (("attract", True), ("menu", False), ("out", True)):
        bench.put(EXAMPLES[name])
        bench.acts.clear()
        hold_keys(bench, Qt.Key.Key_A)
        assert [act[1] for act in bench.acts] == ["admin_ask"] * asks


def test_who_touches_the_mark_for_a_moment_begins_like_everybody(bench: Bench) -> None:
    bench.put(EXAMPLES["attract"])
    mark = next(item for item in walk(bench.stage.window.contentItem()) if item.objectName() == "mark")
    place = mark.mapRectToScene(mark.boundingRect()).center()
    bench.point(QEvent.Type.MouseButtonPress, place)
    bench.point(QEvent.Type.MouseButtonRelease, place)
    assert [act[1] for act in bench.acts] == ["start"]


def test_a_picture_is_of_the_window_s_size(bench: Bench, tmp_path: Path) -> None:
    bench.stage.grab(tmp_path / "menu.png")
    picture = QImage(str(tmp_path / "menu.png"))
    assert (picture.width(), picture.height()) == (1080, 1920)


A_SHADE = 48
"""Of 255: the edge of a letter, drawn anew, may differ by that much from what Qt drew before."""


@pytest.mark.parametrize(("before", "after"), [("menu", "more"), ("can", "choose")])
def test_a_picture_is_never_of_a_movement(before: str, after: str, bench: Bench, tmp_path: Path) -> None:
    bench.put(EXAMPLES[before], calm=False)
    bench.around(EXAMPLES[after], calm=False)
    bench.stage.show(next(bench.serials), EXAMPLES[after])
    bench.stage.grab(tmp_path / "moving.png")
    bench.put(EXAMPLES[after])
    bench.stage.grab(tmp_path / "calm.png")
    pictures = [Image.open(tmp_path / name).convert("L") for name in ("moving.png", "calm.png")]
    assert ImageChops.difference(*pictures).getextrema()[1] < A_SHADE


def test_an_icon_that_does_not_exist_is_raised(bench: Bench) -> None:
    choices = (EXAMPLES["menu"].choices[0].model_copy(update={"icon": "unicorn"}),)
    with pytest.raises(QmlTrouble, match="unicorn"):
        bench.put(EXAMPLES["menu"].model_copy(update={"choices": choices}))
    bench.put(EXAMPLES["menu"])


def test_a_screen_before_its_shell_is_raised(application: QGuiApplication) -> None:
    stage = Stage(
        300,
        400,
        px_per_mm=3.6,
        fullscreen=False,
        acted=lambda _serial, _event, _data: None,
        touched=lambda: None,
    )
    with pytest.raises(QmlTrouble):
        stage.show(1, EXAMPLES["menu"])
    stage.close()


def test_the_first_frame_is_told_once(application: QGuiApplication) -> None:
    told: list[str] = []
    stage = Stage(
        300,
        400,
        px_per_mm=3.6,
        fullscreen=False,
        acted=lambda _serial, _event, _data: None,
        touched=lambda: None,
        first_frame=lambda: told.append("frame"),
    )
    stage.shell(shell(EXAMPLES["menu"], SAY))
    stage.show(1, EXAMPLES["menu"])
    deadline = time.monotonic() + 5
    while not told and time.monotonic() < deadline:
        application.processEvents()
    stage.window.requestUpdate()
    application.processEvents()
    assert told == ["frame"]
    stage.close()


def test_the_window_says_which_sentences_it_shows(bench: Bench) -> None:
    bench.put(EXAMPLES["menu"])
    assert bench.stage.shows(EXAMPLES["menu"].question)
    assert not bench.stage.shows(EXAMPLES["can"].question)
    bench.put(EXAMPLES["can"])
    assert not bench.stage.shows(EXAMPLES["menu"].question)
