"""The screens on which somebody with an appointment says that they are here."""

from __future__ import annotations

from typing import ClassVar

from screens.common.views import Trouble
from screens.view import Button, Notice, View


class ArrivalScan(View):
    """Show the code of the appointment to the scanner."""

    room: ClassVar = "arrival"
    acts: ClassVar = frozenset({"no_code"})

    hold: str
    """How the code is held."""
    problem: Notice
    none: Button


class ArrivalAnswer(Trouble):
    """Too early, too late, at another office, or none: and what to do now."""

    room: ClassVar = "arrival"
    acts: ClassVar = Trouble.acts | {"scan_again", "book_again"}
