"""What the kiosk does while a state is active, and what it may touch meanwhile.

An activity is a coroutine named after its state. It returns the name of one event, or None where it only kept
something going. It may tell events on its way and ask for its screen to be drawn again. It is cancelled when
its state is left; what it then owes (a page to be made unprintable) it does before it ends.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from kiosk.house import House
from kiosk.session import Session

T = TypeVar("T")


@dataclass(frozen=True, slots=True, repr=False)
class Step:
    """The hands of an activity."""

    session: Session
    house: House
    refresh: Callable[[], None]
    """Draw the present screen again from what the session remembers."""
    tell: Callable[[str], None]
    """Post an event on the way; dropped where the activity's state was left meanwhile."""


Activity = Callable[[Step], Awaitable[str | None]]


@contextmanager
def news_by(watch: Callable[[Callable[[T], None]], Callable[[], None]]) -> Iterator[asyncio.Queue[T]]:
    """What a device tells while this lasts, in its order; `watch` is the device's own."""
    news: asyncio.Queue[T] = asyncio.Queue()
    end = watch(news.put_nowait)
    try:
        yield news
    finally:
        end()
