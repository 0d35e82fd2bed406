"""`python -m bench [NAME…]`: measures, prints a table, writes the figures beside those of `make image`."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench import page, store
from bench.figures import IMAGE_SIZE, PROBES, Figure, Measured, Probe
from bench.samples import heard

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 120.0
"""Seconds that one probe may take."""


def main(given: Sequence[str] | None = None, probes: Sequence[Probe] = PROBES) -> int:
    """Measure; the answer is 0 where every figure was got."""
    chosen = _arguments(given, probes)
    wanted = [
        probe
        for probe in probes
        if not chosen.names or any(figure.name in chosen.names for figure in probe.figures)
    ]
    busy = os.getloadavg()[0]
    print(f"{'figure':26} {'value':>10} {'unit':6} {'n':>4} {'min':>10} {'max':>10}", flush=True)
    failed = 0
    for probe in wanted:
        got, why = _measure(probe)
        store.put(chosen.out, {figure.name: got.get(figure.name) for figure in probe.figures})
        for figure in probe.figures:
            measured = got.get(figure.name)
            failed += measured is None
            print(_line(figure, measured, f"failed: {why}"), flush=True)
    known = store.figures(chosen.out)
    if not chosen.names or IMAGE_SIZE.name in chosen.names:
        print(_line(IMAGE_SIZE, known.get(IMAGE_SIZE.name), "not known; `make image` tells it"))
    if chosen.write and not failed:
        page.write(ROOT / "docs" / "figures.md", known, busy)
    return 1 if failed else 0


def _arguments(given: Sequence[str] | None, probes: Sequence[Probe]) -> argparse.Namespace:
    names = [figure.name for probe in probes for figure in probe.figures] + [IMAGE_SIZE.name]
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measures the kiosk.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of {', '.join(names)}; none is all")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "bench.json", metavar="FILE")
    parser.add_argument("--write", action="store_true", help="write docs/figures.md too, from all figures")
    chosen = parser.parse_args(given)
    unknown = set(chosen.names) - set(names)
    if unknown:
        parser.error(f"no figure is called {', '.join(sorted(unknown))}")
    if chosen.write and chosen.names:
        parser.error("docs/figures.md is written from one run of all figures")
    return chosen


def _measure(probe: Probe) -> tuple[dict[str, Measured], str]:
    """What was got of the probe's figures, and why the others were not."""
    try:
        ran = subprocess.run(
            probe.command,
            cwd=ROOT,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return {}, f"it took more than {PATIENCE:.0f} s"
    if ran.returncode:
        return {}, ran.stderr.strip().rpartition("\n")[2] or f"it ended with {ran.returncode}"
    return dict(_figures(probe.figures, ran.stdout)), "it was not told"


def _figures(figures: Sequence[Figure], said: str) -> Iterator[tuple[str, Measured]]:
    try:
        samples = heard(said)
    except ValueError:
        return
    for figure in figures:
        if samples.get(figure.name):
            yield figure.name, figure.measured(samples[figure.name])


def _environment() -> dict[str, str]:
    """No settings but the demo's own, and no screen: the same picture is painted everywhere."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KIOSK_")}
    return {**kept, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}


def _line(figure: Figure, measured: Measured | None, otherwise: str) -> str:
    if measured is None:
        return f"{figure.name:26} {otherwise}"
    value, least, most = (f"{measured[key]:g}" for key in ("value", "min", "max"))
    return f"{figure.name:26} {value:>10} {measured['unit']:6} {measured['n']:4} {least:>10} {most:>10}"


if __name__ == "__main__":
    sys.exit(main())
