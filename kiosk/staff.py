"""Staff at the kiosk, in somebody's session: their card, by its PIN, ends the call, and does nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping

from devices.contracts import Confirmation, SigningFailure, StaffCard, StaffConfirmed
from kiosk.services.identify.pin import Pin

LEAST = 4
"""Characters of a PIN of staff, at least."""

SAID: Mapping[Confirmation, str] = {
    SigningFailure.WRONG_PIN: "staff.wrong",
    SigningFailure.BLOCKED: "staff.blocked",
    SigningFailure.CARD_PULLED: "staff.nocard",
    SigningFailure.READER_GONE: "staff.noreader",
    SigningFailure.TIMED_OUT: "staff.noreader",
}
"""The sentences for why nothing was signed; for anything else, that it is no card of staff."""


class StaffDesk:
    """One sheet, open or not. Its PIN is typed into a buffer that is zeroed."""

    def __init__(
        self, card: StaffCard | None, confirmed: Callable[[], None], changed: Callable[[], None]
    ) -> None:
        """`confirmed` is called once somebody of staff showed that they are there."""
        self._card = card
        self._confirmed, self._changed = confirmed, changed
        self._pin = Pin()
        self._asking: asyncio.Task[None] | None = None
        self.open = False
        self.problem = ""
        """Key of the sentence that says why the last PIN did nothing."""

    @property
    def exists(self) -> bool:
        """Whether this kiosk knows cards of staff at all."""
        return self._card is not None

    @property
    def typed(self) -> int:
        """Characters of the PIN so far."""
        return self._pin.count

    @property
    def busy(self) -> bool:
        """The card is being asked."""
        return self._asking is not None

    def takes(self, event: str) -> bool:
        """Whether it is the sheet's, and not the screen's below."""
        return event.startswith("staff_") or (self.open and event in ("digit", "correct", "clear"))

    def act(self, event: str, data: str) -> None:
        """A touch on the sheet, or on the button that opens it."""
        match event:
            case "staff_open" if self.exists:
                self.open = True
            case "staff_close":
                self.close()
            case "digit" if not self.busy:
                self._pin.type(data)
            case "correct":
                self._pin.correct()
            case "clear":
                self._pin.wipe()
            case "staff_send" if self.open and not self.busy and self._pin.count >= LEAST:
                self.problem = ""
                self._asking = asyncio.create_task(self._ask(), name="staff card")

    def close(self) -> None:
        """Whatever was typed or asked is given up."""
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None
        self._pin.wipe()
        self.open, self.problem = False, ""

    async def _ask(self) -> None:
        card = self._card
        assert card is not None
        answer = await card.confirm(self._pin.take())
        self._asking = None
        if isinstance(answer, StaffConfirmed):
            self.close()
            self._confirmed()
        else:
            self.problem = SAID.get(answer, "staff.notstaff")
            self._changed()
