"""The screens of the welcome zone."""

from __future__ import annotations

from typing import ClassVar

from screens.view import Button, Choice, Notice, View


class WelcomeAsk(View):
    """One plain question of the town hall's, with two to five answers; `id` is the answer's number."""

    room: ClassVar = "welcome"
    acts: ClassVar = frozenset({"answer"})

    choices: tuple[Choice, ...]
    notice: Notice = Notice()


class WelcomePlace(View):
    """The place to go to, as it stands on the wall, and what to do first."""

    room: ClassVar = "welcome"
    acts: ClassVar = frozenset({"go_on", "choose_service"})

    zone: str
    colour: str
    """blue, pink or orange; empty where the zone has none of these."""
    about: str
    notice: Notice
    on: Button
    event: str
    """What going on is."""
    payload: str
