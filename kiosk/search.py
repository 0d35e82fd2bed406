"""Finds things by words of any of their languages, as they are typed: with or without accents, or misspelt.

An index is built once for a catalogue; a search is a pure function of it and keeps nothing of what was typed.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count, takewhile
from operator import eq
from typing import Final

NAME, KEYWORD, TOGETHER, ABOUT = 4.0, 3.0, 2.0, 1.0
"""What a word weighs by where it stands; TOGETHER is one of several that were written without a space."""
WHOLE, BEGUN, ONE_OFF, STEM, TWO_OFF = 1.0, 0.85, 0.6, 0.4, 0.35
"""How well a typed word fits: it is the word, begins it, or is it but for an edit, its ending, two edits."""
ONE_EDIT_FROM, TWO_EDITS_FROM, STEM_FROM = 4, 8, 5
"""Letters of a typed word below which so much of it may not be wrong."""
HEAD = 4
"""Letters at the front of a word, at most one of which is wrong, by which a misspelt word is looked up."""
WORTH = 0.35
"""Of the best one's score: what fits worse than this is not shown."""

_SMALL = """
a al als amb con d de del dels e el els en for i in l la las les lo los my o of on or para pel per por s su t
the to u un una y
"""
SMALL_WORDS: Final = frozenset(_SMALL.split())
"""Folded words that join others, and are searched for only where nothing else was typed."""
_INSIDE_WORDS = "\u00b7\u2027\u0387"
"""Points that stand inside a word, as in `col·legi`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing that may be found: its texts in every language together."""

    id: str
    names: tuple[str, ...]
    keywords: tuple[str, ...] = ()
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Index:
    """Every word of a catalogue, in the order of the alphabet, with the entries in which it stands."""

    ids: tuple[str, ...]
    names: Mapping[tuple[str, ...], int] = field(repr=False)
    """Each whole name, as words, with the first entry that has it."""
    words: tuple[str, ...] = field(repr=False)
    weights: tuple[Mapping[int, float], ...] = field(repr=False)
    """For each word its weight by entry."""
    heads: Mapping[str, tuple[int, ...]] = field(repr=False)
    """The fronts of words, whole and without one letter, with the places of the words."""


def folded(text: str) -> tuple[str, ...]:
    """The words of `text` without accents, marks and capitals."""
    kept = []
    for letter in unicodedata.normalize("NFKD", text).casefold():
        kind = unicodedata.category(letter)[0]
        if kind in "LN":
            kept.append(letter)
        elif kind != "M" and letter not in _INSIDE_WORDS:
            kept.append(" ")
    return tuple("".join(kept).split())


def index_of(entries: Iterable[Entry]) -> Index:
    """The index of `entries`; their order is that of things that fit equally well."""
    ids: list[str] = []
    names: dict[tuple[str, ...], int] = {}
    weights: dict[str, dict[int, float]] = defaultdict(dict)
    for number, entry in enumerate(entries):
        ids.append(entry.id)
        called = [folded(name) for name in entry.names]
        keywords = [folded(text) for text in entry.keywords]
        about = [folded(text) for text in entry.about]
        for name in called:
            names.setdefault(name, number)
        for texts, weight in (
            (called, NAME),
            (keywords, KEYWORD),
            (about, ABOUT),
            ([_run_together(text) for text in called + keywords], TOGETHER),
        ):
            for word in {word for text in texts for word in text}:
                weights[word][number] = max(weight, weights[word].get(number, 0.0))
    words = tuple(sorted(weights))
    heads = defaultdict[str, list[int]](list)
    for place, word in enumerate(words):
        for head in _heads(word):
            heads[head].append(place)
    return Index(
        tuple(ids),
        names,
        words,
        tuple(weights[word] for word in words),
        {head: tuple(places) for head, places in heads.items()},
    )


def _run_together(text: tuple[str, ...]) -> tuple[str, ...]:
    """From each word on, the words up to the end as one."""
    return tuple("".join(text[at:]) for at in range(len(text) - 1))


def search(index: Index, typed: str, most: int) -> tuple[str, ...]:
    """The ids of at most `most` entries, the best first; none where nothing was typed.

    More of the typed words count before better ones. A whole name comes before everything.
    """
    query = folded(typed)
    wanted = [word for word in query if word not in SMALL_WORDS] or list(query)
    fits, scores = defaultdict[int, int](int), defaultdict[int, float](float)
    for word in wanted:
        for number, score in _fitting(index, word).items():
            fits[number] += 1
            scores[number] += score
    whole = index.names.get(query)
    least, half = WORTH * max(scores.values(), default=0.0), max(fits.values(), default=0) / 2
    good = [
        number for number in fits if number == whole or (scores[number] >= least and fits[number] >= half)
    ]
    good.sort(key=lambda number: (number != whole, -fits[number], -scores[number], number))
    return tuple(index.ids[number] for number in good[:most])


def _fitting(index: Index, typed: str) -> dict[int, float]:
    """The entries in which a word fits the typed one, each with its best score."""
    best: dict[int, float] = {}
    for place, quality in _alike(index, typed):
        for number, weight in index.weights[place].items():
            if (score := quality * weight) > best.get(number, 0.0):
                best[number] = score
    return best


def _alike(index: Index, typed: str) -> Iterator[tuple[int, float]]:
    """The places of the words that fit, and how well each does."""
    start = bisect_left(index.words, typed)
    for place in takewhile(lambda at: at < len(index.words), count(start)):
        word = index.words[place]
        if not word.startswith(typed):
            break
        yield place, WHOLE if word == typed else BEGUN
    edits = most_edits(typed)
    if not edits:
        return
    for place in {place for head in _heads(typed) for place in index.heads.get(head, ())}:
        if off := edits_to(typed, index.words[place], edits):
            yield place, ONE_OFF if off == 1 else TWO_OFF
    yield from _of_one_stem(index, typed)


def most_edits(typed: str) -> int:
    """How many edits may be in a typed word and it is still known for another."""
    return 2 if len(typed) >= TWO_EDITS_FROM else 1 if len(typed) >= ONE_EDIT_FROM else 0


def _of_one_stem(index: Index, typed: str) -> Iterator[tuple[int, float]]:
    """Words that begin with most of the typed one, as `empadronar` and `empadronament` do."""
    stem = typed[: max(STEM_FROM, (2 * len(typed) + 2) // 3)]
    if stem == typed:
        return
    for place in takewhile(lambda at: at < len(index.words), count(bisect_left(index.words, stem))):
        if not index.words[place].startswith(stem):
            return
        yield place, STEM


def edits_to(typed: str, word: str, most: int) -> int | None:
    """The fewest edits by which `typed` begins `word`, neighbours that changed places being one.

    None where that takes more than `most`. What two words have in common at the front is never edited.
    """
    if word.startswith(typed):
        return 0
    if most == 0:
        return None
    same = sum(takewhile(bool, map(eq, typed, word)))
    rest, there = typed[same:], word[same:]
    tries = [(rest[1:], there[1:]), (rest, there[1:]), (rest[1:], there)]
    if rest[:2] == there[1::-1] and len(rest) > 1:
        tries.append((rest[2:], there[2:]))
    found = [off for pair in tries if (off := edits_to(*pair, most - 1)) is not None]
    return 1 + min(found) if found else None


def _heads(word: str) -> set[str]:
    """Two words of which one is the other but for an edit have one of these in common."""
    head = word[:HEAD]
    return {head, *(head[:at] + head[at + 1 :] for at in range(len(head)))}
