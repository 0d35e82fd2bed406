"""Plays a journey through the real window, leaves its pictures and paper, and judges it from outside."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from config.store import Refused, load
from kiosk.app import Opening, Running, run
from kiosk.journal_file import FILE_NAME, waiting_jobs
from kiosk.paper_desk import line
from kiosk.tour.judge import Evidence, calls_of, judge
from kiosk.tour.player import LOOK_EVERY, Dials, Lost, Player
from kiosk.tour.steps import Journey
from screens.finger import NothingThere, hold, touch
from screens.stage import Stage

REST_BEFORE_END = 1.0
"""Seconds after the last step for what is told in the background: an outcome, an opinion."""
LOOKED_FOR = 5.0
"""Seconds for which an item is looked for before the tour is lost."""
HELD_FOR = 5.2
"""Seconds for which the mark is held; it asks for five."""
DENSITY = {1080: 3.61, 1920: 3.61, 768: 3.95}
"""Pixels a millimetre of the usual panels by their width: 24 inches, 24 inches lying, 15.6 inches."""


class TouredTown(Dials, Protocol):
    """What a tour asks of the town, dials apart."""

    environment: dict[str, str]

    @property
    def assisted(self) -> dict[str, str]: ...
    def traffic(self) -> list[dict[str, object]]: ...
    def papers(self, printer: str) -> list[bytes]: ...
    def printed(self, printer: str) -> bytes: ...


@dataclass(frozen=True, slots=True)
class WindowHands:
    """A finger on the window, and a camera before it."""

    stage: Stage

    async def touch(self, item: str) -> None:
        """Touch it as soon as it is there, as a person does."""
        for _ in range(int(LOOKED_FOR / LOOK_EVERY)):
            if self.stage.target(item) is not None:
                break
            await asyncio.sleep(LOOK_EVERY)
        await touch(self.stage, item)

    async def hold_mark(self) -> None:
        await hold(self.stage, "mark", HELD_FOR)

    def shows(self, text: str) -> bool:
        return self.stage.shows(text)

    async def picture(self, path: Path) -> None:
        self.stage.grab(path)


def tour(
    journey: Journey,
    out: Path,
    town: Callable[[Path], AbstractContextManager[TouredTown]],
    say: Callable[[str], None],
    *,
    language: str,
    width: int,
    height: int,
) -> int:
    """Play `journey`; leaves `NN-state.png`, `paper-N.png`, `printed.bin`, `trace.jsonl` and
    `staff.txt` (what staff see of it) in `out`.

    The answer is 0 where it went as the journey says.
    """
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    with town(out / "town") as opened:
        os.environ.update(opened.environment)
        os.environ.update(opened.assisted if journey.assisted else {})
        os.environ.update(journey.settings)
        os.environ.update(
            KIOSK_SCREEN__WIDTH=str(width),
            KIOSK_SCREEN__HEIGHT=str(height),
            KIOSK_SCREEN__PX_PER_MM=str(DENSITY.get(width, DENSITY[1080])),
            KIOSK_SESSION__GOODBYE_SECONDS="2",
        )
        loaded = load(None, profile="demo")
        if isinstance(loaded, Refused):
            raise RuntimeError("; ".join(str(problem) for problem in loaded.problems))
        players: list[Player] = []
        lost: list[str] = []

        async def play(running: Running) -> int:
            try:
                await players[0].play(
                    journey,
                    WindowHands(running.stage),
                    opened,
                    lambda: running.house.facts().off or running.house.reader_has_card,
                )
            except (Lost, NothingThere) as error:
                lost.append(str(error))
            await asyncio.sleep(REST_BEFORE_END)
            return 0

        players.append(Player(out, language))
        opening = Opening(loaded.settings, windowed=True, trace=out / "trace.jsonl", heard=players[0].heard)
        run(opening, play)
        papers = {printer: opened.papers(printer) for printer in journey.papers}
        printed = {printer: opened.printed(printer) for printer in journey.papers}
        waiting = waiting_jobs(loaded.settings.kiosk.state_folder / FILE_NAME)
        evidence = Evidence(out, opened.traffic(), papers, printed, waiting)
    _keep_paper(out, papers, printed)
    told = [f"called: {reason}" for reason in calls_of(evidence.traffic)]
    seen = [*told, *(f"kiosk paper list: {line(job)}" for job in waiting)]
    (out / "staff.txt").write_text("".join(f"{one}\n" for one in seen), encoding="utf-8")
    findings = [*lost, *judge(journey, evidence)]
    for finding in findings:
        say(f"{journey.name}: {finding}")
    if not findings:
        say(f"{journey.name}: as it should be; pictures and paper are in {out}")
    return 1 if findings else 0


def _keep_paper(out: Path, papers: dict[str, list[bytes]], printed: dict[str, bytes]) -> None:
    sheets = [sheet for printer in sorted(papers) for sheet in papers[printer]]
    for number, sheet in enumerate(sheets, start=1):
        (out / f"paper-{number}.png").write_bytes(sheet)
    (out / "printed.bin").write_bytes(printed.get("document", b""))
    (out / "printed-ticket.bin").write_bytes(printed.get("ticket", b""))
    shutil.rmtree(out / "town")
