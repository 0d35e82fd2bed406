"""A scanner that types: runs of characters become scans, also where a zone's lines come one by one."""

from __future__ import annotations

import asyncio

import pytest

from devices.contracts import Scan, ScanKind
from devices.scanner.wedge import BETWEEN_LINES, WedgeScanner
from tests.devices.scans import TD1, TD3, Hearing


async def heard_of(*runs: str) -> list[Scan]:
    scanner, hearing = WedgeScanner(), Hearing()
    scanner.watch(hearing.scans.put_nowait)
    for run in runs:
        scanner.typed(run)
    scans = [await hearing.next()]
    await scanner.close()
    while not hearing.scans.empty():
        scans.append(hearing.scans.get_nowait())
    return scans


@pytest.mark.parametrize("lines", [TD1, TD3], ids=("td1", "td3"))
def test_a_zone_is_one_scan_in_one_run_and_in_several(lines: tuple[str, ...]) -> None:
    zone = [Scan(ScanKind.MRZ, "".join(lines))]
    assert asyncio.run(heard_of("\r".join(lines) + "\r")) == zone
    assert asyncio.run(heard_of("".join(lines))) == zone
    assert asyncio.run(heard_of(*(line + "\r" for line in lines))) == zone
    assert asyncio.run(heard_of(*lines[:-1], lines[-1])) == zone


class ByHand(asyncio.SelectorEventLoop):
    """A loop whose time is moved by hand."""

    now = 0.0

    def time(self) -> float:
        return self.now


def test_lines_that_come_slowly_are_waited_for_from_the_last_one() -> None:
    loop = ByHand()

    async def run() -> None:
        scanner, hearing = WedgeScanner(), Hearing()
        scanner.watch(hearing.scans.put_nowait)
        for line in TD1:
            scanner.typed(line)
            scanner.typed("\r")
            loop.now += BETWEEN_LINES * 0.7
            await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert hearing.scans.get_nowait() == Scan(ScanKind.MRZ, "".join(TD1))
        scanner.typed(TD1[0])
        for _ in range(2):
            assert hearing.scans.empty()
            loop.now += BETWEEN_LINES * 0.7
            for _ in range(3):
                await asyncio.sleep(0)
        assert hearing.scans.get_nowait() == Scan(ScanKind.CODE, TD1[0])

    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        runner.run(run())


def test_a_code_is_told_with_and_without_an_end() -> None:
    assert asyncio.run(heard_of("cita-0042\r")) == [Scan(ScanKind.CODE, "cita-0042")]
    assert asyncio.run(heard_of("cita-0042")) == [Scan(ScanKind.CODE, "cita-0042")]


def test_a_lone_half_of_a_letter_breaks_nothing() -> None:
    assert asyncio.run(heard_of("\ud800cita\r")) == [Scan(ScanKind.CODE, "cita")]


def test_a_closed_one_forgets_what_it_had() -> None:
    async def run() -> None:
        scanner, hearing = WedgeScanner(), Hearing()
        scanner.watch(hearing.scans.put_nowait)
        scanner.typed(TD3[0])
        await scanner.close()
        assert scanner.present
        scanner.typed(TD3[1] + "\r")
        await asyncio.sleep(0)
        assert (await hearing.next()).kind is ScanKind.CODE

    asyncio.run(run())
