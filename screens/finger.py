"""A finger for tours: real pointer events on an item."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent

from screens.stage import Stage, walk

PRESSED_FOR = 0.06
"""Seconds between touching and letting go; a quick tap of a person takes about that."""

AT_REST_WITHIN = 2.0
"""Seconds that a screen may take to come; in the first 0.3 s no touch counts, lest a double tap press it."""
LOOK_EVERY = 0.02


class NothingThere(LookupError):
    """No item of that name can be touched on the present screen."""


async def touch(stage: Stage, item: str) -> None:
    """Press and release in the middle of the item once the screen has come to rest; raises NothingThere."""
    place = stage.target(item)
    waited = 0.0
    while place is None:
        if waited > AT_REST_WITHIN:
            raise NothingThere(item)
        await asyncio.sleep(LOOK_EVERY)
        waited += LOOK_EVERY
        place = stage.target(item)
    await _press(stage, place.center(), PRESSED_FOR)


async def hold(stage: Stage, item: str, seconds: float) -> None:
    """Press an item that is no target, such as the mark, for so long; raises NothingThere."""
    there = next((one for one in walk(stage.window.contentItem()) if one.objectName() == item), None)
    if there is None:
        raise NothingThere(item)
    await _press(stage, there.mapRectToScene(there.boundingRect()).center(), seconds)


async def _press(stage: Stage, place: QPointF, seconds: float) -> None:
    _send(stage, QEvent.Type.MouseButtonPress, place, Qt.MouseButton.LeftButton)
    await asyncio.sleep(seconds)
    _send(stage, QEvent.Type.MouseButtonRelease, place, Qt.MouseButton.NoButton)


def _send(stage: Stage, kind: QEvent.Type, at: QPointF, held: Qt.MouseButton) -> None:
    everywhere = stage.window.mapToGlobal(at)
    event = QMouseEvent(kind, at, everywhere, Qt.MouseButton.LeftButton, held, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(stage.window, event)
