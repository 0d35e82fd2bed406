"""From figures that may be shown to anybody to pages of charts; nothing else is asked, and nothing guessed.

A cell that is not among the figures is none where the table comes to its total, and is hidden where it does
not: then it is drawn as hidden, whether there was nobody or a few.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kiosk.insight.figures import ARMS, Experiment, Figures, Share, Table
from kiosk.insight.tally import SECONDS
from screens.admin.views import Bar, BarChart, Interval, IntervalChart
from screens.i18n.words import LANGUAGES, NAMES, Words

ENDS = ("finished", "away", "broken")
HOME = ("taken_along", "offered", "not_offered")
OUTCOMES = ("completed", "to_desk", "left", "broken")
SPANS = (*(f"to_{end}" for end in SECONDS), f"over_{SECONDS[-1]}")

SCREENS = 5
"""As many as have room of those at which people left; the others stand together."""

Name = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Page:
    """What is seen at once."""

    title: str
    bars: tuple[BarChart, ...] = ()
    intervals: tuple[IntervalChart, ...] = ()


def pages(figures: Figures, words: Words) -> tuple[Page, ...]:
    """Sessions, then each service, then each experiment; empty where nothing may be shown."""
    tables = {(table.about, table.kind): table for table in figures.tables}
    services = sorted({table.about for table in figures.tables} - {"session"})

    def page(title: str, about: str, *kinds: str) -> Iterator[Page]:
        bars = tuple(_chart(tables[about, kind], words) for kind in kinds if (about, kind) in tables)
        if bars:
            yield Page(title, bars)

    found = [
        *page(words("admin.use.sessions"), "session", "hour"),
        *page(words("admin.use.ends"), "session", "end", "home"),
        *page(words("admin.use.length"), "session", "seconds"),
    ]
    for service in services:
        name = words(f"admin.service.{service}")
        found += page(name, service, "outcome", "language")
        found += page(words("admin.use.left", service=name), service, "left", "seconds")
    return (*found, *(_experiment(one, words) for one in figures.experiments))


def _chart(table: Table, words: Words) -> BarChart:
    known = dict(table.cells)
    rest = table.total - sum(known.values())
    names, name = _cells(table, words)
    counts = [(name(cell), None if cell not in known and rest else known.get(cell, 0)) for cell in names]
    if table.kind == "left" and (others := table.total - sum(known[cell] for cell in names)):
        counts.append((words("admin.use.others"), None if others == rest else others))
    most = max((count or 0 for _, count in counts), default=0)
    return BarChart(
        title=words(f"admin.kind.{table.kind}"),
        about=" ".join(_about(table, rest, words)),
        upright=table.kind in ("hour", "seconds"),
        bars=tuple(_bar(named, count, most, words) for named, count in counts),
    )


def _about(table: Table, rest: int, words: Words) -> Iterator[str]:
    yield words("admin.total.sessions" if table.about == "session" else "admin.total.times", n=table.total)
    if rest:
        yield words("admin.hidden.together", n=rest)
    if table.kind == "left":
        yield words("admin.use.names")


def _cells(table: Table, words: Words) -> tuple[tuple[str, ...], Name]:
    """The cells that such a table has, in the order in which they are drawn, and what each is called."""
    known = tuple(cell for cell, _ in table.cells)
    match table.kind:
        case "hour":
            return _hours(known), lambda cell: words("admin.hour", hour=str(int(cell.removeprefix("at_"))))
        case "seconds":
            return SPANS, lambda cell: words(f"admin.seconds.{cell}")
        case "end":
            return ENDS, lambda cell: words(f"admin.end.{cell}")
        case "home":
            return HOME, lambda cell: words(f"admin.home.{cell}")
        case "outcome":
            return OUTCOMES, lambda cell: words(f"admin.outcome.{cell}")
        case "language":
            return LANGUAGES, lambda cell: NAMES[cell]
        case _:
            return known[:SCREENS], lambda cell: cell


def _hours(known: tuple[str, ...]) -> tuple[str, ...]:
    """From the first hour that is shown to the last one."""
    hours = sorted(int(cell.removeprefix("at_")) for cell in known)
    return tuple(f"at_{hour:02}" for hour in range(hours[0], hours[-1] + 1)) if hours else ()


def _bar(name: str, count: int | None, most: int, words: Words) -> Bar:
    """`count` is None where it is hidden."""
    figure = words("admin.hidden") if count is None else words.number(count)
    share = count / most if count else 0
    return Bar(name=name, figure=figure, share=share, hidden=count is None, spoken=f"{name}: {figure}")


def _experiment(experiment: Experiment, words: Words) -> Page:
    first, second = experiment.arms
    sessions = words(
        "admin.tried.sessions", first=words.number(first.sessions), second=words.number(second.sessions)
    )
    return Page(
        words("admin.tried", name=experiment.name),
        intervals=(
            _shares("completed", first.completed, second.completed, sessions, words),
            _shares("glad", first.glad, second.glad, "", words),
        ),
    )


def _shares(what: str, first: Share | None, second: Share | None, before: str, words: Words) -> IntervalChart:
    if first is None or second is None:
        said = words("admin.tried.hidden")
    else:
        apart = max(first.interval[0], second.interval[0]) > min(first.interval[1], second.interval[1])
        said = words("admin.tried.apart" if apart else "admin.tried.unknown")
    return IntervalChart(
        title=words(f"admin.tried.{what}"),
        about=f"{before} {said}".strip(),
        rows=tuple(
            _interval(words(f"admin.tried.{arm}"), share, words)
            for arm, share in zip(ARMS, (first, second), strict=True)
        ),
    )


def _interval(name: str, share: Share | None, words: Words) -> Interval:
    if share is None:
        hidden = words("admin.hidden")
        return Interval(
            name=name,
            figure=hidden,
            range="",
            share=0,
            low=0,
            high=0,
            hidden=True,
            spoken=f"{name}: {hidden}",
        )
    (low, high), part = share.interval, share.count / share.of
    figure = words(
        "admin.tried.share",
        count=words.number(share.count),
        of=words.number(share.of),
        share=words.share(part),
    )
    between = words("admin.tried.between", low=words.share(low), high=words.share(high))
    return Interval(
        name=name,
        figure=figure,
        range=between,
        share=part,
        low=low,
        high=high,
        spoken=f"{name}: {figure}; {between}",
    )
