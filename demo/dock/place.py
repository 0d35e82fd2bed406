"""Where the dock's window stands: at the right edge of the screen, as high as it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

WIDTH, HEIGHT = 700, 1920
"""Of the drawing; a window of another size shows it smaller or larger."""


@dataclass(frozen=True, slots=True)
class Place:
    """Of a window on the screen, in pixels."""

    x: int
    y: int
    width: int
    height: int


def beside(screen: Place) -> Place:
    """The right edge of what is free of a screen."""
    height = min(HEIGHT, screen.height)
    width = min(round(height * WIDTH / HEIGHT), screen.width)
    return Place(screen.x + screen.width - width, screen.y, width, height)


def geometry(text: str) -> Place:
    """`WxH+X+Y`, as X11 writes it. Raises ValueError on anything else."""
    found = re.fullmatch(r"([1-9]\d{1,4})x([1-9]\d{1,4})\+(\d{1,5})\+(\d{1,5})", text)
    if not found:
        raise ValueError("WxH+X+Y")
    width, height, x, y = (int(number) for number in found.groups())
    return Place(x, y, width, height)
