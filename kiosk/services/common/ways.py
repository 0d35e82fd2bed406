"""The ways that services have in common: identification, another language, another try, the menu, the end."""

from __future__ import annotations

from dataclasses import dataclass

from statemachine import State

from kiosk.services.common import states as spine
from kiosk.services.identify.states import IdentifyStates, asked_for_more, several_proofs
from kiosk.services.paper.states import PaperStates
from kiosk.services.person.states import PersonStates

Room = State | type[State.Compound]
"""A state, or a compound that holds a service's states; the library makes a state of it."""


@dataclass(frozen=True, slots=True)
class Spine:
    """Where a service's own ways may lead outside it; see `kiosk.flow`."""

    language: State
    menu: State
    identify: type[IdentifyStates]
    paper: type[PaperStates]
    person: type[PersonStates]
    trouble: State
    more: State
    over: State

    def identifies(self, *backs: State, on: Room) -> None:
        """Who is known goes on there; Back leads to that of `backs` that asked, without any to the menu."""
        assert isinstance(on, State)
        identify = self.identify
        identify.identify_done.to(on, event="go_on", cond=spine.going_on_to(on))
        for back in backs:
            identify.identify_card.to(back, event="back", cond=spine.asked_at(back))
            identify.identify_proof.to(back, event="back", cond=[asked_for_more, spine.asked_at(back)])
            identify.identify_signature.to(
                back, event="back", cond=[asked_for_more, spine.asked_at(back)], unless=several_proofs
            )

    def changes_language(self, *screens: State) -> None:
        """From each of these screens one may change the language and come back to it."""
        for screen in screens:
            screen.to(self.language, event="change_language", on=spine.remember_screen)
            self.language.to(
                screen, event="choose_language", cond=spine.returning_to(screen), on=spine.set_language
            )

    def tries_again(self, *doing: State) -> None:
        """What these states ask of the seu may fail, and may be tried again from the trouble's screen."""
        for state in doing:
            state.to(self.trouble, event="seu_failed")
            self.trouble.to(state, event="retry", cond=spine.resuming(state))

    def goes_home(self, *states: Room) -> None:
        """From each of these one may go back to the menu, or finish."""
        for state in states:
            state.to(self.menu, event="home")
            state.to(self.over, event="finish")
