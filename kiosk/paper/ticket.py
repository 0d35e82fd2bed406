"""A small layout language for narrow paper, as plain data: what stands on a ticket, from top to bottom.

Texts come in already translated. `**so**` is bold. Nothing personal belongs on a ticket.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """The town hall's mark with its name and the place."""

    town: str
    place: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across."""

    thick: bool = False


@dataclass(frozen=True, slots=True)
class Title:
    """What this paper is; `small` above a big number."""

    text: str
    small: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Big:
    """The one thing to be seen: a number, as wide as the paper allows."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Labels with their values, a rule under each row."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Inverted:
    """White on black; `loud` for the one line that must be seen across a room."""

    text: str
    loud: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A number between its label and its unit."""

    label: str
    number: str
    unit: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures side by side, a rule between them."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code beside the reason to use it."""

    address: str
    reason: str


@dataclass(frozen=True, slots=True)
class Blank:
    """Room to write by hand, under what is to be written; `tall` for a signature."""

    label: str
    tall: bool = False


@dataclass(frozen=True, slots=True)
class Closing:
    """The last words."""

    text: str


@dataclass(frozen=True, slots=True)
class Cut:
    """One piece of paper ends here, and another begins. After the last piece no cut need be asked for."""


Content = Mark | Rule | Title | Text | Big | Table | Inverted | Figures | Code | Blank | Closing
Block = Content | Cut


@dataclass(frozen=True, slots=True)
class Ticket:
    """Narrow paper, in one piece or several."""

    blocks: tuple[Block, ...]
    centred: bool = False
    right_to_left: bool = False

    @property
    def pieces(self) -> tuple[tuple[Content, ...], ...]:
        """What stands on each piece of paper; none of them is empty."""
        pieces: list[tuple[Content, ...]] = [()]
        for block in self.blocks:
            if isinstance(block, Cut):
                pieces.append(())
            else:
                pieces[-1] += (block,)
        return tuple(filter(None, pieces))
