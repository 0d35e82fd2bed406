"""What goes along with a turn: what the person was doing, and nothing of who they are."""

from __future__ import annotations

from kiosk.house import House
from kiosk.look import THEMES
from kiosk.services.person.memory import Reason
from kiosk.session import Session

NOTHING_TO_GO_ON_WITH = frozenset(
    {
        *(Reason.DESK, Reason.PAPER, Reason.NOT_GOOD, Reason.NOT_READY, Reason.COLLECT),
        *(Reason.NONE, Reason.ARRIVED),
    }
)
"""What is done at the desk, or cannot be done, is gone on with nowhere else."""


def carried(session: Session, house: House) -> dict[str, str]:
    """The members of the contract's `Handover`; empty where nothing goes along."""
    chosen = {
        "padro": session.padro.chosen.id if session.padro.chosen else "",
        "appointments": session.appointments.procedure.id if session.appointments.procedure else "",
        "procedures": session.procedures.chosen,
    }
    service, offered = session.spine.service, house.catalogue is not None and house.catalogue.turns.handover
    beside = house.settings.kiosk.role == "assisted"
    if not offered or beside or service not in chosen or session.person.reason in NOTHING_TO_GO_ON_WITH:
        return {}
    liked = session.look.theme if session.look.theme != THEMES[0] else ""
    members = {"service": service, "choice": chosen[service], "screen": liked}
    return {name: member for name, member in members.items() if member}
