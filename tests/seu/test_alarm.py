"""A call to staff: made once, taken back once it is put right, and never lost in a network that fails."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from kiosk.alarm import Alarm
from kiosk.open_calls import OpenCalls
from kiosk.seu.client import Seu
from kiosk.seu.identity import Token
from tests.contract.town import TOKEN, Town
from tests.seu.recorded import KIOSK
from tests.seu.test_client import PATIENT

OUT, IN = "printer_paper_out", "printer_paper_jam"


def at(town: Town, test: Callable[[Alarm], Awaitable[None]]) -> None:
    """An alarm of a kiosk of that town."""

    async def run() -> None:
        seu = Seu(town.url, Token(TOKEN), kiosk=KIOSK, patience=PATIENT)
        try:
            await test(Alarm(seu, OpenCalls()))
        finally:
            await seu.aclose()

    asyncio.run(run())


def calls(town: Town) -> list[tuple[str, str, str]]:
    """Who called, why, and how it stands."""
    told = town.control.get("/help-calls").json()
    return [(call["service"], call["reason"], call["state"]) for call in told]


def network(town: Town, mode: str) -> None:
    town.control.post("/network", json={"mode": mode}).raise_for_status()


def test_staff_are_called_once_however_often_it_rings(town: Town) -> None:
    async def test(alarm: Alarm) -> None:
        assert not alarm.told
        assert await asyncio.gather(alarm.ring(OUT), alarm.ring(OUT)) == [True, True]
        assert alarm.told
        assert await alarm.ring(IN)

    at(town, test)
    assert calls(town) == [("kiosk", OUT, "called")]


@pytest.mark.parametrize("mode", ["error_500", "garbage"])
def test_who_was_not_heard_says_so_and_calls_again_once(town: Town, mode: str) -> None:
    async def test(alarm: Alarm) -> None:
        network(town, mode)
        assert not await alarm.ring(OUT)
        assert not alarm.told
        network(town, "fine")
        assert await alarm.ring(OUT)

    at(town, test)
    assert calls(town) == [("kiosk", OUT, "called")]


def test_what_is_put_right_is_taken_back_and_the_next_trouble_is_a_new_call(town: Town) -> None:
    async def test(alarm: Alarm) -> None:
        await alarm.ring(OUT)
        await alarm.over()
        assert not alarm.told
        assert await alarm.ring(IN)

    at(town, test)
    assert calls(town) == [("kiosk", OUT, "ended"), ("kiosk", IN, "called")]


@pytest.mark.logs("seu_failed")
def test_a_call_whose_answer_was_lost_is_taken_back_as_well(town: Town) -> None:
    lost = {"mode": "lost", "at": "POST /v1/help-calls", "times": 1000}

    async def test(alarm: Alarm) -> None:
        town.control.post("/trap", json=lost).raise_for_status()
        assert not await alarm.ring(OUT)
        assert alarm.said
        town.control.post("/trap", json=lost | {"times": 0}).raise_for_status()
        await alarm.over()
        assert not alarm.said

    at(town, test)
    assert calls(town) == [("kiosk", OUT, "ended")]


def test_a_call_that_is_under_way_when_it_is_put_right_is_taken_back(town: Town) -> None:
    async def test(alarm: Alarm) -> None:
        ringing = asyncio.create_task(alarm.ring(OUT))
        await asyncio.sleep(0)
        await alarm.over()
        assert await ringing
        assert not alarm.told

    at(town, test)
    assert calls(town) == [("kiosk", OUT, "ended")]


def test_where_nobody_was_called_nothing_is_taken_back(town: Town) -> None:
    async def test(alarm: Alarm) -> None:
        await alarm.over()

    at(town, test)
    assert town.control.get("/traffic").json() == []


@pytest.mark.parametrize("mode", ["error_500", "down"])
def test_what_could_not_be_taken_back_is_taken_back_later(town: Town, mode: str) -> None:
    async def test(alarm: Alarm) -> None:
        await alarm.ring(OUT)
        network(town, mode)
        await alarm.over()
        assert alarm.told
        network(town, "fine")
        await alarm.over()
        assert not alarm.told

    at(town, test)
    assert calls(town) == [("kiosk", OUT, "ended")]


def test_a_call_that_the_seu_has_forgotten_is_over(town: Town) -> None:
    async def test(alarm: Alarm) -> None:
        await alarm.ring(OUT)
        town.control.post("/reset").raise_for_status()
        await alarm.over()
        assert not alarm.told
        assert await alarm.ring(IN)

    at(town, test)
    assert calls(town) == [("kiosk", IN, "called")]
