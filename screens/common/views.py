"""The screens of the spine: from attract to goodbye, troubles, and the way to a person."""

from __future__ import annotations

from typing import ClassVar

from screens.view import Button, Choice, Notice, Panel, View


class Attract(View):
    """The arcade that invites. `question` is the greeting."""

    room: ClassVar = "common"
    acts: ClassVar = frozenset({"start"})

    start: str
    start_others: tuple[str, ...]
    """The same invitation in the other languages that the kiosk speaks."""
    arches: tuple[Choice, ...]
    """One to six services; ornament that names what can be done here."""
    lit: int
    """The arch that is lit, with the dot on its threshold."""


class OutOfService(View):
    """Nobody can use the kiosk now; says where to go instead."""

    room: ClassVar = "common"

    for_staff: tuple[str, ...] = ()
    """What is wrong, for the technician: the field, why, and what would be right."""


class Language(View):
    """Which language the kiosk speaks; the first choice is the town's own."""

    room: ClassVar = "common"
    acts: ClassVar = frozenset({"choose_language", "other_language", "contrast"})

    choices: tuple[Choice, ...]
    """`title` is the language's own name, `about` its name in Catalan."""
    other: Button
    official: str
    contrast: Button | None = None
    """What the header's pill does, at hand height."""


class Menu(View):
    """What one can do here."""

    room: ClassVar = "common"
    acts: ClassVar = frozenset({"choose_service"})

    choices: tuple[Choice, ...]
    notice: Notice = Notice()


class Trouble(View):
    """What happened, what was not done or not lost, what to do now; a way out, often one to try again."""

    room: ClassVar = "common"
    acts: ClassVar = frozenset({"retry", "take_turn", "go_home"})

    panels: tuple[Panel, ...]
    status: str = ""
    """What the machine is doing by itself, in one line."""
    primary: Button
    primary_act: str
    secondary: Button | None = None
    secondary_act: str = ""


class PersonOffer(Trouble):
    """The last way of every path: a person, with a turn."""


class PersonTurn(View):
    """The turn that leads to a person. `number` is what is called; it changes while the queue moves."""

    room: ClassVar = "common"
    acts: ClassVar = frozenset({"done", "print_turn_again", "no_turn_needed"})

    number: str
    where: str
    figures: tuple[Choice, ...]
    """Those before, and the wait: `title` is the figure, `about` what it counts, `off` its unit."""
    notice: Notice
    follow: str = ""
    """Why one would follow it on a phone; empty where one cannot."""
    follow_qr: str = ""
    """Its QR as a data URI of a PNG, one pixel a module, quiet zone included."""
    again: Button
    """Prints the same ticket once more."""
    back: Button | None = None
    """The person does not need it any more; None where that cannot be said here."""
    done: Button


class Wait(View):
    """The seu is being asked; shown when that takes more than a moment. No bar: its length is unknown."""

    room: ClassVar = "common"

    text: str


class More(View):
    """Anything else?"""

    room: ClassVar = "common"
    acts: ClassVar = frozenset({"want_more", "no_more", "no_turn_needed"})

    yes: Choice
    no: Choice
    turn: Button | None = None
    """Gives the turn back that still waits; None where there is none."""
    notice: Notice


class Opinion(View):
    """Five faces; then at most two taps of reasons."""

    room: ClassVar = "common"
    acts: ClassVar = frozenset({"choose_face", "toggle_reason", "send_opinion", "skip_opinion"})

    faces: tuple[Choice, ...]
    """Always five, from very badly to very well; `id` is 1 to 5."""
    reasons_question: str
    reasons: tuple[Choice, ...]
    skip: Button
    send: Button


class Goodbye(View):
    """Thanks, what to take along, and how to do the same from home next time."""

    room: ClassVar = "common"

    take: tuple[Choice, ...]
    """What still lies there: the document on the reader, papers in the slot."""
    wiped: Notice
    home_title: str = ""
    home_text: str = ""
    home_needs: str = ""
    home_address: str = ""
    home_qr: str = ""
    """The QR of the procedure as a data URI of a PNG, one pixel a module, quiet zone included."""
