"""What holds in every test: no screen for Qt, no settings but the test's own, no warning that goes unseen."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from kiosk import logs
from tests.contract.town import Town, running

# Qt reads these once, when the first test imports it.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"
os.environ["QML_DISABLE_DISK_CACHE"] = "1"
os.environ.pop("QT_LOGGING_RULES", None)
for name in [name for name in os.environ if name.startswith("KIOSK_")]:
    del os.environ[name]

# The same examples in every run, as long as they need on a busy machine, and nothing kept between runs.
hypothesis.settings.register_profile("house", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("house")


# What the offscreen platform says of itself, whatever the window does.
HARMLESS = ("This plugin does not support",)


@pytest.fixture(autouse=True, scope="session")
def qt_warns_in_the_log() -> None:
    """What Qt and QML would whisper to standard error is a warning of the logger `qt`."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    def heard(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
        grave = kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
        if grave and not (message or "").startswith(HARMLESS):
            logging.getLogger("qt").warning("%s", message)

    qInstallMessageHandler(heard)


@pytest.fixture(autouse=True)
def nothing_warns_unseen(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """A warning or an error in the log fails a test that did not announce it by `@pytest.mark.logs(...)`."""
    announced = {str(name) for mark in request.node.iter_markers("logs") for name in mark.args}
    file = tmp_path_factory.getbasetemp() / "log.jsonl"
    file.unlink(missing_ok=True)
    logs.begin(file, "debug")
    yield
    logs.end()
    unseen = [line for line in _warnings(file) if not announced & {line.get("event"), line.get("logger")}]
    assert not unseen, f"the log warns of what no mark `logs` announced: {unseen}"


@pytest.fixture(scope="session")
def running_hall() -> Iterator[Town]:
    """One demo seu for all tests that need no more of the town."""
    with running() as hall:
        yield hall


@pytest.fixture
def hall(running_hall: Town) -> Town:
    """The same, as new."""
    running_hall.control.post("/reset")
    return running_hall


@pytest.fixture
def town(hall: Town) -> Town:
    """What those tests call it where no devices stand beside it."""
    return hall


def _warnings(file: Path) -> Iterator[dict[str, object]]:
    if file.exists():
        for text in file.read_text(encoding="utf-8").splitlines():
            line = json.loads(text)
            if line["level"] in ("warning", "error"):
                yield line
