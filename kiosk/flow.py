"""The chart of a citizen's session: the spine, with the services' states in it.

A chart is made at the first touch and gone at the wipe. It is run by `kiosk.conductor`; what the kiosk does
while a state is active is that state's activity, what it shows its view, both of the state's name. Guards
and callbacks are plain functions that never wait.
"""

from __future__ import annotations

from statemachine import State, StateChart

from kiosk.services.appointments.states import AppointmentsStates
from kiosk.services.appointments.ways import join as join_appointments
from kiosk.services.arrival.states import ArrivalStates
from kiosk.services.arrival.ways import join as join_arrival
from kiosk.services.common import states as spine
from kiosk.services.common.ways import Spine
from kiosk.services.consent.states import ConsentStates
from kiosk.services.consent.ways import join as join_consent
from kiosk.services.handover.states import HandoverStates
from kiosk.services.handover.ways import join as join_handover
from kiosk.services.identify.states import IdentifyStates, asked_inside, several_proofs
from kiosk.services.padro.states import PadroStates
from kiosk.services.padro.ways import join as join_padro
from kiosk.services.paper.states import PaperStates, take_in_hand
from kiosk.services.person.memory import Reason
from kiosk.services.person.states import PersonStates, print_again
from kiosk.services.procedures.states import ProceduresStates
from kiosk.services.procedures.ways import join as join_procedures
from kiosk.services.turns.states import TurnsStates
from kiosk.services.turns.ways import join as join_turns
from kiosk.services.welcome.states import WelcomeStates
from kiosk.services.welcome.ways import join as join_welcome
from kiosk.session import Session
from kiosk.seu.models import ProofName


def _wants_staff(data: str) -> bool:
    return data == ProofName.STAFF


class SessionChart(StateChart[Session]):
    """language → menu → [identify] → a service → paper → anything else? → opinion → over."""

    catch_errors_as_events = False

    language = State(initial=True)
    menu = State()
    identify = IdentifyStates
    welcome = WelcomeStates
    turns = TurnsStates
    arrival = ArrivalStates
    padro = PadroStates
    appointments = AppointmentsStates
    paper = PaperStates
    person = PersonStates
    procedures = ProceduresStates
    consent = ConsentStates
    handover = HandoverStates
    trouble = State()
    more = State()
    opinion = State()
    over = State(final=True)

    ways = Spine(language, menu, identify, paper, person, trouble, more, over)

    join_welcome(welcome, turns, ways)
    language.to(menu, event="choose_language", cond=spine.returning_to(None), on=spine.set_language)
    language.to(person, event="other_language", on=spine.because(Reason.TURN))
    language.to(over, event="finish")

    menu.to(None, event="choose_service", unless=spine.is_open)
    menu.to(over, event="finish")

    identify.identify_card.to(person, event="no_document", on=spine.because(Reason.DOCUMENT))
    identify.identify_card.to(menu, event="back", unless=asked_inside)
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

    join_turns(turns, ways)
    join_arrival(arrival, turns, ways, welcome.welcome_place)
    join_padro(padro, ways)
    join_appointments(appointments, ways)
    join_procedures(procedures, ways)
    join_consent(consent, ways)
    join_handover(handover, ways)

    paper.paper_job.paper_held.to(
        person.person_ask, event="collect_at_desk", on=spine.because(Reason.COLLECT)
    )
    paper.paper_take.to(more, event="paper_taken", on=take_in_hand)
    paper.paper_uncertain.to(more, event="go_home")
    paper.paper_unwritten.to(more, event="go_home")
    paper.paper_retracted.to(more, event="go_home")

    person.person_offer.to(menu, event="back")
    person.person_turn.to(more, event="done")
    person.person_turn.to(person.person_turn, event="print_turn_again", on=print_again)

    trouble.to(menu, event="back go_home")
    ways.tries_again(
        identify.identify_ask,
        identify.identify_step_up,
        identify.identify_signature.identify_sign,
        identify.identify_send,
        identify.identify_check,
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

    ways.goes_home(
        identify,
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
    ways.changes_language(
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
        person.person_offer,
        more,
        opinion,
    )
