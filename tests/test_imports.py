"""The rooms look one way: what may import what, and where Qt may stand. A failure says how to mend it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("config", "devices", "screens", "kiosk", "demo")

MAY_IMPORT: dict[str, tuple[str, ...]] = {
    "config": ("config",),
    "devices": ("config", "devices"),
    "screens": ("screens",),
    "kiosk": ("config", "devices", "kiosk", "screens"),
    "demo": ("demo",),
}
EVERYWHERE = ("kiosk/app.py", "kiosk/__main__.py")
"""The composition root and the command line."""
QT_HOMES = ("screens/", "kiosk/app.py", "kiosk/paper/", "kiosk/tour", "devices/speaker", "demo/dock")
QT = ("PySide6", "shiboken6", "qasync")

MEND = {
    "config": "settings know nobody: hand over what is needed, or move it to config/",
    "devices": "a device knows no citizen and no screen: say it in devices/contracts.py, let kiosk/ decide",
    "screens": "a screen gets all it shows in its view: add a field to the view and fill it in kiosk/",
    "kiosk": "the kiosk meets the demo over protocols only: let kiosk/__main__.py start it, in a function",
    "demo": "a simulator that imports what it answers repeats its errors: write it again from the standard",
}
MEND_QT = "flows and devices run without Qt: let screens/ draw it, or hand a plain value to kiosk/app.py"
MEND_LAZY = "only the command `demo` and tours need it: import it inside the function that does"


@dataclass(frozen=True, slots=True)
class Fault:
    """One import that looks the wrong way."""

    file: str
    line: int
    module: str
    mend: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} imports {self.module}. Mend: {self.mend}."


def imports(file: str, source: str) -> Iterator[tuple[int, str, bool]]:
    """Line, module, and whether it is imported as the file is read (not later, inside a function)."""
    tree = ast.parse(source)
    later = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for inner in ast.walk(node)
    }
    package = file.split("/")[:-1]
    for node in ast.walk(tree):
        at_once = id(node) not in later
        match node:
            case ast.Import(names=names):
                for alias in names:
                    yield node.lineno, alias.name, at_once
            case ast.ImportFrom(module=module, level=0, names=names):
                # `from demo import seu` names a package or something in it: the package is what counts.
                yield node.lineno, module or "", at_once
            case ast.ImportFrom(module=module, level=level):
                above = package[: len(package) - level + 1]
                yield node.lineno, ".".join([*above, *([module] if module else [])]), at_once
            case ast.Call(
                func=ast.Name("__import__") | ast.Attribute(attr="import_module"),
                args=[ast.Constant(str(name)), *_],
            ):
                yield node.lineno, name, at_once


def faults(file: str, source: str) -> Iterator[Fault]:
    """Every import of `file` (a path from the root) that looks the wrong way."""
    room = file.split("/")[0]
    for line, module, at_once in imports(file, source):
        top = module.split(".")[0]
        if top in QT and not file.startswith(QT_HOMES):
            yield Fault(file, line, module, MEND_QT)
        elif top in (*ROOMS, "tests", "bench") and top not in MAY_IMPORT[room]:
            if top == "demo" and file == "kiosk/__main__.py" and not at_once:
                continue
            if top == "demo" and file in EVERYWHERE:
                yield Fault(file, line, module, MEND_LAZY)
            else:
                yield Fault(file, line, module, MEND[room])


def modules() -> list[str]:
    return [str(path.relative_to(ROOT)) for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]


def test_every_import_looks_the_right_way() -> None:
    files = modules()
    assert len(files) > 60, "the rooms were not found"
    found = [fault for file in files for fault in faults(file, (ROOT / file).read_text(encoding="utf-8"))]
    assert not found, "\n" + "\n".join(map(str, found))


def test_a_room_has_a_rule_and_words_to_mend_it() -> None:
    assert set(MAY_IMPORT) == set(ROOMS) == set(MEND)


PLANTED = [
    ("config/settings.py", "import devices.contracts", "devices.contracts"),
    ("devices/printer/escpos.py", "from kiosk.session import Session", "kiosk.session"),
    ("devices/card/reader.py", "from screens.view import Piece", "screens.view"),
    ("devices/card/reader.py", "import PySide6.QtCore", "PySide6.QtCore"),
    ("screens/view.py", "from devices.contracts import Dots", "devices.contracts"),
    ("screens/stage.py", "from kiosk.house import House", "kiosk.house"),
    ("screens/stage.py", "import config.settings as s", "config.settings"),
    ("kiosk/flow.py", "from PySide6 import QtCore", "PySide6"),
    ("kiosk/conductor.py", "import qasync", "qasync"),
    ("kiosk/conductor.py", "def f():\n    import demo.seu", "demo.seu"),
    ("kiosk/app.py", "import demo", "demo"),
    ("kiosk/__main__.py", "import demo.town", "demo.town"),
    ("kiosk/services/padro/states.py", "from ....demo import seu", "demo"),
    ("kiosk/seu/client.py", "import importlib\nimportlib.import_module('demo.seu')", "demo.seu"),
    ("kiosk/seu/client.py", "__import__('tests.contract')", "tests.contract"),
    ("demo/printer/port.py", "from devices.printer import commands", "devices.printer"),
    ("demo/printer/port.py", "if True:\n    from devices import contracts", "devices"),
    ("demo/seu/api.py", "from kiosk.seu.models import Answer", "kiosk.seu.models"),
    ("demo/seu/api.py", "from screens.i18n import words", "screens.i18n"),
    ("demo/seu/api.py", "from PySide6.QtCore import QObject", "PySide6.QtCore"),
    ("demo/card/chip.py", "import config", "config"),
]


@pytest.mark.parametrize(("file", "source", "module"), PLANTED)
def test_a_planted_import_is_found_with_its_place(file: str, source: str, module: str) -> None:
    (found,) = faults(file, source)
    assert (found.file, found.module) == (file, module)
    assert found.line == source.count("\n") + 1
    assert ". Mend: " in str(found)


ALLOWED = [
    ("kiosk/__main__.py", "def demo():\n    from demo.town import Town"),
    ("kiosk/app.py", "from PySide6.QtGui import QGuiApplication\nimport qasync\nimport config.settings"),
    ("kiosk/paper/ink.py", "from PySide6.QtGui import QImage"),
    ("kiosk/tour/run.py", "from PySide6.QtTest import QTest"),
    ("demo/dock/window.py", "from PySide6.QtQml import QQmlEngine\nfrom demo.seu import town"),
    ("devices/speaker.py", "from PySide6.QtMultimedia import QAudioSink"),
    ("devices/printer/job.py", "from . import commands\nfrom ..contracts import Dots"),
]


@pytest.mark.parametrize(("file", "source"), ALLOWED)
def test_what_may_be_imported_is_let_through(file: str, source: str) -> None:
    assert list(faults(file, source)) == []
