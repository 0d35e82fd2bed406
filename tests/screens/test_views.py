"""A screen is a state, a view and a QML file of one name: the view's fields are the QML root's properties."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from pydantic import BaseModel

import screens
from screens.admin import views as admin
from screens.appointments import views as appointments
from screens.arrival import views as arrival
from screens.common import views as common
from screens.consent import views as consent
from screens.drawings import qml_file, variants
from screens.examples import drawings, examples
from screens.handover import views as handover
from screens.identify import views as identify
from screens.padro import views as padro
from screens.paper import views as paper
from screens.procedures import views as procedures
from screens.shell.view import ShellView
from screens.stage import SHELL
from screens.turns import views as turns
from screens.view import View
from screens.welcome import views as welcome
from tests.screens.conftest import Bench

SHELL_ACTS = {"back", "home", "help", "finish", "contrast", "language"}
VIEWS = sorted(
    {
        thing
        for room in (
            common,
            identify,
            padro,
            appointments,
            paper,
            procedures,
            turns,
            arrival,
            welcome,
            consent,
            handover,
            admin,
        )
        for thing in vars(room).values()
        if isinstance(thing, type) and issubclass(thing, View) and thing is not View
    },
    key=lambda view: view.__name__,
)
EXAMPLES = examples("ca")
DRAWINGS = drawings("ca")
OWN = {"serial", "sendEvent", "chooseEvent", "fields", "ways", "mark", "pad"}
"""What frames demand of the screens that are made of them."""


def required(file: Path) -> set[str]:
    """The properties that a QML file demands, with those of the frames that it is made of."""
    text = file.read_text(encoding="utf-8")
    root = text.split("\n\n", 2)[-1]
    found = set(re.findall(r"^    required property \w+ (\w+)$", root, re.MULTILINE))
    frame = re.search(r"^(\w+Frame|ScreenFrame) \{", text, re.MULTILINE)
    if frame:
        found |= required(Path(screens.__file__).parent / "components" / f"{frame[1]}.qml")
    return found


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_the_qml_root_demands_each_field_of_its_view(view: type[View]) -> None:
    assert required(qml_file(view)) - OWN == set(view.model_fields)


@pytest.mark.parametrize(("name", "variant"), sorted(variants()))
def test_a_variant_draws_the_same_view_and_can_do_the_same(name: str, variant: str, bench: Bench) -> None:
    (view,) = (view for view in VIEWS if view.__name__ == name)
    assert required(qml_file(view, variant)) - OWN == set(view.model_fields)
    for example in (one for one in EXAMPLES.values() if type(one) is view):
        offered = []
        for drawn in ("", variant):
            bench.put(example, variant=drawn)
            offered.append({(target.name, target.spoken, target.ready) for target in bench.stage.targets()})
        assert offered[0] == offered[1]


def test_the_shell_demands_each_field_of_its_view() -> None:
    assert required(SHELL) - {"px_per_mm"} == set(ShellView.model_fields)


def test_every_view_has_an_example() -> None:
    assert {type(example) for example in EXAMPLES.values()} == set(VIEWS)


@pytest.mark.parametrize("name", DRAWINGS)
def test_only_what_the_view_names_can_be_done(name: str, bench: Bench) -> None:
    view, variant = DRAWINGS[name]
    bench.put(view, variant=variant)
    events = {target.name.partition(":")[0] for target in bench.stage.targets()}
    assert events - SHELL_ACTS - view.acts == set()


def test_every_act_that_a_view_names_can_be_done(bench: Bench) -> None:
    unreached = {f"{view.__name__}.{act}" for view in VIEWS for act in view.acts}
    for view in EXAMPLES.values():
        bench.put(view)
        for target in bench.stage.targets():
            unreached.discard(f"{type(view).__name__}.{target.name.partition(':')[0]}")
    # The same drawing serves all troubles; which acts its two buttons have is the view's own choice.
    assert {act for act in unreached if act.partition(".")[0] not in TROUBLES} == set()


TROUBLES = {
    "Trouble",
    "PersonOffer",
    "PaperHeld",
    "PaperUncertain",
    "PaperUnwritten",
    "IdentifyRisk",
    "ProceduresGone",
    "TurnsNone",
    "TurnsGiveup",
    "TurnsGivenBack",
    "TurnsUnheard",
    "ArrivalAnswer",
}


def icons(piece: object) -> set[str]:
    """Every icon's name in a piece and in the pieces within it."""
    if isinstance(piece, BaseModel):
        inner = {name for value in dict(piece).values() for name in icons(value)}
        return inner | ({icon} if (icon := getattr(piece, "icon", "")) else set())
    if isinstance(piece, tuple):
        return {name for part in piece for name in icons(part)}
    return set()


def test_every_icon_is_in_the_fonts() -> None:
    codes = json.loads((Path(screens.__file__).parent / "theme" / "icons.json").read_text())
    drawn = set(codes["bold"]) | set(codes["fill"])
    used = {icon for view in EXAMPLES.values() for icon in icons(view)}
    assert used
    assert used <= drawn
