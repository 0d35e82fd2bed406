"""Sheets of A4 or of a roll, measured in the dots of a thermal head (8 a millimetre), from the top left.

All of it is black, on whole dots, with no line thinner than three: a head of 203 dpi prints it as it stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import segno
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

HEIGHT = 2376
"""297 mm."""
LEFT, RIGHT = 96, 1584
_POINTS_A_DOT = 72 / 25.4 / 8
_HAIR = 0.02


@dataclass(frozen=True, slots=True)
class Form:
    """A sheet's size, and where its rules begin and end."""

    width: int
    height: int
    left: int
    right: int

    @property
    def points(self) -> tuple[float, float]:
        """Rounded down: a renderer that rounds up would else make a row more, and lay lines across two."""
        return int(self.width * _POINTS_A_DOT * 1000) / 1000, int(self.height * _POINTS_A_DOT * 1000) / 1000


A4 = Form(1680, HEIGHT, LEFT, RIGHT)


class Sheets:
    """A PDF in the making; `new_sheet` begins the next page."""

    def __init__(self, title: str, language: str, form: Form = A4) -> None:
        self._out = BytesIO()
        self._form = form
        self._canvas = Canvas(self._out, pagesize=form.points, pageCompression=1)
        self._canvas.setTitle(title)
        self._canvas.setCreator("Zona Blava")
        self._canvas.setAuthor("")
        self._canvas.setCatalogEntry("Lang", language)
        self._begin()

    def new_sheet(self) -> None:
        self._canvas.showPage()
        self._begin()

    def _begin(self) -> None:
        self._canvas.scale(_POINTS_A_DOT, _POINTS_A_DOT)
        self._canvas.setFillGray(0)

    def bytes(self) -> bytes:
        self._canvas.save()
        return self._out.getvalue()

    def text(self, x: int, baseline: int, text: str, face: str, size: int) -> None:
        self._canvas.setFont(face, size)
        self._canvas.drawString(x, self._form.height - baseline, text)

    def text_right(self, x: int, baseline: int, text: str, face: str, size: int) -> None:
        self._canvas.setFont(face, size)
        self._canvas.drawRightString(x, self._form.height - baseline, text)

    def text_centred(self, x: int, baseline: int, text: str, face: str, size: int) -> None:
        self._canvas.setFont(face, size)
        self._canvas.drawCentredString(x, self._form.height - baseline, text)

    def box(self, x: int, y: int, width: int, height: int) -> None:
        """A filled rectangle; rules are boxes."""
        # A hair smaller: PDFium rounds a rectangle outwards, and would make it a dot wider.
        self._canvas.rect(
            x + _HAIR,
            self._form.height - y - height + _HAIR,
            width - 2 * _HAIR,
            height - 2 * _HAIR,
            stroke=0,
            fill=1,
        )

    def rule(self, y: int, thickness: int) -> None:
        self.box(self._form.left, y, self._form.right - self._form.left, thickness)

    def frame(self, x: int, y: int, width: int, height: int, thickness: int) -> None:
        self.box(x, y, width, thickness)
        self.box(x, y + height - thickness, width, thickness)
        self.box(x, y, thickness, height)
        self.box(x + width - thickness, y, thickness, height)

    def mark(self, x: int, y: int) -> None:
        """The arch with its dot, 148 × 170."""
        path = self._canvas.beginPath()
        for inset, side in ((0, 0), (38, 38)):
            left, right, top, bottom = (
                x + side,
                x + 148 - side,
                self._form.height - y - inset,
                self._form.height - y - 170,
            )
            radius = (right - left) / 2
            path.moveTo(left, bottom)
            path.lineTo(left, top - radius)
            path.arcTo(left, top - 2 * radius, right, top, 180, -180)
            path.lineTo(right, bottom)
            path.close()
        self._canvas.drawPath(path, stroke=0, fill=1, fillMode=0)  # even-odd: the second arch is a hole
        self._canvas.circle(x + 74, self._form.height - y - 140, 27, stroke=0, fill=1)

    @staticmethod
    def qr_side(text: str, dots_a_module: int) -> int:
        """The side of that code in dots."""
        return len(segno.make(text, error="m", micro=False).matrix) * dots_a_module

    def qr(self, x: int, y: int, text: str, dots_a_module: int) -> int:
        """Draw `text` as whole modules and answer the side in dots; the quiet zone is the caller's."""
        path = self._canvas.beginPath()
        matrix = segno.make(text, error="m", micro=False).matrix
        for row, modules in enumerate(matrix):
            start = None
            for column, module in enumerate((*modules, 0)):
                if module and start is None:
                    start = column
                elif not module and start is not None:
                    path.rect(
                        x + start * dots_a_module,
                        self._form.height - y - (row + 1) * dots_a_module,
                        (column - start) * dots_a_module,
                        dots_a_module,
                    )
                    start = None
        self._canvas.drawPath(path, stroke=0, fill=1)
        return len(matrix) * dots_a_module


def wrapped(text: str, face: str, size: int, width: int) -> list[str]:
    """Lines of `text` that fit in `width` dots; a word that is too wide stays whole."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and stringWidth(longer, face, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def width_of(text: str, face: str, size: int) -> float:
    return float(stringWidth(text, face, size))
