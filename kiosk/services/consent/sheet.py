"""The consent sheet in the person's language; everything of a person is left to be written by hand."""

from __future__ import annotations

from kiosk.house import House
from kiosk.paper.consent import Consent, consent
from kiosk.paper.ticket import Ticket
from kiosk.services.common.views import place_name
from kiosk.services.consent.states import OTHER
from kiosk.session import Session
from screens.i18n.words import words


def sheet_of(session: Session, house: House) -> Ticket:
    """Two copies for the procedure that was chosen."""
    spoken, procedure = words(session.language), session.consent.procedure
    town = house.settings.kiosk.town
    return consent(
        Consent(
            town=town,
            place=place_name(house, spoken),
            title=spoken("paper.consent.title"),
            copies=(spoken("paper.consent.person"), spoken("paper.consent.file")),
            name_line=spoken("paper.consent.name"),
            document_line=spoken("paper.consent.document"),
            consents=spoken("paper.consent.text"),
            procedure="" if procedure == OTHER else spoken(f"consent.{procedure}"),
            procedure_line=spoken("paper.consent.procedure"),
            rows=(
                (spoken("paper.consent.place"), town),
                (spoken("paper.consent.date"), spoken.day_and_year(house.clock.now())),
            ),
            person_line=spoken("paper.consent.sign"),
            official_line=spoken("paper.consent.official"),
            official_sign_line=spoken("paper.consent.official.sign"),
            given=spoken("paper.consent.given"),
            law=spoken("paper.consent.law"),
        )
    )
