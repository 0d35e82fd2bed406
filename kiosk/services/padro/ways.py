"""How the padró's states are joined to the spine."""

from __future__ import annotations

from kiosk.services.common import states as spine
from kiosk.services.common.ways import Spine
from kiosk.services.padro.states import (
    PadroStates,
    choose_document,
    is_at_the_desk,
    is_here_for_more,
    is_on_other_paper,
    want_another,
    wanted,
)
from kiosk.services.person.memory import Reason


def join(padro: type[PadroStates], to: Spine) -> None:
    """From the menu, by way of identification, to paper; and to a person where it cannot be done here."""
    person = to.person
    to.menu.to(padro, event="choose_service", cond=spine.wants("padro"), on=spine.choose_service)
    to.menu.to(to.identify, event="choose_service", cond=spine.wants_first("padro"), on=spine.choose_service)
    to.identifies(on=padro)
    to.identifies(padro.padro_choose, on=padro.padro_purpose)

    padro.padro_ask.to(person, event="not_registered", on=spine.because(Reason.NONE))
    padro.padro_choose.to(person, event="choose_document", cond=is_at_the_desk, on=spine.because(Reason.DESK))
    padro.padro_choose.to(
        person, event="choose_document", cond=is_on_other_paper, on=spine.because(Reason.PAPER)
    )
    padro.padro_choose.to(
        to.identify.identify_step_up,
        event="choose_document",
        cond=is_here_for_more,
        on=[
            choose_document,
            spine.asking(wanted, on_the_way_to=padro.padro_purpose, at=padro.padro_choose),
        ],
    )
    padro.padro_choose.to(to.menu, event="back")
    padro.padro_issue.to(person, event="given_at_the_desk", on=spine.because(Reason.DESK))
    padro.padro_issue.to(person, event="document_not_good", on=spine.because(Reason.NOT_GOOD))
    padro.padro_issue.to(person, event="document_not_ready", on=spine.because(Reason.NOT_READY))
    padro.padro_issue.to(to.paper, event="document_ready")
    to.paper.paper_retracted.to(padro.padro_issue, event="print_copy", on=want_another)

    to.tries_again(padro.padro_ask, padro.padro_issue)
    to.goes_home(padro)
    to.changes_language(padro.padro_choose, padro.padro_purpose)
