"""The routes by which a dock or a test moves the cards of the contactless reader."""

from __future__ import annotations

from dataclasses import asdict
from http import HTTPStatus

from demo.card.table import Table
from demo.routes import BadRequest, JsonObject, Reply, Routes, in_json


def routes(table: Table) -> Routes:
    """Of one table."""

    async def cards(_: JsonObject) -> Reply:
        return in_json({"cards": [asdict(card) for card in table.cards]})

    async def state(_: JsonObject) -> Reply:
        slot = table.slot
        return in_json(
            {
                "card": table.inserted,
                "linked": slot.linked,
                "apdus": slot.apdus,
                "pull_after": slot.left,
                "ms_per_apdu": slot.seconds_per_apdu * 1000,
            }
        )

    async def csca(_: JsonObject) -> Reply:
        pem = (await table.authorities()).encode("ascii")
        return Reply(HTTPStatus.OK, pem, "application/x-pem-file")

    async def insert(body: JsonObject) -> Reply:
        card = body.get("card")
        if not isinstance(card, str):
            raise BadRequest("card: the id of a card")
        await table.insert(card)
        return await state({})

    async def remove(_: JsonObject) -> Reply:
        await table.remove()
        return await state({})

    async def pull_after(body: JsonObject) -> Reply:
        """So many commands more are answered; the next one meets an empty reader."""
        apdus = body.get("apdus")
        if type(apdus) is not int or apdus < 0:
            raise BadRequest("apdus: a whole number, 0 or more")
        table.slot.left = apdus
        return await state({})

    async def speed(body: JsonObject) -> Reply:
        milliseconds = body.get("ms_per_apdu")
        if isinstance(milliseconds, bool) or not isinstance(milliseconds, int | float) or milliseconds < 0:
            raise BadRequest("ms_per_apdu: a number, 0 or more")
        table.slot.seconds_per_apdu = milliseconds / 1000
        return await state({})

    return {
        ("GET", "/cards"): cards,
        ("GET", "/state"): state,
        ("GET", "/csca"): csca,
        ("POST", "/insert"): insert,
        ("POST", "/remove"): remove,
        ("POST", "/pull_after"): pull_after,
        ("POST", "/speed"): speed,
    }
