"""Which QML file draws a view: the one of its name, or a variant of it that is being tried out.

A variant stands beside it with a name of its own before the ending, `Menu.rows.qml`, and draws the same view.
"""

from __future__ import annotations

import re
from pathlib import Path

from screens.view import View

FOLDER = Path(__file__).resolve().parent


def qml_file(view: type[View], variant: str = "") -> Path:
    """The file; without a variant, the one that everybody knows."""
    return FOLDER / view.room / ".".join(filter(None, (view.__name__, variant, "qml")))


def variants() -> frozenset[tuple[str, str]]:
    """Each variant that was drawn: the name of its view, and its own."""
    return frozenset(
        (view, name) for view, name, _ in (file.name.split(".") for file in FOLDER.glob("*/*.*.qml"))
    )


def has_variant(state: str, name: str) -> bool:
    """Whether the screen of that state (`padro_choose`, of the view `PadroChoose`) was drawn so, too."""
    return any((_state(view), variant) == (state, name) for view, variant in variants())


def _state(view: str) -> str:
    return re.sub("(?<=.)(?=[A-Z])", "_", view).lower()
