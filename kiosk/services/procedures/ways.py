"""How looking procedures up is joined to the spine, and to the services that a procedure leads to."""

from __future__ import annotations

from kiosk.services.common import states as spine
from kiosk.services.common.ways import Spine
from kiosk.services.procedures.states import ProceduresStates


def join(procedures: type[ProceduresStates], to: Spine) -> None:
    """From the menu, without anybody's name; from a procedure to whatever else this kiosk does."""
    to.menu.to(procedures, event="choose_service", cond=spine.wants("procedures"), on=spine.choose_service)
    to.menu.to(
        to.identify, event="choose_service", cond=spine.wants_first("procedures"), on=spine.choose_service
    )
    to.identifies(on=procedures)

    procedures.procedures_groups.to(to.menu, event="back")
    procedures.procedures_show.to(to.menu, event="choose_service", cond=spine.is_open, on=spine.as_at_menu)
    procedures.procedures_phone.to(to.more, event="done")
    procedures.procedures_print.to(to.more, event="done")
    procedures.procedures_gone.to(to.menu, event="go_home")

    to.tries_again(procedures.procedures_ask)
    to.goes_home(procedures)
    to.changes_language(
        procedures.procedures_groups,
        procedures.procedures_list,
        procedures.procedures_search,
        procedures.procedures_show,
        procedures.procedures_phone,
        procedures.procedures_gone,
    )
