"""What would let a fault through in silence is counted, and each stands beside its reason."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("config", "devices", "screens", "kiosk", "demo")
CODE = (*ROOMS, "bench", "packaging", "tests")

COUNTED = {
    "bench/behind_glass.py": 2,
    "demo/seu/gate.py": 1,
    "demo/seu/paper/seal.py": 1,
    "kiosk/house.py": 1,
    "kiosk/paper/codes.py": 1,
    "kiosk/paper/pictures.py": 1,
    "kiosk/paper/seal.py": 1,
    "kiosk/performance.py": 1,
    "tests/config/test_settings.py": 1,
    "tests/devices/test_printer_ipp.py": 2,
    "tests/faults/kiosk_part.py": 1,
    "tests/flows/test_ipp.py": 1,
    "tests/flows/test_journeys.py": 1,
    "tests/flows/test_outages.py": 1,
    "tests/flows/plain.py": 1,
    "tests/paper/test_pictures.py": 1,
    "tests/tours/test_admin_tours.py": 1,
    "tests/tours/test_handover_tours.py": 1,
    "tests/tours/test_appointment_tours.py": 1,
    "tests/tours/test_assisted_tours.py": 1,
    "tests/tours/test_card_tours.py": 1,
    "tests/tours/test_help_tours.py": 1,
    "tests/tours/test_padro_tours.py": 1,
    "tests/tours/test_paper_tours.py": 1,
    "tests/tours/test_procedures_tours.py": 1,
    "tests/tours/test_turn_tours.py": 1,
}
"""How often `Any`, `type: ignore` and `noqa` stand in each file. One more needs a reason, and a look here."""

MARKS = {"type: ignore": re.compile(r"#\s*type:\s*ignore"), "noqa": re.compile(r"#\s*noqa")}
REASON = re.compile(r"#\s*(type:\s*ignore(\[[\w,\s-]+\])?|noqa(:\s*[A-Z0-9, ]+)?)")


def files(folders: tuple[str, ...]) -> list[str]:
    found = [str(path.relative_to(ROOT)) for folder in folders for path in (ROOT / folder).rglob("*.py")]
    return sorted(file for file in found if file != "tests/test_silent_passes.py")


def passes(source: str) -> Iterator[tuple[int, str, bool]]:
    """Line and kind of each silent pass, and whether the line says why it must be."""
    comments = {
        token.start[0]: token.string
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type == tokenize.COMMENT
    }
    for line, comment in comments.items():
        for kind, mark in MARKS.items():
            if mark.search(comment):
                yield line, kind, bool(REASON.sub("", comment).strip(" #-:"))
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Name(id="Any") | ast.Attribute(attr="Any"):
                yield node.lineno, "Any", bool(comments.get(node.lineno, "").strip(" #"))


def test_every_silent_pass_is_counted_and_stands_beside_its_reason() -> None:
    counted: Counter[str] = Counter()
    for file in files(CODE):
        for line, kind, reasoned in passes((ROOT / file).read_text(encoding="utf-8")):
            counted[file] += 1
            assert reasoned, f"{file}:{line}: `{kind}` needs its reason in a comment on the same line"
    assert dict(counted) == COUNTED, (
        "the count in tests/test_silent_passes.py is to be what stands in the code"
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("x = f()  # type: ignore[misc]  # the stub is wrong\n", [(1, "type: ignore", True)]),
        ("x = f()  # type: ignore[misc]\n", [(1, "type: ignore", False)]),
        ("x = f()  # noqa: BLE001 - a bug ends the session\n", [(1, "noqa", True)]),
        ("x = f()  # noqa\n", [(1, "noqa", False)]),
        ("from typing import Any\nx: Any = 1  # what JSON holds\n", [(2, "Any", True)]),
        ("import typing\ndef f(x: list[typing.Any]): ...\n", [(2, "Any", False)]),
        ("x = 'type: ignore, noqa, Any'  # a text\n", []),
    ],
)
def test_each_kind_of_silent_pass_is_found(source: str, expected: list[tuple[int, str, bool]]) -> None:
    assert list(passes(source)) == expected


# --- what must not be called at all ---

NESTED = (
    "processEvents",
    "qWait",
    "qWaitFor",
    "qWaitForWindowActive",
    "qWaitForWindowExposed",
    "exec",
    "exec_",
)
OUTERMOST = ("app", "application")


def forbidden(source: str, nested_loops: bool) -> Iterator[tuple[int, str]]:
    """Line and name of calls that block the event loop, or run another inside it."""
    sleepers = {"time.sleep"}
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.ImportFrom(module="time", names=names) if any(alias.name == "sleep" for alias in names):
                yield node.lineno, "time.sleep"
            case ast.Call(func=ast.Attribute(ast.Name(owner), name)):
                if f"{owner}.{name}" in sleepers:
                    yield node.lineno, "time.sleep"
                elif nested_loops and name in NESTED and owner not in OUTERMOST:
                    yield node.lineno, name
            case ast.Call(func=ast.Attribute(_, name)) if nested_loops and name in NESTED:
                yield node.lineno, name


def test_nothing_sleeps_and_no_event_loop_runs_inside_another() -> None:
    found = [
        f"{file}:{line}: {name}: await an event, or a clock that a test can move"
        for file in files(CODE)
        # Under qasync a nested loop loses tasks; tests that draw without it may let Qt draw.
        for line, name in forbidden((ROOT / file).read_text(encoding="utf-8"), file.startswith(ROOMS))
    ]
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import time\ntime.sleep(1)\n", [(2, "time.sleep")]),
        ("from time import monotonic, sleep as nap\n", [(1, "time.sleep")]),
        ("QCoreApplication.processEvents()\n", [(1, "processEvents")]),
        ("QTest.qWait(5)\n", [(1, "qWait")]),
        ("dialog.exec()\n", [(1, "exec")]),
        ("QEventLoop().exec()\n", [(1, "exec")]),
        ("self.loop.exec_()\n", [(1, "exec_")]),
        ("application.exec()\nawait asyncio.sleep(1)\nclock.sleep(1)\n", []),
    ],
)
def test_each_forbidden_call_is_found(source: str, expected: list[tuple[int, str]]) -> None:
    assert list(forbidden(source, nested_loops=True)) == expected
