"""A sheet on its way to dots: one grey byte a dot, 0 is black."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtGui import QImage


@dataclass(frozen=True, slots=True)
class Box:
    """Dots from `left` and `top`, without `right` and `bottom` themselves."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """Dots across; none or less where it is empty."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Rows; none or less where it is empty."""
        return self.bottom - self.top

    @property
    def filled(self) -> bool:
        """Whether there is any dot in it."""
        return self.width > 0 and self.height > 0

    def common(self, other: Box) -> Box:
        """What lies in both."""
        return Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )

    def moved(self, across: int, down: int) -> Box:
        """The box elsewhere."""
        return Box(self.left + across, self.top + down, self.right + across, self.bottom + down)

    def grown(self, by: int) -> Box:
        """The box with `by` dots more on each side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


@dataclass(frozen=True, slots=True)
class Grey:
    """Rows of `width` bytes, one after the other. It is written in place."""

    width: int
    rows: bytearray = field(repr=False)

    @classmethod
    def white(cls, width: int, height: int) -> Grey:
        """An empty sheet."""
        return cls(width, bytearray(b"\xff") * (width * height))

    @property
    def height(self) -> int:
        """Rows of the sheet."""
        return len(self.rows) // self.width

    def inside(self, box: Box) -> Box:
        """The part of `box` that lies on the sheet."""
        return box.common(Box(0, 0, self.width, self.height))

    def cut(self, box: Box) -> Grey:
        """A copy of what `box` holds; it lies on the sheet and is not empty."""
        starts = range(box.top * self.width + box.left, box.bottom * self.width + box.left, self.width)
        return Grey(box.width, bytearray().join(self.rows[at : at + box.width] for at in starts))

    def put(self, part: Grey, left: int, top: int) -> None:
        """Lay `part` over the sheet; it must fit."""
        for row in range(part.height):
            at = (top + row) * self.width + left
            self.rows[at : at + part.width] = part.rows[row * part.width : (row + 1) * part.width]

    def dark(self, box: Box, threshold: int) -> bool:
        """Whether any dot of `box` is black at `threshold`."""
        box = self.inside(box)
        return box.filled and bool(self.cut(box).rows.translate(None, bytes(range(threshold, 256))))

    def cropped(self, width: int, threshold: int) -> Grey | None:
        """The middle `width` dots of each row; None where a dot beside them would be black."""
        left = (self.width - width) // 2
        sides = Box(0, 0, left, self.height), Box(left + width, 0, self.width, self.height)
        if any(self.dark(side, threshold) for side in sides):
            return None
        return self.cut(Box(left, 0, left + width, self.height))

    def image(self) -> QImage:
        """The sheet as Qt sees it, in the same memory; it lasts no longer than the sheet."""
        return QImage(self.rows, self.width, self.height, self.width, QImage.Format.Format_Grayscale8)

    def seen(self) -> memoryview:
        """The sheet as zxing-cpp looks at it, in the same memory."""
        return memoryview(self.rows).cast("B", (self.height, self.width))
