"""The only QObject between Python and QML: shows views, and passes on what was touched."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QTimer, QUrl
from PySide6.QtGui import QColor, QFontDatabase
from PySide6.QtQml import QQmlComponent, QQmlEngine, QQmlError
from PySide6.QtQuick import QQuickItem, QQuickWindow

from screens.pictures import DataPictures
from screens.shell.view import ShellView
from screens.view import View

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

FOLDER = Path(__file__).resolve().parent
SHELL = FOLDER / "shell" / "Shell.qml"
PRESSES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress})
KEYS = frozenset({QEvent.Type.KeyPress})


class QmlTrouble(Exception):
    """QML does not fit its view, or said something that nobody should have to read."""


@dataclass(frozen=True)
class Target:
    """Something that can be touched, where it lies on the window (pixels)."""

    name: str
    rect: QRectF
    spoken: str
    ready: bool


def font_files() -> list[Path]:
    return sorted((FOLDER / "theme" / "fonts").glob("*.ttf"))


def qml_file(view: type[View]) -> Path:
    return FOLDER / view.room / f"{view.__name__}.qml"


def walk(item: QQuickItem) -> Iterator[QQuickItem]:
    """The item and all visible ones below it, in the order in which they are painted."""
    if item.isVisible():
        yield item
        for child in item.childItems():
            yield from walk(child)


class Stage(QObject):
    """Makes the window. Screens are made from their views' data, and later only what differs is set.

    `acted(serial, event, data)`: what the person did, on the screen that was shown with that serial, or on the
    shell around it. `touched()`: at every press, of a finger or a key, before the act. `first_frame()`: once,
    when the window shows its first picture.
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
    ) -> None:
        super().__init__()
        self._acted = acted
        self._touched = touched
        self._first_frame = first_frame
        self._px_per_mm = px_per_mm
        self._fullscreen = fullscreen
        self._warnings: list[str] = []
        self._components: dict[Path, QQmlComponent] = {}
        self._preloading: list[Path] = []
        self._root: QQuickItem | None = None
        # Kept for as long as the window: when a parent's Python object goes, those of its children go with it.
        self._host: QQuickItem | None = None
        self._shell: dict[str, object] = {}
        self._item: QQuickItem | None = None
        self._serial = -1
        self._shown: type[View] | None = None
        self._values: dict[str, object] = {}
        self._leaving: list[QQuickItem] = []

        for file in font_files():
            if QFontDatabase.addApplicationFont(str(file)) < 0:
                raise QmlTrouble(f"{file.name} is not a font")
        QQuickWindow.setTextRenderType(QQuickWindow.TextRenderType.NativeTextRendering)
        self._engine = QQmlEngine()
        self._engine.addImageProvider("data", DataPictures())
        self._engine.setOutputWarningsToStandardError(False)
        self._engine.warnings.connect(self._on_warnings)
        self._window = QQuickWindow()
        self._window.setColor(QColor("#173CA6"))
        self._window.resize(width, height)
        self._window.installEventFilter(self)
        self._window.frameSwapped.connect(self._on_frame)

    @property
    def window(self) -> QQuickWindow:
        return self._window

    def shell(self, view: ShellView) -> None:
        """What stands around the screen. The first time, it makes the window's content and shows the window."""
        values = view.model_dump(mode="json")
        if self._root is None:
            content = self._window.contentItem()
            size = {"width": self._window.width(), "height": self._window.height()}
            self._root = self._create(SHELL, {**values, **size, "px_per_mm": self._px_per_mm}, content)
            self._host = cast("QQuickItem", self._root.property("host"))
            self._signal(self._root, "act").connect(self._on_shell_act)
            self._signal(self._root, "gone").connect(self._on_gone)
            self._window.widthChanged.connect(self._on_resize)
            self._window.heightChanged.connect(self._on_resize)
            if self._fullscreen:
                self._window.showFullScreen()
            else:
                self._window.show()
        else:
            self._set(self._root, self._shell, values)
        self._shell = values
        self._raise_warnings()

    def show(self, serial: int, view: View, *, forward: bool = True) -> None:
        """A new serial, or a view of another class, makes a new item; otherwise what differs is set."""
        root = self._content()
        values = view.model_dump(mode="json")
        if self._item is not None and serial == self._serial and type(view) is self._shown:
            self._set(self._item, self._values, values)
        else:
            size = {"width": root.width(), "height": root.height()}
            item = self._create(
                qml_file(type(view)), {**values, **size, "serial": serial}, self._host or root
            )
            self._signal(item, "act").connect(lambda event, data: self._on_act(item, serial, event, data))
            if self._item is not None:
                self._leaving.append(self._item)
            self._item, self._serial, self._shown = item, serial, type(view)
            root.setProperty("forward", forward)
            root.setProperty("incoming", item)
        self._values = values
        self._raise_warnings()

    def wipe(self) -> None:
        """Destroy every screen's item at once and forget every value of past views."""
        root = self._content()
        root.setProperty("incoming", None)
        self._settle()
        items, self._leaving = [*self._leaving, self._item], []
        self._item, self._shown, self._values, self._serial = None, None, {}, -1
        for item in items:
            if item is not None:
                self._destroy(item)
        self._engine.collectGarbage()

    def grab(self, path: Path) -> None:
        """A PNG of what is shown, after the movement from screen to screen has come to its end."""
        self._settle()
        if not self._window.grabWindow().save(str(path)):
            raise OSError(f"{path.name} cannot be written")

    def target(self, object_name: str) -> QRectF | None:
        """Where an item lies on the window; None when it is absent, invisible, covered by a sheet or leaving."""
        for target in self.targets():
            if target.name == object_name:
                return target.rect
        return None

    def targets(self) -> list[Target]:
        """Everything that can be touched now, in the order in which it is painted."""
        if self._root is None or self._root.property("moving"):
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

    def preload(self) -> None:
        """Compile every screen, one after the other and beside the event loop, so that each then comes at once."""
        self._preloading = [path for path in sorted(FOLDER.glob("*/*.qml")) if self._is_screen(path)]
        self._preload_next()

    def close(self) -> None:
        self._window.removeEventFilter(self)
        self._window.close()
        if self._root is not None:
            self.wipe()
            self._destroy(self._root)
            self._root = None
        self._components.clear()
        self._engine.deleteLater()
        self._window.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in PRESSES or kind in KEYS:
            if self._root is not None:
                self._root.setProperty("keys", kind in KEYS)
            self._touched()
        return False

    def _content(self) -> QQuickItem:
        if self._root is None:
            raise QmlTrouble("shell() comes before show()")
        return self._root

    def _create(self, file: Path, values: dict[str, object], parent: QQuickItem) -> QQuickItem:
        component = self._component(file)
        unknown = [name for name in values if name not in ("width", "height")]
        item = component.createWithInitialProperties(values)
        if not isinstance(item, QQuickItem):
            raise QmlTrouble("; ".join(error.toString() for error in component.errors()))
        missing = [name for name in unknown if item.metaObject().indexOfProperty(name) < 0]
        if missing:
            raise QmlTrouble(f"{file.name} has no property {', '.join(missing)}")
        item.setParent(parent)
        item.setParentItem(parent)
        return item

    def _component(self, file: Path) -> QQmlComponent:
        component = self._components.get(file)
        if component is None or not component.isReady():
            component = QQmlComponent(self._engine, QUrl.fromLocalFile(str(file)))
            if not component.isReady():
                raise QmlTrouble("; ".join(error.toString() for error in component.errors()))
            self._components[file] = component
        return component

    @staticmethod
    def _set(item: QQuickItem, old: dict[str, object], new: dict[str, object]) -> None:
        for name, value in new.items():
            if old[name] != value:
                item.setProperty(name, value)

    @staticmethod
    def _signal(item: QQuickItem, name: str) -> SignalInstance:
        return cast("SignalInstance", getattr(item, name))

    @staticmethod
    def _destroy(item: QQuickItem) -> None:
        item.setParentItem(cast("QQuickItem", None))
        item.deleteLater()

    @staticmethod
    def _is_screen(path: Path) -> bool:
        return path.parent.name not in ("components", "shell", "theme")

    def _preload_next(self) -> None:
        while self._preloading:
            path = self._preloading.pop(0)
            if path in self._components:
                continue
            component = QQmlComponent(
                self._engine, QUrl.fromLocalFile(str(path)), QQmlComponent.CompilationMode.Asynchronous
            )
            self._components[path] = component
            if component.isLoading():
                component.statusChanged.connect(
                    lambda _status: QTimer.singleShot(0, self, self._preload_next)
                )
                return

    def _settle(self) -> None:
        root = self._content()
        if root.property("moving"):
            cast("Callable[[], None]", getattr(root, "settle"))()

    def _raise_warnings(self) -> None:
        if self._warnings:
            said, self._warnings = "; ".join(self._warnings), []
            raise QmlTrouble(said)

    def _on_warnings(self, errors: list[QQmlError]) -> None:
        self._warnings.extend(error.toString() for error in errors)

    def _on_act(self, item: QQuickItem, serial: int, event: str, data: str) -> None:
        if item is self._item and not self._content().property("moving"):
            self._acted(serial, event, data)

    def _on_shell_act(self, event: str, data: str) -> None:
        self._acted(self._serial, event, data)

    def _on_gone(self) -> None:
        items, self._leaving = self._leaving, []
        for item in items:
            self._destroy(item)

    def _on_resize(self) -> None:
        for item in (self._root, self._item):
            if item is not None:
                item.setSize(self._window.contentItem().size())

    def _on_frame(self) -> None:
        self._window.frameSwapped.disconnect(self._on_frame)
        if self._first_frame is not None:
            self._first_frame()
        self.preload()
