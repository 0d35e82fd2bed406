"""A demo town with its dock open beside it, for the tests of what the dock does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from demo.dock.peers import PEERS, Places
from demo.pcsc import PcscMissing
from demo.town import Town
from tests.contract.town import Town as Kiosk
from tests.demo.dock_hands import Hands, operator, until


@contextmanager
def opened(folder: Path) -> Iterator[Town]:
    """Skips where there is no smart card service."""
    try:
        with Town(folder) as town:
            yield town
    except PcscMissing as why:
        pytest.skip(f"no smart card service: {why}")


@contextmanager
def beside(town: Town) -> Iterator[Hands]:
    with operator(Places(*map(town.control, PEERS), town.folder), size=(350, 960)) as hands:
        yield hands


def afresh(hands: Hands) -> Hands:
    """At a desk where everything was started afresh."""
    hands.touch("afresh")
    for row in ("document", "ticket", "network"):
        until(lambda name=row: hands.is_chosen(f"{name}:fine"), row)
    until(lambda: hands.text("said:identification-card") == "lector buit", "an empty reader")
    until(lambda: hands.text("code") == "", "no code")
    return hands


@contextmanager
def kiosk_of(town: Town) -> Iterator[Kiosk]:
    """Asks the seu as a kiosk of this town does."""
    seu = httpx.URL(town.environment["KIOSK_SEU__BASE_URL"])
    kiosk = Kiosk(seu.port or 0, httpx.URL(town.control("seu")).port or 0)
    token = Path(town.environment["KIOSK_SEU__TOKEN_FILE"]).read_text(encoding="utf-8")
    kiosk.http.headers["Authorization"] = f"Bearer {token}"
    with kiosk.http, kiosk.control:
        yield kiosk
