"""The simulated printer as another process, sheets for it, and what a job said and wrote down."""

from __future__ import annotations

import asyncio
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from PySide6.QtGui import QImage

from devices.contracts import Advancing, Dots, JobReport, JobStep
from devices.printer.models import known_models

WIDTH = 576
STRIDE = WIDTH // 8
MODEL = known_models()["generic-80"]
BLANK = bytes(STRIDE)
SPOILED = ([b"\xff" * STRIDE] * 8 + [BLANK] * 8) * 5
"""The bars at the end of what is cut off without being a sheet."""


@dataclass(frozen=True)
class Simulated:
    """The simulated printer's process, and the hands at its dials."""

    port: int
    control: httpx.Client
    out: Path
    pid: int

    @property
    def address(self) -> str:
        return f"tcp://127.0.0.1:{self.port}"

    def turn(self, **dials: object) -> None:
        self.control.post("/dials", json=dials).raise_for_status()

    def now(self, what: str) -> object:
        return self.control.get("/state").raise_for_status().json()[what]

    @property
    def rows_printed(self) -> int:
        return int(str(self.now("rows_printed")))

    def sheets(self) -> list[list[bytes]]:
        """The rows of every sheet that was cut."""
        numbers = [sheet["number"] for sheet in self.control.get("/papers").json()]
        return [rows_of(self.control.get(f"/papers/{number}.png").content) for number in numbers]


@contextmanager
def simulated(out: Path, *options: str) -> Iterator[Simulated]:
    command = [sys.executable, "-m", "demo.printer", "--width", str(WIDTH), "--out", str(out)]
    command += ["--control-port", "0", "--die-with-parent", *options]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            ports = json.loads(process.stdout.readline())
            with httpx.Client(base_url=f"http://127.0.0.1:{ports['control_port']}") as control:
                yield Simulated(ports["port"], control, out, process.pid)
        finally:
            process.terminate()


def rows_of(png: bytes) -> list[bytes]:
    """The rows of dots in a picture, 1 being black."""
    image = QImage.fromData(png).convertToFormat(QImage.Format.Format_Mono)
    black_is_one = QImage(image)
    if image.color(1) & 0xFFFFFF:
        black_is_one.invertPixels()
    rows = bytes(black_is_one.constBits())
    padded = image.bytesPerLine()
    return [rows[start : start + STRIDE] for start in range(0, len(rows), padded)]


def page(height: int = 480, seed: int = 1) -> Dots:
    """Lines of noise with white between, as text has; without the bytes that a printer would execute."""
    noise = random.Random(seed)
    rows = [
        BLANK if y % 60 > 36 else bytes(8) + noise.randbytes(50).replace(b"\x10", b"\x11") + bytes(14)
        for y in range(height)
    ]
    return Dots(WIDTH, b"".join(rows))


def rows(dots: Dots) -> list[bytes]:
    return [dots.rows[start : start + STRIDE] for start in range(0, len(dots.rows), STRIDE)]


@dataclass
class Heard:
    """The reports of a job, and a wait for one of them."""

    news: list[JobReport] = field(default_factory=list)

    def __call__(self, report: JobReport) -> None:
        self.news.append(report)

    async def until(self, wanted: Callable[[JobReport], bool]) -> None:
        await until(lambda: any(wanted(report) for report in self.news))

    @property
    def done(self) -> list[float]:
        return [report.done for report in self.news if isinstance(report, Advancing)]


async def until(true: Callable[[], bool], within: float = 10.0) -> None:
    """Look until it is so."""
    deadline = time.monotonic() + within
    while not true():
        assert time.monotonic() < deadline, "it never came to be so"
        await asyncio.sleep(0.005)


@dataclass
class Notes:
    """The steps of a job in order; nothing can be written down from the first `stop_at` on."""

    stop_at: type[JobStep] | None = None
    steps: list[JobStep] = field(default_factory=list)

    def __call__(self, step: JobStep) -> Future[None]:
        self.steps.append(step)
        written: Future[None] = Future()
        if self.stop_at is None or not isinstance(step, self.stop_at):
            written.set_result(None)
        return written
