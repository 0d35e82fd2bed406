"""One demo town hall for all these tests; each finds it as new."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.contract.town import Town, running


@pytest.fixture(scope="package")
def running_town() -> Iterator[Town]:
    with running() as town:
        yield town


@pytest.fixture
def town(running_town: Town) -> Town:
    running_town.control.post("/reset")
    return running_town
