"""What is looked for by words where an appointment is made: a procedure, or an office."""

from __future__ import annotations

from kiosk.search import Entry, index_of
from kiosk.services.appointments.choices import its_offices
from kiosk.services.appointments.memory import Appointments
from kiosk.services.common.searching import Search
from kiosk.session import Session
from kiosk.seu.models import AppointmentCatalogue


def know(memory: Appointments, catalogue: AppointmentCatalogue) -> None:
    """Remember what can be booked, and by which words it is found."""
    memory.catalogue = catalogue
    topics = {group.id: tuple(group.name.values()) for group in catalogue.groups}
    memory.search.look_in(
        index_of(
            Entry(
                procedure.id,
                tuple(procedure.name.values()),
                procedure.words,
                topics.get(procedure.group, ()),
            )
            for procedure in catalogue.procedures
        )
    )


def sought_procedure_to_book(model: Session) -> Search:
    """By words."""
    return model.appointments.search


def sought_office(model: Session) -> Search:
    """By words."""
    return model.appointments.office_search


def begin_search(model: Session) -> None:
    """With nothing typed."""
    model.appointments.search.look_for("")


def begin_office_search(model: Session) -> None:
    """Among those at which the procedure is done, with nothing typed."""
    memory = model.appointments
    memory.office_search = Search()
    memory.office_search.look_in(
        index_of(
            Entry(office.id, tuple(office.name.values()), (office.address,)) for office in its_offices(memory)
        )
    )
