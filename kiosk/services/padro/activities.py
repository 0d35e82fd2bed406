"""What the kiosk does for a padró document: asks what is offered, orders one, makes its page ready."""

from __future__ import annotations

import secrets

from devices.contracts import Pdf, Printer
from kiosk.activity import Step
from kiosk.journal import new_copy
from kiosk.logs import Event as Log, log
from kiosk.paper.document import document_sheets, warm
from kiosk.paper.refusal import DocumentRefused, PdfTrouble
from kiosk.services.common.activities import explain
from kiosk.seu.models import Failed, Issue, PaperOutcome, Rendition

A4_HEAD, ROLL_HEAD = 1600, 576
"""Dots: an A4 page of 1680 may lose blank margins, never ink (see `kiosk.paper.pdf`); a roll's page none."""


def rendition_for(printer: Printer) -> Rendition | None:
    """The paper on which documents come out of `printer`."""
    if printer.takes_pdf or printer.width >= A4_HEAD:
        return "a4"
    return "roll80" if printer.width >= ROLL_HEAD else None


async def padro_ask(step: Step) -> str | None:
    """Ask the seu which documents it offers."""
    padro, proven = step.session.padro, step.session.identity.proven
    # Nobody chooses sooner than it is there.
    step.house.background(warm())
    if proven is None:
        raise RuntimeError("asked for documents without a proof")
    answer = await step.house.seu.offers(proven.citizen_session)
    if isinstance(answer, Failed):
        return explain(step, answer, "padro_ask")
    if not answer.registered:
        return "not_registered"
    padro.offers = answer
    padro.rendition = rendition_for(step.house.document_printer)
    padro.historic = False
    return "offers_known"


async def padro_purpose(step: Step) -> str | None:
    """Propose the language that the person reads, where documents come in it."""
    padro, catalogue = step.session.padro, step.house.catalogue
    if not padro.language and catalogue is not None:
        spoken = step.session.language
        padro.language = spoken if spoken in catalogue.document_languages else catalogue.document_languages[0]
        step.refresh()
    return None


async def padro_issue(step: Step) -> str | None:
    """Order the document, fetch it, and make its rows of dots. The same order is never placed twice."""
    padro, seu = step.session.padro, step.house.seu
    proven = step.session.identity.proven
    if proven is None or padro.chosen is None or padro.rendition is None:
        raise RuntimeError("ordered a document without a proof, a choice or its paper")
    if not padro.key:
        padro.key, padro.paper = secrets.token_urlsafe(16), new_copy()
    if padro.issue is None or padro.another:
        issue = await _order(step, proven.citizen_session)
        if isinstance(issue, Failed):
            return (
                "given_at_the_desk"
                if issue.problem == "given-at-the-desk"
                else explain(step, issue, "padro_issue")
            )
        padro.issue, padro.another = issue, False
    pdf = await seu.document(proven.citizen_session, padro.issue.issue, padro.issue.copy_number)
    if isinstance(pdf, Failed):
        return explain(step, pdf, "padro_issue")
    sheets = await document_sheets(
        pdf,
        sha256=padro.issue.document.sha256,
        width=step.house.document_printer.width,
        seal_roots=step.house.seal_roots,
    )
    if isinstance(sheets, DocumentRefused):
        return _refuse(step, sheets)
    # A printer that reads PDF gets what the seu sealed; that it can be drawn as A4 was seen all the same.
    padro.sheets = Pdf(pdf, len(sheets)) if step.house.document_printer.takes_pdf else sheets
    return "document_ready"


async def _order(step: Step, citizen_session: str) -> Issue | Failed:
    """A document, or another numbered copy of the one that was issued."""
    padro, seu = step.session.padro, step.house.seu
    if padro.issue is not None:
        return await seu.copy(citizen_session, padro.issue.issue, "asked", padro.key, padro.paper)
    assert padro.chosen is not None
    assert padro.rendition is not None
    order = padro.chosen.id, padro.purpose, padro.language, padro.rendition
    return await seu.issue(citizen_session, padro.key, *order, padro.paper)


def _refuse(step: Step, refused: DocumentRefused) -> str:
    """What is not as it has to be is never printed: the technician, the seu and the person are told."""
    log(Log.DOCUMENT_REFUSED, why=str(refused.why))
    step.house.report(step.session.padro.paper, PaperOutcome.REFUSED)
    return "document_not_ready" if refused.why is PdfTrouble.TOO_SLOW else "document_not_good"


ACTIVITIES = (padro_ask, padro_purpose, padro_issue)
