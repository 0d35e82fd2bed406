"""The receipt of a printed document: what, result, price, number; nothing personal."""

from __future__ import annotations

from kiosk.house import House
from kiosk.paper.receipts import Receipt, receipt
from kiosk.paper.ticket import Ticket
from kiosk.services.common.from_home import done_in, from_home, home_code
from kiosk.services.common.views import place_name
from kiosk.services.identify import phone
from kiosk.services.padro.views import document_name
from kiosk.session import Session
from screens.i18n.words import words


def receipt_of(session: Session, house: House) -> Ticket | None:
    """The receipt, in the person's language; none where no document was issued."""
    spoken, issue = words(session.language), session.padro.issue
    if issue is None or house.catalogue is None:
        return None
    now = house.clock.now()
    said = Receipt(
        town=house.settings.kiosk.town,
        place=place_name(house, spoken),
        title=spoken("receipt.title"),
        when=f"{spoken.day_and_year(now)}, {spoken.hour_said(now)}",
        rows=(
            (
                spoken("receipt.what"),
                spoken("receipt.document", document=document_name(session.padro.chosen, spoken)),
            ),
            (spoken("receipt.result"), spoken("receipt.printed", n=session.paper.sheets)),
            (spoken("receipt.price"), spoken.price(issue.price_cents)),
            (spoken("receipt.number"), issue.receipt_number),
        ),
        from_home=home_code(from_home(done_in(session), house, spoken), spoken),
        doubt=spoken("receipt.doubt", phone=phone.spoken(house.catalogue.office.phone)),
        private=spoken("receipt.private"),
        thanks=spoken("bye.title").replace("\n", " "),
    )
    return receipt(said)
