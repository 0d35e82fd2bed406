"""Lays a padró document out on as many sheets as it takes, each with the box by which it is checked."""

from __future__ import annotations

from dataclasses import dataclass

from demo.seu.paper.content import Content, Field, Group
from demo.seu.paper.fonts import Faces, faces
from demo.seu.paper.sheet import HEIGHT, LEFT, RIGHT, Sheets, width_of, wrapped
from demo.seu.town import CSV_ADDRESS
from demo.seu.words import Words

_COLUMN = (RIGHT - LEFT) // 2
_GUTTER = 40
_BOX_TOP, _BOX_HEIGHT = 1886, 381
_FLOOR = _BOX_TOP - 30
_NEXT_TOP = 320
"""Where the first row of a later sheet begins."""
_LABEL, _VALUE, _VALUE_LINE = 27, 39, 46
_QR_MODULE = 9
"""Dots: 33 modules of version 4 make 37 mm."""

HOW_TO_CHECK = Words("Comproveu que és autèntic", "Compruebe que es auténtico", "")
SCAN = Words("Escanegeu el QR o escriviu el codi a", "Escanee el QR o escriba el código en", "")
CSV_LABEL = Words("Codi segur de verificació (CSV)", "Código seguro de verificación (CSV)", "")
FOOT = Words(
    "Imprès a la zona blava · {kiosk} · còpia {n}", "Impreso en la zona azul · {kiosk} · copia {n}", ""
)
_SHEET = Words("Full {n} de {m}", "Hoja {n} de {m}", "")
_SHEET_OF_ONE = Words("Full 1 d’1", "Hoja 1 de 1", "")
SAMPLE = Words("dades fictícies", "datos ficticios", "")


@dataclass(frozen=True, slots=True)
class Check:
    """What the paper is checked by, and what tells its copies apart."""

    csv: str
    verification_url: str
    kiosk: str
    copy: int


def laid_out(content: Content, check: Check) -> tuple[bytes, int]:
    """The PDF, not sealed yet, and its number of sheets."""
    face = faces()
    pages = _paginate(content, face)
    sheets = Sheets(content.title, f"{content.language}-ES")
    for number, rows in enumerate(pages, start=1):
        if number > 1:
            sheets.new_sheet()
        _draw_head(sheets, content, face, later=number > 1)
        if number == 1:
            _draw_title(sheets, content, face)
        y = _top(content, face) if number == 1 else _NEXT_TOP
        for row in rows:
            row.draw(sheets, face, y)
            y += row.height
        if number == len(pages):
            _draw_worth(sheets, content, face, y + 60)
        _draw_check(sheets, content, face, check)
        _draw_foot(sheets, content, face, check, (number, len(pages)))
    return sheets.bytes(), len(pages)


@dataclass(frozen=True, slots=True, repr=False)
class _Row:
    """Two fields side by side, below the title of their group where they are its first."""

    heading: str
    labels: tuple[str, str] | None
    values: tuple[list[str], list[str]]

    @property
    def _above(self) -> int:
        return (102 if self.heading else 0) + (44 if self.labels else 0)

    @property
    def height(self) -> int:
        return self._above + 66 + (max(map(len, self.values)) - 1) * _VALUE_LINE

    def draw(self, sheets: Sheets, face: Faces, y: int) -> None:
        if self.heading:
            sheets.text(LEFT, y + 76, self.heading, face.heading, 38)
            sheets.rule(y + 98, 6)
        top = y + self._above
        for column, lines in enumerate(self.values):
            x = LEFT + column * _COLUMN
            if self.labels:
                sheets.text(x, top - 3, self.labels[column], face.text, _LABEL)
            for line, value in enumerate(lines):
                sheets.text(x, top + 43 + line * _VALUE_LINE, value, face.strong, _VALUE)
        sheets.rule(y + self.height - 3, 3)


def _rows(group: Group, face: Faces) -> list[_Row]:
    rows: list[_Row] = []
    blank = Field("", "")
    for index in range(0, len(group.fields), 2):
        left, right = (*group.fields[index : index + 2], blank)[:2]
        labels = None if group.list_ and rows else (left.label, right.label)
        left_lines, right_lines = (
            wrapped(field.value, face.strong, _VALUE, _COLUMN - _GUTTER) for field in (left, right)
        )
        rows.append(_Row("" if rows else group.title, labels, (left_lines, right_lines)))
    return rows


def _paginate(content: Content, face: Faces) -> list[list[_Row]]:
    """Rows by sheet: a group stays together where a sheet holds it, the last with what the paper is worth."""
    pages: list[list[_Row]] = [[]]
    y = _top(content, face)
    for group in content.groups:
        rows = _rows(group, face)
        tail = _worth_height(content, face) if group is content.groups[-1] else 0
        together = sum(row.height for row in rows) + tail
        whole = _NEXT_TOP + together <= _FLOOR
        for place, row in enumerate(rows):
            need = row.height + (tail if place == len(rows) - 1 else 0)
            if y + (together if whole and place == 0 else need) > _FLOOR:
                pages.append([])
                y = _NEXT_TOP
            pages[-1].append(row)
            y += row.height
    return pages


def _draw_head(sheets: Sheets, content: Content, face: Faces, *, later: bool) -> None:
    sheets.mark(LEFT, 100)
    sheets.text(LEFT + 184, 177, content.town, face.heading, 56)
    sheets.text(LEFT + 184, 230, content.title if later else content.register, face.text, 36)
    sheets.frame(RIGHT - 256, 133, 256, 104, 5)
    sheets.text_centred(
        RIGHT - 128, 177, "MOSTRA" if content.language == "ca" else "MUESTRA", face.strong, 28
    )
    sheets.text_centred(RIGHT - 128, 212, SAMPLE.in_(content.language), face.strong, 28)
    sheets.rule(306, 10)


def _draw_title(sheets: Sheets, content: Content, face: Faces) -> None:
    sheets.text(LEFT, 443, content.title, face.title, 92)
    sheets.text(LEFT, 516, content.subtitle, face.text, 42)
    for line, words in enumerate(_intro_lines(content, face)):
        sheets.text(LEFT, 598 + line * 47, words, face.text, 35)


def _intro_lines(content: Content, face: Faces) -> list[str]:
    return wrapped(content.intro, face.text, 35, RIGHT - LEFT)


def _top(content: Content, face: Faces) -> int:
    """Where the first row of the first sheet begins."""
    return 560 + 47 * len(_intro_lines(content, face)) + 2


def _worth_lines(content: Content, face: Faces) -> list[str]:
    indent = width_of(f"{content.worth} ", face.strong, 30)
    filler = "\u00a0" * round(indent / width_of("\u00a0", face.text, 30))
    return wrapped(f"{filler}{content.worth_more}", face.text, 30, RIGHT - LEFT)


def _worth_height(content: Content, face: Faces) -> int:
    return 72 + 42 * (len(_worth_lines(content, face)) - 1)


def _draw_worth(sheets: Sheets, content: Content, face: Faces, baseline: int) -> None:
    sheets.text(LEFT, baseline, content.worth, face.strong, 30)
    first, *more = _worth_lines(content, face)
    x = LEFT + round(width_of(f"{content.worth} ", face.strong, 30))
    sheets.text(x, baseline, first.lstrip("\u00a0"), face.text, 30)
    for line, words in enumerate(more, start=1):
        sheets.text(LEFT, baseline + line * 42, words, face.text, 30)


def _draw_check(sheets: Sheets, content: Content, face: Faces, check: Check) -> None:
    sheets.frame(LEFT, _BOX_TOP, RIGHT - LEFT, _BOX_HEIGHT, 6)
    # Four white modules between the frame and the code (ISO/IEC 18004, 9.1).
    side = sheets.qr(LEFT + 42, _BOX_TOP + 42, check.verification_url, _QR_MODULE)
    x = LEFT + 42 + side + 46
    sheets.text(x, 1995, HOW_TO_CHECK.in_(content.language), face.heading, 40)
    sheets.text(x, 2045, SCAN.in_(content.language), face.text, 30)
    sheets.text(x, 2085, CSV_ADDRESS, face.strong, 30)
    sheets.text(x, 2134, CSV_LABEL.in_(content.language), face.text, _LABEL)
    sheets.text(x, 2190, check.csv, face.code, 52)


def _draw_foot(sheets: Sheets, content: Content, face: Faces, check: Check, sheet: tuple[int, int]) -> None:
    n, m = sheet
    foot = FOOT.in_(content.language).format(kiosk=check.kiosk, n=check.copy)
    numbered = (_SHEET_OF_ONE if m == 1 else _SHEET).in_(content.language).format(n=n, m=m)
    sheets.text(LEFT, HEIGHT - 60, foot, face.text, 27)
    sheets.text_right(RIGHT, HEIGHT - 60, numbered, face.text, 27)
