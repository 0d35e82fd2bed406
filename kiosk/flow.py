"""The chart of a citizen's session: the spine, with the services' states in it.

A chart is made at the first touch and gone at the wipe. It is run by `kiosk.conductor`; what the kiosk does
while a state is active is that state's activity, what it shows its view, both of the state's name. Guards
and callbacks are plain functions that never wait.
"""

from __future__ import annotations

from statemachine import State, StateChart

from kiosk.services.common import states as spine
from kiosk.services.identify.states import IdentifyStates, asked_for_more, several_proofs
from kiosk.services.padro.states import (
    PadroStates,
    choose_document,
    is_at_the_desk,
    is_here_for_more,
    is_on_other_paper,
    want_another,
)
from kiosk.services.paper.states import PaperStates, take_in_hand
from kiosk.services.person.memory import Reason
from kiosk.services.person.states import PersonStates
from kiosk.session import Session
from kiosk.seu.models import ProofName


def _wants_staff(data: str) -> bool:
    return data == ProofName.STAFF


def _changes_language(language: State, *screens: State) -> None:
    """From each of these screens one may change the language and come back to it."""
    for screen in screens:
        screen.to(language, event="change_language", on=spine.remember_screen)
        language.to(screen, event="choose_language", cond=spine.returning_to(screen), on=spine.set_language)


def _tries_again(trouble: State, *doing: State) -> None:
    """What these states ask of the seu may fail, and may be tried again from the trouble's screen."""
    for state in doing:
        state.to(trouble, event="seu_failed")
        trouble.to(state, event="retry", cond=spine.resuming(state))


def _goes_home(menu: State, over: State, *states: State | type[State.Compound]) -> None:
    """From each of these one may go back to the menu, or finish."""
    for state in states:
        state.to(menu, event="home")
        state.to(over, event="finish")


class SessionChart(StateChart[Session]):
    """language → menu → [identify] → a service → paper → anything else? → opinion → over."""

    catch_errors_as_events = False

    language = State(initial=True)
    menu = State()
    identify = IdentifyStates
    padro = PadroStates
    paper = PaperStates
    person = PersonStates
    trouble = State()
    more = State()
    opinion = State()
    over = State(final=True)

    language.to(menu, event="choose_language", cond=spine.returning_to(None), on=spine.set_language)
    language.to(person, event="other_language", on=spine.because(Reason.TURN))
    language.to(over, event="finish")

    menu.to(padro, event="choose_service", cond=spine.wants_padro, on=spine.choose_service)
    menu.to(identify, event="choose_service", cond=spine.wants_padro_first, on=spine.choose_service)
    menu.to(person.person_ask, event="choose_service", cond=spine.wants_turn, on=spine.because(Reason.TURN))
    menu.to(None, event="choose_service", unless=spine.is_open)
    menu.to(over, event="finish")

    identify.identify_card.to(person, event="no_document", on=spine.because(Reason.DOCUMENT))
    identify.identify_card.to(menu, event="back")
    identify.identify_mrz.to(person, event="no_mrz", on=spine.because(Reason.DOCUMENT))
    identify.identify_reading.to(person, event="can_wrong_last", on=spine.because(Reason.CAN))
    identify.identify_reading.to(person, event="mrz_wrong_last", on=spine.because(Reason.MRZ))
    identify.identify_reading.to(person, event="document_refused", on=spine.because(Reason.REFUSED))
    identify.identify_reading.to(trouble, event="document_unreadable seu_failed")
    identify.identify_ask.to(person, event="no_proof not_accepted", on=spine.because(Reason.REFUSED))
    identify.identify_ask.to(person, event="document_expired", on=spine.because(Reason.EXPIRED))
    identify.identify_ask.to(person, event="document_unverified", on=spine.because(Reason.UNVERIFIED))
    identify.identify_step_up.to(person, event="out_of_reach", on=spine.because(Reason.ASSURANCE))
    identify.identify_proof.to(
        person, event="choose_proof", cond=_wants_staff, on=spine.because(Reason.PHONE)
    )
    identify.identify_signature.to(person, event="pin_blocked", on=spine.because(Reason.BLOCKED))
    identify.identify_signature.to(
        person, event="no_pin", unless=several_proofs, on=spine.because(Reason.PIN)
    )
    identify.identify_signature.identify_sign.to(
        person, event="not_accepted", on=spine.because(Reason.REFUSED)
    )
    identify.identify_phone.to(person, event="no_phone", on=spine.because(Reason.PHONE))
    identify.identify_send.to(person, event="not_accepted", on=spine.because(Reason.REFUSED))
    identify.identify_code.to(person, event="no_phone", on=spine.because(Reason.PHONE))
    identify.identify_check.to(person, event="not_accepted", on=spine.because(Reason.REFUSED))
    identify.identify_done.to(
        padro.padro_purpose, event="go_on", cond=spine.coming_back_to(padro.padro_purpose)
    )
    identify.identify_done.to(padro, event="go_on", unless=asked_for_more)
    identify.identify_proof.to(padro.padro_choose, event="back", cond=asked_for_more)
    identify.identify_signature.to(
        padro.padro_choose, event="back", cond=asked_for_more, unless=several_proofs
    )

    padro.padro_ask.to(person, event="not_registered", on=spine.because(Reason.NONE))
    padro.padro_choose.to(person, event="choose_document", cond=is_at_the_desk, on=spine.because(Reason.DESK))
    padro.padro_choose.to(
        person, event="choose_document", cond=is_on_other_paper, on=spine.because(Reason.PAPER)
    )
    padro.padro_choose.to(
        identify.identify_step_up,
        event="choose_document",
        cond=is_here_for_more,
        on=[choose_document, spine.step_up_for(padro.padro_purpose)],
    )
    padro.padro_choose.to(menu, event="back")
    padro.padro_issue.to(person, event="given_at_the_desk", on=spine.because(Reason.DESK))
    padro.padro_issue.to(person, event="document_not_good", on=spine.because(Reason.NOT_GOOD))
    padro.padro_issue.to(paper, event="document_ready")

    paper.paper_job.paper_held.to(
        person.person_ask, event="collect_at_desk", on=spine.because(Reason.COLLECT)
    )
    paper.paper_take.to(more, event="paper_taken", on=take_in_hand)
    paper.paper_uncertain.to(person.person_ask, event="take_turn", on=spine.because(Reason.COLLECT))
    paper.paper_uncertain.to(more, event="go_home")
    paper.paper_unwritten.to(person.person_ask, event="take_turn", on=spine.because(Reason.COLLECT))
    paper.paper_unwritten.to(more, event="go_home")
    paper.paper_retracted.to(padro.padro_issue, event="print_copy", on=want_another)
    paper.paper_retracted.to(more, event="go_home")

    person.person_offer.to(menu, event="back")
    person.person_turn.to(more, event="done")
    person.person_turn.to(person.person_turn, event="print_turn_again")

    trouble.to(menu, event="back go_home")
    trouble.to(person.person_ask, event="take_turn", on=spine.because(Reason.TURN))
    _tries_again(
        trouble,
        identify.identify_ask,
        identify.identify_step_up,
        identify.identify_signature.identify_sign,
        identify.identify_send,
        identify.identify_check,
        padro.padro_ask,
        padro.padro_issue,
        person.person_ask,
    )
    trouble.to(identify, event="retry", cond=spine.resuming(identify.identify_card))
    trouble.to(
        identify.identify_signature,
        event="retry",
        cond=spine.resuming(identify.identify_signature.identify_contact),
    )

    more.to(menu, event="want_more back")
    more.to(opinion, event="no_more")

    opinion.to(None, event="choose_face", on=spine.choose_face)
    opinion.to(None, event="toggle_reason", on=spine.toggle_reason)
    opinion.to(over, event="send_opinion", cond=spine.face_chosen, on=spine.send_opinion)
    opinion.to(over, event="skip_opinion")
    opinion.to(more, event="back")

    _goes_home(
        menu,
        over,
        identify,
        padro,
        paper.paper_job.paper_held,
        paper.paper_take,
        paper.paper_uncertain,
        paper.paper_unwritten,
        paper.paper_retracted,
        person,
        trouble,
        more,
        opinion,
    )
    _changes_language(
        language,
        menu,
        identify.identify_card,
        identify.identify_can,
        identify.identify_mrz.identify_mrz_number,
        identify.identify_mrz.identify_mrz_birth,
        identify.identify_mrz.identify_mrz_expiry,
        identify.identify_proof,
        identify.identify_signature.identify_contact,
        identify.identify_signature.identify_risk,
        identify.identify_signature.identify_pin,
        identify.identify_phone,
        identify.identify_code,
        padro.padro_choose,
        padro.padro_purpose,
        person.person_offer,
        more,
        opinion,
    )
