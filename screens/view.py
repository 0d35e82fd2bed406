"""What a screen shows, already decided, as plain frozen data: the pieces that every view is made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict

NoticeKind = Literal["info", "done", "care", "fault"]
Side = Literal["left", "right"]


class Piece(BaseModel):
    """Plain frozen data for QML: only text, numbers, truth values and tuples of pieces."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class View(Piece):
    """Everything that one screen shows. Its class has the name of the state and of the QML file.

    Each field is a `required property` of the QML root; a nested piece arrives there as a JavaScript object.
    """

    room: ClassVar[str]
    """The folder below `screens/` that holds the QML file."""
    acts: ClassVar[frozenset[str]] = frozenset()
    """The events that this screen may send; anything else from it is a bug."""

    question: str
    """Stands in the zone; a line break is a break by hand."""
    lead: str = ""


def sentences(dumped: object) -> Iterator[str]:
    """Every text of a view that was made JSON."""
    match dumped:
        case str():
            yield dumped
        case dict():
            yield from (text for value in dumped.values() for text in sentences(value))
        case list():
            yield from (text for value in dumped for text in sentences(value))


class Button(Piece):
    """A label that is an order to the machine. Not ready: dashed, and the label says what is missing."""

    label: str
    icon: str = ""
    ready: bool = True


class Choice(Piece):
    """One of the things to choose. `off` is the reason why it cannot be had now."""

    id: str
    title: str
    about: str = ""
    icon: str = ""
    off: str = ""
    chosen: bool = False


class Notice(Piece):
    """A sentence that cannot be pressed. Empty (no text): it takes no room."""

    kind: NoticeKind = "info"
    icon: str = ""
    strong: str = ""
    text: str = ""


class WaitStep(Piece):
    """One line of a wait: done, now or still to come."""

    text: str
    state: Literal["done", "now", "todo"]


class Panel(Piece):
    """One part of a trouble, always in this order: what happened, what is safe or not done, what to do."""

    kind: Literal["what", "kept", "notdone", "now"]
    title: str
    strong: str = ""
    text: str


class Keypad(Piece):
    """The words on a keypad's two word keys."""

    clear: str
    correct: str


class Places(Piece):
    """Where things are on this kiosk, seen by the person in front of it; from settings."""

    reader: Side
    slot: Side
