"""The screens on which somebody says what a turn is for."""

from __future__ import annotations

from typing import ClassVar

from screens.common.views import Trouble
from screens.view import Choice, Notice, View


class TurnsQueue(View):
    """Two to six subjects, each with a queue of its own."""

    room: ClassVar = "turns"
    acts: ClassVar = frozenset({"choose_queue"})

    choices: tuple[Choice, ...]
    notice: Notice = Notice()


class TurnsPriority(View):
    """Whether the person has a right to go before others; always two answers, `no` first."""

    room: ClassVar = "turns"
    acts: ClassVar = frozenset({"choose_priority"})

    choices: tuple[Choice, ...]
    notice: Notice


class TurnsGiveup(Trouble):
    """Is the turn to be given back?"""

    room: ClassVar = "turns"
    acts: ClassVar = frozenset({"give_back", "keep_turn"})


class TurnsGivenBack(Trouble):
    """Nobody is called by it any more."""

    room: ClassVar = "turns"
    acts: ClassVar = frozenset({"done"})


class TurnsUnheard(TurnsGivenBack):
    """It will be given back as soon as the seu hears it."""


class TurnsNone(Trouble):
    """There are no turns left today."""

    room: ClassVar = "turns"
