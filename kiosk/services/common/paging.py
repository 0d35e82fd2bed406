"""A list that is longer than its screen, a page at a time; after the last one comes the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from screens.i18n.words import Words
from screens.view import Button

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """The things of one page; `number` of `count`, from one."""

    things: Sequence[T]
    number: int
    count: int


def page_of(things: Sequence[T], turned: int, most: int) -> Page[T]:
    """What is shown once so many pages were turned, `most` on each."""
    count = max(1, -(-len(things) // most))
    at = turned % count
    return Page(things[at * most : (at + 1) * most], at + 1, count)


def turning(words: Words, page: Page[T], *, narrow: bool = False) -> Button | None:
    """Leads to the next page; None where there is one only. `narrow` is for a key among others."""
    if page.count == 1:
        return None
    if page.number == page.count:
        return Button(label=words("page.restart"), icon="arrow-left")
    label = "page.next.narrow" if narrow else "page.next"
    return Button(label=words(label, n=page.number, m=str(page.count)), icon="arrow-right")
