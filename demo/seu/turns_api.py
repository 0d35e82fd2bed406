"""The operations on turns, and the desk that calls them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict

from demo.seu import received
from demo.seu.records import TurnRow
from demo.seu.turns import BOOKED, FOLLOW, QUEUES, Turns, number

if TYPE_CHECKING:
    from demo.seu.handovers import Handovers

Json = dict[str, object]


def catalogue_part(*, handover: bool) -> Json:
    """The member `turns` of the catalogue."""
    return {
        "queues": [
            {"id": name, "name": queue.name.to_json(), "about": queue.about.to_json()}
            for name, queue in QUEUES.items()
            if name != BOOKED
        ],
        "priority": True,
        "handover": handover,
    }


def follow_code(turn: str) -> str:
    """The end of the public page's address: one way, so that a ticket tells no id of the contract."""
    return hashlib.sha256(turn.encode()).hexdigest()[:20]


def turn_body(turns: Turns, turn: TurnRow) -> Json:
    """The schema `Turn`."""
    ahead = turns.ahead(turn)
    return {
        "turn": turn.id,
        "number": number(turn),
        "zone": QUEUES[turn.queue].zone,
        "ahead": ahead,
        "wait_minutes": ahead * QUEUES[turn.queue].minutes_each,
        "follow_url": f"{FOLLOW}/{follow_code(turn.id)}",
    }


def add_turns(app: FastAPI, turns: Turns, handovers: Handovers) -> None:
    """The contract's side."""

    @app.post("/v1/turns", status_code=201)
    def take_turn(body: received.TurnWanted) -> Json:
        handovers.check(body.handover)
        turn = turns.take(body)
        return turn_body(turns, turn) | handovers.keep(turn, body)

    @app.get("/v1/turns/{turn}")
    def get_turn(turn: str) -> Json:
        found = turns.find(turn)
        ahead = turns.ahead(found)
        desk = {"desk": found.desk} if found.desk else {}
        wait = ahead * QUEUES[found.queue].minutes_each
        return {"turn": turn, "state": found.state, "ahead": ahead, "wait_minutes": wait, **desk}

    @app.delete("/v1/turns/{turn}", status_code=204)
    def give_turn_back(turn: str) -> None:
        turns.give_back(turn)


class _Call(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    queue: str = "general"
    desk: str = "3"


class _Finished(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    finished: bool


def add_desk(app: FastAPI, turns: Turns) -> None:
    """The operator's side."""

    @app.post("/turns/next")
    async def call_next(call: _Call) -> Json:
        return {"number": turns.call_next(call.queue, call.desk)}

    @app.post("/turns/finished")
    async def set_finished(dial: _Finished) -> Json:
        turns.finished = dial.finished
        return {"finished": turns.finished}
