"""One demo town hall for all tests of it, on its first day at the beginning of each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.contract.town import Town, running


@pytest.fixture(scope="session")
def hall() -> Iterator[Town]:
    with running() as town:
        yield town


@pytest.fixture
def town(hall: Town) -> Town:
    hall.control.post("/reset")
    return hall
