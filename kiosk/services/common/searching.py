"""What somebody looks for by words, whatever it is: what was typed, and what the keys do."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from statemachine import State

from kiosk.search import Index, search

if TYPE_CHECKING:
    from kiosk.session import Session

LONGEST: Final = 40
"""Letters that may be typed."""


@dataclass(repr=False)
class Search:
    """What is typed says much about a person, and stays here."""

    index: Index | None = None
    typed: str = ""
    found: tuple[str, ...] = ()
    """Ids of what fits, the best first; none where nothing was typed."""
    turned: int = 0
    """How many pages of them were turned."""

    def look_for(self, typed: str) -> None:
        """These words and no others."""
        self.typed = typed.lstrip()
        self.found = search(self.index, self.typed, len(self.index.ids)) if self.index else ()
        self.turned = 0

    def look_in(self, index: Index) -> None:
        """From now on in that one."""
        self.index = index
        self.look_for(self.typed)

    def add(self, letter: str) -> None:
        """A letter or a space; what cannot stand in a word is nothing."""
        fits = len(letter) == 1 and (letter == " " or unicodedata.category(letter)[0] in "LNP")
        if fits and len(self.typed) < LONGEST:
            self.look_for(self.typed + letter)


SearchOf = Callable[["Session"], Search]
"""Which search of the session it is; its name tells the callbacks of one screen from another's."""


def searches(screen: State, which: SearchOf) -> None:
    """The keys of a search on that screen."""

    def type_letter(model: Session, data: str) -> None:
        which(model).add(data)

    def correct_letter(model: Session) -> None:
        which(model).look_for(which(model).typed[:-1])

    def clear_letters(model: Session) -> None:
        which(model).look_for("")

    def turn_page(model: Session) -> None:
        which(model).turned += 1

    keys: dict[str, Callable[..., None]] = {
        "character": type_letter,
        "correct": correct_letter,
        "clear": clear_letters,
        "other_page": turn_page,
    }
    for event, key in keys.items():
        key.__qualname__ = key.__name__ = f"{key.__name__}_of_{which.__name__}"
        screen.to(None, event=event, on=key)
