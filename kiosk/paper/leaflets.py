"""The papers that a person takes home from other zones: an appointment, a place, idCAT Mòbil, a procedure.

No name, no number of a document and no telephone of a person stands on any of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.paper.ticket import (
    Big,
    Block,
    Closing,
    Code,
    Cut,
    Inverted,
    Mark,
    Rule,
    Table,
    Text,
    Ticket,
    Title,
)


@dataclass(frozen=True, slots=True)
class Appointment:
    """When and where one is expected; `rows` are procedure, place, desk and number, each after its label."""

    town: str
    place: str
    title: str
    day: str
    hour: str
    rows: tuple[tuple[str, str], ...]
    bring: str
    arrive: Code
    """What is scanned on arrival, and what it is for."""
    move: str
    """How to move or cancel it."""


@dataclass(frozen=True, slots=True)
class Facility:
    """A municipal place and the way to it; `rows` are address, hours, telephone and access, after labels."""

    town: str
    place: str
    title: str
    open_now: str
    """Until when it is open today, or when it opens."""
    rows: tuple[tuple[str, str], ...]
    way: str
    """How to go there, in a sentence."""
    there: Code
    """Where a telephone shows the way."""
    thanks: str


@dataclass(frozen=True, slots=True)
class IdCat:
    """What to do now that one has idCAT Mòbil; `steps` are its first use, each after its number."""

    town: str
    place: str
    title: str
    when: str
    steps: tuple[tuple[str, str], ...]
    try_it: Code
    """Where it is used for the first time."""
    careful: str
    """That nobody ever asks for its code."""
    doubt: str
    thanks: str


@dataclass(frozen=True, slots=True)
class Leaflet:
    """A procedure, to be read at home; `rows` are price, deadline and places, each after its label."""

    town: str
    place: str
    title: str
    about: str
    note: str
    """What everybody should know of it today; empty where there is nothing."""
    needs_title: str
    needs: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    from_home: Code | None
    told: str
    """When the town hall said so."""


def appointment(said: Appointment, *, right_to_left: bool = False) -> Ticket:
    """The appointment as it is laid out."""
    blocks: tuple[Block, ...] = (
        Mark(said.town, said.place),
        Rule(thick=True),
        Title(said.title, small=True),
        Big(said.hour),
        Inverted(said.day, loud=True),
        Table(said.rows),
        Text(said.bring),
        said.arrive,
        Rule(thick=True),
        Text(said.move),
    )
    return Ticket(blocks, right_to_left=right_to_left)


def facility(said: Facility, *, right_to_left: bool = False) -> Ticket:
    """The place as it is laid out."""
    blocks: tuple[Block, ...] = (
        Mark(said.town, said.place),
        Rule(thick=True),
        Title(said.title),
        Inverted(said.open_now, loud=True),
        Table(said.rows),
        Text(said.way),
        said.there,
        Closing(said.thanks),
    )
    return Ticket(blocks, right_to_left=right_to_left)


def idcat(said: IdCat, *, right_to_left: bool = False) -> Ticket:
    """The sheet of idCAT Mòbil as it is laid out, in two copies: one for each side of the desk."""
    sheet: tuple[Block, ...] = (
        Mark(said.town, said.place),
        Rule(thick=True),
        Title(said.title),
        Text(said.when),
        Rule(),
        Table(said.steps),
        said.try_it,
        Inverted(said.careful),
        Text(said.doubt),
        Closing(said.thanks),
    )
    return Ticket((*sheet, Cut(), *sheet), right_to_left=right_to_left)


def leaflet(said: Leaflet, *, right_to_left: bool = False) -> Ticket:
    """The procedure as it is laid out."""
    blocks: list[Block] = [
        Mark(said.town, said.place),
        Rule(thick=True),
        Title(said.title),
        Text(said.about),
    ]
    if said.note:
        blocks.append(Inverted(said.note))
    if said.needs:
        blocks += [Rule(), Text(f"**{said.needs_title}**")]
        blocks.append(Table(tuple((f"{number}.", need) for number, need in enumerate(said.needs, start=1))))
    blocks += [Rule(thick=True), Table(said.rows)]
    if said.from_home is not None:
        blocks.append(said.from_home)
    blocks.append(Text(said.told))
    return Ticket(tuple(blocks), right_to_left=right_to_left)
