"""A whole job on the demo printer with its small buffer, beside the time that paper and blade need anyway."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from bench.paper import dots
from bench.samples import tell
from bench.volant import volant
from devices.contracts import Dots, Printed, PrinterStatus
from devices.printer.escpos import EscPosPrinter
from devices.printer.models import known_models
from devices.printer.unrecorded import unrecorded

JOBS = 3
BUFFER = 4096
ROWS_A_MM = 8
PATIENCE = 10.0
MODEL = known_models()["generic-216"].model_copy(update={"buffer": BUFFER})


@contextmanager
def demo_printer() -> Iterator[tuple[int, float, float]]:
    """Its port; its speed in mm/s and the seconds of its blade."""
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "demo.printer", "--width", str(MODEL.dots), "--out", out]
        command += ["--buffer", str(BUFFER), "--die-with-parent"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            try:
                assert process.stdout is not None
                ports = json.loads(process.stdout.readline())
                state = httpx.get(f"http://127.0.0.1:{ports['control_port']}/state", trust_env=False).json()
                yield ports["port"], state["dials"]["speed_mm_s"], state["dials"]["cut_s"]
            finally:
                process.terminate()


async def seconds(port: int, sheet: Dots) -> list[float]:
    """How long each of some jobs takes, one after the other."""
    printer = EscPosPrinter("document", f"tcp://127.0.0.1:{port}", MODEL)
    ready = asyncio.Event()
    end = printer.watch(lambda status: ready.set() if status is PrinterStatus.READY else None)
    try:
        if printer.status is not PrinterStatus.READY:
            await asyncio.wait_for(ready.wait(), PATIENCE)
        return [await _job(printer, sheet) for _ in range(JOBS)]
    finally:
        end()
        await printer.close()


async def _job(printer: EscPosPrinter, sheet: Dots) -> float:
    began = time.perf_counter()
    outcome = await printer.print([sheet], lambda news: None, unrecorded)
    took = time.perf_counter() - began
    if not isinstance(outcome, Printed):
        raise RuntimeError(f"not printed but {outcome}")
    return took


def main() -> None:
    sheet = dots(volant()[0])
    with demo_printer() as (port, mm_s, blade):
        took = asyncio.run(seconds(port, sheet))
    needed = sheet.height / (mm_s * ROWS_A_MM) + blade
    tell({"paced_job_vs_mechanical": [each / needed for each in took]})


if __name__ == "__main__":
    main()
