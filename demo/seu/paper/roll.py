"""Lays a volant out on one page of a roll, 72 mm wide and as long as it takes, with what it is checked by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from demo.seu.paper.content import Content
from demo.seu.paper.fonts import faces
from demo.seu.paper.layout import (
    CSV_LABEL,
    FOOT,
    HOW_TO_CHECK,
    SAMPLE,
    SCAN,
    Check,
)
from demo.seu.paper.sheet import Form, Sheets, wrapped
from demo.seu.town import CSV_ADDRESS

WIDTH = 576
_LEFT, _RIGHT = 16, WIDTH - 16
_ROOM = _RIGHT - _LEFT
_QR_MODULE = 8
"""Dots: 33 modules of version 4 make 33 mm."""

_Draw = Callable[[Sheets], object]


@dataclass(slots=True)
class _Roll:
    """What stands on the paper so far, and how far down it reaches."""

    y: int = 16
    drawn: list[_Draw] = field(default_factory=list)

    def space(self, dots: int) -> None:
        self.y += dots

    def text(self, words: str, face: str, size: int, *, centred: bool = False) -> None:
        """A paragraph that wraps."""
        pitch = round(size * 1.22)
        for line in wrapped(words, face, size, _ROOM):
            self.y += pitch
            baseline = self.y - round(size * 0.28)
            self.drawn.append(
                _centred(baseline, line, face, size) if centred else _line(baseline, line, face, size)
            )

    def rule(self, thickness: int) -> None:
        at = self.y
        self.drawn.append(lambda sheets: sheets.rule(at, thickness))
        self.y += thickness

    def framed(self, words: str, face: str, size: int) -> None:
        """Words in a frame as wide as the paper."""
        top, height = self.y, round(size * 2)
        self.drawn.append(lambda sheets: sheets.frame(_LEFT, top, _ROOM, height, 4))
        self.drawn.append(_centred(top + round(size * 1.35), words, face, size))
        self.y += height

    def qr(self, text: str) -> None:
        """A QR code in the middle; the quiet zone is its neighbours' business."""
        top, side = self.y, Sheets.qr_side(text, _QR_MODULE)
        self.drawn.append(lambda sheets: sheets.qr((WIDTH - side) // 2, top, text, _QR_MODULE))
        self.y += side


def _line(baseline: int, words: str, face: str, size: int) -> _Draw:
    return lambda sheets: sheets.text(_LEFT, baseline, words, face, size)


def _centred(baseline: int, words: str, face: str, size: int) -> _Draw:
    return lambda sheets: sheets.text_centred(WIDTH // 2, baseline, words, face, size)


def rolled_out(content: Content, check: Check) -> tuple[bytes, int]:
    """The PDF, not sealed yet, and its number of sheets: one."""
    face, roll, language = faces(), _Roll(), content.language
    mark = roll.y
    roll.drawn.append(lambda sheets: sheets.mark((WIDTH - 148) // 2, mark))
    roll.space(186)
    roll.text(content.town, face.heading, 32, centred=True)
    roll.text(content.register, face.text, 26, centred=True)
    roll.space(12)
    roll.framed(f"{'MOSTRA' if language == 'ca' else 'MUESTRA'} · {SAMPLE.in_(language)}", face.strong, 26)
    roll.space(20)
    roll.text(content.title, face.title, 46)
    roll.text(content.subtitle, face.text, 30)
    roll.space(8)
    roll.text(content.intro, face.text, 26)
    for group in content.groups:
        roll.space(22)
        roll.text(group.title, face.heading, 32)
        roll.space(4)
        roll.rule(5)
        for one in group.fields:
            roll.space(6)
            roll.text(one.label, face.text, 24)
            roll.text(one.value, face.strong, 32)
    roll.space(20)
    roll.rule(3)
    roll.space(10)
    roll.text(content.worth, face.strong, 26)
    roll.text(content.worth_more, face.text, 26)
    roll.space(20)
    roll.rule(6)
    roll.space(14)
    roll.text(HOW_TO_CHECK.in_(language), face.heading, 32, centred=True)
    # Four white modules around the code (ISO/IEC 18004, 9.1).
    roll.space(4 * _QR_MODULE)
    roll.qr(check.verification_url)
    roll.space(4 * _QR_MODULE)
    roll.text(SCAN.in_(language), face.text, 26, centred=True)
    roll.text(CSV_ADDRESS, face.strong, 28, centred=True)
    roll.space(10)
    roll.text(CSV_LABEL.in_(language), face.text, 24, centred=True)
    roll.text(check.csv, face.code, 44, centred=True)
    roll.space(14)
    roll.rule(6)
    roll.space(8)
    roll.text(FOOT.in_(language).format(kiosk=check.kiosk, n=check.copy), face.text, 24)
    roll.space(16)
    sheets = Sheets(content.title, f"{language}-ES", Form(WIDTH, roll.y, _LEFT, _RIGHT))
    for draw in roll.drawn:
        draw(sheets)
    return sheets.bytes(), 1
