"""The contract's calls for help: who called, since when, whether somebody comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import FastAPI

from demo.seu import received
from demo.seu.caller import Caller
from demo.seu.clock import rfc3339
from demo.seu.problems import Kind, Problem

if TYPE_CHECKING:
    from demo.seu.api import TownHall

Json = dict[str, object]


def add_help(app: FastAPI, hall: TownHall) -> None:
    """A call's level only rises, and only while nobody has answered it."""
    records = hall.records

    @app.post("/v1/help-calls", status_code=201)
    def call_help(kiosk: Caller, body: received.HelpWanted) -> Json:
        since = body.since or rfc3339(hall.clock.now())
        return {"call": records.add_call(kiosk, body.service, body.reason, since), "state": "called"}

    @app.get("/v1/help-calls/{call}")
    def get_help_call(call: str) -> Json:
        state = records.call_state(call)
        if state is None:
            raise Problem(Kind.NOT_FOUND)
        return {"call": call, "state": state}

    @app.put("/v1/help-calls/{call}/level", status_code=204)
    def call_again(call: str, body: received.HelpLevel) -> None:
        if not records.raise_call(call, body.level):
            raise Problem(Kind.NOT_FOUND)

    @app.delete("/v1/help-calls/{call}", status_code=204)
    def cancel_help(call: str) -> None:
        if not records.end_call(call):
            raise Problem(Kind.NOT_FOUND)
