"""The states of an arrival: scan, ask the seu, and, where there is no turn, why."""

from __future__ import annotations

from statemachine import State

from kiosk.services.common.states import Facts, is_open
from kiosk.session import Session
from kiosk.seu.models import Arrived, Assurance, OutsideItsWindow

SERVICE = "arrival"


def wants_to_scan(data: str, facts: Facts) -> bool:
    """Here is a scanner, and so nobody has to show who they are."""
    return data == SERVICE and is_open(data, facts) and facts.scanner


def can_scan(facts: Facts) -> bool:
    """Here is a scanner."""
    return facts.scanner


def is_known(model: Session, facts: Facts) -> bool:
    """The person has shown enough for the seu to find their appointment."""
    return model.identity.has(facts.asks(SERVICE))


def wanted(model: Session) -> Assurance | None:
    """What the service asks for, as it was when it was chosen."""
    return model.identity.wanted


def begin(model: Session) -> None:
    """Another arrival; nothing of one before it counts."""
    model.spine.service = SERVICE
    model.arrival.begin()


def its_turn(model: Session) -> None:
    """The turn of the appointment, which is shown and printed as any turn is."""
    if not isinstance(model.arrival.answer, Arrived):
        raise RuntimeError("arrived without a turn")
    model.person.turn = model.arrival.answer.turn


def by_person(model: Session) -> None:
    """By who they are, and no code."""
    model.arrival.begin()


def missed(model: Session) -> tuple[str, str] | None:
    """Procedure and office of an appointment that is lost, where it can be booked again."""
    match model.arrival.answer:
        case OutsideItsWindow(result="too_late", procedure=procedure, office=office) if procedure and office:
            return procedure, office
    return None


def can_book_again(model: Session, facts: Facts) -> bool:
    """Instead of the one that is lost."""
    return missed(model) is not None and is_open("appointments", facts)


def want_again(model: Session) -> None:
    """The same, at another hour."""
    model.appointments.again = missed(model)


class ArrivalStates(State.Compound):
    """The code, the seu, and what it said where it gave no turn."""

    arrival_scan = State(initial=True)
    arrival_ask = State()
    arrival_answer = State()

    arrival_scan.to(None, event="not_scanned")
    arrival_scan.to(arrival_ask, event="code_scanned")
    arrival_scan.to(arrival_ask, event="no_code", cond=is_known, on=by_person)
    arrival_ask.to(arrival_answer, event="not_arrived")
    arrival_answer.to(arrival_scan, event="scan_again back", cond=can_scan, on=by_person)
