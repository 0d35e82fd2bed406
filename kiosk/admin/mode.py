"""The technician's mode as it is now: what was typed, what is shown, and when it closes by itself."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

from config.problem import Problem
from kiosk.admin.pin_file import LEAST, MOST, is_right, read_hash
from kiosk.admin.tries import FILE_NAME, Tries
from kiosk.house import House
from kiosk.insight.laboratory import Lately
from kiosk.logs import Event as Log, log
from kiosk.services.identify.pin import Pin
from screens.i18n.words import LANGUAGES

PIN_WITHIN = 60.0
"""Seconds of silence before the keypad for the PIN goes again."""


class AdminMode:
    """One for the whole application; `begin` and `end` are each visit's."""

    def __init__(self, house: House, refresh: Callable[[], None]) -> None:
        self.house, self._refresh = house, refresh
        self._tries = Tries(house.settings.kiosk.state_folder / FILE_NAME, house.clock)
        self._one_at_a_time = threading.Lock()
        self._pin = Pin()
        self._touched = 0.0
        self._entered = False
        self.back = "opened"
        """Leads to where the house belongs while nobody is there: `opened` or `closed`."""
        self.for_staff: tuple[str, ...] = ()
        """What keeps the kiosk out of service, a sentence each."""
        self.language: str = house.settings.languages.first
        self.problem = ""
        """Key of the sentence that says why the last PIN opened nothing."""
        self.page = 0
        self.lately: Lately | None = None
        """How it went, once it was read."""

    @property
    def typed(self) -> int:
        """Digits of the PIN so far."""
        return self._pin.count

    @property
    def wait(self) -> int:
        """Seconds until a PIN may be tried."""
        return self._tries.wait

    @property
    def locked(self) -> bool:
        """Whether one waits for long."""
        return self._tries.locked

    @property
    def complete(self) -> bool:
        """Whether what was typed may be tried now."""
        return self.typed >= LEAST and not self.wait

    @property
    def silent(self) -> bool:
        """Whether nobody has touched it for too long."""
        most = self.house.settings.admin.idle_minutes * 60 if self._entered else PIN_WITHIN
        return self.house.clock.monotonic() - self._touched >= most

    def opens(self) -> bool:
        """Whether there is a PIN by which somebody could enter; a file that may not be trusted is logged."""
        file = self.house.settings.admin.pin_file
        if file is None:
            return False
        if isinstance(read_hash(file), Problem):
            log(Log.ADMIN_REFUSED, why="file")
            return False
        return True

    def leave(self, why: str) -> str:
        """Nobody is there any more, and nothing of the visit is left; the answer leads back."""
        if self._entered:
            log(Log.ADMIN_LEFT, why=why)
        self._pin.wipe()
        self._entered, self.problem, self.page, self.lately = False, "", 0, None
        self.language = self.house.settings.languages.first
        return self.back

    def touched(self) -> None:
        """A sign of life."""
        self._touched = self.house.clock.monotonic()

    def act(self, event: str, data: str) -> str:
        """Take what was touched; the answer is where it leads, or empty."""
        match event:
            case "digit" if self.typed < MOST:
                self._pin.type(data)
            case "correct":
                self._pin.correct()
            case "clear":
                self._pin.wipe()
            case "language":
                self.language = LANGUAGES[(LANGUAGES.index(self.language) + 1) % len(LANGUAGES)]
            case "page_before":
                self.page -= 1
            case "page_after":
                self.page += 1
            case "admin_send" if self.complete:
                return event
            case "tab_overview" | "tab_use":
                return event
            case "admin_leave":
                return self.leave("left")
        return ""

    async def admin_check(self, tell: Callable[[str], None]) -> str:
        """Look whether it is the PIN, on a thread of its own."""
        why = await asyncio.to_thread(self._judge, self._pin.take())
        if why:
            self.problem = f"admin.pin.{why}"
            log(Log.ADMIN_REFUSED, why=why)
            return "admin_refused"
        self._entered, self.problem = True, ""
        log(Log.ADMIN_ENTERED)
        return "admin_entered"

    async def admin_use(self, tell: Callable[[str], None]) -> None:
        """Read how it went."""
        self.lately = await self.house.laboratory.lately()
        self._refresh()

    def _judge(self, pin: bytearray) -> str:
        """Why it opens nothing, or empty. It counts as wrong until it is known to be right."""
        file = self.house.settings.admin.pin_file
        try:
            with self._one_at_a_time:
                hashed = read_hash(file) if file is not None else None
                if not isinstance(hashed, str):
                    return "file"
                self._tries.add()
                if not is_right(hashed, pin):
                    return "wrong"
                self._tries.clear()
                return ""
        finally:
            pin[:] = bytes(len(pin))
