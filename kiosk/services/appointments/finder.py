"""Finds a procedure by what a person calls it: any language, without accents, with a slip of the finger."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.search import edits_to, folded, most_edits
from kiosk.seu.models import BookableProcedure

EXACT, BEGINNING, INSIDE = 0, 1, 2
"""How well a word fits; a slip counts on from there."""


def find(typed: str, procedures: Sequence[BookableProcedure]) -> tuple[BookableProcedure, ...]:
    """Those that have something like every word that was typed, the best first; all where nothing was."""
    wanted = folded(typed)
    ranked = []
    for place, procedure in enumerate(procedures):
        texts = [folded(text) for text in (*procedure.name.values(), *procedure.words)]
        known = [word for text in texts for word in text]
        together = ["".join(text) for text in texts]
        fits = [_fit(word, known, together) for word in wanted]
        if None not in fits:
            ranked.append((sum(fit or 0 for fit in fits), place, procedure))
    return tuple(procedure for *_, procedure in sorted(ranked, key=lambda found: found[:2]))


def _fit(word: str, known: Sequence[str], together: Sequence[str]) -> int | None:
    """The lower the better; None where nothing is like it."""
    if word in known:
        return EXACT
    if any(one.startswith(word) for one in known):
        return BEGINNING
    if any(word in text for text in together):
        return INSIDE
    most = most_edits(word)
    slips = [off for one in known if most and (off := edits_to(word, one, most)) is not None]
    return INSIDE + min(slips) if slips else None
