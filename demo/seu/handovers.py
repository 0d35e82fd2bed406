"""What a person was doing when they took a turn: kept beside it, and given once to a kiosk with staff."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from threading import RLock

from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict

from demo.seu.appointments_api import Id
from demo.seu.caller import Caller
from demo.seu.clock import Clock, rfc3339
from demo.seu.problems import Kind, Problem
from demo.seu.received import Handover, TurnCalled, TurnWanted
from demo.seu.records import TurnRow, opaque
from demo.seu.turns import QUEUES, Turns, number

Json = dict[str, object]
ZONE = "pink"
"""Where somebody sits beside a kiosk; with a turn of another zone nothing is kept."""
TRIES, WITHIN = 10, timedelta(minutes=10)
"""How often a kiosk may ask, whatever the answer."""
SOMEBODY = TurnWanted(
    reason="not_identified",
    language="es",
    handover=Handover(service="padro", choice="certificat_individual_current", screen="dark"),
)


@dataclass(slots=True, repr=False)
class _Kept:
    language: str
    what: Handover
    day: date
    taken: str = ""
    """The id under which a kiosk has it; empty while it can be taken over."""
    by: str = ""


@dataclass(slots=True)
class Handovers:
    """Of today; in memory alone."""

    turns: Turns
    clock: Clock
    assisted: frozenset[str]
    """The kiosks that may take over."""
    choices: Mapping[str, Callable[[], Collection[str]]]
    """By service, what can be chosen in it."""
    offered: bool = True
    """A dial."""
    _kept: dict[str, _Kept] = field(default_factory=dict)
    _asked: dict[str, list[datetime]] = field(default_factory=dict)
    _lock: RLock = field(default_factory=RLock)

    def forget_all(self) -> None:
        self.offered = True
        self._kept.clear()
        self._asked.clear()

    def check(self, what: Handover | None) -> None:
        """Raises Problem where this town hall cannot hand that over."""
        if what is None:
            return
        known = self.choices[what.service]() if self.offered and what.service in self.choices else None
        if known is None or (what.choice is not None and what.choice not in known):
            raise Problem(Kind.NOT_OFFERED)

    def keep(self, turn: TurnRow, wanted: TurnWanted) -> Json:
        """The member of `Turn` that says whether it is kept."""
        if wanted.handover is None or QUEUES[turn.queue].zone != ZONE:
            return {}
        with self._lock:
            self._kept[turn.id] = _Kept(wanted.language, wanted.handover, self.clock.now().date())
        return {"handed_over": True}

    def somebody_comes(self) -> str:
        """A turn as somebody takes it at the blue kiosk who was getting a certificate; its number."""
        turn = self.turns.take(SOMEBODY)
        self.keep(turn, SOMEBODY)
        return number(turn)

    def take_over(self, kiosk: str, called: str) -> Json:
        """The schema `TakenOver`; raises Problem."""
        with self._lock:
            self._admit(kiosk)
            self._drop_what_is_gone()
            turn, kept = self._find(called)
            if kept.taken:
                raise Problem(Kind.HANDOVER_TAKEN)
            kept.taken, kept.by = opaque(), kiosk
            return {
                "handover": kept.taken,
                "number": number(turn),
                "language": kept.language,
                **kept.what.model_dump(exclude_none=True),
            }

    def give_back(self, kiosk: str, handover: str) -> None:
        """Raises Problem for a kiosk that takes nothing over."""
        if kiosk not in self.assisted:
            raise Problem(Kind.ANOTHER_KIOSK)
        with self._lock:
            for kept in self._kept.values():
                if (kept.taken, kept.by) == (handover, kiosk):
                    kept.taken = kept.by = ""

    def _admit(self, kiosk: str) -> None:
        if kiosk not in self.assisted:
            raise Problem(Kind.ANOTHER_KIOSK)
        if not self.offered:
            raise Problem(Kind.NOT_OFFERED)
        now = self.clock.now()
        asked = [at for at in self._asked.get(kiosk, ()) if at > now - WITHIN]
        if len(asked) >= TRIES:
            raise Problem(Kind.TOO_MANY_REQUESTS, back_at=rfc3339(asked[0] + WITHIN))
        self._asked[kiosk] = [*asked, now]

    def _find(self, called: str) -> tuple[TurnRow, _Kept]:
        for turn in self.turns.records.turns():
            if turn.id in self._kept and f"{QUEUES[turn.queue].letter}{turn.number}" == called:
                return turn, self._kept[turn.id]
        raise Problem(Kind.NOT_FOUND)

    def _drop_what_is_gone(self) -> None:
        there = {turn.id for turn in self.turns.records.turns() if turn.state != "gone"}
        today = self.clock.now().date()
        self._kept = {id_: kept for id_, kept in self._kept.items() if id_ in there and kept.day == today}


def add_handovers(app: FastAPI, handovers: Handovers) -> None:
    """The contract's side."""

    @app.post("/v1/handovers")
    def take_over(kiosk: Caller, body: TurnCalled) -> Json:
        return handovers.take_over(kiosk, body.number)

    @app.delete("/v1/handovers/{handover}", status_code=204)
    def give_handover_back(kiosk: Caller, handover: Id) -> None:
        handovers.give_back(kiosk, handover)


class _Offered(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    offered: bool


def add_handover_dial(app: FastAPI, handovers: Handovers) -> None:
    """The operator's side."""

    @app.post("/handovers/given")
    async def give() -> Json:
        return {"number": handovers.somebody_comes()}

    @app.post("/handovers")
    async def set_offered(dial: _Offered) -> Json:
        handovers.offered = dial.offered
        return {"offered": handovers.offered}
