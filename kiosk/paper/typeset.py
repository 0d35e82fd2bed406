"""A ticket typeset by Qt at the head's own dots, in any script, right to left too, and then inked."""

from __future__ import annotations

import segno
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QPainterPath

from devices.contracts import Dots
from kiosk.paper import ticket
from kiosk.paper.ink import ink
from kiosk.paper.lettering import (
    BOLD,
    DISPLAY,
    EXTRABOLD,
    MEDIUM,
    PLAIN,
    SEMIBOLD,
    Paragraph,
    fitting,
    font,
    load_fonts,
    width_of,
    word_fits,
)

THRESHOLD = 140
MARGIN, TOP, BOTTOM = 24, 28, 60
TALLEST = 4000
MARK_WIDTH, MARK_HEIGHT = 63, 72
MODULE, WIDEST_MODULE = 6, 7
"""Dots a module of a QR code."""
BIGGEST = 188 / 528
"""The size of the big number, as a part of the paper's inner width."""
BESIDE = 190
"""Dots that words beside a code need at least."""
WRITTEN, SIGNED = 64, 120
"""Dots of white above a line: for a word in handwriting, and for a signature."""
THIN, THICK = 3, 5
RADIUS = 14
BLACK, WHITE = Qt.GlobalColor.black, Qt.GlobalColor.white


def typeset(made: ticket.Ticket, width: int) -> tuple[Dots, ...]:
    """Each piece of `made` as dots for a head of `width` dots. It needs a QGuiApplication."""
    load_fonts()
    return tuple(_sheet(piece, made, width) for piece in made.pieces)


def _sheet(piece: tuple[ticket.Content, ...], made: ticket.Ticket, width: int) -> Dots:
    image = QImage(width, TALLEST, QImage.Format.Format_Grayscale8)
    image.fill(WHITE)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    sheet = _Sheet(painter, width, made)
    for block in piece:
        sheet.set(block)
    painter.end()
    height = min(TALLEST, sheet.y + BOTTOM)
    stride = image.bytesPerLine()
    grey = bytes(image.constBits())
    rows = (grey[start : start + width] for start in range(0, stride * height, stride))
    return ink(b"".join(rows), width, THRESHOLD)


class _Sheet:
    """The paper so far: where the next block begins, and how each is drawn."""

    def __init__(self, painter: QPainter, width: int, made: ticket.Ticket) -> None:
        self.y = TOP
        """The first row that is still white."""
        self._painter = painter
        self._width = width
        self._inner = width - 2 * MARGIN
        self._centred = made.centred
        self._mirrored = made.right_to_left

    def set(self, block: ticket.Content) -> None:
        """Draw `block` below what stands there."""
        match block:
            case ticket.Mark():
                self._mark(block)
            case ticket.Rule():
                self.y += 22
                self._rule(THICK if block.thick else THIN)
            case ticket.Title():
                self.y += 20
                size, weight = (38, BOLD) if block.small else (58, EXTRABOLD)
                self._write(block.text, fitting(block.text, DISPLAY, size, weight, self._inner))
            case ticket.Text():
                self.y += 12
                self._write(block.text, font(PLAIN, 28 if self._centred else 30, MEDIUM))
            case ticket.Big():
                self._big(block.text)
            case ticket.Table():
                self._table(block.rows)
            case ticket.Inverted():
                self._inverted(block)
            case ticket.Figures():
                self._figures(block.figures)
            case ticket.Code():
                self._code(block)
            case ticket.Blank():
                self.y += 13
                self._write(block.label, font(PLAIN, 28, MEDIUM))
                self.y += SIGNED if block.tall else WRITTEN
                self._rule(THIN)
            case ticket.Closing():
                self.y += 26
                self._write(block.text, font(DISPLAY, 40, BOLD), centred=True)

    def _paragraph(self, text: str, written: QFont, width: float, *, centred: bool) -> Paragraph:
        return Paragraph(text, written, width, centred=centred, right_to_left=self._mirrored)

    def _write(self, text: str, written: QFont, *, centred: bool = False) -> None:
        """A paragraph as wide as the paper."""
        said = self._paragraph(text, written, self._inner, centred=centred or self._centred)
        said.draw(self._painter, MARGIN, self.y)
        self.y += said.height

    def _across(self, x: float, width: float) -> float:
        """Where something that begins at `x` stands, seen from the side where reading begins."""
        return self._width - x - width if self._mirrored else x

    def _box(self, x: float, y: int, width: float, height: int) -> None:
        self._painter.fillRect(QRectF(round(self._across(x, width)), y, round(width), height), BLACK)

    def _rule(self, thickness: int) -> None:
        self._box(MARGIN, self.y, self._inner, thickness)
        self.y += thickness

    def _mark(self, block: ticket.Mark) -> None:
        town, place = font(DISPLAY, 34, BOLD), font(PLAIN, 28, MEDIUM)
        names = max(width_of(block.town, town), width_of(block.place, place)) + 2
        beside = MARK_WIDTH + 19
        left = max(MARGIN, (self._width - beside - names) / 2) if self._centred else MARGIN
        room = min(names, self._width - MARGIN - left - beside)
        self._arch(self._across(left, MARK_WIDTH), self.y)
        for text, written, down in ((block.town, town, -4), (block.place, place, 37)):
            said = self._paragraph(text, written, room, centred=False)
            said.draw(self._painter, self._across(left + beside, room), self.y + down)
        self.y += MARK_HEIGHT

    def _arch(self, x: float, y: float) -> None:
        """The mark: an arch with the dot on its threshold, 54 by 62 units."""
        arch = QPainterPath(QPointF(0, 62))
        arch.arcTo(QRectF(0, 0, 54, 54), 180, -180)
        arch.lineTo(54, 62)
        arch.lineTo(40, 62)
        arch.arcTo(QRectF(14, 14, 26, 26), 0, 180)
        arch.lineTo(14, 62)
        arch.closeSubpath()
        arch.addEllipse(QPointF(27, 52.5), 9.5, 9.5)
        self._painter.save()
        self._painter.translate(x, y)
        self._painter.scale(MARK_HEIGHT / 62, MARK_HEIGHT / 62)
        self._painter.fillPath(arch, BLACK)
        self._painter.restore()

    def _big(self, text: str) -> None:
        most = int(BIGGEST * self._inner)
        size = min(most, int(most * self._inner / max(1.0, width_of(text, font(DISPLAY, most, EXTRABOLD)))))
        written = font(DISPLAY, size, EXTRABOLD)
        said = self._paragraph(text, written, self._inner, centred=True)
        cap = round(QFontMetricsF(written).capHeight())
        self.y += 42
        # A line this large is mostly air: only the capitals' height counts.
        said.draw(self._painter, MARGIN, self.y - (said.height - cap) / 2)
        self.y += cap + 12

    def _table(self, rows: tuple[tuple[str, str], ...]) -> None:
        named, valued = font(PLAIN, 30, MEDIUM), font(PLAIN, 30, SEMIBOLD)
        column = min(max((width_of(name, named) for name, _ in rows), default=0) + 24, self._inner / 2)
        room = self._inner - column
        if not all(word_fits(value, valued, room) for _, value in rows):
            self._stacked(rows, named, valued)
            return
        for name, value in rows:
            left = self._paragraph(name, named, column - 12, centred=False)
            right = self._paragraph(value, valued, room, centred=False)
            self.y += 13
            left.draw(self._painter, self._across(MARGIN, column - 12), self.y)
            right.draw(self._painter, self._across(MARGIN + column, room), self.y)
            self.y += max(left.height, right.height) + 14
            self._rule(THIN)

    def _stacked(self, rows: tuple[tuple[str, str], ...], named: QFont, valued: QFont) -> None:
        """Each label above its value: for narrow paper."""
        for name, value in rows:
            self.y += 13
            self._write(name, named)
            self._write(value, valued)
            self.y += 14
            self._rule(THIN)

    def _inverted(self, block: ticket.Inverted) -> None:
        written = font(DISPLAY, 36, BOLD) if block.loud else font(PLAIN, 28, SEMIBOLD)
        inset, padding = 20, 15 if block.loud else 18
        said = self._paragraph(block.text, written, self._inner - 2 * inset, centred=block.loud)
        self.y += 26
        height = said.height + 2 * padding
        box = QPainterPath()
        box.addRoundedRect(QRectF(MARGIN, self.y, self._inner, height), RADIUS, RADIUS)
        self._painter.fillPath(box, BLACK)
        said.draw(self._painter, MARGIN + inset, self.y + padding, WHITE)
        self.y += height + 14

    def _figures(self, figures: tuple[ticket.Figure, ...]) -> None:
        small, number = font(PLAIN, 28, MEDIUM), font(DISPLAY, 56, EXTRABOLD)
        column = self._inner / len(figures)
        self.y += 24
        lowest = self.y
        for place, figure in enumerate(figures):
            y = self.y
            for text, written in ((figure.label, small), (figure.number, number), (figure.unit, small)):
                said = self._paragraph(text, written, column - 24, centred=True)
                said.draw(self._painter, self._across(MARGIN + place * column + 12, column - 24), y)
                y += said.height
            lowest = max(lowest, y)
        for place in range(1, len(figures)):
            self._box(MARGIN + place * column - 2, self.y, 4, lowest - self.y)
        self.y = lowest

    def _code(self, block: ticket.Code) -> None:
        modules = segno.make(block.address, error="m", micro=False, boost_error=False).matrix
        module = max(MODULE, min(WIDEST_MODULE, int(self._inner * 0.4) // len(modules)))
        side, quiet = module * len(modules), 4 * module
        reason = font(PLAIN, 29, MEDIUM)
        room = self._inner - side - quiet
        self.y += 24
        if room < BESIDE:
            # A long address, or narrow paper: the words go below it.
            self._modules(modules, module, (self._width - side) // 2, self.y)
            self.y += side + quiet
            self._write(block.reason, reason, centred=True)
            return
        said = self._paragraph(block.reason, reason, room, centred=False)
        height = max(side, said.height)
        self._modules(modules, module, round(self._across(MARGIN, side)), self.y + (height - side) // 2)
        said.draw(
            self._painter,
            self._across(MARGIN + side + quiet, room),
            self.y + (height - said.height) / 2,
        )
        self.y += height + 4

    def _modules(self, modules: tuple[bytearray, ...], module: int, x: int, y: int) -> None:
        for down, row in enumerate(modules):
            for across, dark in enumerate(row):
                if dark:
                    self._painter.fillRect(x + across * module, y + down * module, module, module, BLACK)
