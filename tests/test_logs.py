"""The log holds catalogued events and nothing else, whoever speaks and whatever goes wrong."""

from __future__ import annotations

import ast
import asyncio
import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from kiosk import logs
from kiosk.log_catalogue import (
    CATALOGUE,
    CODE_NAME,
    LEVELS,
    PLACE,
    SEU_DETAIL,
    WORD,
    Event,
    Number,
    OneOf,
    events_md,
)
from kiosk.logs import log, place_of

ROOT = Path(__file__).parents[1]
SECRET = "Maria Soler i Vidal, 00000000T"


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    """A log of this test alone."""
    path = tmp_path / "kiosk.jsonl"
    logs.begin(path, "info")
    yield path
    logs.end()


def lines(file: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


# --- what is written ---


def test_an_event_is_one_line_with_its_time_level_and_fields(file: Path) -> None:
    log(Event.PRINTER_STATUS, printer="document", status="paper_out")
    (line,) = lines(file)
    assert str(line.pop("time")).endswith("Z")
    assert line == {"level": "info", "event": "printer_status", "printer": "document", "status": "paper_out"}


def test_what_weighs_less_than_asked_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "errors.jsonl"
    logs.begin(path, "error")
    log(Event.SESSION_STARTED)
    log(Event.ACTIVITY_STUCK, state="padro_choose")
    log(Event.ACTIVITY_BROKE, state="padro_choose", error="KeyError", place="kiosk.flow:12")
    logs.end()
    assert [line["event"] for line in lines(path)] == ["activity_broke"]


def test_before_it_is_begun_and_after_its_end_nothing_is_written(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "kiosk.jsonl"
    logs.begin(path, "info")
    logs.end()
    log(Event.SESSION_STARTED)
    assert path.read_text() == ""
    assert capfd.readouterr() == ("", "")


def test_without_a_file_the_lines_go_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    logs.begin(None, "info")
    log(Event.SESSION_STARTED)
    logs.end()
    assert json.loads(capsys.readouterr().err)["event"] == "session_started"


def test_a_file_that_cannot_be_opened_is_replaced_by_standard_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.begin(tmp_path / "nowhere" / "kiosk.jsonl", "info")
    log(Event.SESSION_STARTED)
    logs.end()
    events = [json.loads(line)["event"] for line in capsys.readouterr().err.splitlines()]
    assert events == ["log_file_failed", "session_started"]


def test_a_disk_that_is_full_loses_no_line(capsys: pytest.CaptureFixture[str]) -> None:
    logs.begin(Path("/dev/full"), "info")
    log(Event.SESSION_STARTED)
    log(Event.OPINION_GIVEN)
    logs.end()
    events = [json.loads(line)["event"] for line in capsys.readouterr().err.splitlines()]
    assert events == ["session_started", "log_file_failed", "opinion_given"]


# --- what cannot be written ---


@pytest.mark.parametrize(
    "fields", [{}, {"state": "x", "person": "x"}, {"person": "x"}], ids=["missing", "one too many", "another"]
)
def test_a_field_that_is_not_in_the_catalogue_is_a_type_error(fields: dict[str, str]) -> None:
    with pytest.raises(TypeError, match="activity_stuck has other fields in the catalogue"):
        log(Event.ACTIVITY_STUCK, **fields)


def test_a_value_that_does_not_fit_is_left_out_and_that_it_was_is_said(file: Path) -> None:
    log(Event.ACTIVITY_STUCK, state=SECRET)
    written = lines(file)
    assert [line["event"] for line in written] == ["activity_stuck", "log_value_refused"]
    assert written[0]["state"] is None
    assert (written[1]["about"], written[1]["field"]) == ("activity_stuck", "state")
    assert "Maria" not in file.read_text()


PERSONAL = [
    SECRET,
    "Soler",
    "00000000T",
    "X0000000T",
    "482951",
    "600000158",
    "maria.soler@exemple.cat",
    "1951-03-14",
    "IDESPBAA000589",
    "Carrer de l'Exemple, 12",
    "ÀNGELA",
]


@pytest.mark.parametrize("value", PERSONAL)
def test_what_is_a_persons_fits_no_field_of_any_event(value: str) -> None:
    for event, entry in CATALOGUE.items():
        for name, kind in entry.fields.items():
            if kind in (CODE_NAME, SEU_DETAIL) and value.isalnum() and not value[0].isdigit():
                continue  # a class may be called Soler: these fields take names of the code
            assert not kind.fits(value), (event, name)


@given(st.text(max_size=80))
def test_no_text_with_spaces_ats_or_letters_beyond_ascii_fits(text: str) -> None:
    if any(kind.fits(text) for kind in (WORD, CODE_NAME, PLACE)):
        assert text.isascii()
        assert not set(text) & set(" @,;'\"\n")
    if SEU_DETAIL.fits(text):
        assert text.isascii()
        assert not set(text) & set("@;'\"\n")


@given(st.one_of(st.integers(), st.floats(), st.booleans()))
def test_a_number_beyond_its_bounds_does_not_fit(value: float) -> None:
    fits = Number(999).fits(value)
    assert fits == (not isinstance(value, bool) and 0 <= value <= 999)


# --- libraries and faults ---


@pytest.mark.logs("library_spoke")
def test_of_a_library_only_that_it_spoke_is_written(file: Path) -> None:
    logging.getLogger("library.http").info("HTTP Request: GET https://seu/%s", SECRET)
    logging.getLogger("library.http").warning("retry for %s", SECRET)
    try:
        raise ValueError(SECRET)
    except ValueError:
        logging.getLogger("library.pdf").exception("cannot seal for %s", SECRET, extra={"dni": SECRET})
    logging.getLogger(SECRET).error("x")
    written = lines(file)
    assert [(line["logger"], line["weight"], line["error"]) for line in written] == [
        ("library.http", "warning", "none"),
        ("library.pdf", "error", "ValueError"),
        ("other", "error", "none"),
    ]
    assert "Maria" not in file.read_text()
    assert "test_logs:" in str(written[1]["place"])


@pytest.mark.logs("asyncio")
def test_a_task_whose_fault_nobody_looked_at_is_written_without_its_words(file: Path) -> None:
    async def breaks() -> None:
        raise KeyError(SECRET)

    async def forgets() -> None:
        loop = asyncio.get_running_loop()
        loop.call_exception_handler({"message": SECRET, "exception": KeyError(SECRET)})
        with pytest.raises(KeyError):
            await breaks()

    asyncio.run(forgets())
    (line,) = lines(file)
    assert (line["event"], line["logger"], line["error"]) == ("library_spoke", "asyncio", "KeyError")
    assert "Maria" not in file.read_text()


FAULTS = {
    "the program": "raise KeyError(person)",
    "a thread": "t = threading.Thread(target=lambda: {}[person]); t.start(); t.join()",
    "a destructor": "class A:\n  def __del__(self): raise KeyError(person)\nA()",
    "a warning": "warnings.warn(person)",
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_that_nothing_caught_is_written_with_type_and_place_and_never_its_words(fault: str) -> None:
    program = f"""
import threading, warnings
from config.settings import Logs
from kiosk import logs
logs.start(Logs())
person = {SECRET!r}
{fault}
"""
    ended = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=30, check=False
    )
    assert "Maria" not in ended.stdout + ended.stderr
    started, line = [json.loads(text) for text in ended.stderr.splitlines()]
    assert started["event"] == "kiosk_started"
    if "warn" in fault:
        assert (line["event"], line["logger"]) == ("library_spoke", "py.warnings")
    else:
        assert (line["event"], line["error"]) == ("uncaught", "KeyError")
        assert line["place"].startswith("__main__:")


def test_the_place_of_a_fault_is_its_innermost_module_and_line() -> None:
    with pytest.raises(json.JSONDecodeError) as caught:
        json.loads("{")
    assert place_of(caught.value.__traceback__).startswith("json.decoder:")
    assert place_of(None) == ""


# --- the catalogue ---


def test_every_event_is_catalogued_and_every_entry_tells_a_technician_something() -> None:
    assert set(CATALOGUE) == set(Event)
    for event, entry in CATALOGUE.items():
        assert entry.level in LEVELS
        assert entry.sentence.endswith(".")
        assert entry.level in ("debug", "info") or entry.todo, f"{event} warns: what is to be done?"
        for kind in entry.fields.values():
            assert kind.said
            assert not isinstance(kind, OneOf) or kind.choices


def test_the_page_of_events_is_the_catalogues() -> None:
    page = (ROOT / "docs" / "events.md").read_text(encoding="utf-8")
    assert page == events_md(), "python -m kiosk.log_catalogue writes it anew"


def calls(source: str) -> Iterator[tuple[int, str, set[str | None]]]:
    """Line, event and fields of each call of `log` in `kiosk.logs` or a module that takes it from there."""
    tree = ast.parse(source)
    names = {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module in ("kiosk.logs", "kiosk.log_catalogue")
        for alias in node.names
    }
    names |= {node.name: node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=called), args=[ast.Attribute(ast.Name(id=enum), event)]) if (
                names.get(called) == "log" and names.get(enum) == "Event"
            ):
                yield node.lineno, event, {keyword.arg for keyword in node.keywords}


def test_every_call_in_the_code_gives_the_fields_that_the_catalogue_asks_for() -> None:
    called = set()
    for path in sorted((ROOT / "kiosk").rglob("*.py")):
        for line, event, fields in calls(path.read_text(encoding="utf-8")):
            called.add(event)
            assert event in Event.__members__, f"{path}:{line} logs an event that is not catalogued"
            expected = set(CATALOGUE[Event[event]].fields)
            assert fields == expected, f"{path}:{line} gives {event} other fields than {sorted(expected)}"
    assert set(Event.__members__) - called == set(), "catalogued, but never logged: remove them"


def test_the_scan_of_calls_finds_what_is_planted() -> None:
    planted = (
        "from kiosk.logs import Event as Log, log as write\nwrite(Log.NOPE, dni=1, **more)\nother(Log.NOPE)\n"
    )
    assert list(calls(planted)) == [(2, "NOPE", {"dni", None})]
