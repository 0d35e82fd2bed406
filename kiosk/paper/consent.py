"""The consent sheet of the assisted zone, to be completed by hand: one for the person, one for the file.

Articles 12.2 of Llei 39/2015 and 30 of Reial decret 203/2021. The kiosk types nothing of a person on it.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.paper.ticket import Blank, Block, Cut, Inverted, Mark, Rule, Table, Text, Ticket, Title


@dataclass(frozen=True, slots=True)
class Consent:
    """The words of one copy; those that end in `_line` stand above a line to write on."""

    town: str
    place: str
    title: str
    whose: str
    """The copy is the person's, or the file's."""
    name_line: str
    document_line: str
    consents: str
    """That the person identifies before the official, and to what they consent."""
    procedure: str
    """The one procedure that it is for; empty where its name is to be written."""
    procedure_line: str
    rows: tuple[tuple[str, str], ...]
    """Place and date, each after its label."""
    person_line: str
    official_line: str
    official_sign_line: str
    given: str
    """What the person is given."""
    law: str


def consent(person: Consent, file: Consent, *, right_to_left: bool = False) -> Ticket:
    """Both copies as they are laid out, each a piece of paper; they may be in two languages."""
    return Ticket((*_copy(person), Cut(), *_copy(file)), right_to_left=right_to_left)


def _copy(said: Consent) -> tuple[Block, ...]:
    return (
        Mark(said.town, said.place),
        Rule(thick=True),
        Title(said.title),
        Text(f"**{said.whose}**"),
        Blank(said.name_line),
        Blank(said.document_line),
        Text(said.consents),
        Inverted(said.procedure) if said.procedure else Blank(said.procedure_line),
        Table(said.rows),
        Blank(said.person_line, tall=True),
        Blank(said.official_line),
        Blank(said.official_sign_line, tall=True),
        Text(said.given),
        Text(said.law),
    )
