"""The routes by which cards go into the reader with contacts, and out of it."""

from __future__ import annotations

from http import HTTPStatus

from demo.card.contact import STAFF_PIN, ContactTable
from demo.card.softhsm import NoSoftHsm
from demo.routes import BadRequest, JsonObject, Reply, Routes, in_json


def routes(table: ContactTable) -> Routes:
    """Under `/contact`."""

    async def state(_: JsonObject) -> Reply:
        return in_json({"card": table.inserted, "cards": table.cards, "staff_pin": STAFF_PIN})

    async def authority(_: JsonObject) -> Reply:
        return Reply(HTTPStatus.OK, (await table.authority()).encode("ascii"), "application/x-pem-file")

    async def staff_authority(_: JsonObject) -> Reply:
        pem = (await table.staff_authority()).encode("ascii")
        return Reply(HTTPStatus.OK, pem, "application/x-pem-file")

    async def insert(body: JsonObject) -> Reply:
        card = body.get("card")
        if not isinstance(card, str):
            raise BadRequest("card: the id of a card")
        try:
            await table.insert(card)
        except NoSoftHsm as why:
            return in_json({"error": str(why)}, HTTPStatus.NOT_IMPLEMENTED)
        return await state({})

    async def remove(_: JsonObject) -> Reply:
        await table.remove()
        return await state({})

    async def afresh(_: JsonObject) -> Reply:
        await table.start_afresh()
        return await state({})

    return {
        ("GET", "/contact"): state,
        ("GET", "/contact/authority"): authority,
        ("GET", "/contact/staff-authority"): staff_authority,
        ("POST", "/contact/insert"): insert,
        ("POST", "/contact/remove"): remove,
        ("POST", "/contact/afresh"): afresh,
    }
