"""Words on paper: the theme's fonts, and paragraphs that wrap, with `**bold**`, in either direction."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from kiosk.paper.breaking import lines_of

DISPLAY, PLAIN = "Bricolage Grotesque", "Atkinson Hyperlegible Next"
ARABIC = "Noto Sans Arabic"
"""Where the other two have no letter; no font of the machine is asked for."""
MEDIUM, SEMIBOLD, BOLD, EXTRABOLD = 500, 600, 700, 800
LINE = 1.22
LEAST = 26
"""Dots; smaller letters are not read by everybody."""
LINE_SEPARATOR = "\u2028"
STRONG = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)


@cache
def load_fonts() -> None:
    """Give Qt the fonts of the theme, once. It needs a QGuiApplication."""
    folder = Path(str(files("screens"))) / "theme" / "fonts"
    for font in sorted(folder.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(font))


def font(family: str, size: int, weight: int) -> QFont:
    """A font of `size` dots."""
    made = QFont([family, ARABIC])
    made.setPixelSize(size)
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def width_of(text: str, written: QFont) -> float:
    """Dots that `text` takes in one line."""
    return QFontMetricsF(written).horizontalAdvance(text)


def word_fits(text: str, written: QFont, width: float) -> bool:
    """No word of `text` would have to be broken in `width` dots."""
    return all(width_of(word, written) <= width for word in _strong(text)[0].split(" "))


def fitting(text: str, family: str, size: int, weight: int, width: float) -> QFont:
    """A font of `size` dots, or smaller where a word of `text` would have to be broken in `width` dots."""
    while size > LEAST and not word_fits(text, font(family, size, weight), width):
        size -= 2
    return font(family, size, weight)


class Paragraph:
    """Text broken into lines no wider than `width`, ready to be drawn."""

    def __init__(
        self, text: str, written: QFont, width: float, *, centred: bool = False, right_to_left: bool = False
    ) -> None:
        plain, strong = _strong(text)
        # A layout does not turn its alignment round by itself.
        start = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter if centred else start)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        )
        widths = _widths(plain, strong, written)
        lines = lines_of(plain, widths, width_of(" ", written), width)
        # Kerning makes a line a part of a dot wider than its words: nothing is broken for that.
        whole = max(widths) <= width
        option.setWrapMode(
            QTextOption.WrapMode.ManualWrap if whole else QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
        )
        self._layout = QTextLayout(LINE_SEPARATOR.join(lines), written)
        self._layout.setTextOption(option)
        self._layout.setFormats([_bold(start, length) for start, length in strong])
        self._layout.beginLayout()
        pitch = round(written.pixelSize() * LINE)
        self.height = 0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            _place(line, self.height, pitch)
            self.height += pitch
        self._layout.endLayout()

    def draw(
        self, painter: QPainter, x: float, y: float, colour: Qt.GlobalColor = Qt.GlobalColor.black
    ) -> None:
        """Draw it with its upper left corner at `x` and `y`.

        Each letter is filled as a shape: Qt's own store of drawn letters makes a shade depend on what was
        drawn before.
        """
        for run in self._layout.glyphRuns():
            raw = run.rawFont()
            for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
                shape = raw.pathForGlyph(glyph).translated(place + QPointF(x, round(y)))
                shape.setFillRule(Qt.FillRule.WindingFill)
                painter.fillPath(shape, colour)


def _place(line: QTextLine, top: int, pitch: int) -> None:
    """Put `line` in the middle of its pitch, its baseline on a whole row of dots."""
    baseline = round(top + (pitch + line.ascent() - line.descent()) / 2)
    line.setPosition(QPointF(0, baseline - line.ascent()))


def _widths(plain: str, strong: list[tuple[int, int]], written: QFont) -> list[float]:
    """Dots of each word; one that is bold in part is measured as if it were whole."""
    bold = QFont(written)
    bold.setWeight(QFont.Weight(SEMIBOLD))
    widths, at = [], 0
    for word in plain.split(" "):
        end = at + len(word)
        is_bold = any(start < end and at < start + length for start, length in strong)
        widths.append(width_of(word, bold if is_bold else written))
        at = end + 1
    return widths


def _strong(text: str) -> tuple[str, list[tuple[int, int]]]:
    """`text` without its asterisks, and where the bold parts begin and how long they are."""
    plain, strong = "", []
    for place, part in enumerate(STRONG.split(text)):
        if place % 2:
            strong.append((len(plain), len(part)))
        plain += part
    return plain, strong


def _bold(start: int, length: int) -> QTextLayout.FormatRange:
    strong = QTextLayout.FormatRange()
    look = QTextCharFormat()
    look.setFontWeight(SEMIBOLD)
    strong.start, strong.length, strong.format = start, length, look
    return strong
