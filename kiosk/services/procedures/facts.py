"""What is to be known of a procedure, in the person's language: the same on the screen and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.services.common.from_home import NEEDS
from kiosk.services.identify import phone
from kiosk.seu.models import Procedure, ProcedureOffice, Procedures, in_language
from screens.i18n.words import Words


@dataclass(frozen=True, slots=True)
class Place:
    """An office, in one line each."""

    name: str
    address: str
    hours: str
    phone: str
    """As it is written at home; empty where it has none."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Lines under their labels; what has no line is left out."""

    needs: tuple[str, ...]
    costs: tuple[str, ...]
    deadline: tuple[str, ...]
    takes: tuple[str, ...]
    ways: tuple[str, ...]
    places: tuple[Place, ...]


def facts_of(procedure: Procedure, all_of_them: Procedures, words: Words) -> Facts:
    """Everything that the seu says of it."""
    return Facts(
        needs=tuple(in_language(need, words.language) for need in procedure.needs),
        costs=tuple(_costs(procedure, words)),
        deadline=_text(procedure.deadline, words),
        takes=_text(procedure.takes, words),
        ways=tuple(_ways(procedure, words)),
        places=tuple(_place(office, words) for office in all_of_them.places(procedure)),
    )


def _text(said: dict[str, str], words: Words) -> tuple[str, ...]:
    return (in_language(said, words.language),) if said else ()


def _costs(procedure: Procedure, words: Words) -> Iterator[str]:
    for fee in procedure.fees:
        name, price = in_language(fee.name, words.language), words.price(fee.cents)
        yield words("procedures.fee", name=name, price=price)
    yield from _text(procedure.fee_note, words)
    if not procedure.fees and not procedure.fee_note:
        yield words("procedures.free")


def _ways(procedure: Procedure, words: Words) -> Iterator[str]:
    channels = procedure.channels
    if channels.here is not None:
        yield words("procedures.way.here")
    if channels.home is not None:
        yield words("procedures.way.home")
        yield words(NEEDS[procedure.identity] if procedure.identity else "home.needs.nothing")
    if channels.desk:
        yield words("procedures.way.appointment" if channels.appointment else "procedures.way.desk")


def _place(office: ProcedureOffice, words: Words) -> Place:
    return Place(
        name=in_language(office.name, words.language),
        address=office.address,
        hours=in_language(office.hours, words.language),
        phone=phone.spoken(office.phone) if office.phone else "",
    )
