"""One call of the client against a server that misbehaves, and all that came of it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Generic, TypeVar

from devices.contracts import CardReading, ChipEvidence, ChipProof, Document, DocumentKind, Verdict
from kiosk.seu.client import Seu
from kiosk.seu.identity import Token
from kiosk.seu.models import Failed, FailureKind
from kiosk.seu.wire import Patience
from tests.seu.bad_server import Act, Received, bad_server

T = TypeVar("T")

TOKEN = "t0ken-of-this-very-kiosk"
CITIZEN = "9GvR2wTn5kQyXo1bLsMf7DzCe3HjUa8i0pKt4Vx6WqE"
ID = "f3Qm7tBv0J2yKx9dWn1cZA"
KEY = "Zr1mT8cYb0Kq5sVx2NwHdA"
ENOUGH = Patience(connect=5, silence=5, call=5)
"""More than any of these servers needs."""
SHORT = Patience(connect=5, silence=5, call=0.1)
TRIES = 3


def reading(*, hashes_agree: bool = True) -> CardReading:
    """What a chip may have said."""
    day = datetime(1951, 3, 14, tzinfo=UTC).date()
    document = Document(
        DocumentKind.DNI, "00000000T", "BAA000589", "ESP", "ESP", "SOLER I VIDAL", "MARIA", day, day
    )
    evidence = ChipEvidence(b"\x61\x05\x5f\x1f\x02<<", b"\x77\x05\x30\x03\x06\x01\x00")
    return CardReading(document, evidence, hashes_agree, ChipProof.NONE, Verdict.NOT_VERIFIED)


class StillClock:
    """Time passes only where somebody waits, and then at once."""

    def __init__(self) -> None:
        self.waits: list[float] = []

    def now(self) -> datetime:
        return datetime(2026, 11, 23, 10, 24, tzinfo=UTC)

    def monotonic(self) -> float:
        return sum(self.waits)

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)


@dataclass
class Played(Generic[T]):
    """The outcome of a call and its traces."""

    outcome: T
    received: list[Received]
    waits: list[float]
    """Pauses between tries, in seconds."""
    told: list[tuple[str, FailureKind, str]] = field(default_factory=list)
    seconds: float = 0.0


def play(
    *acts: Act, call: Callable[[Seu], Awaitable[T]], patience: Patience = ENOUGH, token: str = TOKEN
) -> Played[T]:
    """Make one `call` to a server that does `acts`."""

    async def run() -> Played[T]:
        told: list[tuple[str, FailureKind, str]] = []
        clock = StillClock()
        async with bad_server(*acts) as server:
            seu = Seu(
                server.url,
                Token(token),
                kiosk="ZB-01",
                patience=patience,
                clock=clock,
                on_failure=lambda operation, kind, detail: told.append((operation, kind, detail)),
            )
            loop = asyncio.get_running_loop()
            begun = loop.time()
            try:
                outcome = await call(seu)
            finally:
                await seu.aclose()
            return Played(outcome, server.received, clock.waits, told, loop.time() - begun)

    return asyncio.run(run())


def catalogue(*acts: Act, patience: Patience = ENOUGH) -> Played[object]:
    """The simplest call."""
    return play(*acts, call=lambda seu: seu.catalogue(), patience=patience)


def turn(*acts: Act, patience: Patience = ENOUGH) -> Played[object]:
    """The simplest call that changes something."""
    return play(*acts, call=lambda seu: seu.take_turn("other", "ca", KEY), patience=patience)


def kind(played: Played[object]) -> FailureKind | None:
    """How it failed, if it did."""
    return played.outcome.kind if isinstance(played.outcome, Failed) else None
