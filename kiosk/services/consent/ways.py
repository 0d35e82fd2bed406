"""How the consent sheet is joined to the spine."""

from __future__ import annotations

from kiosk.services.common.ways import Spine
from kiosk.services.consent.states import ConsentStates, enter, wants_consent


def join(consent: type[ConsentStates], to: Spine) -> None:
    """From the menu, without anybody's name; the official sees who it is."""
    to.menu.to(consent, event="choose_service", cond=wants_consent, on=enter)
    consent.consent_choose.to(to.menu, event="back")
    consent.consent_print.to(to.more, event="done")

    to.goes_home(consent)
    to.changes_language(consent.consent_choose)
