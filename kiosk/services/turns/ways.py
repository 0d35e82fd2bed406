"""How the questions before a turn are joined to the spine, and every way that leads to a turn."""

from __future__ import annotations

from statemachine import State

from kiosk.services.common import states as spine
from kiosk.services.common.ways import Spine
from kiosk.services.person.memory import Reason
from kiosk.services.turns.states import (
    TurnsStates,
    asks_priority,
    asks_subject,
    choose_priority,
    choose_queue,
    enter,
    is_queue,
    may_give_back,
    remember_where,
    was_at_turn,
    was_led,
)


def join(turns: type[TurnsStates], to: Spine) -> None:
    """From the menu to a turn; who is led to a person is asked for no subject, for the reason says it."""
    person = to.person
    coming = [spine.because(Reason.TURN), enter]
    to.menu.to(turns, event="choose_service", cond=[spine.wants_turn, asks_subject], on=coming)
    for target, asked in ((turns.turns_priority, [asks_priority]), (person.person_ask, [])):
        to.menu.to(target, event="choose_service", cond=[spine.wants_turn, *asked], on=coming)
    takes_turn(person.person_offer, turns, to)
    takes_turn(to.trouble, turns, to, because=Reason.TURN)
    takes_turn(to.paper.paper_uncertain, turns, to, because=Reason.COLLECT)
    takes_turn(to.paper.paper_unwritten, turns, to, because=Reason.COLLECT)

    turns.turns_queue.to(person.person_ask, event="choose_queue", cond=is_queue, on=choose_queue)
    turns.turns_queue.to(to.menu, event="back")
    turns.turns_priority.to(person.person_ask, event="choose_priority", on=choose_priority)
    turns.turns_priority.to(person.person_offer, event="back", cond=was_led)
    turns.turns_priority.to(to.menu, event="back")
    turns.turns_none.to(to.menu, event="back go_home")
    person.person_ask.to(turns.turns_none, event="no_turns")

    for door in (person.person_turn, to.more):
        door.to(turns.turns_giveup, event="no_turn_needed", cond=may_give_back, on=remember_where)
    turns.turns_giveup.to(person.person_turn, event="keep_turn back", cond=was_at_turn)
    turns.turns_giveup.to(to.more, event="keep_turn back")
    turns.turns_given_back.to(to.more, event="done")
    turns.turns_unheard.to(to.more, event="done")

    to.goes_home(turns)
    to.changes_language(turns.turns_queue, turns.turns_priority, turns.turns_none)


def takes_turn(screen: State, turns: type[TurnsStates], to: Spine, because: Reason | None = None) -> None:
    """A turn is taken from that screen, after the one question where it is asked."""
    led = [] if because is None else [spine.because(because)]
    screen.to(turns.turns_priority, event="take_turn", cond=asks_priority, on=led)
    screen.to(to.person.person_ask, event="take_turn", on=led)
