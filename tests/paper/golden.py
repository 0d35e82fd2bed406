"""Golden pictures: paper dot by dot, as it was when a person last looked at it.

`python -m tests.paper.golden` draws all of them anew: look at what changed before it is committed.

They are drawn in a process of its own, which knows no font of the machine: nothing that was drawn before and
nothing that is installed changes a dot.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtGui import QGuiApplication, QImage

from devices.contracts import Dots

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
ROOMS = ("tests.paper.drawn_tickets",)
"""Modules that draw: each has `drawings()`, which gives the name and the dots of each picture."""
NO_FONTS = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>'
DRAWN_WITHIN = 300.0


def draw_all(room: str, into: Path) -> None:
    """Draw each picture of `room` into the folder `into`, in a process of its own."""
    with TemporaryDirectory() as scratch:
        fonts = Path(scratch) / "fonts.conf"
        fonts.write_text(NO_FONTS)
        subprocess.run(
            [sys.executable, "-m", "tests.paper.golden", room, str(into)],
            check=True,
            cwd=ROOT,
            timeout=DRAWN_WITHIN,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "FONTCONFIG_FILE": str(fonts)},
        )


def differences(drawn: Path, golden: Path, names: Iterable[str]) -> list[str]:
    """Each picture of `names` that is not the same in both folders, and how much of it."""
    return [
        f"{name}: {what}" for name in names if (what := _difference(drawn / name, golden / name)) is not None
    ]


def _difference(drawn: Path, golden: Path) -> str | None:
    if not golden.exists():
        return "there is no golden picture of it"
    if not drawn.exists():
        return "it is not drawn any more"
    new, old = QImage(str(drawn)), QImage(str(golden))
    if new.size() != old.size():
        return f"{new.width()} by {new.height()} dots, was {old.width()} by {old.height()}"
    other = (_rows(new) ^ _rows(old)).bit_count()
    return f"{other} dots differ" if other else None


def _rows(picture: QImage) -> int:
    bits = picture.convertToFormat(QImage.Format.Format_Mono)
    # Bits beyond the width are anything.
    rest = bits.bytesPerLine() * 8 - bits.width()
    keep = (1 << bits.width()) - 1 << rest
    whole = 0
    data = bytes(bits.constBits())
    for start in range(0, len(data), bits.bytesPerLine()):
        row = int.from_bytes(data[start : start + bits.bytesPerLine()], "big") & keep
        whole = whole << bits.width() | row >> rest
    return whole


def save(dots: Dots, file: Path) -> None:
    """Write `dots` as a PNG of one bit a dot."""
    picture = QImage(dots.rows, dots.width, dots.height, dots.stride, QImage.Format.Format_Mono)
    picture.setColorTable([0xFFFFFFFF, 0xFF000000])
    if not picture.save(str(file)):
        raise OSError(f"cannot write {file.name}")


def _draw_here(room: str, into: Path) -> None:
    application = QGuiApplication([room])
    into.mkdir(parents=True, exist_ok=True)
    for name, dots in import_module(room).drawings():
        save(dots, into / f"{name}.png")
    application.quit()


def main() -> None:
    """Without arguments: draw all golden pictures anew. With a room and a folder: draw the room here."""
    if len(sys.argv) == 3:
        _draw_here(sys.argv[1], Path(sys.argv[2]))
        return
    for picture in GOLDEN.glob("*.png"):
        picture.unlink()
    for room in ROOMS:
        draw_all(room, GOLDEN)


if __name__ == "__main__":
    main()
