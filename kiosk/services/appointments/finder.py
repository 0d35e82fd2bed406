"""Finds what a person calls by any of its names: any language, without accents, with a slip of the finger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from kiosk.search import edits_to, folded, most_edits
from kiosk.seu.models import AppointmentOffice, BookableProcedure, ProcedureGroup

T = TypeVar("T")
EXACT, BEGINNING, INSIDE = 0, 1, 2
"""How well a word fits; a slip counts on from there."""
OF_ITS_TOPIC = 5
"""So much worse does a word fit that stands in the name of the topic alone."""


def find(
    typed: str, procedures: Sequence[BookableProcedure], groups: Iterable[ProcedureGroup] = ()
) -> tuple[BookableProcedure, ...]:
    """Those that have something like every word that was typed, the best first; all where nothing was.

    A word may stand in the name of the procedure's group.
    """
    topics = {group.id: tuple(group.name.values()) for group in groups}
    return _ranked(
        typed,
        procedures,
        lambda procedure: (*procedure.name.values(), *procedure.words),
        lambda procedure: topics.get(procedure.group, ()),
    )


def find_offices(typed: str, offices: Sequence[AppointmentOffice]) -> tuple[AppointmentOffice, ...]:
    """The same of offices, by their names and addresses."""
    return _ranked(typed, offices, lambda office: (*office.name.values(), office.address), lambda _: ())


def _ranked(
    typed: str,
    things: Sequence[T],
    texts: Callable[[T], tuple[str, ...]],
    topics: Callable[[T], tuple[str, ...]],
) -> tuple[T, ...]:
    wanted = folded(typed)
    ranked = []
    for place, thing in enumerate(things):
        own, of_topic = _Texts(texts(thing)), _Texts(topics(thing))
        fits = [_best(own.fit(word), of_topic.fit(word)) for word in wanted]
        if None not in fits:
            ranked.append((sum(fit or 0 for fit in fits), place, thing))
    return tuple(thing for *_, thing in sorted(ranked, key=lambda found: found[:2]))


def _best(own: int | None, of_topic: int | None) -> int | None:
    return of_topic + OF_ITS_TOPIC if own is None and of_topic is not None else own


class _Texts:
    """Some texts as words, and each written together."""

    def __init__(self, texts: Iterable[str]) -> None:
        words = [folded(text) for text in texts]
        self._words = [word for text in words for word in text]
        self._together = ["".join(text) for text in words]

    def fit(self, word: str) -> int | None:
        """The lower the better; None where nothing is like it."""
        if word in self._words:
            return EXACT
        if any(one.startswith(word) for one in self._words):
            return BEGINNING
        if any(word in text for text in self._together):
            return INSIDE
        most = most_edits(word)
        slips = [off for one in self._words if most and (off := edits_to(word, one, most)) is not None]
        return INSIDE + min(slips) if slips else None
