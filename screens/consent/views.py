"""The screens of the consent sheet."""

from __future__ import annotations

from typing import ClassVar

from screens.view import Button, Choice, Notice, Places, View


class ConsentChoose(View):
    """The one procedure that the consent is for."""

    room: ClassVar = "consent"
    acts: ClassVar = frozenset({"choose_consent"})

    choices: tuple[Choice, ...]
    notice: Notice


class ConsentPrint(View):
    """The sheet comes out, in two copies."""

    room: ClassVar = "consent"
    acts: ClassVar = frozenset({"print_consent", "done"})

    places: Places | None
    """Where it comes out; None where it does not."""
    notice: Notice
    again: Button
    done: Button
