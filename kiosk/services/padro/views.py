"""What the screens of the padró show."""

from __future__ import annotations

from kiosk.house import House
from kiosk.services.identify.views import DOCUMENT_SCREENS, PROOF_SCREENS
from kiosk.services.paper.views import PAPER_ROUTE
from kiosk.session import Session
from kiosk.seu.models import Offer, in_language
from screens.i18n.words import Words
from screens.padro import views
from screens.view import Button, Choice, Notice

ICONS = {("volant", "individual"): "user", ("volant", "dwelling"): "users-three"}
CERTIFICATE_ICON = "seal-check"

PURPOSE_ICONS = {
    "school": "graduation-cap",
    "grants": "hand-coins",
    "immigration": "airplane-tilt",
    "transport": "bus",
    "work": "briefcase",
}
OTHER_PURPOSE_ICON = "dots-three-circle"

LANGUAGE_NAMES = {"ca": "purpose.catalan", "es": "purpose.spanish"}


def document_name(offer: Offer | None, words: Words) -> str:
    """What the document is called."""
    return words(f"docs.{offer.id}") if offer else ""


def padro_choose(session: Session, house: House, words: Words) -> views.PadroChoose:
    """Four documents in places that never change; one that is given at the desk says only that.

    One that this kiosk has no paper for says so.
    """
    padro = session.padro
    time = "historic" if padro.historic else "current"
    offers = padro.offers.offers if padro.offers else ()
    return views.PadroChoose(
        question=words("docs.historic.question" if padro.historic else "docs.question"),
        lead=words("docs.historic.lead" if padro.historic else "docs.lead"),
        choices=tuple(
            Choice(
                id=offer.id,
                title=document_name(offer, words),
                about=words(f"docs.{offer.id}.about"),
                icon=ICONS.get((offer.kind, offer.scope), CERTIFICATE_ICON),
                off=_off(session, offer, words),
            )
            for offer in offers
            if offer.time == time
        ),
        other_page=Button(
            label=words("docs.current" if padro.historic else "docs.historic"), icon="clock-counter-clockwise"
        ),
        notice=words.notice("info", "coins", "docs.free") if _all_free(offers) else Notice(),
    )


def _off(session: Session, offer: Offer, words: Words) -> str:
    if offer.where == "desk":
        return words("docs.off")
    return "" if session.padro.rendition in offer.renditions else words("docs.paper")


def _all_free(offers: tuple[Offer, ...]) -> bool:
    return all(offer.price_cents == 0 for offer in offers)


def padro_purpose(session: Session, house: House, words: Words) -> views.PadroPurpose:
    """What it is for, its language, and the order to print."""
    padro, catalogue = session.padro, house.catalogue
    purposes = catalogue.padro.purposes if catalogue else ()
    languages = catalogue.padro.languages if catalogue else ()
    certificate = padro.chosen is not None and padro.chosen.kind == "certificat"
    order = "purpose.print.certificat" if certificate else "purpose.print"
    return views.PadroPurpose(
        question=words("purpose.question"),
        lead=document_name(padro.chosen, words),
        purposes=tuple(
            Choice(
                id=purpose.id,
                title=in_language(purpose.name, words.language),
                icon=PURPOSE_ICONS.get(purpose.id, OTHER_PURPOSE_ICON),
                chosen=padro.purpose == purpose.id,
            )
            for purpose in purposes
        ),
        language_question=words("purpose.language"),
        languages=tuple(
            Choice(id=code, title=words(LANGUAGE_NAMES[code]), chosen=padro.language == code)
            for code in languages
            if code in LANGUAGE_NAMES
        ),
        least=words("purpose.least"),
        send=Button(
            label=words(order if padro.purpose else "purpose.missing"),
            icon="printer" if padro.purpose else "",
            ready=bool(padro.purpose),
        ),
    )


VIEWS = (padro_choose, padro_purpose)
WAITS = ("padro_ask", "padro_issue")
ROUTE = (
    dict.fromkeys(DOCUMENT_SCREENS, "step.identify"),
    dict.fromkeys(PROOF_SCREENS, "step.code"),
    dict.fromkeys(("padro_ask", "padro_choose"), "step.document"),
    dict.fromkeys(("padro_purpose", "padro_issue"), "step.purpose"),
    PAPER_ROUTE,
)
