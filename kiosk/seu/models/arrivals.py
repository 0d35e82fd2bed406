"""What becomes of it when somebody with an appointment says that they are here."""

from __future__ import annotations

from typing import Literal

from pydantic import AwareDatetime

from kiosk.seu.models.answer import Secret
from kiosk.seu.models.turns import Turn
from kiosk.seu.terms import Text, Word, Words


class Arrived(Secret):
    """The desk knows; the turn is the one of that appointment, however often it is asked for."""

    result: Literal["arrived"]
    at: AwareDatetime
    turn: Turn


class OutsideItsWindow(Secret):
    """Nothing was done: it is not time yet, or no longer. The window is the town hall's rule."""

    result: Literal["too_early", "too_late"]
    at: AwareDatetime
    opens_at: AwareDatetime
    closes_at: AwareDatetime
    procedure: Word = ""
    """What it was for, where that can be booked again; else empty."""
    office: Word = ""


class ArrivedElsewhere(Secret):
    """The appointment is at another office."""

    result: Literal["elsewhere"]
    at: AwareDatetime
    office: Words
    address: Text


class NoAppointment(Secret):
    """Of that code, or today of that person, there is none."""

    result: Literal["none"]


Arrival = Arrived | OutsideItsWindow | ArrivedElsewhere | NoAppointment
