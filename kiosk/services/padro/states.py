"""The states in which a padró document is chosen and ordered."""

from __future__ import annotations

from statemachine import State

from kiosk.session import Session
from kiosk.seu.models import Assurance, Offer


def is_here(model: Session, data: str) -> bool:
    """The document can be printed on this kiosk, by what the person has shown."""
    offer = _here(model, data)
    return offer is not None and model.identity.has(offer.assurance)


def is_here_for_more(model: Session, data: str) -> bool:
    """The document can be printed on this kiosk, by somebody who shows more."""
    offer = _here(model, data)
    return offer is not None and not model.identity.has(offer.assurance)


def _here(model: Session, data: str) -> Offer | None:
    return next(
        (
            offer
            for offer in _offers(model)
            if offer.id == data and offer.where == "here" and model.padro.rendition in offer.renditions
        ),
        None,
    )


def is_at_the_desk(model: Session, data: str) -> bool:
    """The document is given at the desk; the seu does not say why."""
    return any(offer.id == data and offer.where == "desk" for offer in _offers(model))


def is_on_other_paper(model: Session, data: str) -> bool:
    """The document could be had here, but not on the paper of this kiosk."""
    return any(
        offer.id == data and offer.where == "here" and model.padro.rendition not in offer.renditions
        for offer in _offers(model)
    )


def _offers(model: Session) -> tuple[Offer, ...]:
    return model.padro.offers.offers if model.padro.offers else ()


def choose_document(model: Session, data: str) -> None:
    """A new choice is a new order."""
    padro = model.padro
    padro.chosen = next(offer for offer in _offers(model) if offer.id == data)
    padro.key = ""
    padro.issue = None
    padro.another = False
    padro.sheets = ()


def was_chosen(model: Session) -> bool:
    """At another kiosk, and it can be had here."""
    return is_here(model, model.handover.choice_in("padro"))


def choose_again(model: Session) -> None:
    """What had been chosen there."""
    choose_document(model, model.handover.choice_in("padro"))
    model.handover.come_to()


def want_another(model: Session) -> None:
    """Another numbered copy of what was issued; a new copy is a new order."""
    model.padro.key = ""
    model.padro.another = True


def wanted(model: Session) -> Assurance | None:
    """What a person has to have shown for the document that was chosen."""
    return model.padro.chosen.assurance if model.padro.chosen else None


def turn_page(model: Session) -> None:
    """Between the documents of today and the historic ones."""
    model.padro.historic = not model.padro.historic


def choose_purpose(model: Session, data: str) -> None:
    """What it is for decides which details are printed, so it is part of the order."""
    model.padro.purpose = data
    model.padro.key = ""


def choose_language(model: Session, data: str) -> None:
    """Catalan or Spanish, whatever the kiosk speaks."""
    model.padro.language = data
    model.padro.key = ""


def order_complete(model: Session) -> bool:
    """A purpose was chosen."""
    return bool(model.padro.purpose)


class PadroStates(State.Compound):
    """From the offers to the page that is ready to be printed."""

    padro_ask = State(initial=True)
    padro_choose = State()
    padro_purpose = State()
    padro_issue = State()

    padro_ask.to(padro_purpose, event="offers_known", cond=was_chosen, on=choose_again)
    padro_ask.to(padro_choose, event="offers_known")

    padro_choose.to(None, event="other_page", on=turn_page)
    padro_choose.to(padro_purpose, event="choose_document", cond=is_here, on=choose_document)

    padro_purpose.to(None, event="choose_purpose", on=choose_purpose)
    padro_purpose.to(None, event="choose_document_language", on=choose_language)
    padro_purpose.to(padro_issue, event="print_document", cond=order_complete)
    padro_purpose.to(padro_choose, event="back")
