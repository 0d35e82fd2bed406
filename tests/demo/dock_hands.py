"""An operator at the dock: sees its items, touches them in the middle, waits for what comes of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from demo.dock.peers import PEERS, Places
from demo.dock.place import HEIGHT, WIDTH, Place
from demo.dock.window import Dock
from demo.dock.words import Language, words_of

PATIENCE = 20.0
"""Seconds; the demo's cards take some to be made."""
NOWHERE = Places(*["http://127.0.0.1:9"] * len(PEERS), Path("/nonexistent"))
"""Peers that have ended: nobody listens on the port `discard` of loopback."""


def until(there: Callable[[], object], what: str) -> None:
    """Let the window live until something is so."""
    deadline = time.monotonic() + PATIENCE
    # It wakes who waits for an event; `qWait` would not let the dock's thread run meanwhile.
    pulse = QTimer(interval=20)
    pulse.start()
    while not there():
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    pulse.stop()


def walk(item: QQuickItem) -> Iterator[QQuickItem]:
    """The visible items, in the order in which they are painted."""
    if item.isVisible():
        yield item
        for child in item.childItems():
            yield from walk(child)


def every(item: QQuickItem) -> Iterator[QQuickItem]:
    """The same with those that are not visible."""
    yield item
    for child in item.childItems():
        yield from every(child)


class Hands:
    """What an operator does at an open dock."""

    def __init__(self, dock: Dock) -> None:
        self.dock = dock

    def items(self) -> list[QQuickItem]:
        return list(walk(self.dock.root))

    def touchables(self) -> list[QQuickItem]:
        return [item for item in self.items() if item.property("spoken") is not None]

    def sees(self, name: str) -> bool:
        return any(item.objectName() == name for item in walk(self.dock.root))

    def find(self, name: str) -> QQuickItem:
        """Where it is on another page, that one is turned to."""
        until(lambda: self._exists(name), name)
        for page in every(self.dock.root):
            is_there = page.property("desk") and any(item.objectName() == name for item in every(page))
            if is_there and not page.isVisible():
                self.touch(next(tab for tab in self._tabs() if not self.is_chosen(tab)))
        until(lambda: self.sees(name), name)
        return next(item for item in walk(self.dock.root) if item.objectName() == name)

    def _exists(self, name: str) -> bool:
        return any(item.objectName() == name for item in every(self.dock.root))

    def _tabs(self) -> list[str]:
        return [item.objectName() for item in self.items() if item.objectName().startswith("page:")]

    def is_chosen(self, name: str) -> bool:
        return bool(self.find(name).property("chosen"))

    def is_ready(self, name: str) -> bool:
        return bool(self.find(name).property("ready"))

    def text(self, name: str) -> str:
        return str(self.find(name).property("text"))

    def touch(self, name: str) -> None:
        item = self.find(name)
        # What has just come gets its place with the next picture.
        self.dock.window.grabWindow()
        middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2))
        QTest.mouseClick(self.dock.window, Qt.MouseButton.LeftButton, pos=middle.toPoint())

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.dock.window, key)

    def area(self, item: QQuickItem) -> QRectF:
        return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


@contextmanager
def operator(
    places: Places, language: Language = "ca", size: tuple[int, int] = (WIDTH, HEIGHT)
) -> Iterator[Hands]:
    """A dock in a window of its own, until the block ends."""
    if QGuiApplication.instance() is None:
        global _application
        _application = QGuiApplication([])
    dock = Dock(places, words_of(language), Place(0, 0, *size))
    dock.open()
    try:
        yield Hands(dock)
    finally:
        dock.close()
        dock.deleteLater()
        QCoreApplication.sendPostedEvents()


_application: QGuiApplication | None = None
"""Lives as long as the tests: Qt has but one."""
