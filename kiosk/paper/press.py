"""Where paper is made ready: one thread, since PDFium allows no more, and so that no screen waits."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

# It starts with the first work. What runs is finished in any case; its result is dropped when nobody waits.
_thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="press")


async def press(make: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """`make(...)`, done in the press's thread."""
    return await asyncio.wrap_future(_thread.submit(make, *args, **kwargs))
