"""Draws every example to a picture: `python -m screens.gallery --out DIR`, with size, theme and language."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import get_args

from screens.examples import drawings, examples
from screens.examples.shell import overlays, shell
from screens.i18n.words import LANGUAGES, words
from screens.shell.view import ThemeName
from screens.view import View

PX_PER_MM = {"1080x1920": 1080 / 299, "1920x1080": 1080 / 299, "768x1366": 768 / 194.4}
"""The sizes that are looked at: panels of 24 inches, and one of 15.6."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--size", default="1080x1920", choices=PX_PER_MM)
    parser.add_argument("--theme", choices=get_args(ThemeName), help="instead of the screen's own")
    parser.add_argument("--language", default="ca", choices=LANGUAGES)
    parser.add_argument("--only", default="", help="a part of the examples' names")
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")

    from PySide6.QtGui import QGuiApplication

    from screens.stage import Stage

    application = QGuiApplication([])
    width, height = (int(side) for side in asked.size.split("x"))
    say = words(asked.language)
    theme = {"theme": asked.theme} if asked.theme else {}
    asked.out.mkdir(parents=True, exist_ok=True)
    stage = Stage(
        width,
        height,
        px_per_mm=PX_PER_MM[asked.size],
        fullscreen=False,
        acted=lambda _serial, _event, _data: None,
        touched=lambda: None,
    )
    pictures: list[tuple[str, View, str, dict[str, object]]] = [
        (name, view, variant, {}) for name, (view, variant) in drawings(asked.language).items()
    ]
    below = examples(asked.language)["choose"]
    pictures += [(name, below, "", change) for name, change in overlays(say).items()]
    for serial, (name, view, variant, change) in enumerate(pictures):
        if asked.only in name:
            around = shell(view, say).model_copy(update={**theme, **change})
            stage.shell(around)
            stage.show(serial, view, variant=variant)
            # The ring of the countdown is a number only in calm mode.
            stage.shell(around.model_copy(update={"calm": not change}))
            stage.grab(asked.out / f"{name}.png")
    stage.close()
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
