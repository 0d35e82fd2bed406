"""The PIN of a person's own card: typed into a buffer that is zeroed, taken out once, kept nowhere."""

from __future__ import annotations

from dataclasses import dataclass, field

LEAST, MOST = 8, 16
"""Characters of a DNIe's PIN (dnielectronico.es, "PIN personal"). Not verified on hardware."""
KEYS = (
    ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"),
    ("1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"),
    ("1234567890", "-_.,:;!?@#", "$%&/()=+*", "<>[]{}~"),
)
"""Small letters, capitals, signs."""


@dataclass(repr=False)
class Pin:
    """What is typed, and what the card said of the PINs before it."""

    count: int = 0
    """Characters typed so far."""
    layer: int = 0
    """Which of `KEYS` the keypad shows."""
    wrong: bool = False
    """The last PIN was not the card's."""
    asked: bool = False
    """The card in the slot was asked for its PIN already."""
    problem: str = ""
    """Key of the sentence that says why the card has to be put in again."""
    insists: bool = False
    """The person was told that it may be the last try, and wants it all the same."""
    unknown: bool = False
    """It is not known how many tries are left."""
    _typed: bytearray = field(default_factory=lambda: bytearray(MOST))
    """Never grown: a buffer that moves leaves a copy behind."""

    def type(self, character: str) -> None:
        """One more character, if it can be one of a PIN."""
        if self.count < MOST and len(character) == 1 and character.isascii() and character.isprintable():
            self._typed[self.count] = ord(character)
            self.count += 1

    def correct(self) -> None:
        """Take the last character back."""
        if self.count:
            self.count -= 1
            self._typed[self.count] = 0

    def wipe(self) -> None:
        """Zero what was typed."""
        self._typed[:] = bytes(MOST)
        self.count = 0

    def take(self) -> bytearray:
        """What was typed, for whoever zeroes it; nothing of it is left here."""
        taken = bytearray(self.count)
        taken[:] = memoryview(self._typed)[: self.count]
        self.wipe()
        return taken

    def __repr__(self) -> str:
        return "Pin(…)"
