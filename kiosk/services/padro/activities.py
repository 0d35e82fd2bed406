"""What the kiosk does for a padró document: asks what is offered, orders one, makes its page ready."""

from __future__ import annotations

import secrets

from kiosk.activity import Step
from kiosk.journal import new_copy
from kiosk.paper.document import DocumentRefused, document_sheets
from kiosk.services.common.activities import explain
from kiosk.seu.models import Failed, FailureKind, Issue


async def padro_ask(step: Step) -> str | None:
    """Ask the seu which documents it offers."""
    padro, proven = step.session.padro, step.session.identity.proven
    if proven is None:
        raise RuntimeError("asked for documents without a proof")
    answer = await step.house.seu.offers(proven.citizen_session)
    if isinstance(answer, Failed):
        return explain(step, answer, "padro_ask")
    if not answer.registered:
        return "not_registered"
    padro.offers = answer
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
    if proven is None or padro.chosen is None:
        raise RuntimeError("ordered a document without a proof or a choice")
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
        return explain(step, Failed(FailureKind.GARBLED), "padro_issue")
    padro.sheets = sheets
    return "document_ready"


async def _order(step: Step, citizen_session: str) -> Issue | Failed:
    """A document, or another numbered copy of the one that was issued."""
    padro, seu = step.session.padro, step.house.seu
    if padro.issue is not None:
        return await seu.copy(citizen_session, padro.issue.issue, "asked", padro.key, padro.paper)
    assert padro.chosen is not None
    return await seu.issue(
        citizen_session, padro.key, padro.chosen.id, padro.purpose, padro.language, padro.paper
    )


ACTIVITIES = (padro_ask, padro_purpose, padro_issue)
