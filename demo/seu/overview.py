"""The operator's view of the town hall at one look: what was written to whom, and how its dials stand."""

from __future__ import annotations

from dataclasses import asdict

from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict

from demo.seu.api import Json, TownHall
from demo.seu.appointments_town import PROCEDURES
from demo.seu.turns import Turns, number
from demo.seu.turns_api import follow_code


class _Withdrawn(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    withdrawn: bool


def add_overview(app: FastAPI, hall: TownHall, public: str) -> None:
    """`public` is the address of the public pages. And the dial that withdraws all or nothing."""

    @app.get("/overview")
    async def overview() -> Json:
        dials = hall.appointments.dials
        return {
            "messages": [asdict(message) for message in hall.messages.sent],
            "turn": _last_turn(hall.turns, public),
            "turns_left": not hall.turns.finished,
            "rival": dials.rival,
            "hold_seconds": dials.hold_seconds,
            "withdrawn": dials.withdrawn == frozenset(PROCEDURES),
        }

    @app.post("/withdrawn")
    async def set_withdrawn(dial: _Withdrawn) -> Json:
        every = hall.procedures.ids()
        hall.procedures.withdrawn = every if dial.withdrawn else frozenset()
        hall.appointments.dials.withdrawn = frozenset(PROCEDURES) if dial.withdrawn else frozenset()
        return {"withdrawn": dial.withdrawn}


def _last_turn(turns: Turns, public: str) -> Json | None:
    """The one that was given last."""
    rows = turns.records.turns()
    if not rows:
        return None
    last = rows[-1]
    return {
        "number": number(last),
        "queue": last.queue,
        "state": last.state,
        "ahead": turns.ahead(last),
        "desk": last.desk,
        "page": f"{public}/torn/{follow_code(last.id)}",
    }
