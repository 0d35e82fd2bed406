"""What the demo town hall answered to a check, played again by a server that changes something in it."""

from __future__ import annotations

import asyncio
import base64
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from kiosk.seu.check import check
from kiosk.seu.examiner import Finding
from kiosk.seu.identity import Token
from tests.contract.spec import operations
from tests.contract.town import TOKEN, Town
from tests.seu.bad_server import Line, bad_server, raw

KIOSK = "ZB-01"


@dataclass(frozen=True, slots=True)
class Exchange:
    """One answer, and which request it was for: the `turn`-th to this operation."""

    operation: str
    turn: int
    status: int
    headers: dict[str, str]
    """Names in small letters."""
    body: bytes

    @property
    def is_problem(self) -> bool:
        return self.headers.get("content-type", "").startswith("application/problem+json")

    @property
    def bytes(self) -> bytes:
        headers = self.headers | {"content-length": str(len(self.body))}
        lines = [f"HTTP/1.1 {self.status} X", *(f"{name}: {value}" for name, value in headers.items())]
        return "\r\n".join([*lines, "", ""]).encode() + self.body


Change = Callable[[Exchange], Exchange]


@cache
def _shapes() -> list[tuple[str, re.Pattern[str], str]]:
    return [
        (method.upper(), re.compile(re.sub(r"\{\w+\}", "[^/]+", path)), operation["operationId"])
        for path, method, _, operation in operations()
    ]


def operation_of(method: str, path: str) -> str:
    """The operationId, or the request itself where the contract has none such."""
    for its_method, shape, name in _shapes():
        if its_method == method and shape.fullmatch(path.partition("?")[0]):
            return name
    return f"{method} {path}"


def record(town: Town) -> list[Exchange]:
    """Check the town hall, acts included, and keep what it answered."""
    town.control.post("/reset")
    assert asyncio.run(check(town.url, Token(TOKEN), kiosk=KIOSK, acts=True)) == []
    turns: Counter[str] = Counter()
    found = []
    for seen in town.control.get("/traffic").json():
        operation = operation_of(seen["method"], seen["path"])
        turns[operation] += 1
        headers = {name.lower(): value for name, value in seen["response_headers"]}
        body = base64.b64decode(seen["response_body"])
        found.append(Exchange(operation, turns[operation], seen["status"], headers, body))
    return found


def checked(
    recording: list[Exchange], change: Change = lambda exchange: exchange, *, acts: bool = True
) -> list[Finding]:
    """What a check finds in the recording, with each answer changed by `change`."""
    answers = {(one.operation, one.turn): one for one in recording}
    turns: Counter[str] = Counter()

    async def play(line: Line) -> None:
        method, path, _ = line.request.line.split()
        operation = operation_of(method, path)
        turns[operation] += 1
        await raw(change(answers[operation, turns[operation]]).bytes, stays=True)(line)

    async def run() -> list[Finding]:
        async with bad_server(play) as server:
            return await check(server.url, Token(TOKEN), kiosk=KIOSK, acts=acts)

    return asyncio.run(run())


def at(operation: str, turn: int, **changed: object) -> Change:
    """Change this one answer."""

    def change(exchange: Exchange) -> Exchange:
        hit = (exchange.operation, exchange.turn) == (operation, turn)
        return replace(exchange, **changed) if hit else exchange

    return change
