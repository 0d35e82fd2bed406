"""`kiosk insight`: how it went in the last four weeks, as a table or as JSON, beside a running kiosk."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from kiosk.insight.counters import counted
from kiosk.insight.figures import Arm, Figures, Share, figures, first_day
from kiosk.insight.hiding import LEAST
from kiosk.insight.tally import Cell

Say = Callable[[str], None]


def show(file: Path, today: date, say: Say, *, as_json: bool) -> int:
    """Say it; the answer is the exit status."""
    first = first_day(today)
    try:
        counts: Counter[Cell] = counted(file, first, today) if file.exists() else Counter()
    except sqlite3.Error as error:
        say(f"the counters cannot be read: {type(error).__name__}")
        return 2
    found = figures(counts)
    if as_json:
        say(json.dumps(_json(found, first, today), indent=2))
    else:
        for line in _lines(found, first, today):
            say(line)
    return 0


def _json(found: Figures, first: date, last: date) -> dict[str, object]:
    return {
        "from": first.isoformat(),
        "to": last.isoformat(),
        "least": LEAST,
        "tables": [
            {"about": table.about, "kind": table.kind, "total": table.total, "cells": dict(table.cells)}
            for table in found.tables
        ],
        "experiments": [
            {"name": experiment.name, "arms": [_arm(arm) for arm in experiment.arms]}
            for experiment in found.experiments
        ],
    }


def _arm(arm: Arm) -> dict[str, object]:
    shares = {"completed": arm.completed, "glad": arm.glad}
    said = {name: _share(share) for name, share in shares.items() if share is not None}
    return {"arm": arm.arm, "sessions": arm.sessions, **said}


def _share(share: Share) -> dict[str, object]:
    low, high = share.interval
    return {"count": share.count, "of": share.of, "low": round(low, 4), "high": round(high, 4)}


def _lines(found: Figures, first: date, last: date) -> Iterator[str]:
    yield f"{first} to {last}; numbers below {LEAST}, and what would give them away, are hidden"
    if not found.tables:
        yield "nothing that can be shown was counted yet"
    for table in found.tables:
        yield f"{table.about}, {table.kind}: {table.total}"
        for name, count in table.cells:
            yield f"  {name:<28} {count:>7}"
        if rest := table.total - sum(count for _, count in table.cells):
            yield f"  {'hidden, together':<28} {rest:>7}"
    for experiment in found.experiments:
        yield f"experiment {experiment.name}"
        for arm in experiment.arms:
            completed, glad = _said(arm.completed), _said(arm.glad)
            yield f"  {arm.arm:<10} {arm.sessions:>7} sessions; completed {completed}; glad {glad}"


def _said(share: Share | None) -> str:
    if share is None:
        return "hidden"
    low, high = share.interval
    return f"{share.count} of {share.of} ({low:.1%} to {high:.1%})"
