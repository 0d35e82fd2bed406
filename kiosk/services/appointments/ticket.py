"""The appointment on paper, with the code of the arrival and nobody's name."""

from __future__ import annotations

from kiosk.house import House
from kiosk.paper.leaflets import Appointment as Leaflet, appointment
from kiosk.paper.ticket import Code, Ticket
from kiosk.services.appointments.code import encode
from kiosk.services.appointments.said import bring, hour_of, late, place_name, procedure_name
from kiosk.services.common.views import place_name as kiosk_name
from kiosk.services.identify import phone
from kiosk.session import Session
from screens.i18n.words import words


def appointment_ticket(session: Session, house: House) -> Ticket:
    """The paper of what was booked, moved or chosen, in the person's language."""
    memory, spoken, catalogue = session.appointments, words(session.language), house.catalogue
    made = memory.made
    if made is None or catalogue is None:
        raise RuntimeError("typeset an appointment that was not made")
    desk = phone.spoken(catalogue.office.phone)
    things = bring(memory, spoken, made.procedure)
    said = Leaflet(
        town=house.settings.kiosk.town,
        place=kiosk_name(house, spoken),
        title=spoken("paper.appointment.title"),
        day=spoken.day_and_year(made.at),
        hour=hour_of(spoken, made.at, house),
        rows=(
            (spoken("paper.appointment.what"), procedure_name(memory, spoken, made.procedure)),
            (spoken("paper.appointment.where"), place_name(memory, spoken, made.office)),
            (spoken("paper.appointment.number"), made.number),
        ),
        bring=spoken("paper.appointment.bring", what=things) if things else spoken("appt.bring.nothing"),
        arrive=Code(encode(catalogue.town.ine, made.code), spoken("paper.appointment.arrive")),
        move=f"{late(memory, spoken)} {spoken('appt.paper.move', phone=desk)}",
    )
    return appointment(said)
