"""A call for help at the demo town hall: one call whatever the line does, louder where nobody answers."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from config.settings import Settings
from kiosk.clock import WallClock
from kiosk.help import ASKED_EVERY, HIGHEST_LEVEL, Help
from kiosk.house import House
from kiosk.open_calls import OpenCall, OpenCalls
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


def called(hall: Town, folder: Path, test: Test, *, dies: bool = False) -> None:
    """Somebody calls; in the end they leave, unless the kiosk `dies` before."""

    async def run() -> None:
        clock, states = ManualClock(), []
        house = house_at(hall, folder, clock)
        help_ = Help(house, states.append)
        try:
            help_.call("padro")
            await test(Caller(help_, clock, states))
        finally:
            if not dies:
                help_.cancel()
            await house.close()

    asyncio.run(run())


def house_at(hall: Town, folder: Path, clock: ManualClock) -> House:
    """A kiosk of that hall, with what an earlier run left in its folder."""
    seu = Seu(hall.url, Token(TOKEN), kiosk="ZB-01", patience=QUICK, clock=WallClock())
    house = lonely_house(folder, clock, seu)
    house.open_calls = OpenCalls(folder)
    return house


def started_again(hall: Town, folder: Path) -> None:
    """The same kiosk begins, and lives until nothing is open any more."""

    async def run() -> None:
        clock = ManualClock()
        house = house_at(hall, folder, clock)
        help_ = Help(house, lambda state: None)
        help_.begin()
        await Caller(help_, clock, []).until_so(lambda: not left_open(folder))
        assert help_.state == "quiet"
        await house.close()

    asyncio.run(run())


def left_open(folder: Path) -> tuple[OpenCall, ...]:
    """What the next run would find."""
    return OpenCalls(folder).left


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


def test_a_kiosk_that_was_ended_amid_a_call_takes_it_back_when_it_starts_again(
    hall: Town, tmp_path: Path
) -> None:
    async def test(caller: Caller) -> None:
        await caller.until("called")

    called(hall, tmp_path, test, dies=True)
    assert [call["state"] for call in calls(hall)] == ["called"]
    assert len(left_open(tmp_path)) == 1
    started_again(hall, tmp_path)
    assert [call["state"] for call in calls(hall)] == ["ended"]


@pytest.mark.logs("seu_failed")
@pytest.mark.parametrize("mode", ["slow", "down"])
def test_so_does_one_that_never_heard_the_answer(hall: Town, tmp_path: Path, mode: str) -> None:
    network(hall, mode, 1.0)

    async def test(caller: Caller) -> None:
        await caller.until("unheard")

    called(hall, tmp_path, test, dies=True)
    network(hall, "fine")
    started_again(hall, tmp_path)
    assert [call["state"] for call in calls(hall)] == ["ended"]


@pytest.mark.logs("seu_failed")
def test_what_is_taken_back_while_the_kiosk_ends_is_taken_back_by_the_next_run_where_the_line_is_cut(
    hall: Town, tmp_path: Path
) -> None:
    async def test(caller: Caller) -> None:
        await caller.until("called")
        network(hall, "down")

    called(hall, tmp_path, test)
    assert [call["state"] for call in calls(hall)] == ["called"]
    network(hall, "fine")
    started_again(hall, tmp_path)
    assert [call["state"] for call in calls(hall)] == ["ended"]


def test_a_call_that_ended_leaves_nothing_behind(hall: Town, tmp_path: Path) -> None:
    async def test(caller: Caller) -> None:
        await caller.until("called")
        hall.control.post("/help-calls/ended")
        await caller.until("ended")

    called(hall, tmp_path, test)
    assert left_open(tmp_path) == ()


def test_the_file_of_open_calls_that_cannot_be_read_is_as_if_it_were_not_there(tmp_path: Path) -> None:
    (tmp_path / "help-calls.json").write_bytes(b"[{\x00")
    assert left_open(tmp_path) == ()


@pytest.mark.logs("seu_failed")
def test_a_call_that_staff_end_while_the_line_is_cut_is_told_once_it_is_back(
    hall: Town, tmp_path: Path
) -> None:
    async def test(caller: Caller) -> None:
        await caller.until("called")
        network(hall, "down")
        await caller.until("lost")
        hall.control.post("/help-calls/ended")
        network(hall, "fine")
        await caller.until("ended")

    called(hall, tmp_path, test)


@pytest.mark.logs("seu_failed")
def test_a_line_that_was_cut_does_not_stop_the_clock_by_which_it_gets_louder(
    hall: Town, tmp_path: Path
) -> None:
    async def test(caller: Caller) -> None:
        await caller.until("called")
        network(hall, "down")
        await caller.until("lost")
        await caller.clock.move(AGAIN)
        network(hall, "fine")
        await caller.until("again")
        assert calls(hall)[0]["level"] == 2

    called(hall, tmp_path, test)


def test_ten_kiosks_that_call_at_once_have_a_call_each_and_end_their_own(hall: Town, tmp_path: Path) -> None:
    async def run() -> None:
        clock = ManualClock()
        houses = [house_at(hall, tmp_path / str(number), clock) for number in range(10)]
        callers = [Caller(Help(house, lambda state: None), clock, []) for house in houses]
        for caller in callers:
            caller.help.call("padro")
        await callers[0].until_so(lambda: all(caller.help.state == "called" for caller in callers))
        assert len(calls(hall)) == 10
        callers[3].help.cancel()
        await callers[0].until_so(lambda: [call["state"] for call in calls(hall)].count("ended") == 1)
        hall.control.post("/help-calls/coming")
        await callers[0].until_so(lambda: [caller.help.state for caller in callers].count("coming") == 9)
        assert callers[3].help.state == "quiet"
        for caller, house in zip(callers, houses, strict=True):
            caller.help.cancel()
            await house.close()

    for number in range(10):
        (tmp_path / str(number)).mkdir()
    asyncio.run(run())
    assert [call["state"] for call in calls(hall)] == ["ended"] * 10
