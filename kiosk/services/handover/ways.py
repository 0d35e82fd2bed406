"""How taking over a turn is joined to the spine: from the menu, and on to whatever the person was doing."""

from __future__ import annotations

from kiosk.services.common import states as spine
from kiosk.services.common.ways import Spine
from kiosk.services.handover.states import HandoverStates, adopt, enter, takes_over


def join(handover: type[HandoverStates], to: Spine) -> None:
    """The service begins as it does at the menu: who it is never goes along, and is asked for again."""
    to.menu.to(handover, event="choose_service", cond=takes_over, on=enter)
    handover.handover_number.to(to.menu, event="back go_home")
    handover.handover_show.to(
        to.menu, event="choose_service", cond=spine.is_open, on=[adopt, spine.as_at_menu]
    )
    handover.handover_show.to(to.menu, event="go_on", on=adopt)
    handover.handover_none.to(to.menu, event="go_home")

    to.tries_again(handover.handover_ask)
    to.goes_home(handover)
    to.changes_language(handover.handover_number, handover.handover_none)
