"""The way to a person, and what the kiosk says of itself."""

from __future__ import annotations

from typing import Literal

from pydantic import AwareDatetime

from kiosk.seu.models.answer import Answer
from kiosk.seu.terms import Id


class HelpCall(Answer):
    """A call for staff."""

    call: Id
    state: Literal["called", "coming", "ended"]


class Heard(Answer):
    """The hour of the seu's clock."""

    at: AwareDatetime
