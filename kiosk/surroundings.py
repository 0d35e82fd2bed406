"""What a person does beside the screen, on any of them: contrast, help, calling somebody, asking for time."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.attention import Attention
from kiosk.help import Help
from kiosk.house import House
from kiosk.look import Look
from kiosk.shell import Around
from kiosk.staff import StaffDesk


class Surroundings:
    """The theme, the sheet of help and the call, as they are now."""

    def __init__(self, house: House, attention: Attention, changed: Callable[[str], None]) -> None:
        self.help_open = False
        self._attention = attention
        self.look = Look()
        self._help = Help(house, changed)
        self._staff = StaffDesk(house.staff_card, self._help.end, lambda: changed("staff"))

    def begin(self) -> None:
        """What an earlier run left open is taken back."""
        self._help.begin()

    def act(self, event: str, data: str, service: str) -> bool:
        """Take what somebody touched there; False where it is the screen's. `service` is the one in use."""
        match event:
            case "contrast":
                self.look.other_theme()
            case "help":
                self.help_open = True
            case "close_help":
                self.close_help()
            case _ if self._staff.takes(event):
                self._staff.act(event, data)
            case "call_person":
                self._help.call(service)
            case "cancel_call":
                self._help.cancel()
            case "stay":
                self._attention.stay()
            case "more_time":
                self._attention.more_time()
            case _:
                return False
        return True

    def close_help(self) -> None:
        """The sheet goes, and with it what staff were about to do."""
        self.help_open = False
        self._staff.close()

    def call_off(self) -> None:
        """Nobody needs to come any more."""
        self._help.cancel()

    def restore(self) -> None:
        """As everybody finds them."""
        self.look.like("")

    def around(self, house_state: str, screen: str, service: str) -> Around:
        """All that the shell depends on; `screen` and `service` are empty outside a session."""
        return Around(
            house_state=house_state,
            screen=screen,
            service=service,
            theme=self.look.theme,
            help_open=self.help_open,
            help_state=self._help.state,
            staff=self._staff,
            idle_left=self._attention.left,
            idle_total=self._attention.countdown,
        )
