"""The states of the consent sheet. The kiosk prints it; whoever consents and whoever acts sign it by hand."""

from __future__ import annotations

from statemachine import State

from kiosk.services.common.states import Facts
from kiosk.session import Session

SERVICE = "consent"
OTHER = "other"
PROCEDURES = ("padro", "appointments", OTHER)
"""What an official may be asked to do here; the name of another one is written by hand."""


def wants_consent(data: str, facts: Facts) -> bool:
    """A sheet, where a person of the office sits beside."""
    return data == SERVICE and facts.assisted


def is_procedure(data: str) -> bool:
    """One that the sheet may be for."""
    return data in PROCEDURES


def enter(model: Session) -> None:
    """The person is here for the sheet."""
    model.spine.service = SERVICE


def choose_procedure(model: Session, data: str) -> None:
    """A consent is for one procedure alone."""
    model.consent.procedure = data


def printing(model: Session) -> None:
    """A sheet is on its way, and nothing is known of it."""
    model.consent.ticket = "consent.printing"


class ConsentStates(State.Compound):
    """What it is for, then the sheet."""

    consent_choose = State(initial=True)
    consent_print = State()

    consent_choose.to(
        consent_print, event="choose_consent", cond=is_procedure, on=[choose_procedure, printing]
    )
    consent_print.to(consent_print, event="print_consent", on=printing)
    consent_print.to(consent_choose, event="back")
