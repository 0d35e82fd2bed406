"""Blows at a print job, and what they leave: on paper as the printer drew it, and in the journal."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.devices.simulated_printer import Simulated, simulated
from tests.faults.pages import ROWS, rows_of_page

POINTS = (
    "after:intent",
    *(f"{when}:{step}" for step in ("sending", "cutting", "cutdone") for when in ("before", "after")),
    "before:end",
)
"""Where the kiosk kills itself: on either side of each line of the journal."""
JOB_TAKES = 0.75
"""Seconds from the first byte to the answer of the cut, about: 400 rows at 250 mm/s, and the blade."""
PATIENCE = 60.0

MODELS = {
    "without counters": ("generic-80", ()),
    "with counters": ("custom-kpm180h", ("--dialect", "custom", "--no-process-id")),
}


@dataclass(frozen=True, slots=True)
class Blow:
    """`point`: the kiosk kills itself there. Else `by` happens `late` seconds after `step` was written."""

    by: str
    """`kill` (SIGKILL), `rst` or `silent` (the printer's power, and how its end looks)."""
    point: str = ""
    step: str = "sending"
    late: float = 0.0


@dataclass(frozen=True, slots=True)
class Left:
    """What one blow left, after the kiosk was started again or the printer came back."""

    blow: Blow
    last_step: str
    """What the journal said at the blow."""
    became: str
    """What it says in the end."""
    whole_sheets: int

    @property
    def lost(self) -> bool:
        """The sheet is missing, and the journal says that it is printed, or nothing."""
        return self.whole_sheets == 0 and self.became not in ("not_printed", "uncertain")

    @property
    def twice(self) -> bool:
        """Two whole sheets of one copy."""
        return self.whole_sheets > 1

    @property
    def denied(self) -> bool:
        """It came out whole, and the journal says that it did not."""
        return self.whole_sheets > 0 and self.became == "not_printed"


def blows(count: int, seed: int) -> Iterator[Blow]:
    """Every point, then moments all over the job: half of them kill, half take the power."""
    random = Random(seed)
    for point in POINTS[:count]:
        yield Blow("kill", point)
    for number in range(count - len(POINTS)):
        # A silent loss takes the kiosk up to ten seconds to notice: a few are enough.
        by = ("kill", "rst", "kill", "silent" if number % 16 == 3 else "rst")[number % 4]
        if number % 3 == 2:
            yield Blow(by, step="cutting", late=random.uniform(0, 0.4))
        else:
            yield Blow(by, step="sending", late=random.uniform(0, JOB_TAKES))


class Bench:
    """One printer, one journal, and a kiosk's part for each blow."""

    def __init__(self, folder: Path, printer: Simulated, model: str) -> None:
        self._journal = folder / "journal.sqlite"
        self._printer = printer
        self._command = [sys.executable, "-m", "tests.faults.kiosk_part", str(self._journal)]
        self._command += [printer.address, model]

    def strike(self, blow: Blow, number: int) -> Left:
        """Print page `number`, strike, put right what was struck, and look."""
        before = len(self._papers())
        command = [*self._command, str(number), *([blow.point] if blow.point else [])]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as part:
            assert part.stdout is not None
            if blow.point:
                last = self._killed(part)
            else:
                for line in part.stdout:
                    if line.strip() == blow.step:
                        break
                with suppress(subprocess.TimeoutExpired):
                    part.wait(blow.late)  # the moment of the blow, or the end of the job
                last = self._struck(part, blow.by)
        if blow.by == "kill":
            subprocess.run(self._command, check=True, timeout=PATIENCE, stdout=subprocess.DEVNULL)
        ((_, became),) = self._rows()[-1:]
        pictures = [
            self._printer.control.get(f"/papers/{sheet['number']}.png").content
            for sheet in self._papers()[before:]
        ]
        whole = sum(rows_of_page(number, picture) == ROWS for picture in pictures)
        return Left(blow, last, became, whole)

    def _killed(self, part: subprocess.Popen[str]) -> str:
        assert part.wait(PATIENCE) == -signal.SIGKILL
        return self._rows()[-1][1]

    def _struck(self, part: subprocess.Popen[str], by: str) -> str:
        if by == "kill":
            part.kill()
            part.wait(PATIENCE)
            return self._rows()[-1][1]
        last = self._rows()[-1][1]
        self._printer.turn(pull_power=by)
        assert part.stdout is not None
        for line in part.stdout:
            if line.startswith("outcome"):
                break
        self._printer.turn(power=True)
        assert part.wait(PATIENCE) == 0
        return last

    def _papers(self) -> list[dict[str, object]]:
        papers: list[dict[str, object]] = self._printer.control.get("/papers").json()
        return papers

    def _rows(self) -> list[tuple[str, str]]:
        with closing(sqlite3.connect(f"file:{self._journal}?mode=ro", uri=True)) as file:
            return file.execute("SELECT copy, state FROM jobs ORDER BY id").fetchall()


@contextmanager
def bench(folder: Path, printer: str) -> Iterator[Bench]:
    """A bench with that kind of printer, until the block ends."""
    model, options = MODELS[printer]
    with simulated(folder / "printer", *options) as simulator:
        yield Bench(folder, simulator, model)


def strike_all(folder: Path, printer: str, count: int, seed: int) -> list[Left]:
    """One blow after another at the same printer, with the same journal."""
    with bench(folder, printer) as struck:
        return [struck.strike(blow, number) for number, blow in enumerate(blows(count, seed), 1)]


def table(printer: str, left: Sequence[Left]) -> str:
    """What became of the copies, by the last line of the journal before the blow."""
    steps = ("intended", "sending", "cutting", "cut", "printed")
    ends = ("printed", "not_printed", "uncertain")
    counted = Counter((one.last_step, one.became) for one in left)
    lines = [
        f"{printer}: {len(left)} blows",
        "",
        f"| at the blow | {' | '.join(ends)} |",
        "|---|---|---|---|",
    ]
    for step in steps:
        if any(counted[step, end] for end in ends):
            lines.append(f"| {step} | {' | '.join(str(counted[step, end]) for end in ends)} |")
    lost, twice = sum(one.lost for one in left), sum(one.twice for one in left)
    denied = sum(one.denied for one in left)
    lines += [
        "",
        f"lost silently {lost}, printed twice {twice}, came out though not printed was said {denied}",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    import tempfile

    for kind in MODELS:
        with tempfile.TemporaryDirectory() as made:
            sys.stdout.write(table(kind, strike_all(Path(made), kind, int(sys.argv[1]), 7)) + "\n\n")
            sys.stdout.flush()
