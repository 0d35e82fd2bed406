"""A call for help at the demo town hall: one call whatever the line does, louder where nobody answers."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from config.settings import Settings
from kiosk.clock import WallClock
from kiosk.help import ASKED_EVERY, HIGHEST_LEVEL, Help
from kiosk.seu.client import Seu
from kiosk.seu.identity import Token
from kiosk.seu.wire import Patience
from tests.contract.town import TOKEN, Town
from tests.flows.clocks import ManualClock
from tests.flows.lonely import lonely_house

QUICK = Patience(connect=1, silence=0.4, call=0.8, pauses=())
AGAIN = Settings().help.again_seconds
LATE = 10.0


class Caller:
    """Somebody who called, and the hand that moves the clock."""

    def __init__(self, help_: Help, clock: ManualClock, states: list[str]) -> None:
        self.help, self.clock, self.states = help_, clock, states

    async def until(self, state: str, *, step: float = ASKED_EVERY) -> None:
        """Let time pass until it is so."""
        await self.until_so(lambda: self.help.state == state, step=step)

    async def until_so(self, so: Callable[[], bool], *, step: float = ASKED_EVERY) -> None:
        async with asyncio.timeout(LATE):
            while not so():
                await self.clock.move(step)
                await asyncio.sleep(0.02)


Test = Callable[[Caller], Awaitable[None]]


def called(hall: Town, folder: Path, test: Test) -> None:
    async def run() -> None:
        clock, states = ManualClock(), []
        seu = Seu(hall.url, Token(TOKEN), kiosk="ZB-01", patience=QUICK, clock=WallClock())
        house = lonely_house(folder, clock, seu)
        help_ = Help(house, states.append)
        try:
            help_.call("padro")
            await test(Caller(help_, clock, states))
        finally:
            help_.cancel()
            await house.close()

    asyncio.run(run())


def calls(hall: Town) -> list[dict]:
    return hall.control.get("/help-calls").json()


def network(hall: Town, mode: str, seconds: float = 4) -> None:
    hall.control.post("/network", json={"mode": mode, "seconds": seconds}).raise_for_status()


def test_the_seu_knows_which_kiosk_which_service_and_since_when_and_nothing_else(
    hall: Town, tmp_path: Path
) -> None:
    async def test(caller: Caller) -> None:
        await caller.until("called")

    called(hall, tmp_path, test)
    [call] = calls(hall)
    del call["call"]
    assert call == {
        "kiosk": "ZB-01",
        "service": "padro",
        "reason": "asked",
        "since": "2026-11-23T09:24:00+00:00",
        "state": "ended",
        "level": 1,
    }


def test_somebody_comes_and_staff_end_the_call(hall: Town, tmp_path: Path) -> None:
    async def test(caller: Caller) -> None:
        await caller.until("called")
        hall.control.post("/help-calls/coming")
        await caller.until("coming")
        hall.control.post("/help-calls/ended")
        await caller.until("ended")
        caller.help.call("padro")
        await caller.until("called")

    called(hall, tmp_path, test)
    assert len(calls(hall)) == 2


def test_where_nobody_answers_more_people_are_told_and_then_no_more(hall: Town, tmp_path: Path) -> None:
    async def test(caller: Caller) -> None:
        await caller.until("called")
        await caller.clock.move(AGAIN - 2 * ASKED_EVERY)
        await asyncio.sleep(0.1)
        assert caller.help.state == "called"
        await caller.until("again")
        assert calls(hall)[0]["level"] == 2
        await caller.until_so(lambda: calls(hall)[0]["level"] == HIGHEST_LEVEL)
        hall.control.delete("/traffic")
        await caller.until_so(lambda: len(hall.control.get("/traffic").json()) > 2, step=AGAIN)
        assert {one["method"] for one in hall.control.get("/traffic").json()} == {"GET"}
        hall.control.post("/help-calls/coming")
        await caller.until("coming")

    called(hall, tmp_path, test)


@pytest.mark.logs("seu_failed")
def test_without_network_it_says_so_and_calls_as_soon_as_it_can(hall: Town, tmp_path: Path) -> None:
    network(hall, "down")

    async def test(caller: Caller) -> None:
        await caller.until("unheard")
        await caller.clock.move(3 * ASKED_EVERY)
        network(hall, "fine")
        await caller.until("called")

    called(hall, tmp_path, test)
    [call] = calls(hall)
    assert call["since"] == "2026-11-23T09:24:00+00:00"


@pytest.mark.logs("seu_failed")
def test_a_call_whose_answer_was_lost_stays_one_call(hall: Town, tmp_path: Path) -> None:
    network(hall, "slow", 1.0)

    async def test(caller: Caller) -> None:
        await caller.until("unheard")
        assert len(calls(hall)) == 1
        network(hall, "fine")
        await caller.until("called")

    called(hall, tmp_path, test)
    assert len(calls(hall)) == 1


@pytest.mark.logs("seu_failed")
@pytest.mark.parametrize("mode", ["slow", "down"])
def test_who_leaves_before_anybody_was_heard_leaves_no_call_behind(
    hall: Town, tmp_path: Path, mode: str
) -> None:
    network(hall, mode, 1.0)

    async def test(caller: Caller) -> None:
        await caller.until("unheard")
        caller.help.cancel()
        assert caller.help.state == "quiet"
        network(hall, "fine")
        await caller.until_so(lambda: [call["state"] for call in calls(hall)] == ["ended"])

    called(hall, tmp_path, test)


@pytest.mark.logs("seu_failed")
def test_the_seu_is_told_that_nobody_needs_to_come_even_when_it_was_away_just_then(
    hall: Town, tmp_path: Path
) -> None:
    async def test(caller: Caller) -> None:
        await caller.until("called")
        network(hall, "down")
        caller.help.cancel()
        await caller.clock.move(2 * ASKED_EVERY)
        network(hall, "fine")
        await caller.until_so(lambda: calls(hall)[0]["state"] == "ended")

    called(hall, tmp_path, test)


@pytest.mark.logs("seu_failed")
def test_a_line_that_is_cut_afterwards_is_said_and_what_is_known_comes_back(
    hall: Town, tmp_path: Path
) -> None:
    async def test(caller: Caller) -> None:
        await caller.until("called")
        network(hall, "down")
        await caller.until("lost")
        network(hall, "fine")
        await caller.until("called")
        hall.control.post("/help-calls/coming")
        await caller.until("coming")
        network(hall, "down")
        await caller.clock.move(2 * ASKED_EVERY)
        assert caller.help.state == "coming"

    called(hall, tmp_path, test)


@pytest.mark.logs("seu_failed")
def test_a_seu_that_forgot_the_call_has_ended_it(hall: Town, tmp_path: Path) -> None:
    async def test(caller: Caller) -> None:
        await caller.until("called")
        hall.control.post("/reset")
        await caller.until("ended")

    called(hall, tmp_path, test)


@pytest.mark.logs("seu_failed")
def test_a_kiosk_that_the_seu_does_not_know_sends_people_to_the_desk(hall: Town, tmp_path: Path) -> None:
    async def run() -> None:
        clock, states = ManualClock(), []
        seu = Seu(hall.url, Token("somebody-else"), kiosk="ZB-01", patience=QUICK, clock=WallClock())
        house = lonely_house(tmp_path, clock, seu)
        help_ = Help(house, states.append)
        help_.call("padro")
        await Caller(help_, clock, states).until("failed")
        await house.close()

    asyncio.run(run())
    assert calls(hall) == []
