"""The scanners find what they are there to find: each planted fault is found, and a good screen has none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QByteArray, QRectF, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from screens.stage import Target
from tests.screens.scan import content_faults, target_faults, text_faults

PLANTED = {
    "wider than its room": "Text { width: 60; text: 'Documentació' }",
    "off the window": "Text { x: 360; text: 'Documentació' }",
    "out of its box": "Rectangle { width: 80; height: 40; Text { x: 40; text: 'Document' } }",
    "cut": "Text { width: 60; text: 'Documentació'; elide: Text.ElideRight }",
    "over each other": "Text { text: 'Volant' } Text { x: 10; text: 'Certificat' }",
    "covered": "Text { text: 'Volant' } Item { Rectangle { width: 90; height: 60 } }",
    "lies over": (
        "Item { property bool touchable: true; width: 90; height: 60 } Text { x: 40; y: 20; text: 'Volant' }"
    ),
}


@pytest.fixture
def planted(application: QGuiApplication, request: pytest.FixtureRequest) -> Iterator[QQuickItem]:
    window, engine = QQuickWindow(), QQmlEngine()
    window.resize(400, 300)
    component = QQmlComponent(engine)
    source = f"import QtQuick\nItem {{ width: 400; height: 300; {request.param} }}"
    component.setData(QByteArray(source.encode()), QUrl())
    item = component.create()
    assert isinstance(item, QQuickItem), component.errorString()
    item.setParentItem(window.contentItem())
    window.show()
    window.grabWindow()
    yield item
    shiboken6.delete(window)
    shiboken6.delete(engine)


@pytest.mark.parametrize(("fault", "planted"), PLANTED.items(), indirect=["planted"])
def test_a_planted_fault_is_found(fault: str, planted: QQuickItem) -> None:
    assert any(
        found.startswith(fault) or fault in found for found in text_faults(planted) + content_faults(planted)
    )


@pytest.mark.parametrize(
    "planted",
    [
        "Rectangle { width: 200; height: 60; Text { x: 10; y: 10; text: 'Volant' } }",
        "Text { text: 'Volant' } Rectangle { width: 90; height: 60; color: '#80000000' }",
        "Text { text: 'Volant' } Item { y: 99; clip: true; Rectangle { y: -99; width: 90; height: 60 } }",
    ],
    indirect=True,
)
def test_nothing_is_found_where_nothing_is_wrong(planted: QQuickItem) -> None:
    assert text_faults(planted) + content_faults(planted) == []


def target(name: str, *rect: float) -> Target:
    return Target(name, QRectF(*rect), name, ready=True)


def test_a_target_that_is_too_small_is_found() -> None:
    assert target_faults([target("small", 0, 0, 12.6, 40)], 1.0) == ["small is 12.6 by 40.0 mm"]


def test_targets_that_are_too_near_are_found() -> None:
    near = [target("one", 0, 0, 20, 20), target("other", 22.5, 0, 20, 20)]
    assert target_faults(near, 1.0) == ["one and other are 2.5 mm apart"]


def test_targets_far_enough_in_one_direction_are_fine() -> None:
    assert target_faults([target("one", 0, 0, 20, 20), target("other", 5, 22.6, 20, 20)], 1.0) == []
