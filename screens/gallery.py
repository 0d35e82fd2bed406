"""Draws every example to a picture: `python -m screens.gallery --out DIR [--size 1080x1920] [--theme light]`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import cast, get_args

from screens.examples import EXAMPLES, OVERLAYS, shell
from screens.shell.view import ThemeName

PX_PER_MM = {(1080, 1920): 1080 / 299, (1920, 1080): 1080 / 299, (768, 1366): 768 / 194.4}


def draw(out: Path, size: tuple[int, int], theme: ThemeName, only: str) -> None:
    from PySide6.QtGui import QGuiApplication

    from screens.stage import Stage

    application = QGuiApplication.instance() or QGuiApplication([])
    stage = Stage(
        *size,
        px_per_mm=PX_PER_MM[size],
        fullscreen=False,
        acted=lambda _serial, _event, _data: None,
        touched=lambda: None,
    )
    out.mkdir(parents=True, exist_ok=True)
    for serial, (name, view) in enumerate(EXAMPLES.items()):
        if only in name:
            stage.shell(shell(name).model_copy(update={"theme": theme}))
            stage.show(serial, view)
            stage.grab(out / f"{name}.png")
    for name, (below, change) in OVERLAYS.items():
        if only in name:
            stage.show(len(EXAMPLES), EXAMPLES[below])
            stage.shell(shell(below).model_copy(update={"theme": theme, "calm": False, **change}))
            stage.grab(out / f"{name}.png")
    stage.close()
    application.quit()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--size", default="1080x1920", choices=["1080x1920", "1920x1080", "768x1366"])
    parser.add_argument("--theme", default="light", choices=get_args(ThemeName))
    parser.add_argument("--only", default="", help="a part of the examples' names")
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    width, height = asked.size.split("x")
    draw(asked.out, (int(width), int(height)), cast(ThemeName, asked.theme), asked.only)
    return 0


if __name__ == "__main__":
    sys.exit(main())
