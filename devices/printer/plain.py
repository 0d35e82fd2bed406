"""Lines of text become the steps of a job, each whole in itself: what it changes, it sets back."""

from __future__ import annotations

from devices.contracts import CODE_PAGE, Plain, PlainCode, PlainLine
from devices.printer import commands
from devices.printer.raster import Step

CELL = 24
"""Rows of a letter of font A."""
LEADING = 6
"""White rows below a line."""


def steps(sheet: Plain) -> list[Step]:
    """The steps of one sheet: the code page, once, and then a step for each line."""
    return [Step(commands.CODE_PAGE_1252, 0), *map(_step, sheet.lines)]


def height(sheet: Plain) -> int:
    """Rows of dots that it takes."""
    return sum(step.rows for step in steps(sheet))


def _step(line: PlainLine | PlainCode) -> Step:
    if isinstance(line, PlainCode):
        return _code(line)
    rows = CELL * line.size + LEADING
    look = commands.size(line.size) + commands.bold(on=line.bold) + commands.inverted(on=line.inverted)
    back = commands.size(1) + commands.bold(on=False) + commands.inverted(on=False)
    text = line.text.encode(CODE_PAGE)
    if any(byte < 0x20 for byte in text):
        raise ValueError("a control byte in a line of text")
    return Step(commands.line_spacing(rows) + look + text + commands.LINE_FEED + back, rows)


def _code(code: PlainCode) -> Step:
    white = commands.feed(4 * code.module)
    data = (
        commands.centred(on=True)
        + white
        + commands.qr_code(code.address.encode("ascii"), code.module)
        + white
        + commands.centred(on=False)
    )
    return Step(data, code.module * (code.side + 8))
