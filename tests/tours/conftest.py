"""Plays each tour of a file's `TOURS`, its name and its size, once for all the file's tests."""

from __future__ import annotations

import pytest

from tests.tours.toured import Toured, played


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "toured" in metafunc.fixturenames:
        tours = metafunc.module.TOURS
        ids = [" ".join(tour) for tour in tours]
        metafunc.parametrize("toured", tours, indirect=True, ids=ids, scope="module")


@pytest.fixture(scope="module")
def toured(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Toured:
    name, size = request.param
    return played(name, size, tmp_path_factory.mktemp(name))
