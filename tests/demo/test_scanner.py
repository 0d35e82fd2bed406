"""The demo's scanner on its serial line: a kiosk hears what is read from then on, and nothing of before."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from json import loads
from pathlib import Path

import httpx
import pytest

from devices.contracts import Scan
from devices.scanner.serial import SerialScanner
from kiosk.services.appointments.code import AnotherTown, Damaged, NotOurs, Ours, decode
from tests.contract.town import Town
from tests.flows.plain import until


@pytest.fixture
def scanner(tmp_path: Path) -> Iterator[tuple[Path, httpx.Client]]:
    device = tmp_path / "scanner"
    command = [sys.executable, "-m", "demo.scanner", "--device", str(device)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        port = loads(process.stdout.readline())["control_port"]
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False) as hand:
            yield device, hand
        process.terminate()
    assert not device.is_symlink()


def test_each_kiosk_that_opens_the_line_hears_what_is_read_from_then_on(
    scanner: tuple[Path, httpx.Client],
) -> None:
    device, hand = scanner
    assert hand.get("/state").json() == {"heard": False}
    assert hand.post("/read", json={"text": "nobody-listens"}).json() == {"heard": False}
    for code in ("first", "código · 2"):
        heard: list[Scan] = []

        async def listen(code: str = code, heard: list[Scan] = heard) -> None:
            kiosk = SerialScanner(device, 9600)
            kiosk.watch(heard.append)
            await until(lambda: kiosk.present)
            assert hand.post("/read", json={"text": code}).json() == {"heard": True}
            await until(lambda: heard)
            await kiosk.close()

        asyncio.run(listen())
        assert [scan.text for scan in heard] == [code]
        assert hand.get("/state").json() == {"heard": False}


def test_what_is_no_text_is_refused(scanner: tuple[Path, httpx.Client]) -> None:
    _, hand = scanner
    assert [hand.post("/read", json=body).status_code for body in ({}, {"text": ""}, {"text": 1})] == [
        400
    ] * 3


def _shown(town: Town, which: str) -> str:
    return str(town.control.post("/arrivals/shown", json={"which": which}).json()["text"])


@pytest.mark.parametrize(
    ("which", "kind"),
    [("last", Ours), ("another_town", AnotherTown), ("damaged", Damaged), ("other", NotOurs)],
)
def test_the_demos_codes_are_what_they_are_called(town: Town, which: str, kind: type) -> None:
    assert isinstance(decode(_shown(town, which), "08101"), kind)


@pytest.mark.parametrize(
    ("which", "result"),
    [("in_time", "arrived"), ("early", "too_early"), ("late", "too_late"), ("elsewhere", "elsewhere")],
)
def test_the_appointment_that_is_made_for_it_is_the_last_one(town: Town, which: str, result: str) -> None:
    text = _shown(town, which)
    assert _shown(town, "last") == text
    ours = decode(text, "08101")
    assert isinstance(ours, Ours)
    assert town.post("/v1/arrivals", {"code": ours.code, "language": "ca"}).json()["result"] == result
