"""The bytes of every ticket, read by a decoder that nobody here wrote, are its dots."""

from __future__ import annotations

import shutil
from itertools import chain
from pathlib import Path

import pytest

from devices.contracts import Dots
from devices.printer.commands import INITIALISE
from devices.printer.raster import Step, harmless, steps
from kiosk.paper.typeset import typeset
from screens.i18n.words import LANGUAGES
from tests.paper.drawn_tickets import WIDTHS, tickets
from tests.tours.decoder import RASTER, dots_by_npos

NPOS = Path(".tools/npm/node_modules/npos").resolve()
STRIP_BYTES = 864
"""As for a printer with 4 KB."""

pytestmark = [
    pytest.mark.usefixtures("fonts"),
    pytest.mark.skipif(
        not NPOS.exists() or shutil.which("node") is None, reason="npos is not here; make test puts it there"
    ),
]


def _inked(dots: Dots, made: list[Step]) -> list[int]:
    """The rows of `dots` that are sent as dots, each as a number; the others are fed."""
    rows, at = [], 0
    for step in made:
        if step.data.startswith(RASTER):
            rows += [
                int.from_bytes(dots.rows[y * dots.stride : (y + 1) * dots.stride], "big")
                for y in range(at, at + step.rows)
            ]
        else:
            fed = dots.rows[at * dots.stride : (at + step.rows) * dots.stride]
            assert not any(fed)
        at += step.rows
    assert at == dots.height
    return rows


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", [*LANGUAGES, "ar"])
def test_every_dot_is_where_it_was_set(language: str, width: int, tmp_path: Path) -> None:
    for dots in chain.from_iterable(typeset(made, width) for made in tickets(language).values()):
        sent = list(steps(dots, STRIP_BYTES))
        stream = tmp_path / "stream"
        stream.write_bytes(INITIALISE + b"".join(step.data for step in sent))

        seen = dots_by_npos(NPOS, stream)

        # What a printer would take for an order has one more dot beside it.
        spared = sum(a != b for a, b in zip(dots.rows, harmless(dots.rows), strict=True))
        across = len(seen[0])
        found = [int(row, 2) << dots.stride * 8 - across for row in seen]
        wrong = sum((a ^ b).bit_count() for a, b in zip(found, _inked(dots, sent), strict=True))
        assert wrong <= spared
