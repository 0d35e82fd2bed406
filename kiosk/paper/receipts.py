"""The two small papers that a session may end with, receipt and turn: nothing personal stands on either."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.paper.ticket import (
    Big,
    Block,
    Closing,
    Code,
    Figure,
    Figures,
    Inverted,
    Mark,
    Rule,
    Table,
    Text,
    Ticket,
    Title,
)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was done here; `rows` are what, result, price and number, each after its label."""

    town: str
    place: str
    title: str
    when: str
    rows: tuple[tuple[str, str], ...]
    from_home: Code | None
    """The procedure from home, and why one would; None where the seu names none."""
    doubt: str
    private: str
    """The sentence that nothing personal stands here."""
    thanks: str


@dataclass(frozen=True, slots=True)
class Turn:
    """A place in a queue."""

    town: str
    place: str
    title: str
    number: str
    where: str
    figures: tuple[Figure, ...]
    """How many are ahead and how long it may take; empty where the seu does not say."""
    follow: Code | None
    """Where to follow the turn from a phone."""
    call: str
    when: str
    from_home: Code | None = None
    """How nobody needs to wait next time."""


def receipt(said: Receipt, *, right_to_left: bool = False) -> Ticket:
    """The receipt as it is laid out."""
    blocks: list[Block] = [
        Mark(said.town, said.place),
        Rule(thick=True),
        Title(said.title),
        Text(said.when),
        Rule(),
        Table(said.rows),
    ]
    if said.from_home is not None:
        blocks.append(said.from_home)
    blocks += [Text(said.doubt), Inverted(said.private), Closing(said.thanks)]
    return Ticket(tuple(blocks), right_to_left=right_to_left)


def turn(said: Turn, *, right_to_left: bool = False) -> Ticket:
    """The turn as it is laid out."""
    blocks: list[Block] = [
        Mark(said.town, said.place),
        Rule(thick=True),
        Title(said.title, small=True),
        Big(said.number),
        Inverted(said.where, loud=True),
    ]
    if said.figures:
        blocks.append(Figures(said.figures))
    blocks.append(Rule(thick=True))
    if said.follow is not None:
        blocks.append(said.follow)
    blocks.append(Text(said.call))
    if said.from_home is not None:
        blocks += [Rule(), said.from_home]
    blocks += [Rule(thick=True), Text(said.when)]
    return Ticket(tuple(blocks), centred=True, right_to_left=right_to_left)
