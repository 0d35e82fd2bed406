"""The screens on which a person of the office takes over a turn."""

from __future__ import annotations

from typing import ClassVar

from screens.common.views import Trouble
from screens.view import Button, Choice, Keypad, Notice, View


class HandoverNumber(View):
    """The letter and the number of the turn."""

    room: ClassVar = "handover"
    acts: ClassVar = frozenset({"character", "correct", "clear", "take_over", "go_home"})

    run: tuple[str, ...]
    """The cells of what is typed; an empty string is one still to come."""
    wrong: Notice = Notice()
    bad: bool = False
    keypad: Keypad
    none: Button
    send: Button


class HandoverShow(View):
    """What the turn is about, before it is gone on with."""

    room: ClassVar = "handover"
    acts: ClassVar = frozenset({"choose_service", "go_on", "other_number"})

    facts: tuple[Choice, ...]
    """`title` stands before `about`."""
    note: str
    notice: Notice
    on: Button
    on_act: str
    on_payload: str
    other: Button


class HandoverNone(Trouble):
    """There is nothing to go on with."""

    room: ClassVar = "handover"
    acts: ClassVar = frozenset({"other_number", "go_home"})
