"""Golden pictures: paper dot by dot, as it was when a person last looked at it.

`python -m tests.paper.golden` draws all of them anew: look at what changed before it is committed.

They are drawn in a process of its own, which knows no font of the machine: nothing that was drawn before and
nothing that is installed changes a dot.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from PySide6.QtGui import QGuiApplication

from devices.contracts import Dots

ROOT = Path(__file__).parents[2]
TICKETS, PAGES = (Path(__file__).parent / "golden" / room for room in ("tickets", "pages"))
ROOMS: Mapping[Path, str] = {TICKETS: "tests.paper.drawn_tickets", PAGES: "tests.paper.drawn_pages"}
"""For each folder the module that draws it: its `drawings()` gives the name and the dots of each picture."""
NO_FONTS = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>'
DRAWN_WITHIN = 300.0
INVERTED = "1;I"
"""A set bit is black, as in `Dots`; a picture has it white."""


def draw_all(golden: Path, into: Path) -> None:
    """Draw each picture of the folder `golden` into the folder `into`, in a process of its own."""
    with TemporaryDirectory() as scratch:
        fonts = Path(scratch) / "fonts.conf"
        fonts.write_text(NO_FONTS)
        subprocess.run(
            [sys.executable, "-m", "tests.paper.golden", ROOMS[golden], str(into)],
            check=True,
            cwd=ROOT,
            timeout=DRAWN_WITHIN,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "FONTCONFIG_FILE": str(fonts)},
        )


def differences(drawn: Path, golden: Path) -> Iterator[str]:
    """Each picture that is not the same in both folders, and how much of it."""
    for name in sorted({file.name for folder in (drawn, golden) for file in folder.glob("*.png")}):
        if not (golden / name).exists():
            yield f"{name}: there is no golden picture of it"
        elif not (drawn / name).exists():
            yield f"{name}: it is not drawn any more"
        elif (what := difference(read(drawn / name), read(golden / name))) is not None:
            yield f"{name}: {what}"


def difference(new: Dots, old: Dots) -> str | None:
    """What is not the same; None where each dot is."""
    if (new.width, new.height) != (old.width, old.height):
        return f"{new.width} by {new.height} dots, was {old.width} by {old.height}"
    other = (int.from_bytes(new.rows, "big") ^ int.from_bytes(old.rows, "big")).bit_count()
    return f"{other} dots differ" if other else None


def save(dots: Dots, file: Path) -> None:
    """Write `dots` as a PNG of one bit a dot."""
    size = (dots.width, dots.height)
    Image.frombytes("1", size, dots.rows, "raw", INVERTED).save(file, optimize=True)


def read(file: Path) -> Dots:
    """The dots of a picture that `save` wrote."""
    with Image.open(file) as picture:
        return Dots(picture.width, picture.tobytes("raw", INVERTED))


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
    for golden in ROOMS:
        for picture in golden.glob("*.png"):
            picture.unlink()
        draw_all(golden, golden)


if __name__ == "__main__":
    main()
