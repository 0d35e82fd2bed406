"""Tells a scanner that acts as a keyboard from a person: by its pace, before any key reaches the screen.

What comes from a keyboard is held back for as long as a scanner takes for its next key. A run of at least
`LEAST` characters at a scanner's pace is a scan and never reaches a screen; all else is passed on in order,
later by a time that no person feels.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimerEvent
from PySide6.QtGui import QKeyEvent

LEAST = 3
"""Characters of the shortest scan; two keys may fall together under a person's fingers."""
LONGEST = 4200
"""Characters of a run; what is longer is dropped: no code holds as many."""
QUIET_TICKS = 2
"""A single tick may be late and find the keys that came meanwhile still in the queue."""

ENDS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
SILENT = frozenset(
    {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock}
)
"""Keys that write nothing and belong to the key that they change."""
DEAD = range(Qt.Key.Key_Dead_Grave.value, Qt.Key.Key_Dead_Longsolidusoverlay.value + 1)
CONTROL = frozenset("\x02\x03\x04\x1d\x1e")
"""STX, ETX, EOT, GS, RS: the control characters that codes and swipe readers have."""

_ROWS = {
    10: ("1234567890-=", "!@#$%^&*()_+"),
    24: ("qwertyuiop[]", "QWERTYUIOP{}"),
    38: ("asdfghjkl;'`", 'ASDFGHJKL:"~'),
    51: ("\\zxcvbnm,./", "|ZXCVBNM<>?"),
    65: (" ", " "),
}
US = {
    first + at: (plain, shifted[at])
    for first, (row, shifted) in _ROWS.items()
    for at, plain in enumerate(row)
}
"""Keys of a US keyboard by the codes of X11 and Wayland (Linux' own and 8): plain, and with Shift."""


@dataclass(frozen=True, slots=True)
class KeyboardScanner:
    """A scanner that types into the window."""

    scanned: Callable[[str], None]
    """Gets each run of characters, with `\\r` for the keys that end a line."""
    gap: int
    """Milliseconds between two of its keys, at most."""
    us_layout: bool
    """It types as on a US keyboard, whatever the layout of this machine is."""


class Wedge(QObject):
    """Stands before one window."""

    def __init__(self, window: QObject, scanner: KeyboardScanner, touched: Callable[[], None]) -> None:
        super().__init__()
        self._window, self._scanner, self._touched = window, scanner, touched
        self._held: list[QKeyEvent] = []
        self._run: list[str] = []
        self._scanning = False
        self._last = 0.0
        self._quiet = 0
        self._timer = 0
        self._passing_on = False

    @property
    def holds(self) -> bool:
        """Whether it is not known yet who typed what came last."""
        return bool(self._held) or self._scanning

    def take(self, event: QKeyEvent) -> bool:
        """True where this key is held back, or was a scanner's."""
        if self._passing_on:
            return False
        if event.type() == QEvent.Type.KeyRelease:
            return self._hold_release(event)
        if event.isAutoRepeat():  # a finger that stays on its key
            self._conclude()
            return False
        now = float(event.timestamp()) or time.monotonic() * 1000
        if now - self._last > self._scanner.gap:
            self._conclude()
        letter = self._letter(event)
        if letter is None or (letter == "\r" and not self.holds):
            self._conclude()
            return False
        self._hold(event, letter, now)
        return True

    def forget(self) -> None:
        """Drop what is held: it is not for the next person."""
        self._stop_timer()
        self._held.clear()
        self._run.clear()
        self._scanning = False

    def timerEvent(self, event: QTimerEvent) -> None:
        self._quiet += 1
        if self._quiet >= QUIET_TICKS:
            self._conclude()

    def _hold_release(self, event: QKeyEvent) -> bool:
        """It follows its press; a screen that has seen no press does nothing at a release."""
        if self._held:
            self._held.append(event.clone())
        return self.holds

    def _hold(self, event: QKeyEvent, letter: str, now: float) -> None:
        self._last, self._quiet = now, 0
        if len(self._run) <= LONGEST:
            self._run += letter
        if not self._scanning:
            self._held.append(event.clone())
            if sum(letter != "\r" for letter in self._run) >= LEAST:
                self._scanning = True
                self._held.clear()
        if not self._timer:
            self._timer = self.startTimer(self._scanner.gap)

    def _conclude(self) -> None:
        """A scan is told; anything else goes on to the window as it came."""
        held, run, scanning = self._held[:], "".join(self._run), self._scanning
        self.forget()
        if scanning:
            self._touched()
            if len(run) <= LONGEST:
                self._scanner.scanned(run)
            return
        self._passing_on = True
        try:
            for event in held:
                QCoreApplication.sendEvent(self._window, event)
        finally:
            self._passing_on = False

    def _letter(self, event: QKeyEvent) -> str | None:
        """What a key writes: nothing where it only changes another; None where no scanner has such a key."""
        key = event.key()
        if key in ENDS:
            return "\r"
        if key in SILENT:
            return ""
        if self._scanner.us_layout and event.nativeScanCode() in US:
            plain, shifted = US[event.nativeScanCode()]
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                return chr(ord(shifted) & 0x1F)
            return shifted if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else plain
        if key in DEAD:
            return ""
        text = event.text()
        return text if text and (text.isprintable() or text in CONTROL) else None

    def _stop_timer(self) -> None:
        if self._timer:
            self.killTimer(self._timer)
            self._timer = 0
