"""What the peers of the demo say of themselves, as their control ports answer; None where one does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field


class _Answer(BaseModel):
    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)


class Card(_Answer):
    """A card as it lies on the table, and what its holder reads on it or knows."""

    id: str
    label: str
    about: str
    resident: bool
    can: str = Field(repr=False)
    zone: str = Field(repr=False)
    phone: str = Field(repr=False)
    pin: str = Field("", repr=False)
    """Of its contacts; empty where it cannot be put into the reader for them."""


class Cards(_Answer):
    cards: tuple[Card, ...]


class Reader(_Answer):
    """The card in the reader, by its id."""

    card: str | None


class Contact(_Answer):
    """The card in the reader with contacts."""

    card: str | None
    staff_pin: str = ""
    """Of the card of somebody of the town hall."""


class Scanner(_Answer):
    """Whether a kiosk listens to it."""

    heard: bool


class Sms(_Answer):
    """The last one-time code that was sent."""

    code: str | None = Field(repr=False)
    phone_ending: str | None = Field(repr=False)


class Network(_Answer):
    mode: str
    seconds: float


class Proofs(_Answer):
    """What the seu accepts."""

    proofs: tuple[str, ...]


class Shown(_Answer):
    """What stands in a code."""

    text: str = Field(repr=False)


class Message(_Answer):
    """What was written to somebody; `to` is the end of a phone or of an address."""

    kind: str
    to: str = Field(repr=False)
    text: str = Field(repr=False)


class Turn(_Answer):
    """The one that was given last."""

    number: str
    queue: str
    state: str
    ahead: int
    desk: str
    page: str
    """Its public page, on this machine."""


class Overview(_Answer):
    """The town hall's dials, and what it wrote, oldest first."""

    messages: tuple[Message, ...]
    turn: Turn | None
    turns_left: bool
    rival: bool
    hold_seconds: int
    withdrawn: bool


class HelpCall(_Answer):
    state: str
    level: int = 1
    """Higher where nobody has answered for a while."""


class PrinterDials(_Answer):
    speed_mm_s: float


class Printer(_Answer):
    causes: tuple[str, ...]
    printing: bool
    rows: int
    """Of the sheet under the head."""
    sheets: int
    dials: PrinterDials


class PrintedSheet(_Answer):
    number: int
    width: int
    rows: int


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet that came out; its picture's size in dots."""

    printer: str
    number: int
    file: Path
    width: int
    rows: int
    came_at: float
    """Seconds of the file system's clock."""


@dataclass(frozen=True, slots=True)
class Seen:
    """All of it, at one look."""

    cards: tuple[Card, ...] = ()
    reader: Reader | None = None
    contact: Contact | None = None
    sms: Sms | None = None
    network: Network | None = None
    proofs: Proofs | None = None
    scanner: Scanner | None = None
    overview: Overview | None = None
    calls: tuple[HelpCall, ...] | None = None
    printers: Mapping[str, Printer] = field(default_factory=dict)
    """Those that answered."""
    papers: tuple[Paper, ...] = ()
    """Newest first."""
