"""The states in which a document's lines are copied, one run a screen, and what typing does in them."""

from __future__ import annotations

from statemachine import State

from kiosk.services.identify.lines import (
    DATE,
    Fit,
    fit_of_date,
    fit_of_number,
    may_follow,
    room_for_number,
    whole,
)
from kiosk.session import Session


def type_number(model: Session, data: str) -> None:
    """One more character of the document number."""
    lines = model.identity.lines
    lines.notice = ""
    if may_follow(lines.number, data, room_for_number(lines.number)):
        lines.number += data


def type_birth(model: Session, data: str) -> None:
    """One more digit of the date of birth."""
    lines = model.identity.lines
    lines.notice = ""
    if data.isdigit() and may_follow(lines.birth, data, DATE):
        lines.birth += data


def type_expiry(model: Session, data: str) -> None:
    """One more digit of the date of expiry."""
    lines = model.identity.lines
    lines.notice = ""
    if data.isdigit() and may_follow(lines.expiry, data, DATE):
        lines.expiry += data


def correct_number(model: Session) -> None:
    """Take the last character back."""
    model.identity.lines.number = model.identity.lines.number[:-1]


def correct_birth(model: Session) -> None:
    """Take the last digit back."""
    model.identity.lines.birth = model.identity.lines.birth[:-1]


def correct_expiry(model: Session) -> None:
    """Take the last digit back."""
    model.identity.lines.expiry = model.identity.lines.expiry[:-1]


def clear_number(model: Session) -> None:
    """Begin the number again."""
    model.identity.lines.number = ""


def clear_birth(model: Session) -> None:
    """Begin the date of birth again."""
    model.identity.lines.birth = ""


def clear_expiry(model: Session) -> None:
    """Begin the date of expiry again."""
    model.identity.lines.expiry = ""


def change_document(model: Session) -> None:
    """Between a passport and a card: the same runs stand elsewhere."""
    model.identity.lines.card = not model.identity.lines.card


def forget_lines(model: Session) -> None:
    """The CAN opens the document after all."""
    model.identity.lines.wipe()


def number_fits(model: Session) -> bool:
    """The number and its digit agree."""
    return fit_of_number(model.identity.lines.number) is Fit.RIGHT


def birth_fits(model: Session) -> bool:
    """The date of birth and its digit agree."""
    return fit_of_date(model.identity.lines.birth) is Fit.RIGHT


def lines_are_whole(model: Session) -> bool:
    """All that opens a chip is there."""
    return whole(model.identity.lines)


class MrzStates(State.Compound):
    """The document number, then the two dates. A scanner may read all three meanwhile."""

    identify_mrz_number = State(initial=True)
    identify_mrz_birth = State()
    identify_mrz_expiry = State()

    identify_mrz_number.to(None, event="character", on=type_number)
    identify_mrz_number.to(None, event="correct", on=correct_number)
    identify_mrz_number.to(None, event="clear", on=clear_number)
    identify_mrz_number.to(None, event="change_document", on=change_document)
    identify_mrz_number.to(identify_mrz_birth, event="send_number", cond=number_fits)

    identify_mrz_birth.to(None, event="digit", on=type_birth)
    identify_mrz_birth.to(None, event="correct", on=correct_birth)
    identify_mrz_birth.to(None, event="clear", on=clear_birth)
    identify_mrz_birth.to(identify_mrz_expiry, event="send_birth", cond=birth_fits)
    identify_mrz_birth.to(identify_mrz_number, event="back")

    identify_mrz_expiry.to(None, event="digit", on=type_expiry)
    identify_mrz_expiry.to(None, event="correct", on=correct_expiry)
    identify_mrz_expiry.to(None, event="clear", on=clear_expiry)
    identify_mrz_expiry.to(identify_mrz_birth, event="back")
