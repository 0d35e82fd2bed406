"""The screens on which procedures are looked up."""

from __future__ import annotations

from typing import ClassVar

from screens import keyed
from screens.common.views import Trouble
from screens.view import Button, Choice, Notice, Piece, Places, View


class ProceduresGroups(View):
    """What procedures are about; or by words."""

    room: ClassVar = "procedures"
    acts: ClassVar = frozenset({"choose_group", "search", "other_page"})

    search: Button
    choices: tuple[Choice, ...]
    """At most seven."""
    other_page: Button | None


class ProceduresList(View):
    """The procedures of a group, at most six at a time."""

    room: ClassVar = "procedures"
    acts: ClassVar = frozenset({"choose_procedure", "other_page"})

    choices: tuple[Choice, ...]
    other_page: Button | None


class ProceduresSearch(keyed.SearchView):
    """What is typed, and the procedures that fit it."""

    room: ClassVar = "procedures"
    acts: ClassVar = keyed.SearchView.acts | {"choose_procedure"}


class Fact(Piece):
    """A label, and what is to be known under it."""

    title: str
    icon: str
    lines: tuple[str, ...]


class ProceduresShow(View):
    """One procedure."""

    room: ClassVar = "procedures"
    acts: ClassVar = frozenset({"other_part", "choose_service", "take_on_phone", "print_leaflet"})

    notice: Notice
    facts: tuple[Fact, ...]
    """From the first to be shown; the screen says in `other_part` with which the next part begins."""
    first: int
    """How many come before them."""
    more: Button
    restart: Button
    """Instead of `more` where nothing comes after what is shown."""
    services: tuple[Choice, ...]
    """What this kiosk can do about it now; `id` is the service."""
    phone: Button | None
    send: Button


class ProceduresPhone(View):
    """A procedure, to be taken along on a telephone."""

    room: ClassVar = "procedures"
    acts: ClassVar = frozenset({"done"})

    title: str
    needs: str
    address: str
    qr: str
    """As a data URI of a PNG, one pixel a module, quiet zone included."""
    done: Button


class ProceduresPrint(View):
    """A procedure, taken along on paper."""

    room: ClassVar = "procedures"
    acts: ClassVar = frozenset({"print_leaflet", "done"})

    places: Places | None
    """Where it comes out; None where it does not."""
    notice: Notice
    again: Button
    done: Button


class ProceduresGone(Trouble):
    """It is not done any more."""

    room: ClassVar = "procedures"
    acts: ClassVar = frozenset({"see_procedures", "go_home"})
