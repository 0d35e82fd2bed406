"""What kiosks tell of how it went: opinions in batches, and the numbers of a day that is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import FastAPI

from demo.seu import received
from demo.seu.caller import Caller
from demo.seu.problems import Kind, Problem

if TYPE_CHECKING:
    from demo.seu.api import TownHall


def add_insight(app: FastAPI, hall: TownHall) -> None:
    """The numbers are kept as they were told; a seu has nothing smaller to work them out of."""
    records = hall.records

    @app.post("/v1/opinions", status_code=204)
    def give_opinions(body: received.Opinions) -> None:
        for opinion in body.opinions:
            records.add_opinion(
                opinion.face, opinion.reasons, opinion.service, opinion.language, opinion.hour
            )

    @app.put("/v1/kiosks/{kiosk}/insight/{day}", status_code=204)
    def tell_insight(caller: Caller, kiosk: str, day: received.Day, body: received.Insight) -> None:
        if kiosk != caller:
            raise Problem(Kind.ANOTHER_KIOSK)
        records.set_insight(kiosk, day, body.model_dump_json(exclude_none=True))
