"""A stage for the tests of the screens: one window a size, used by all of them in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent

from screens.examples import examples
from screens.examples.shell import shell
from screens.gallery import PX_PER_MM
from screens.i18n.words import words
from screens.stage import Stage
from screens.view import View


@dataclass
class Bench:
    """A stage and what it said."""

    stage: Stage
    acts: list[tuple[int, str, str]]
    touches: list[str]
    serials: Iterator[int] = field(default_factory=lambda: iter(range(1, 1_000_000)))

    def around(self, view: View, language: str = "ca", **change: object) -> None:
        """What stands around a view."""
        self.stage.shell(shell(view, words(language)).model_copy(update=change))

    def put(self, view: View, language: str = "ca", *, variant: str = "", **change: object) -> int:
        """Show a view with what stands around it, at rest and painted once; returns its serial."""
        serial = next(self.serials)
        self.around(view, language, **change)
        self.stage.show(serial, view, variant=variant)
        self.stage.settle()
        self.stage.window.grabWindow()
        return serial

    def point(self, kind: QEvent.Type, at: QPointF) -> None:
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        held = none if kind == QEvent.Type.MouseButtonRelease else left
        button = none if kind == QEvent.Type.MouseMove else left
        event = QMouseEvent(kind, at, at, at, button, held, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.sendEvent(self.stage.window, event)

    def touch(self, name: str) -> None:
        place = self.stage.target(name)
        assert place is not None, f"nothing called {name} can be touched"
        self.point(QEvent.Type.MouseButtonPress, place.center())
        self.point(QEvent.Type.MouseButtonRelease, place.center())

    def key(self, key: Qt.Key) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(
                self.stage.window, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier)
            )


@pytest.fixture(scope="session")
def application() -> QGuiApplication:
    running = QGuiApplication.instance()
    return running if isinstance(running, QGuiApplication) else QGuiApplication([])


@pytest.fixture(scope="session")
def benches(application: QGuiApplication) -> Iterator[Callable[[str], Bench]]:
    made: dict[str, Bench] = {}

    def at(size: str) -> Bench:
        if size not in made:
            acts: list[tuple[int, str, str]] = []
            touches: list[str] = []
            width, height = (int(side) for side in size.split("x"))
            stage = Stage(
                width,
                height,
                px_per_mm=PX_PER_MM[size],
                fullscreen=False,
                acted=lambda serial, event, data: acts.append((serial, event, data)),
                touched=lambda: touches.append("touched"),
            )
            made[size] = Bench(stage, acts, touches)
        bench = made[size]
        bench.acts.clear()
        bench.touches.clear()
        return bench

    yield at
    for bench in made.values():
        bench.stage.close()


@pytest.fixture
def bench(benches: Callable[[str], Bench]) -> Bench:
    """The portrait stage."""
    bench = benches("1080x1920")
    bench.put(examples("ca")["menu"])
    bench.acts.clear()
    bench.touches.clear()
    return bench
