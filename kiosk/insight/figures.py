"""From counters to figures that may be shown to anybody: to a technician, to the seu, on a screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kiosk.insight.hiding import LEAST, is_small, shown
from kiosk.insight.tally import EXPERIMENT, Cell
from kiosk.insight.wilson import wilson

FEWEST_SESSIONS = 20
"""Below which an arm of an experiment says nothing yet."""
Kinds = Mapping[tuple[str, str], Mapping[str, int]]
"""The cells of each table, by what it is about and its kind."""
GLAD = ("face_4", "face_5")
ARMS = ("as_it_is", "variant")
PERIOD = timedelta(days=28)
"""Of what is shown here; always the same, and chosen by nobody: two periods could be subtracted."""


@dataclass(frozen=True, slots=True)
class Table:
    """What is shown of one; the cells come to the total, or what is missing is hidden."""

    about: str
    kind: str
    total: int
    cells: tuple[tuple[str, int], ...]
    """Names and counts, the largest first."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, and between which shares the true one lies, at 95 %."""

    count: int
    of: int

    @property
    def interval(self) -> tuple[float, float]:
        """From 0 to 1."""
        return wilson(self.count, self.of)


@dataclass(frozen=True, slots=True)
class Arm:
    """The sessions with or without the variant; a share is None where it is hidden."""

    arm: str
    sessions: int
    completed: Share | None
    glad: Share | None


@dataclass(frozen=True, slots=True)
class Experiment:
    """Both arms of one."""

    name: str
    arms: tuple[Arm, Arm]


@dataclass(frozen=True, slots=True)
class Figures:
    """Of some days together."""

    tables: tuple[Table, ...]
    experiments: tuple[Experiment, ...]


def first_day(today: date) -> date:
    """Of the days that are shown on `today`."""
    return today - PERIOD + timedelta(days=1)


def figures(counts: Mapping[Cell, int]) -> Figures:
    """What may be shown of `counts`."""
    kinds: dict[tuple[str, str], dict[str, int]] = {}
    for (about, kind, cell), count in sorted(counts.items()):
        kinds.setdefault((about, kind), {})[cell] = count
    sessions = sum(kinds.get(("session", "end"), {}).values())
    abouts = {"session", *_services(kinds, sessions)}
    tables = tuple(
        table
        for (about, kind), cells in kinds.items()
        if about in abouts and (table := _table(about, kind, cells)) is not None
    )
    shown_left = {table.about for table in tables if "left" in dict(table.cells)}
    return Figures(
        # The screens come to those who left: where that number is hidden, so are they.
        tuple(table for table in tables if table.kind != "left" or table.about in shown_left),
        tuple(_experiments(kinds, sessions, _completed(tables))),
    )


def _services(kinds: Kinds, sessions: int) -> set[str]:
    """Those that may be shown: beside all sessions they are a table like any other."""
    totals = {about: sum(cells.values()) for (about, kind), cells in kinds.items() if kind == "outcome"}
    return set(shown(totals | {"": abs(sessions - sum(totals.values()))})) - {""}


def _completed(tables: tuple[Table, ...]) -> int:
    """What all services that are shown come to."""
    return sum(dict(table.cells).get("completed", 0) for table in tables if table.kind == "outcome")


def _table(about: str, kind: str, cells: Mapping[str, int]) -> Table | None:
    total = sum(cells.values())
    return Table(about, kind, total, tuple(shown(cells).items())) if total >= LEAST else None


def _experiments(kinds: Kinds, sessions: int, completed: int) -> Iterator[Experiment]:
    for about in sorted({about for about, _ in kinds if about.startswith(EXPERIMENT)}):
        first, second = (_arm(arm, kinds.get((about, arm), {})) for arm in ARMS)
        # Whoever knows all sessions and both arms knows how many were in neither.
        neither = sessions - first.sessions - second.sessions
        if min(first.sessions, second.sessions) >= FEWEST_SESSIONS and not is_small(neither):
            yield Experiment(about.removeprefix(EXPERIMENT), _both_or_none(first, second, completed))


def _both_or_none(first: Arm, second: Arm, completed: int) -> tuple[Arm, Arm]:
    """A share that one arm hides the other hides too, or their sum, known from the services, gave it away."""
    if first.completed and second.completed:
        hidden = is_small(abs(first.completed.count + second.completed.count - completed))
    else:
        hidden = True
    if hidden:
        first, second = replace(first, completed=None), replace(second, completed=None)
    if not (first.glad and second.glad):
        first, second = replace(first, glad=None), replace(second, glad=None)
    return first, second


def _arm(arm: str, cells: Mapping[str, int]) -> Arm:
    faces = sum(count for cell, count in cells.items() if cell.startswith("face_"))
    sessions = sum(cells.values()) - faces
    glad = sum(cells.get(cell, 0) for cell in GLAD)
    say_faces = faces >= FEWEST_SESSIONS and not is_small(sessions - faces)
    return Arm(
        arm,
        sessions,
        _share(cells.get("completed", 0), sessions),
        _share(glad, faces) if say_faces else None,
    )


def _share(count: int, of: int) -> Share | None:
    """None where either part of it is small."""
    return None if of == 0 or is_small(count) or is_small(of - count) else Share(count, of)
