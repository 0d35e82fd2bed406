"""What the screens show while paper is made, held up, taken, or in doubt."""

from __future__ import annotations

from datetime import datetime

from devices.contracts import PrinterStatus
from kiosk.house import House
from kiosk.services.common.views import panels, places
from kiosk.session import Session
from screens.i18n.words import Words
from screens.paper import views
from screens.view import Button

HELD = {
    PrinterStatus.PAPER_OUT: "paperout.what",
    PrinterStatus.COVER_OPEN: "cover.what",
    PrinterStatus.PAPER_JAM: "jam.what",
    PrinterStatus.CUTTER_FAULT: "cutter.what",
    PrinterStatus.OVERHEATED: "hot.what",
    PrinterStatus.PAPER_NOT_TAKEN: "nottaken.what",
}
"""The sentence for what holds a job up; anything else is a printer that does not answer."""


def paper_printing(session: Session, house: House, words: Words) -> views.PaperPrinting:
    """What the printer has acknowledged."""
    paper, chosen = session.paper, session.padro.chosen
    certificate = chosen is not None and chosen.kind == "certificat"
    one = paper.sheets == 1
    return views.PaperPrinting(
        question=words("printing.question.certificat" if certificate else "printing.question"),
        lead=words("printing.left", n=paper.left) if paper.left else "",
        sheet=words("printing.sheet.one")
        if one
        else words("printing.sheet", n=paper.sheet, m=str(paper.sheets)),
        percent=paper.percent,
        promise=words("printing.promise"),
    )


def paper_held(session: Session, house: House, words: Words) -> views.PaperHeld:
    """Why it waits; that staff were told is said only when they were."""
    paper = session.paper
    status = paper.held or PrinterStatus.UNKNOWN
    paper_out = status is PrinterStatus.PAPER_OUT
    told = bool(paper.held_since)
    now = "held.now.untold" if not told else "paperout.now" if paper_out else "held.now"
    if status is PrinterStatus.PAPER_NOT_TAKEN:
        now = "nottaken.now"
    return views.PaperHeld(
        question=words("paperout.title" if paper_out else "held.title"),
        lead=words("paperout.calm"),
        panels=panels(
            words,
            words(HELD.get(status, "offline.what")),
            words("paperout.kept" if paper_out else "held.kept"),
            words(now),
            kept=True,
        ),
        status=words("paperout.sent", hour=words.hour_said(datetime.fromisoformat(paper.held_since)))
        if told and paper_out
        else words("held.status"),
        primary=Button(label=words("paperout.leave"), icon="door"),
        primary_act="collect_at_desk",
    )


def paper_take(session: Session, house: House, words: Words) -> views.PaperTake:
    """Said because the printer agreed; where no sensor tells that it was taken, a touch does."""
    watched = house.document_printer.sees_taken and not session.paper.unseen
    return views.PaperTake(
        question=words("take.question"),
        lead=words(f"take.lead.{house.settings.devices.slot_side}"),
        printed=words("take.done", n=session.paper.sheets),
        places=places(house),
        notice=words.notice("info", "check-circle", "take.watched")
        if watched
        else words.notice("info", "eye-slash", "take.careful"),
        got=None if watched else Button(label=words("take.got"), icon="check"),
    )


def paper_uncertain(session: Session, house: House, words: Words) -> views.PaperUncertain:
    """Nobody knows; nothing is repeated by itself."""
    return views.PaperUncertain(
        question=words("uncertain.title"),
        panels=panels(words, words("uncertain.what"), words("uncertain.notdone"), words("uncertain.now")),
        primary=Button(label=words("person.take"), icon="ticket"),
        primary_act="take_turn",
        secondary=Button(label=words("act.continue"), icon="arrow-right"),
        secondary_act="go_home",
    )


def paper_retracted(session: Session, house: House, words: Words) -> views.PaperRetracted:
    """It is inside again; another copy is another number under the same code."""
    return views.PaperRetracted(
        question=words("retracted.title"),
        panels=panels(
            words, words("retracted.what"), words("retracted.kept"), words("retracted.now"), kept=True
        ),
        primary=Button(label=words("retracted.copy"), icon="printer"),
        primary_act="print_copy",
        secondary=Button(label=words("act.continue"), icon="arrow-right"),
        secondary_act="go_home",
    )


def paper_unwritten(session: Session, house: House, words: Words) -> views.PaperUnwritten:
    """The kiosk prints nothing that it cannot write down."""
    return views.PaperUnwritten(
        question=words("unwritten.title"),
        panels=panels(words, words("unwritten.what"), words("unwritten.notdone"), words("unwritten.now")),
        primary=Button(label=words("person.take"), icon="ticket"),
        primary_act="take_turn",
        secondary=Button(label=words("act.continue"), icon="arrow-right"),
        secondary_act="go_home",
    )


VIEWS = (paper_printing, paper_held, paper_take, paper_retracted, paper_unwritten, paper_uncertain)
PAPER_ROUTE = {
    "paper_printing": "step.printing",
    "paper_held": "step.paused",
    "paper_take": "step.printed",
}
"""The last step of a service that ends with a document."""
