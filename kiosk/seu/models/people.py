"""The way to a person, and what the kiosk says of itself."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AwareDatetime, StringConstraints

from kiosk.seu.models.answer import Answer
from kiosk.seu.terms import Id, NotNegative, Word


class Turn(Answer):
    """A place in the queue of the desk."""

    turn: Id
    number: Annotated[str, StringConstraints(min_length=1, max_length=10)]
    """As it is called and shown."""
    zone: Word
    ahead: NotNegative
    wait_minutes: NotNegative


class HelpCall(Answer):
    """A call for staff."""

    call: Id
    state: Literal["called", "coming", "ended"]


class Heard(Answer):
    """The hour of the seu's clock."""

    at: AwareDatetime
