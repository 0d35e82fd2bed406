"""docs/figures.md: every figure with what it means, and in general words where and when it was measured."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Mapping
from datetime import date
from importlib.metadata import version
from pathlib import Path

from bench.figures import FIGURES, Measured

APART = "\n## Measured apart\n"
"""What tests and trials tell, and no probe of the bench."""
IDLE = 0.5
"""A load average above it means that others worked on the machine before the run began."""
HEAD = """# Figures

Written by `python -m bench --write` on {day}: {machine}. They are measured, not promised, and no test holds \
them. The peers (seu, printers, card) are those of the demo, each a process on the same cores. Value is the \
median of the samples where nothing else is said; min and max are their extremes.

| figure | value | unit | n | min | max | what it is |
|---|---:|---|---:|---:|---:|---|
"""


def machine(busy: float) -> str:
    """What it ran on; `busy` is the load average before the run."""
    system = platform.freedesktop_os_release()
    shared = f" shared with other work (load {busy:.1f})" if busy > IDLE else ""
    return (
        f"{os.cpu_count()} cores{shared}, {system['NAME'].removesuffix(' GNU/Linux')}"
        f" {system.get('VERSION_ID', '')}, Python {platform.python_version()},"
        f" Qt {version('PySide6-Essentials')}, no graphics card (offscreen, Qt's software renderer),"
        " 1080 × 1920"
    )


def lines(known: Mapping[str, Measured]) -> Iterator[str]:
    """A row of the table for each figure."""
    for figure in FIGURES:
        got = known.get(figure.name)
        numbers = (
            f"{got['value']:g} | {got['unit']} | {got['n']} | {got['min']:g} | {got['max']:g}"
            if got
            else f"not known | {figure.unit} | | |"
        )
        yield f"| `{figure.name}` | {numbers} | {figure.about} |\n"


def write(file: Path, known: Mapping[str, Measured], busy: float) -> None:
    """Write the table anew; what was measured apart from it, by hand, stays below."""
    apart = file.read_text(encoding="utf-8").partition(APART)
    head = HEAD.format(day=date.today().isoformat(), machine=machine(busy))
    file.write_text(head + "".join(lines(known)) + "".join(apart[1:]), encoding="utf-8")
