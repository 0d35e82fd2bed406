"""The consent sheet in the person's language and in that of the file; a person's data are written by hand."""

from __future__ import annotations

from kiosk.house import House
from kiosk.paper.consent import Consent, consent
from kiosk.paper.ticket import Ticket
from kiosk.services.common.views import place_name
from kiosk.services.consent.states import OTHER
from kiosk.session import Session
from screens.i18n.words import Words, words


def sheet_of(session: Session, house: House) -> Ticket:
    """Two copies for the procedure that was chosen: the file's in the language of the town hall's files."""
    return consent(
        _copy(session, house, words(session.language), "paper.consent.person"),
        _copy(session, house, words(house.settings.languages.file), "paper.consent.file"),
    )


def _copy(session: Session, house: House, spoken: Words, whose: str) -> Consent:
    town, procedure = house.settings.kiosk.town, session.consent.procedure
    return Consent(
        town=town,
        place=place_name(house, spoken),
        title=spoken("paper.consent.title"),
        whose=spoken(whose),
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
