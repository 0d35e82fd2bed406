"""Finds a procedure by what a person calls it: any language, without accents, with a slip of the finger."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from kiosk.seu.models import BookableProcedure

EXACT, BEGINNING, INSIDE = 0, 1, 2
"""How well a word fits; a slip counts on from there."""
_FIRST_SLIP, _SECOND_SLIP = 4, 8
"""Letters from which a word is long enough to have one slip in it, and two."""


def find(typed: str, procedures: Sequence[BookableProcedure]) -> tuple[BookableProcedure, ...]:
    """Those that have something like every word that was typed, the best first; all where nothing was."""
    wanted = plain(typed)
    ranked = []
    for place, procedure in enumerate(procedures):
        texts = (*procedure.name.values(), *procedure.words)
        known = [word for text in texts for word in plain(text)]
        together = ["".join(plain(text)) for text in texts]
        fits = [_fit(word, known, together) for word in wanted]
        if None not in fits:
            ranked.append((sum(fit or 0 for fit in fits), place, procedure))
    return tuple(procedure for *_, procedure in sorted(ranked, key=lambda found: found[:2]))


def plain(text: str) -> list[str]:
    """The words of a text in small letters, without accents or other marks."""
    bare = unicodedata.normalize("NFKD", text.replace("·", "").casefold())
    return re.findall(r"\w+", "".join(letter for letter in bare if not unicodedata.combining(letter)))


def _fit(word: str, known: Iterable[str], together: Iterable[str]) -> int | None:
    """The lower the better; None where nothing is like it."""
    words = list(known)
    if word in words:
        return EXACT
    if any(one.startswith(word) for one in words):
        return BEGINNING
    if any(word in text for text in together):
        return INSIDE
    slips = 2 if len(word) >= _SECOND_SLIP else 1 if len(word) >= _FIRST_SLIP else 0
    least = min((distance(word, one) for one in words if slips), default=slips + 1)
    return INSIDE + least if least <= slips else None


def distance(typed: str, word: str) -> int:
    """Slips between what was typed and the beginning of a word: a letter more, less, other, or two swapped.

    Damerau's, as optimal string alignment; what follows in the word is not typed yet, and costs nothing.
    """
    before: list[int] = []
    last = list(range(len(word) + 1))
    for row, letter in enumerate(typed, start=1):
        now = [row]
        for column, other in enumerate(word, start=1):
            least = min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (letter != other))
            swapped = row > 1 and column > 1 and letter == word[column - 2] and typed[row - 2] == other
            now.append(min(least, before[column - 2] + 1) if swapped else least)
        before, last = last, now
    return min(last)
