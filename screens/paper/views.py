"""The screens while paper is made, held up, and taken."""

from __future__ import annotations

from typing import ClassVar

from screens.common.views import Trouble
from screens.view import Button, Notice, Places, View


class PaperPrinting(View):
    """True progress: what the printer has acknowledged, never more."""

    room: ClassVar = "paper"

    sheet: str
    percent: int
    promise: str


class PaperHeld(Trouble):
    """The job waits for somebody to put the printer right, and goes on by itself."""

    room: ClassVar = "paper"
    acts: ClassVar = frozenset({"collect_at_desk"})


class PaperTake(View):
    """The printer agreed that it is printed; now the person takes it."""

    room: ClassVar = "paper"
    acts: ClassVar = frozenset({"paper_taken"})

    printed: str
    places: Places
    notice: Notice
    got: Button | None = None
    """Where no sensor sees the paper taken, a touch says so."""


class PaperRetracted(Trouble):
    """Nobody took it in time, and the presenter drew it back."""

    room: ClassVar = "paper"
    acts: ClassVar = frozenset({"print_copy", "go_home"})


class PaperUnwritten(Trouble):
    """What is printed cannot be written down, so nothing is printed."""

    room: ClassVar = "paper"


class PaperUncertain(Trouble):
    """Nobody knows whether it was printed; a person settles it."""

    room: ClassVar = "paper"
