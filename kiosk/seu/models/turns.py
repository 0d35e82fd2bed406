"""Turns: what may be said when one is taken, the turn itself, and how far its queue has come."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from kiosk.seu.models.answer import Answer
from kiosk.seu.terms import Id, NotNegative, WebAddress, Word, Words

Sign = Annotated[str, StringConstraints(min_length=1, max_length=10)]
"""A few letters and figures, as they are called and shown."""


class Queue(Answer):
    """A subject with a queue of its own."""

    id: Word
    name: Words
    about: Words = Field(default_factory=dict)


class TurnsCatalogue(Answer):
    """What a person may say when they take a turn."""

    queues: Annotated[tuple[Queue, ...], Field(max_length=6)]
    """In the order in which they are shown; with fewer than two none is asked for."""
    priority: bool
    """Whether there are people who go before others."""
    handover: bool = False
    """Whether a turn takes along what the person was doing."""


class Turn(Answer):
    """A place in the queue of the desk."""

    turn: Id
    number: Sign
    zone: Word
    ahead: NotNegative
    wait_minutes: NotNegative
    follow_url: WebAddress = ""
    """A public page, to be opened on a phone, with nothing of a person; empty where there is none."""
    handed_over: bool = False
    """What the person was doing is kept with it."""


class TurnPlace(Answer):
    """How far the queue has come."""

    turn: Id
    state: Literal["waiting", "called", "gone"]
    ahead: NotNegative
    wait_minutes: NotNegative
    desk: Sign = ""
    """Where they are called to; empty where the seu does not say."""
