"""What a kiosk says of a document that its paper is not for is true, whatever that paper is."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.services.padro.views import padro_choose
from kiosk.services.person.memory import Reason
from kiosk.services.person.views import person_offer
from kiosk.session import Session
from kiosk.seu.models import Offer, Offers, Rendition
from screens.i18n.words import LANGUAGES, words
from tests.flows.lonely import Lonely, in_lonely_kiosk

MEASURES = ("A4", "80", "58", "210", "estret", "estrecho", "narrow", "ample", "ancho", "wide")


def session_with(paper: Rendition | None, renditions: tuple[str, ...]) -> Session:
    session = Session(language="ca")
    offer = Offer.model_validate(
        {
            "id": "volant_individual_current",
            "kind": "volant",
            "scope": "individual",
            "time": "current",
            "where": "here",
            "price_cents": 0,
            "assurance": "substantial",
            "renditions": renditions,
        }
    )
    session.padro.offers = Offers.model_construct(registered=True, offers=(offer,))
    session.padro.rendition = paper
    session.person.reason = Reason.PAPER
    return session


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("paper", "renditions"), [(None, ("a4", "roll80")), ("roll80", ("a4",)), ("a4", ("roll80",))]
)
def test_no_size_is_named_that_may_not_be_the_reason(
    paper: Rendition | None, renditions: tuple[str, ...], language: str, tmp_path: Path
) -> None:
    said: list[str] = []

    async def look(lonely: Lonely) -> None:
        session, spoken = session_with(paper, renditions), words(language)
        (card,) = padro_choose(session, lonely.house, spoken).choices
        what, *_ = person_offer(session, lonely.house, spoken).panels
        said.extend((card.off, what.text))

    in_lonely_kiosk(tmp_path, look)

    assert all(said)
    assert [text for text in said for measure in MEASURES if measure in text] == []
