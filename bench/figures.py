"""Every figure by its name, with what it means, and the process that measures it."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypedDict

from bench.air import RATES, floor

Unit = Literal["ms", "MB", "ratio"]
DECIMALS: dict[Unit, int] = {"ms": 2, "MB": 1, "ratio": 3}


class Measured(TypedDict):
    """One entry of `build/bench.json`."""

    value: float
    unit: Unit
    n: int
    min: float
    max: float


def p95(samples: Sequence[float]) -> float:
    """The 95th percentile, between two samples where it falls between them."""
    return statistics.quantiles(samples, n=20, method="inclusive")[-1] if len(samples) > 1 else samples[0]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure; `pick` makes its value of its samples, and `about` says what a sample is."""

    name: str
    unit: Unit
    about: str
    pick: Callable[[Sequence[float]], float] = statistics.median

    def measured(self, samples: Sequence[float]) -> Measured:
        """The entry that `samples` make. Raises StatisticsError or ValueError where there are none."""
        value, least, most = (
            round(number, DECIMALS[self.unit]) for number in (self.pick(samples), min(samples), max(samples))
        )
        return {"value": value, "unit": self.unit, "n": len(samples), "min": least, "max": most}


@dataclass(frozen=True, slots=True)
class Probe:
    """A process of its own that tells samples of its figures, as JSON on its last line."""

    command: tuple[str, ...]
    figures: tuple[Figure, ...]


def _probe(module: str, *figures: Figure) -> Probe:
    return Probe((sys.executable, "-m", f"bench.{module}"), figures)


PROBES = (
    _probe(
        "start",
        Figure(
            "start_to_reactive_frame",
            "ms",
            "From before the kiosk's process is started to the first painted frame after a finger was laid on"
            " attract's Start, as early as it was there. Counted only where the next screen came.",
        ),
    ),
    _probe(
        "tour",
        Figure(
            "touch_to_paint_p50",
            "ms",
            "From letting go to the first frame with a visible part of the next screen, every touch of the"
            " padro-volant tour that brings one; half of them are quicker. 90 ms of it are the old screen"
            " going; waits for seu and card are in it.",
        ),
        Figure("touch_to_paint_p95", "ms", "The same; 19 of 20 are quicker.", p95),
        Figure(
            "pss_attract",
            "MB",
            "Memory of the kiosk's process at attract, before anybody came, once it no longer changes. Pages"
            " shared with other processes count by their share (PSS).",
        ),
        Figure("pss_after_tour", "MB", "The same back at attract, after each tour in one process."),
        Figure(
            "order_to_first_byte",
            "ms",
            "From the moment when the kiosk has the PDF in its hands to the first byte of the page at the"
            " printer: digest, seal, dots, the journal, the printer's status. The first order after the start"
            " is the most.",
        ),
        Figure(
            "touch_to_first_byte",
            "ms",
            "The same from letting go of “Print”: with the demo seu, which makes and seals the PDF.",
        ),
        Figure(
            "loop_gap_max_printing",
            "ms",
            "The longest for which the one loop of Qt and asyncio was held while a page was printed, from the"
            " order's first strip to the end of that screen, seen by a beat every 5 ms.",
            max,
        ),
    ),
    _probe(
        "paper",
        Figure(
            "pdf_to_bytes",
            "ms",
            "From the PDF of an A4 volant to all bytes for the printer, in strips: digest and seal checked,"
            " drawn, its QR read and drawn anew.",
        ),
        Figure(
            "raster_vs_python_escpos",
            "ratio",
            "From the same page in grey to bytes: our time by that of python-escpos' image(), in turns.",
        ),
    ),
    _probe(
        "paced",
        Figure(
            "paced_job_vs_mechanical",
            "ratio",
            "A whole A4 job on the demo printer with a buffer of 4 KB, from print() to “printed”, by the time"
            " that its paper and its blade need at full speed.",
        ),
    ),
    _probe(
        "card",
        Figure(
            "card_read_total",
            "ms",
            "The whole read of the demo's DNI with its CAN: PACE, the files, hashes. The chip answers as fast"
            " as it can compute.",
        ),
        Figure(
            "card_read_own_time",
            "ms",
            "The same without what is spent inside the smart card service's calls that wait for a card:"
            " connect, transmit, disconnect. PACE on brainpoolP256r1, the hops between threads and all checks"
            " are in it.",
        ),
        *(
            Figure(
                f"card_read_at_{kbit}",
                "ms",
                f"Modelled: our own time, and every byte of that read both ways at {kbit} kbit/s as"
                " ISO 14443-4 frames it (blocks of 256 with 3 around, acknowledged, 9 bits a byte, 86 µs a"
                " turn), secure messaging included. The chip computes in no time: a real one takes longer.",
            )
            for kbit in RATES
        ),
        *(
            Figure(
                f"card_read_floor_{kbit}",
                "ms",
                f"The floor beside it: the bytes of the answers alone, 9 bits each at {kbit} kbit/s.",
            )
            for kbit in RATES
        ),
    ),
    _probe(
        "apdus",
        Figure(
            "card_apdus_vs_least",
            "ratio",
            "Commands for a file of 20 kB by the fewest that chips allow whose answers hold 256 to 16384"
            " bytes in secure messaging (a sample each); the worst of them.",
            max,
        ),
        *(
            Figure(
                f"card_20_kb_at_{kbit}",
                "ms",
                f"Modelled: that file in the air at {kbit} kbit/s, answers of 2048 bytes. The floor, its"
                f" bytes alone, is {1000 * floor(20_000, kbit):.0f} ms.",
            )
            for kbit in RATES
        ),
    ),
    _probe(
        "search",
        Figure(
            "search_keystroke_p95",
            "ms",
            "A keystroke in 500 made-up procedures of three languages, one letter of the name being wrong:"
            " processor time from what was typed to what fits it. 19 of 20 are quicker.",
            p95,
        ),
        Figure(
            "search_index", "ms", "The index of these procedures, made once for a revision; processor time."
        ),
    ),
    _probe(
        "frames",
        Figure(
            "frame_gap_max_reading",
            "ms",
            "The longest gap between two frames while the demo's card is read over and over for 4 s at full"
            " speed, less that of 4 s of the same moving picture at rest just before; a sample a round.",
        ),
        Figure("frame_gap_max_idle", "ms", "The longest gap at rest, in each of these rounds."),
        Figure("frame_gap_max_while_reading", "ms", "The longest gap while reading, likewise."),
        Figure(
            "frames_missed_idle",
            "ratio",
            "The share of frames at rest that did not come, by the usual gap at rest.",
        ),
        Figure("frames_missed_reading", "ratio", "The same while reading."),
    ),
)
IMAGE_SIZE = Figure("image_size", "MB", "All files of the frozen kiosk, as `make image` left them.")
FIGURES = (*(figure for probe in PROBES for figure in probe.figures), IMAGE_SIZE)
