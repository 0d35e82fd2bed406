"""Makes QML items from files, with fonts and pictures at hand; what QML complains of is raised."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import cast

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QTimer, QUrl
from PySide6.QtGui import QFontDatabase
from PySide6.QtQml import QQmlComponent, QQmlEngine, QQmlError
from PySide6.QtQuick import QQuickItem

from screens.pictures import DataPictures

FONTS = Path(__file__).resolve().parent / "theme" / "fonts"


class QmlTrouble(Exception):
    """QML does not fit its view, or said something that nobody should have to read."""


class Workshop:
    """An engine and the components that it has compiled."""

    def __init__(self) -> None:
        for file in sorted(FONTS.glob("*.ttf")):
            if QFontDatabase.addApplicationFont(str(file)) < 0:
                raise QmlTrouble(f"{file.name} is not a font")
        self._engine = QQmlEngine()
        self._engine.addImageProvider("data", DataPictures())
        self._engine.setOutputWarningsToStandardError(False)
        self._engine.warnings.connect(self._on_warnings)
        self._components: dict[Path, QQmlComponent] = {}
        self._waiting: list[Path] = []
        self._complaints: list[str] = []

    def make(self, file: Path, values: Mapping[str, object], parent: QQuickItem) -> QQuickItem:
        """An item with these values in its properties, below `parent`. Raises QmlTrouble."""
        component = self._component(file)
        item = component.createWithInitialProperties(dict(values))
        if not isinstance(item, QQuickItem):
            raise QmlTrouble("; ".join(error.toString() for error in component.errors()))
        missing = [name for name in values if item.metaObject().indexOfProperty(name) < 0]
        if missing:
            raise QmlTrouble(f"{file.name} has no property {', '.join(missing)}")
        item.setParent(parent)
        item.setParentItem(parent)
        return item

    def preload(self, files: Iterable[Path]) -> None:
        """Compile these one after the other beside the event loop, so that each then comes at once."""
        self._waiting = list(files)
        self._preload_next()

    def check(self) -> None:
        """Raise QmlTrouble for what QML complained of since the last time."""
        if self._complaints:
            said, self._complaints = "; ".join(self._complaints), []
            raise QmlTrouble(said)

    def forget(self) -> None:
        """Let go of every value that no item holds any more."""
        self._engine.collectGarbage()

    def close(self) -> None:
        self._waiting.clear()
        self._components.clear()
        shiboken6.delete(self._engine)

    def _component(self, file: Path) -> QQmlComponent:
        component = self._components.get(file)
        if component is None or not component.isReady():
            component = QQmlComponent(self._engine, QUrl.fromLocalFile(str(file)))
            if not component.isReady():
                raise QmlTrouble("; ".join(error.toString() for error in component.errors()))
            self._components[file] = component
        return component

    def _preload_next(self) -> None:
        while self._waiting:
            file = self._waiting.pop(0)
            if file in self._components:
                continue
            mode = QQmlComponent.CompilationMode.Asynchronous
            component = QQmlComponent(self._engine, QUrl.fromLocalFile(str(file)), mode)
            self._components[file] = component
            if component.isLoading():
                component.statusChanged.connect(lambda _status: QTimer.singleShot(0, self._preload_next))
                return

    def _on_warnings(self, errors: list[QQmlError]) -> None:
        self._complaints.extend(error.toString() for error in errors)


def destroy(item: QQuickItem) -> None:
    """Now: nothing of it is left when this returns."""
    item.setParentItem(cast("QQuickItem", None))
    # Qt's own way: `shiboken6.delete` of an item with a parent leaves that parent a child that is gone.
    item.deleteLater()
    QCoreApplication.sendPostedEvents(item, QEvent.Type.DeferredDelete)


def destroy_soon(item: QQuickItem) -> None:
    """Out of sight now, gone when the event loop turns; for an item whose own signal may be under way."""
    item.setParentItem(cast("QQuickItem", None))
    item.deleteLater()


def put(item: QQuickItem, name: str, value: object) -> None:
    """Set one property. Raises QmlTrouble where it does not take the value."""
    if not item.setProperty(name, value):
        raise QmlTrouble(f"{item.objectName() or item.metaObject().className()} does not take its {name}")


def connect(item: QQuickItem, signal: str, slot: Callable[..., None]) -> None:
    """A signal that QML declares."""
    getattr(item, signal).connect(slot)
