"""Looks at a window for what no person should meet: cut or colliding text, targets too small or too near."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem

from screens.stage import Target, walk

LEAST_SIDE = 12.7
"""Millimetres; what VotingWorks asks of a target (style.md)."""
LEAST_GAP = 2.54
SLACK = 1.5
"""Pixels that rounding may cost."""
# A line of type has air above and below its letters; this much of it may lie over something else.
AIR = 0.22
CARET = 6
"""Pixels of its width at most."""


def named(item: QQuickItem) -> str:
    return f"{item.metaObject().className().split('_QML')[0]} “{item.property('text') or item.objectName()}”"


def is_words(item: QQuickItem) -> bool:
    if not item.inherits("QQuickText") or not item.property("text"):
        return False
    return not item.property("font").family().startswith("Zona Blava Icons")


def asked(item: QQuickItem, name: str) -> Qt.AlignmentFlag:
    """An alignment, which Python cannot read as a property."""
    value = QQmlExpression(qmlContext(item), item, name).evaluate()
    return Qt.AlignmentFlag(value[0] if isinstance(value, tuple) else value)


def painted(words: QQuickItem) -> QRectF:
    """Where the letters of a text are on the window."""
    width, height = float(words.property("contentWidth")), float(words.property("contentHeight"))
    air = words.property("font").pixelSize() * AIR
    spare_width, spare_height = words.width() - width, words.height() - height
    across, down = asked(words, "effectiveHorizontalAlignment"), asked(words, "verticalAlignment")
    x = {Qt.AlignmentFlag.AlignHCenter: 0.5, Qt.AlignmentFlag.AlignRight: 1.0}.get(across, 0) * spare_width
    y = {Qt.AlignmentFlag.AlignVCenter: 0.5, Qt.AlignmentFlag.AlignBottom: 1.0}.get(down, 0) * spare_height
    return words.mapRectToScene(QRectF(x, y + air, width, max(1.0, height - 2 * air)))


def scene(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def inside(inner: QRectF, outer: QRectF) -> bool:
    return outer.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(inner)


def boxes_around(item: QQuickItem) -> Iterator[QQuickItem]:
    """The boxes that have to hold an item: what is pressed, what has an outline, what cuts off."""
    above = item.parentItem()
    while above is not None:
        if above.property("touchable") or above.clip() or above.inherits("QQuickRectangle"):
            yield above
        above = above.parentItem()


def shown_words(root: QQuickItem) -> dict[QQuickItem, QRectF]:
    """Every text that is shown, with where its letters are."""
    return {item: painted(item) for item in walk(root) if is_words(item) and item.opacity() > 0}


def text_faults(root: QQuickItem) -> list[str]:
    """Text that is cut, painted out of its box or off the window, or that lies over other text."""
    found = []
    window = scene(root)
    places = shown_words(root)
    for words, place in places.items():
        if words.property("truncated"):
            found.append(f"cut: {named(words)}")
        if float(words.property("contentWidth")) > words.width() + SLACK:
            found.append(f"wider than its room: {named(words)}")
        if not inside(place, window):
            found.append(f"off the window: {named(words)}")
        for box in boxes_around(words):
            if box is not root and not inside(place, scene(box)):
                found.append(f"out of its box: {named(words)} in {named(box)}")
                break
    for one, other in combinations(places, 2):
        if overlap(places[one], places[other]):
            found.append(f"over each other: {named(one)} and {named(other)}")
    return found + [f"covered: {named(words)} by {named(cover)}" for words, cover in covered(root, places)]


def seen_of(item: QQuickItem, place: QRectF) -> QRectF:
    """What is seen of an item's `place` on the window, as far as nothing around it cuts it off."""
    seen, above = place, item.parentItem()
    while above is not None:
        if above.clip():
            seen = seen.intersected(scene(above))
        above = above.parentItem()
    return seen


def is_surface(rectangle: QQuickItem) -> bool:
    """Nothing is seen through it; a caret is none."""
    opaque = rectangle.property("color").alpha() * rectangle.opacity() == 255
    return opaque and min(rectangle.width(), rectangle.height()) > CARET


def covered(root: QQuickItem, places: dict[QQuickItem, QRectF]) -> Iterator[tuple[QQuickItem, QQuickItem]]:
    """Texts over which an opaque surface is painted, which then does not surround them. Nothing has a `z`."""
    letters: dict[QQuickItem, QRectF] = {}
    for item in walk(root):
        if item in places:
            letters[item] = seen_of(item, places[item])
        elif item.inherits("QQuickRectangle") and is_surface(item):
            surface = seen_of(item, scene(item))
            yield from ((words, item) for words, place in letters.items() if overlap(place, surface))


def overlap(one: QRectF, other: QRectF) -> bool:
    both = one.intersected(other)
    return both.width() > SLACK and both.height() > SLACK


def content_faults(root: QQuickItem) -> list[str]:
    """What can be pressed and leaves the window, and text that lies over it from beside."""
    found = []
    pressable = {item: scene(item) for item in walk(root) if item.property("touchable") and item.isEnabled()}
    for item, place in pressable.items():
        if not inside(place, scene(root)):
            found.append(f"off the window: {named(item)}")
    for words, letters in shown_words(root).items():
        for item, place in pressable.items():
            if not is_below(item, words) and overlap(letters, place):
                found.append(f"{named(words)} lies over {named(item)}")
    return found


def is_below(above: QQuickItem, item: QQuickItem) -> bool:
    return above is item or above.isAncestorOf(item)


def target_faults(targets: list[Target], px_per_mm: float) -> list[str]:
    """Targets that a finger misses, or that lie so near that it takes two."""
    found = []
    for target in targets:
        width, height = target.rect.width() / px_per_mm, target.rect.height() / px_per_mm
        if min(width, height) < LEAST_SIDE:
            found.append(f"{target.name} is {width:.1f} by {height:.1f} mm")
    for one, other in combinations(targets, 2):
        across = max(one.rect.left() - other.rect.right(), other.rect.left() - one.rect.right())
        down = max(one.rect.top() - other.rect.bottom(), other.rect.top() - one.rect.bottom())
        gap = max(across, down) / px_per_mm
        if gap < LEAST_GAP:
            found.append(f"{one.name} and {other.name} are {gap:.1f} mm apart")
    return found
