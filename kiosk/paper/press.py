"""Where paper is made ready: one thread, so that no screen waits; documents in a process behind it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

DOCUMENT_CHILD = "document-child"
"""The first argument by which a frozen kiosk, which has no `-m`, becomes that process."""

# It starts with the first work. What runs is finished in any case; its result is dropped when nobody waits.
_thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="press")


def afterwards(make: Callable[[], None]) -> None:
    """Have `make()` done behind all that waits there now."""
    _thread.submit(make)


async def press(make: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """`make(...)`, done in the press's thread."""
    return await asyncio.wrap_future(_thread.submit(make, *args, **kwargs))
