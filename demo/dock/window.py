"""The dock's window: shows panels, and passes on what was touched."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QFontDatabase
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from demo.dock.panel import fixed, panel
from demo.dock.peers import Places
from demo.dock.place import Place
from demo.dock.seen import Seen
from demo.dock.watch import Watch
from demo.dock.words import Words

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

HERE = Path(__file__).resolve().parent
TEXT_FONTS = HERE.parents[1] / "screens" / "theme" / "fonts"
"""The kiosk's typefaces; the dock's icons are its own."""


class Dock(QObject):
    """Made once; `close` ends what it started."""

    def __init__(self, places: Places, words: Words, place: Place) -> None:
        super().__init__()
        for file in (*sorted(TEXT_FONTS.glob("*.ttf")), *sorted((HERE / "icons").glob("*.ttf"))):
            if QFontDatabase.addApplicationFont(str(file)) < 0:
                raise RuntimeError(f"{file.name} is not a font")
        self._words = words
        self._shown: dict[str, object] = {}
        self._engine = QQmlEngine()
        self.window = QQuickWindow()
        self.window.setTitle(words("title"))
        self.window.setColor(QColor("#141B2D"))
        self.window.setGeometry(place.x, place.y, place.width, place.height)
        self.root = self._draw()
        self._watch = Watch(places)
        self._watch.seen.connect(self._on_seen)
        self._signal("act").connect(self._on_act)
        self.window.visibilityChanged.connect(self._on_visibility)
        self.window.widthChanged.connect(self._on_resize)
        self.window.heightChanged.connect(self._on_resize)

    def open(self) -> None:
        """Show the window, and begin to look at the peers."""
        self._watch.start()
        self.window.show()

    def close(self) -> None:
        """Returns when the thread that looks has ended."""
        self.window.close()
        self._watch.stop()

    def _draw(self) -> QQuickItem:
        component = QQmlComponent(self._engine, QUrl.fromLocalFile(str(HERE / "Dock.qml")))
        size = {"width": self.window.width(), "height": self.window.height()}
        first = self._changed(Seen())
        item = component.createWithInitialProperties({**size, **fixed(self._words), **first})
        if not isinstance(item, QQuickItem):
            raise RuntimeError("; ".join(error.toString() for error in component.errors()))
        item.setParent(self.window)
        item.setParentItem(self.window.contentItem())
        return item

    def _changed(self, seen: Seen) -> dict[str, object]:
        """What QML is to be told: tuples are opaque to it."""
        values = {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in asdict(panel(seen, self._words)).items()
        }
        changed = {name: value for name, value in values.items() if self._shown.get(name) != value}
        self._shown = values
        return changed

    def _on_act(self, what: str, which: str) -> None:
        if what == "open":
            QDesktopServices.openUrl(QUrl(which))
        else:
            self._watch.act(what, which)

    def _on_seen(self, seen: Seen) -> None:
        for name, value in self._changed(seen).items():
            self.root.setProperty(name, value)

    def _on_visibility(self) -> None:
        hidden = self.window.visibility() in (
            QQuickWindow.Visibility.Hidden,
            QQuickWindow.Visibility.Minimized,
        )
        self._watch.show(not hidden)

    def _on_resize(self) -> None:
        self.root.setSize(self.window.contentItem().size())

    def _signal(self, name: str) -> SignalInstance:
        return cast("SignalInstance", getattr(self.root, name))
