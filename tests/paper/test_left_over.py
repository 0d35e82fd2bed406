"""What a killed run left in a printer is thrown away when the kiosk opens, before anybody touches it."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from config.settings import Printers, Settings
from devices.contracts import Mark, Sending
from kiosk.clock import WallClock
from kiosk.house import House
from kiosk.journal import JobKind, Journal, Wanted, new_copy
from kiosk.journal_file import JobState
from kiosk.open_house import open_house


@pytest.fixture
def ports(tmp_path: Path) -> Iterator[dict[str, int]]:
    command = [sys.executable, "-m", "demo.printer", "--out", str(tmp_path), "--die-with-parent"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        yield json.loads(process.stdout.readline())
        process.terminate()


def earlier_run(folder: Path, became: JobState | None) -> None:
    """A job of an earlier run; None where it was killed before it knew."""

    async def run() -> None:
        journal = Journal(folder / "journal.sqlite")
        job = await journal.intend(Wanted(JobKind.DOCUMENT, "document", "ab" * 32, 7, 1, new_copy()))
        await asyncio.wrap_future(journal.note(job)(Sending(1, Mark())))
        if became is not None:
            await journal.settle(job, became)
        await journal.close()

    asyncio.run(run())


def house_of(folder: Path, ports: dict[str, int]) -> House:
    settings = Settings.model_validate({"seu": {"base_url": "http://127.0.0.1:9"}})
    document = settings.printers.document.model_copy(update={"address": f"tcp://127.0.0.1:{ports['port']}"})
    ticket = settings.printers.ticket.model_copy(update={"enabled": False})
    here = settings.model_copy(
        update={
            "kiosk": settings.kiosk.model_copy(update={"state_folder": folder}),
            "printers": Printers(document=document, ticket=ticket),
            "card_reader": settings.card_reader.model_copy(update={"enabled": False}),
        }
    )
    return open_house(here, WallClock())


def times_cleared(folder: Path, ports: dict[str, int]) -> int:
    """How often the buffers of the printer were cleared by the time that the kiosk is ready to print."""
    control = f"http://127.0.0.1:{ports['control_port']}"

    async def run() -> int:
        house = house_of(folder, ports)
        try:
            async with asyncio.timeout(10), httpx.AsyncClient(base_url=control) as hands:
                # Whoever is ready has sent its settings behind a buffer full of white.
                state = (await hands.get("/state")).json()
                while state["bytes_received"] < 3000:
                    await asyncio.sleep(0.01)
                    state = (await hands.get("/state")).json()
            return int(state["times_cleared"])
        finally:
            await house.close()

    return asyncio.run(run())


def test_a_printer_whose_job_was_never_settled_is_cleared(tmp_path: Path, ports: dict[str, int]) -> None:
    earlier_run(tmp_path, None)

    assert times_cleared(tmp_path, ports) == 1


def test_a_printer_whose_job_was_settled_is_left_alone(tmp_path: Path, ports: dict[str, int]) -> None:
    earlier_run(tmp_path, JobState.PRINTED)

    assert times_cleared(tmp_path, ports) == 0
