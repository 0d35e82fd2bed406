"""What the house does and shows while no citizen is being served: attract, goodbye, the technician."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kiosk.admin.mode import AdminMode
from kiosk.admin.views import VIEWS as ADMIN_VIEWS
from kiosk.house import House
from kiosk.performance import Start
from kiosk.services.common import house_views
from kiosk.services.common.house_views import Between, Farewell
from screens.i18n.words import Words, words
from screens.view import View

ARCH_LIT_FOR = 2.0
"""Seconds that one arch of attract is lit (look.md, 7: at most one move a second)."""


class Lobby:
    """One for the whole application."""

    def __init__(self, house: House, refresh: Callable[[], None]) -> None:
        self._house, self._refresh = house, refresh
        self._lit = 0
        self.admin = AdminMode(house, refresh)
        self.farewell: Farewell | None = None

    @property
    def activities(self) -> Mapping[str, Start]:
        """What goes on in each state of the house's chart."""
        return {
            "attract": self._attract,
            "goodbye": self._rest,
            "broken": self._rest,
            "admin_check": self.admin.admin_check,
            "admin_use": self.admin.admin_use,
        }

    def words(self, state: str) -> Words:
        """The language that is spoken there."""
        if state in ADMIN_VIEWS:
            return words(self.admin.language)
        return house_views.spoken(self._house, self._between(state))

    def view(self, state: str, said: Words) -> View:
        """The screen of that state."""
        if state in ADMIN_VIEWS:
            return ADMIN_VIEWS[state](self.admin, said)
        return house_views.shown(self._house, said, self._between(state))

    def afresh(self) -> None:
        """Attract begins with its first arch."""
        self._lit = 0

    def _between(self, state: str) -> Between:
        return Between(state, self._lit, self.farewell, self.admin.for_staff)

    async def _attract(self, tell: Callable[[str], None]) -> None:
        while True:
            await self._house.clock.sleep(ARCH_LIT_FOR)
            self._lit += 1
            self._refresh()

    async def _rest(self, tell: Callable[[str], None]) -> str:
        await self._house.clock.sleep(self._house.settings.session.goodbye_seconds)
        return "rested"
