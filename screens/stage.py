"""The only QObject between Python and QML: shows views, and passes on what was touched."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import shiboken6
from PySide6.QtCore import QEvent, QMetaObject, QObject, QRectF
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow

from screens.drawings import FOLDER, qml_file
from screens.shell.view import ShellView
from screens.view import View, sentences
from screens.wedge import KeyboardScanner, Wedge
from screens.workshop import QmlTrouble, Workshop, connect, destroy, destroy_soon, put

SHELL = FOLDER / "shell" / "Shell.qml"
FURNITURE = frozenset({"components", "shell", "theme"})
"""The folders whose QML files are no screens."""
PRESSES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress})
KEYS = frozenset({QEvent.Type.KeyPress})
WEDGED = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease})
DEAF_FOR = 0.3
"""Seconds after a screen or a sheet came in which no press counts: a double tap's second is not for it."""
SHEETS = ("idle", "help_sheet")
BEHIND_ALL = QColor("#173CA6")
"""The zone's blue, for the moment before the first frame."""


@dataclass(frozen=True)
class Target:
    """Something that can be touched, where it lies on the window (pixels)."""

    name: str
    rect: QRectF
    spoken: str
    ready: bool


def walk(item: QQuickItem) -> Iterator[QQuickItem]:
    """The item and all visible ones below it, in the order in which they are painted."""
    if item.isVisible():
        yield item
        for child in item.childItems():
            yield from walk(child)


class Stage(QObject):
    """The window. Screens are made from their views' data, and later only what differs is set.

    `acted(serial, event, data)`: what the person did, on the screen that was shown with that serial or on the
    shell around it. `touched()`: at every press, of a finger or a key, before the act. `first_frame()`: once,
    when the window shows its first picture. What a `scanner` types goes to it, and to no screen.
    """

    def __init__(
        self,
        width: int,
        height: int,
        *,
        px_per_mm: float,
        fullscreen: bool,
        acted: Callable[[int, str, str], None],
        touched: Callable[[], None],
        first_frame: Callable[[], None] | None = None,
        scanner: KeyboardScanner | None = None,
    ) -> None:
        super().__init__()
        self._acted = acted
        self._touched = touched
        self._first_frame = first_frame
        self._px_per_mm = px_per_mm
        self._fullscreen = fullscreen
        self._root: QQuickItem | None = None
        self._host: QQuickItem | None = None
        self._shell: dict[str, object] = {}
        self._item: QQuickItem | None = None
        self._serial = -1
        self._shown: Path | None = None
        self._values: dict[str, object] = {}
        self._leaving: list[QQuickItem] = []
        self._deaf_until = 0.0

        self._workshop = Workshop()
        QQuickWindow.setTextRenderType(QQuickWindow.TextRenderType.NativeTextRendering)
        self._window = QQuickWindow()
        # Kept as long as the window, as is the host: when the Python object of a parent goes, those of its
        # children are no longer known to belong to anybody, and are deleted a second time.
        self._ground = self._window.contentItem()
        self._window.setColor(BEHIND_ALL)
        self._window.resize(width, height)
        self._wedge = Wedge(self._window, scanner, touched) if scanner else None
        self._window.installEventFilter(self)
        self._window.frameSwapped.connect(self._on_first_frame)

    @property
    def window(self) -> QQuickWindow:
        return self._window

    @property
    def holds_keys(self) -> bool:
        """Whether keys are held back until it is known who typed them."""
        return self._wedge is not None and self._wedge.holds

    def shell(self, view: ShellView) -> None:
        """What stands around the screen. The first time, it makes the content and shows the window."""
        values = view.model_dump(mode="json")
        if self._root is None:
            size = self._window.size()
            own = {"width": size.width(), "height": size.height(), "px_per_mm": self._px_per_mm}
            self._root = self._workshop.make(SHELL, {**values, **own}, self._ground)
            self._host = cast("QQuickItem", self._root.property("host"))
            connect(self._root, "act", self._on_shell_act)
            connect(self._root, "gone", self._on_gone)
            self._window.widthChanged.connect(self._on_resize)
            self._window.heightChanged.connect(self._on_resize)
            if self._fullscreen:
                self._window.showFullScreen()
            else:
                self._window.show()
        else:
            if any((self._shell[sheet] is None) != (values[sheet] is None) for sheet in SHEETS):
                self._deaf_until = time.monotonic() + DEAF_FOR
            self._set(self._root, self._shell, values)
        self._shell = values
        self._workshop.check()

    def show(self, serial: int, view: View, *, forward: bool = True, variant: str = "") -> None:
        """A new serial, or another file, makes a new item; otherwise what differs is set."""
        root = self._content()
        values = view.model_dump(mode="json")
        file = qml_file(type(view), variant)
        if self._item is not None and serial == self._serial and file == self._shown:
            self._set(self._item, self._values, values)
        else:
            own = {"width": root.width(), "height": root.height(), "serial": serial}
            item = self._workshop.make(file, {**values, **own}, self._host or root)
            connect(item, "act", lambda event, data: self._on_act(item, serial, event, data))
            if self._item is not None:
                self._leaving.append(self._item)
            self._item, self._serial, self._shown = item, serial, file
            put(root, "forward", forward)
            put(root, "incoming", item)
            self._deaf_until = time.monotonic() + DEAF_FOR
        self._values = values
        self._workshop.check()

    def wipe(self) -> None:
        """Destroy every screen's item at once and forget every value of past views."""
        root = self._content()
        if self._wedge is not None:
            self._wedge.forget()
        put(root, "incoming", None)
        self.settle()
        items, self._leaving = [*self._leaving, self._item], []
        self._item, self._shown, self._values, self._serial = None, None, {}, -1
        for item in items:
            if item is not None:
                destroy(item)
        self._workshop.forget()

    def settle(self) -> None:
        """Movements come to their end at once, and touches count from now on."""
        QMetaObject.invokeMethod(self._content(), "settle")
        self._deaf_until = 0.0

    def grab(self, path: Path) -> None:
        """A PNG of what is shown, after the movement from screen to screen has come to its end."""
        self.settle()
        if not self._window.grabWindow().save(str(path)):
            raise OSError(f"{path.name} cannot be written")

    def shows(self, text: str) -> bool:
        """Whether that is one of the present screen's texts."""
        return text in sentences(self._values)

    def target(self, object_name: str) -> QRectF | None:
        """Where an item lies on the window; None when it is absent, invisible, covered or on its way."""
        for target in self.targets():
            if target.name == object_name:
                return target.rect
        return None

    def targets(self) -> list[Target]:
        """Everything that can be touched now, in the order in which it is painted."""
        if self._root is None or self._root.property("moving") or self._is_deaf():
            return []
        return [
            Target(
                item.objectName(),
                item.mapRectToScene(QRectF(0, 0, item.width(), item.height())),
                str(item.property("spoken")),
                bool(item.property("ready")),
            )
            for item in walk(self._root)
            if item.property("touchable") and item.isEnabled()
        ]

    def close(self) -> None:
        self._window.removeEventFilter(self)
        self._window.close()
        if self._root is not None:
            self.wipe()
        # The window takes its content along; content that goes before it takes the process along.
        shiboken6.delete(self._window)
        self._root = self._host = None
        self._workshop.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in WEDGED and self._is_scanner_s(event):
            return True
        if kind in PRESSES or kind in KEYS:
            if self._root is not None:
                put(self._root, "keys", kind in KEYS)
            self._touched()
            if kind in PRESSES and self._is_deaf():
                if self._shell.get("idle") is not None:
                    self._acted(self._serial, "stay", "")
                return True
        return False

    def _is_scanner_s(self, event: QEvent) -> bool:
        return self._wedge is not None and isinstance(event, QKeyEvent) and self._wedge.take(event)

    def _is_deaf(self) -> bool:
        return time.monotonic() < self._deaf_until

    def _content(self) -> QQuickItem:
        if self._root is None:
            raise QmlTrouble("shell() comes before show()")
        return self._root

    @staticmethod
    def _set(item: QQuickItem, old: dict[str, object], new: dict[str, object]) -> None:
        for name, value in new.items():
            if old[name] != value:
                put(item, name, value)

    def _on_act(self, item: QQuickItem, serial: int, event: str, data: str) -> None:
        if item is self._item:
            self._acted(serial, event, data)

    def _on_shell_act(self, event: str, data: str) -> None:
        self._acted(self._serial, event, data)

    def _on_gone(self) -> None:
        items, self._leaving = self._leaving, []
        for item in items:
            destroy_soon(item)

    def _on_resize(self) -> None:
        for item in (self._root, self._item):
            if item is not None:
                item.setSize(self._window.contentItem().size())

    def _on_first_frame(self) -> None:
        self._window.frameSwapped.disconnect(self._on_first_frame)
        if self._first_frame is not None:
            self._first_frame()
        files = sorted(FOLDER.glob("*/*.qml"))
        self._workshop.preload(file for file in files if file.parent.name not in FURNITURE)
