"""For who sees little or uses keys: whatever is touched has a name, a role and the focus; colours differ."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtQuick import QQuickItem

import screens
from screens.examples import drawings, examples
from screens.examples.shell import help_sheet, idle
from screens.i18n.words import words
from screens.stage import walk
from tests.screens.conftest import Bench

EXAMPLES = examples("ca")
DRAWINGS = drawings("ca")
ROLES = {QAccessible.Role.Button, QAccessible.Role.RadioButton, QAccessible.Role.CheckBox}
THEMES = ("Light", "Dark", "Black", "White")

# look.md, 2: text on background, and what light, dark, black and white must reach at least.
CONTRASTS = """
onZone on zone 9.4 14.3 21.0 21.0
onZone on zoneArch 7.8 11.6 21.0 21.0
onZoneQuiet on zone 7.5 10.9 21.0 21.0
zone on onZone 9.4 14.3 21.0 21.0
ink on ground 15.5 16.7 21.0 21.0
inkQuiet on ground 8.6 12.6 21.0 21.0
ink on surface 16.8 14.3 21.0 21.0
inkQuiet on surface 9.3 10.8 21.0 21.0
ink on chosen 14.3 11.4 21.0 21.0
inkQuiet on chosen 7.9 8.6 21.0 21.0
onAction on action 9.4 10.0 16.1 17.5
onAction on actionPressed 14.0 12.9 21.0 21.0
action on surface 9.4 9.0 16.1 17.5
action on ground 8.6 10.5 16.1 17.5
onOff on off 7.6 9.4 21.0 21.0
onOff on plinth 7.3 9.4 21.0 21.0
care on off 7.3 12.7 21.0 21.0
done on doneFill 7.6 9.2 21.0 21.0
care on careFill 7.7 10.8 21.0 21.0
fault on faultFill 7.4 9.5 21.0 21.0
done on surface 8.9 10.3 21.0 21.0
care on surface 8.6 11.8 21.0 21.0
onHere on here 10.8 10.8 16.1 17.5
action on chosen 7.0 7.0 15.0 15.0
onState on done 7.0 7.0 15.0 15.0
onState on fault 7.0 7.0 15.0 15.0
onArtInk on artInk 7.0 7.0 15.0 15.0
outline on ground 3.5 5.0 21.0 21.0
outline on surface 3.8 4.3 21.0 21.0
plinthOutline on plinth 3.2 4.6 21.0 21.0
offOutline on off 3.0 3.0 15.0 15.0
here on zone 6.0 9.2 16.1 17.5
hereRing on ground 3.0 0 0 0
focusEdge on here 10.8 10.8 16.1 17.5
""".strip().splitlines()


def tokens(theme: str) -> dict[str, str]:
    text = (Path(screens.__file__).parent / "theme" / f"{theme}.qml").read_text()
    return dict(re.findall(r'(\w+): "(#\w+)"', text))


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2."""
    shares = QColor(colour).getRgbF()[:3]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("line", CONTRASTS)
def test_colours_differ_enough(line: str) -> None:
    front, _on, ground, *least = line.split()
    for theme, asked in zip(THEMES, least, strict=True):
        colours = tokens(theme)
        assert round(contrast(colours[front], colours[ground]), 1) >= float(asked), theme


def test_the_contrast_of_black_and_white_is_21() -> None:
    assert round(contrast("#000000", "#FFFFFF"), 3) == 21.0
    assert round(contrast("#777777", "#FFFFFF"), 2) == 4.48


def touchables(bench: Bench) -> list[QQuickItem]:
    return [
        item
        for item in walk(bench.stage.window.contentItem())
        if item.property("touchable") and item.isEnabled()
    ]


def heard(item: QQuickItem) -> tuple[str, QAccessible.Role]:
    interface = QAccessible.queryAccessibleInterface(item)
    assert interface is not None, item.objectName()
    return interface.text(QAccessible.Text.Name), interface.role()


@pytest.mark.parametrize("name", DRAWINGS)
def test_whatever_can_be_touched_has_a_name_and_a_role(name: str, bench: Bench) -> None:
    view, variant = DRAWINGS[name]
    bench.put(view, variant=variant)
    items = touchables(bench)
    for item in items:
        spoken, role = heard(item)
        assert spoken.strip(), item.objectName()
        assert role in ROLES, item.objectName()
    assert len({item.objectName() for item in items}) == len(items)


def reached_by_tab(bench: Bench) -> set[str]:
    reached: list[str] = []
    while True:
        bench.key(Qt.Key.Key_Tab)
        focused = bench.stage.window.activeFocusItem()
        assert focused is not None
        if focused.objectName() in reached:
            return set(reached)
        reached.append(focused.objectName())


@pytest.mark.parametrize("name", DRAWINGS)
def test_tab_reaches_whatever_can_be_touched(name: str, bench: Bench) -> None:
    view, variant = DRAWINGS[name]
    bench.put(view, variant=variant)
    wanted = {target.name for target in bench.stage.targets()}
    if wanted:
        assert reached_by_tab(bench) == wanted


def test_tab_stays_on_a_sheet_from_below(bench: Bench) -> None:
    say = words("ca")
    bench.put(EXAMPLES["choose"], idle=idle(say))
    assert reached_by_tab(bench) == {"stay", "more_time", "idle_finish"}
    bench.put(
        EXAMPLES["choose"], help_sheet=help_sheet(say, say.notice("info", "bell-ringing", "help.called"))
    )
    assert reached_by_tab(bench) == {"close_help", "contrast", "language", "cancel_call", "staff_open"}


def test_a_sheet_from_below_begins_at_its_first_button(bench: Bench) -> None:
    bench.put(EXAMPLES["choose"], idle=idle(words("ca")))
    focused = bench.stage.window.activeFocusItem()
    assert focused is not None
    assert focused.objectName() == "stay"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_does_what_a_touch_does(key: Qt.Key, bench: Bench) -> None:
    bench.put(EXAMPLES["menu"])
    bench.key(Qt.Key.Key_Tab)
    bench.key(key)
    assert [act[1:] for act in bench.acts] == [("choose_service", "padro")]


def test_the_focus_shows_only_while_keys_are_used(bench: Bench) -> None:
    bench.put(EXAMPLES["menu"])
    plain = bench.stage.window.grabWindow()
    bench.key(Qt.Key.Key_Tab)
    ringed = bench.stage.window.grabWindow()
    assert ringed != plain
    bench.touch("help")
    assert bench.stage.window.grabWindow() == plain


def test_the_press_action_of_whoever_does_not_touch_does_the_same(bench: Bench) -> None:
    bench.put(EXAMPLES["menu"])
    first = touchables(bench)[0]
    interface = QAccessible.queryAccessibleInterface(first)
    assert interface is not None
    interface.actionInterface().doAction("Press")
    assert [act[1:] for act in bench.acts] == [("choose_service", "padro")]
